"""`ill request`: drafts, lists, one in full, and every action of the life cycle."""

import argparse
import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output, pairs
from ill_desktop.cli.parser import CITED
from ill_desktop.cli.stdout import put
from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.errors import Invalid, UnknownAction, Why
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State, Timer
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.values import kebab, read_date
from ill_desktop.services.views import RequestView
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.orders import NEWEST, Order, SortKey, offered
from ill_desktop.words import (
    attempts,
    deviations,
    duedates,
    history,
    labels,
    saying,
    terms,
    volumes,
)
from ill_desktop.words.formats import day
from ill_desktop.words.mark import mark
from ill_desktop.words.records import reason

GIVE_DUE = frozenset({Action.WILL_SUPPLY, Action.SHIP, Action.RENEW})
"""What gives a due date of ours; an odd one is told, and taken."""

ORDERS = {
    "newest": NEWEST,
    "oldest": Order(falling=False),
    "due": Order(SortKey.DUE, falling=False),
    "due-latest": Order(SortKey.DUE),
    "needed-by": Order(SortKey.NEEDED, falling=False),
    "needed-by-latest": Order(SortKey.NEEDED),
}
ASKS = frozenset({Action.SEND, Action.SEND_NEXT})
LOOKED_AT = deviations.NAMED | ASKS | {Action.RENEW}
"""What is held against what was known before."""

SHOWN_ALREADY = ("title", "author", "component-title", "component-author")
LINE_KEYS = (
    "number",
    "side",
    "service",
    "state",
    "label",
    "flags",
    "primary_action",
    "title",
    "author",
    "patron",
    "partner",
    "our_id",
    "their_id",
    "needed_by",
    "due",
    "created",
)


def line_document(line: RequestLine) -> dict[str, Any]:
    """A list row with the keys scripts rely on; what is not there is null."""
    return {key: getattr(line, key) for key in LINE_KEYS}


def document(view: RequestView) -> dict[str, Any]:
    """One request in full; of its reader only the code, which the row has."""
    names = (f.name for f in dataclasses.fields(view) if f.name not in {"line", "reader"})
    return {**line_document(view.line), **{name: getattr(view, name) for name in names}}


def new(asked: argparse.Namespace, out: Output) -> None:
    """Make a draft, from options, from a file, or from both: options win."""
    with at_desk(out) as desk:
        citation, identifiers = _citation(asked, out)
        wanted = requests.NewRequest(
            service=Service(asked.service),
            citation=citation,
            patron=asked.patron,
            suppliers=tuple(asked.supplier),
            needed_by=_day(desk, asked.needed_by),
            max_cost=_money(desk, asked.max_cost),
            note=asked.note,
            identifiers=identifiers,
        )
        alike = requests.similar(desk, wanted.citation, wanted.patron)
        number = requests.new(desk, wanted)
        mine = mark("Command", "Asked for already: {number}, {title} ({state}).")
        other = mark("Command", "For somebody else: {number}, {title} ({state}).")
        for one in alike:
            text = other if requests.for_another(one, wanted.patron) else mine
            told = {"number": one.number, "title": one.title, "state": one.label}
            out.say(out.words.tr("Command", text, **told))
        _tell_odd(out, wanted, desk.today())
        if out.json:
            out.data({"number": number})
        else:
            put(number)


def _tell_odd(out: Output, wanted: requests.NewRequest, today: date) -> None:
    """What is odd about what was given; it is taken all the same."""
    from ill_desktop.formats import numbers

    text = mark("Command", "{field} {value} cannot be right. Compare it with the source.")
    for name in numbers.wrong(wanted.citation):
        value = getattr(wanted.citation, name)
        out.say(out.words.tr("Command", text, field=name.upper(), value=value))
    if wanted.needed_by is not None and wanted.needed_by < today:
        past = mark("Command", "Needed by {day}: this day is past.")
        out.say(out.words.tr("Command", past, day=day(out.words, wanted.needed_by)))


def _money(desk: Desk, text: str) -> Money | None:
    return Money.parse(text, "max-cost", desk.currency) if text else None


def _day(desk: Desk, text: str) -> Any:
    return read_date(text, "needed-by", desk.here) if text else None


def _citation(asked: argparse.Namespace, out: Output) -> tuple[Citation, dict[str, str]]:
    typed = {
        name.replace("-", "_"): getattr(asked, name.replace("-", "_"))
        for name in CITED
        if getattr(asked, name.replace("-", "_"))
    }
    if not asked.source:
        material = Material.ARTICLE if "component_title" in typed else Material.BOOK
        return Citation(**typed, material=material), {}
    from ill_desktop.services import intake

    held = intake.from_file(asked.source)
    citation, record = intake.one(held, asked.record, asked.source, typed)
    if asked.record is None and len(held.records) > 1:
        text = mark("Command", "{file} holds {n} records. One was taken: “{title}”. See --record.")
        told = {"file": asked.source, "n": len(held.records), "title": citation.display_title}
        out.say(out.words.tr("Command", text, **told))
    for code in record.reasons:
        out.say(reason(out.words, code))
    return citation, dict(record.identifiers)


def listed(asked: argparse.Namespace, out: Output) -> None:
    """A page of a list."""
    query = ListQuery(
        side=Side(asked.side) if asked.side else None,
        state=State(asked.state) if asked.state else None,
        queue=Queue(asked.queue) if asked.queue else None,
        find=asked.find,
        limit=asked.limit,
        order=_order(asked),
        reason=Timer(asked.reason) if asked.reason else None,
    )
    with at_desk(out) as desk:
        if asked.after:
            query = requests.behind(desk, query, asked.after)
        page = requests.page(desk, query)
        if out.json:
            lines = [line_document(line) for line in page.lines]
            out.data({"requests": lines, "total": page.total})
            return
        words = desk.words
        out.lines(
            (
                line.number,
                line.label,
                line.title[:50],
                line.partner.symbol if line.partner else "",
                day(words, line.due),
            )
            for line in page.lines
        )
        out.say(f"{len(page.lines)} / {page.total}")


def _order(asked: argparse.Namespace) -> Order:
    """The order asked for; raises `Invalid` where a list cannot be had in it at the same cost."""
    order = ORDERS[asked.sort]
    queue = Queue(asked.queue) if asked.queue else None
    known = (SortKey.NUMBER,) if asked.reason else offered(queue, asked.find)
    if order.by not in known and order != NEWEST:
        codes = tuple(code for code, one in ORDERS.items() if one.by in known or one == NEWEST)
        raise Invalid("sort", asked.sort, Why.NOT_A_CODE, codes)
    return order


def show(asked: argparse.Namespace, out: Output) -> None:
    """One request in full."""
    with at_desk(out) as desk:
        _show(out, requests.show(desk, asked.number))


def _show(out: Output, view: RequestView) -> None:
    if out.json:
        out.data(document(view))
        return
    line = view.line
    words = out.words
    refused = [one for one in view.attempts if one.status in attempts.NOES]
    facts = [
        ("title", line.title),
        ("author", line.author),
        *_published(view.citation),
        ("partner", f"{line.partner.name} {line.partner.symbol}" if line.partner else ""),
        ("their-id", line.their_id),
        *(("asked", f"{attempts.name(one)}  {attempts.answer(words, one)}") for one in refused),
        ("patron", line.patron),
        ("condition", labels.coded(words, view.condition)),
        ("cost", terms.beside(words, view.cost, None if view.cost_agreed else view.max_cost)),
        ("needed-by", day(words, line.needed_by)),
        ("due", day(words, line.due)),
        ("items", volumes.listed(words, view.items)),
        ("call-number", view.call_number),
        ("pages-sent", str(view.page_count or "")),
        ("note", view.note),
        *(("note", one.text) for one in view.notes),
        *(("file", one.name) for one in view.attachments),
        ("flags", ", ".join(labels.of(words, flag) for flag in line.flags)),
        ("actions", " ".join(view.actions)),
    ]
    out.card((line.number, line.label), facts)


def _published(citation: Citation) -> list[tuple[str, object]]:
    """What was published, beside its title and author."""
    names = [name for name in CITED if name not in SHOWN_ALREADY]
    whole = citation.title if citation.component_title else ""
    return [("in", whole), *((name, getattr(citation, name)) for name in names)]


def change(asked: argparse.Namespace, out: Output) -> None:
    """Change local fields."""
    _do(out, asked.number, Action.EDIT, pairs(asked.values))


def do(asked: argparse.Namespace, out: Output) -> None:
    """Do one action of the life cycle."""
    values = pairs(asked.values)
    try:
        action = Action(kebab(asked.action))
    except ValueError as error:
        raise UnknownAction(asked.action) from error
    _do(out, asked.number, action, values)


def _do(out: Output, number: str, action: Action, values: dict[str, str | list[str]]) -> None:
    with at_desk(out) as desk:
        before = requests.show(desk, number) if action in LOOKED_AT else None
        after = acts.do(desk, number, action, values)
        for odd in filter(None, _odd(out, desk, action, values, (before, after))):
            out.say(odd)
        if action is Action.EDIT:
            _tell_unchanged(out, before, after)
        else:
            _tell_untold(out, after)
        _show(out, after)


def _tell_unchanged(out: Output, before: RequestView | None, after: RequestView) -> None:
    """Undo takes back what was done before an edit that is none."""
    if before is not None and before.events[0].act == after.events[0].act:
        text = mark("Command", "Nothing was changed: {number} was so already.")
        out.say(out.words.tr("Command", text, number=after.line.number))


def _tell_untold(out: Output, after: RequestView) -> None:
    says = after.events[0].untold
    if says and after.line.partner is not None:
        out.say(saying.untold(out.words, says, after.line.partner.name))


def _odd(
    out: Output,
    desk: Desk,
    action: Action,
    values: dict[str, str | list[str]],
    views: tuple[RequestView | None, RequestView],
) -> Iterator[str]:
    """What is odd about what was given, though it was done."""
    before, after = views
    due = after.line.due
    if action in GIVE_DUE and "due" in values and due is not None:
        until = before.line.due if before is not None else None
        yield duedates.odd(out.words, due, desk.today(), until)
    on = values.get("on")
    if isinstance(on, str) and on:
        told = read_date(on, "on", desk.here, past=True)
        yield duedates.before_made(out.words, told, desk.local_date(after.line.created))
    if action in deviations.NAMED and before is not None:
        yield deviations.other_item(out.words, action, _items(values), before.items)
    if action in ASKS and before is not None and after.line.partner is not None:
        yield attempts.asked_before(out.words, after.line.partner.symbol, before.attempts)


def _items(values: dict[str, str | list[str]]) -> list[str]:
    given = values.get("item", [])
    return [given] if isinstance(given, str) else given


def undo(asked: argparse.Namespace, out: Output) -> None:
    """Take the last act back, and say which it was."""
    with at_desk(out) as desk:
        before = requests.show(desk, asked.number)
        after = acts.undo(desk, asked.number)
        out.say(_taken_back(out, before, after))
        _show(out, after)


def _taken_back(out: Output, before: RequestView, after: RequestView) -> str:
    stood = {one.act for one in before.events if not one.undone}
    gone = [one for one in after.events if one.undone and one.act in stood]
    if not gone:  # it has left, and nothing calls it back
        return history.outcome(out.words, after.line.number, Action.ASK_CANCEL, after.line.label)
    done = "; ".join(dict.fromkeys(history.inside(one.label) for one in gone))
    text = mark("Command", "{number}: taken back: {done}.")
    return out.words.tr("Command", text, number=after.line.number, done=done)
