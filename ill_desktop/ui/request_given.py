"""What was typed into the form of a request, as something for the desk to do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Service, Side
from ill_desktop.domain.money import Money
from ill_desktop.services.views import RequestView
from ill_desktop.ui.link import Link
from ill_desktop.ui.request_fields import ON_SCREEN
from ill_desktop.words import formats


class Kept(NamedTuple):
    """The number of a request, and the act that changed it, where one did."""

    number: str
    act: str = ""


Ask = Callable[[Any], Kept]
"""What the desk is asked to do."""
State = Mapping[str, Any]


def _day(link: Link, state: State, name: str = "needed_by", *, past: bool = False) -> Any:
    from ill_desktop.services.values import read_date

    typed, field = state[name], name.replace("_", "-")
    return read_date(typed, field, link.here(), past=past) if typed else None


def borrow(
    link: Link, state: State, cited: Citation, identifiers: Mapping[str, str], *, send: bool
) -> Ask:
    """A new draft, and its sending; raises `Invalid`."""
    from ill_desktop.domain.lifecycle.states import Action
    from ill_desktop.services import acts, reader, requests

    needed, cost = _day(link, state), state["max_cost"]
    money = Money.parse(cost, "max-cost", link.currency()) if cost else None

    def ask(desk: Any) -> Kept:
        new = requests.NewRequest(
            service=Service(state["service"]),
            citation=cited,
            patron=reader.code_of(desk, state["patron"]),
            suppliers=tuple(state["suppliers"]),
            needed_by=needed,
            max_cost=money,
            note=state["note"],
            identifiers=dict(identifiers),
        )
        number = requests.new(desk, new)
        if send:
            acts.do(desk, number, Action.SEND)
        return Kept(number)

    return ask


def lend(link: Link, state: State, cited: Citation, message_id: int = 0) -> Ask:
    """A lending request that came without a message, or in one that nobody could use.

    Raises `Invalid`.
    """
    from ill_desktop.services import lending
    from ill_desktop.services.post import taken_down

    new = lending.NewLending(
        service=Service(state["service"]),
        citation=cited,
        partner=state["partner"],
        their_id=state["their_id"],
        needed_by=_day(link, state),
        note=state["note"],
        call_number=state["call_number"],
        on=_day(link, state, "asked_on", past=True),
    )
    if message_id:
        return lambda desk: Kept(taken_down.take_down(desk, message_id, new))
    return lambda desk: Kept(lending.record(desk, new))


def edit(link: Link, view: RequestView, state: State, cited: Citation, seen: int) -> Ask:
    """Only what differs from what was shown; `seen` is the version that was."""
    from ill_desktop.services import reader, requests

    values = _differing(link, view, state, cited)

    def ask(desk: Any) -> Kept:
        number, act = view.line.number, ""
        if "patron" in values:
            values["patron"] = reader.code_of(desk, str(values["patron"]))
        if values:
            _, act = requests.edited(desk, number, values, seen)
        return Kept(number, act)

    return ask


def _differing(
    link: Link, view: RequestView, state: State, cited: Citation
) -> dict[str, str | Sequence[str]]:
    values: dict[str, str | Sequence[str]] = {
        name.replace("_", "-"): getattr(cited, name)
        for name in (*ON_SCREEN, "material")
        if getattr(cited, name) != getattr(view.citation, name)
    }
    line = view.line
    highest, cost = (formats.money(link.words, one) for one in (view.max_cost, view.cost))
    needed, due = (day.isoformat() if day else "" for day in (line.needed_by, line.due))
    local = (
        ("needed-by", state["needed_by"], needed),
        ("note", state["note"], view.note),
        ("patron", state["patron"], line.patron),
        ("max-cost", state["max_cost"], highest),
        ("due", state["due"], due),
        ("cost", state["cost"], cost),
        ("service", state["service"], line.service.value),
    )
    values |= {key: new for key, new, old in local if new != old}
    barcodes = [one.strip() for one in state["item"].splitlines() if one.strip()]
    if barcodes != [one.barcode for one in view.items if one.barcode]:
        values["item"] = barcodes
    suppliers = [one.symbol for one in view.untried]
    if line.side is Side.BORROWING and list(state["suppliers"]) != suppliers:
        values["supplier"] = list(state["suppliers"])
    return values
