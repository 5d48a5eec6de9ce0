"""Local fields of a request: what may be changed at any time without telling anyone."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import TEXT_FIELDS, Material, tidy
from ill_desktop.domain.days import Here
from ill_desktop.domain.errors import Invalid, Missing, Overtaken, UnknownKey, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.services import suppliers, volumes
from ill_desktop.services.advance import Work, correct_due
from ill_desktop.services.values import (
    Raw,
    read_code,
    read_date,
    read_items,
    read_note,
    read_page_count,
)
from ill_desktop.store import people
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import RequestRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

CITED = MappingProxyType({name.replace("_", "-"): name for name in TEXT_FIELDS})


def not_overtaken(case: Case, seen: int | None) -> None:
    """Raise `Overtaken` when the request changed since it was shown."""
    if seen is not None and seen != case.request.version:
        raise Overtaken(case.request.number)


def give_patron(session: "Session", row: RequestRow, code: str) -> None:
    """Whose request it is; category and department are copied for the figures (DESIGN §5).

    Named again, a reader whose card was corrected brings these in, and nothing else.
    """
    if not code.strip():
        row.patron_id = None
        return
    patron = people.patron(session, code.strip())
    if patron is None:
        raise Missing("patron", code)
    if row.patron_id != patron.id:
        row.patron_id, row.forgotten, row.reader_mark = patron.id, False, ""
        row.pickup = row.pickup or patron.pickup
    row.patron_category = patron.category
    row.patron_department = patron.department


def change(work: Work, values: Raw) -> None:
    """Set each named field; raises `UnknownKey` or `Invalid` before anything is kept."""
    request = work.case.request
    cited: dict[str, str] = {}
    for key, raw in values.items():
        texts = [raw] if isinstance(raw, str) else list(raw)
        if key in CITED:
            cited[CITED[key]] = tidy(texts[-1] if texts else "")
        elif key in _SETTERS:
            _SETTERS[key](work, texts)
        else:
            raise UnknownKey(key, (*CITED, *_SETTERS))
    if cited:
        request.citation = replace(request.citation, **cited)  # type: ignore[arg-type]
        if not request.citation.display_title:
            raise Invalid("title", "", Why.EMPTY)


def _day(name: str, text: str, here: Here) -> date | None:
    return read_date(text, name, here) if text.strip() else None


def _set_needed_by(work: Work, texts: list[str]) -> None:
    work.case.request.needed_by = _day("needed-by", texts[-1], work.desk.here)


def _set_due(work: Work, texts: list[str]) -> None:
    correct_due(work, _day("due", texts[-1], work.desk.here))


def _money(work: Work, text: str, field: str) -> Money:
    return Money.parse(text, field, work.desk.currency)


def _set_max_cost(work: Work, texts: list[str]) -> None:
    text = texts[-1].strip()
    work.case.request.max_cost = _money(work, text, "max-cost") if text else None


def _set_cost(work: Work, texts: list[str]) -> None:
    text = texts[-1].strip()
    work.case.request.cost = _money(work, text, "cost") if text else None


def _set_note(work: Work, texts: list[str]) -> None:
    work.case.request.note = read_note(texts[-1])


def _set_patron(work: Work, texts: list[str]) -> None:
    give_patron(work.session, work.case.request, texts[-1])


def _text(name: str) -> Callable[[Work, list[str]], None]:
    def put(work: Work, texts: list[str]) -> None:
        setattr(work.case.request, name, tidy(texts[-1]))

    return put


def _set_material(work: Work, texts: list[str]) -> None:
    kind = Material(read_code(texts[-1], "material", [m.value for m in Material]))
    work.case.request.citation = replace(work.case.request.citation, material=kind)


def _set_service(work: Work, texts: list[str]) -> None:
    request = work.case.request
    if request.state not in (State.DRAFT, State.NEW):
        raise Invalid("service", texts[-1], Why.OUT_OF_RANGE)
    code = read_code(texts[-1], "service", [s.value for s in Service])
    request.service = request.asked_service = Service(code)


def _set_suppliers(work: Work, texts: list[str]) -> None:
    """The untried part of the supplier list, in the order given."""
    if work.case.request.side is not Side.BORROWING:
        raise UnknownKey("supplier")
    wanted = [str(Symbol.named(text)) for text in texts if text.strip()]
    if wanted == [attempt.symbol for attempt in work.case.untried]:
        return
    for attempt in work.case.untried:
        if attempt.symbol not in wanted:
            attempt.ended = True
    known = {a.symbol: a for a in work.case.untried}
    for place, symbol in enumerate(wanted, 1 + len(work.case.attempts)):
        attempt = known.get(symbol) or suppliers.add(work, Symbol.parse(symbol))
        attempt.position = place


def _set_pages_sent(work: Work, texts: list[str]) -> None:
    text = texts[-1].strip()
    work.case.request.page_count = read_page_count(text, "pages-sent") if text else None


def _set_items(work: Work, texts: list[str]) -> None:
    volumes.noted_anew(work, read_items(texts))


_SETTERS: Mapping[str, Callable[[Work, list[str]], None]] = MappingProxyType(
    {
        "service": _set_service,
        "material": _set_material,
        "patron": _set_patron,
        "pickup": _text("pickup"),
        "needed-by": _set_needed_by,
        "due": _set_due,
        "max-cost": _set_max_cost,
        "cost": _set_cost,
        "condition": _text("condition"),
        "call-number": _text("call_number"),
        "location": _text("location"),
        "item": _set_items,
        "pages-sent": _set_pages_sent,
        "note": _set_note,
        "supplier": _set_suppliers,
    }
)
