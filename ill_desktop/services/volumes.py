"""Requests of several volumes: each has its own state; the request follows the last one.

A request is *here* at the first volume received, *sent back* and *done* only when all are
(DESIGN §5).
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from ill_desktop.domain.errors import NotOfRequest
from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.standing import is_final
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services.advance import Work, noted
from ill_desktop.services.values import Values
from ill_desktop.store import parcels, queries
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import ItemRow

REACHES = {
    Action.SENT_BACK: "sent-back",
    Action.SENT_ON: "sent-back",
    Action.IS_BACK: "back",
}
"""Actions that finish a step only when every volume has taken it."""


def stays_open(case: Case, action: Action, values: Values) -> bool:
    """Whether volumes would remain that this action does not speak of."""
    state = REACHES.get(action)
    if state is None or not values.item:
        return False
    named = {code_key(one) for one in values.item}
    left = [i for i in case.items if i.state != state and code_key(i.barcode) not in named]
    new = named - {code_key(i.barcode) for i in case.items}
    return any(i.barcode for i in left) or len(left) > len(new)


def of_request(work: Work, action: Action, values: Values) -> Values:
    """The values with barcodes of this request alone; raises `NotOfRequest`.

    What goes back is known by then: any other barcode is another book's. The number of the
    request stands on its strap, and on that of its last volume still here it names the volume. A
    volume nobody noted a barcode of takes one that is nobody's.
    """
    if action not in REACHES or not values.item:
        return values
    number, items = work.case.request.number, work.case.items
    noted = {code_key(item.barcode): item.barcode for item in items if item.barcode}
    strange = {code: _owner(work, code) for code in values.item if code_key(code) not in noted}
    left = sum(item.state != REACHES[action] for item in items)
    straps = [code for code, owner in strange.items() if owner == number and left <= 1]
    free = sum(not item.barcode for item in items) if items else len(values.item)
    for code, owner in strange.items():
        if code in straps:
            continue
        if owner or not free:
            raise NotOfRequest(number, code, owner, tuple(noted.values()))
        free -= 1
    return replace(values, item=tuple(code for code in values.item if code not in straps))


def _owner(work: Work, code: str) -> str:
    """The request a code belongs to now; empty for none.

    A copy that came back may be lent again, so what has gone back owns none; neither does an id
    that only a partner uses.
    """
    away = parcels.away(work.session, code, frozenset(REACHES.values()))
    still = next((row for row in away if not is_final(row.side, row.state)), None)
    return still.number if still is not None else queries.number_by_strap(work.session, code)


def part_of(work: Work, action: Action, values: Values) -> None:
    """Some volumes take the step, the request does not."""
    with noted(work, action.value):
        put(work, values.item, REACHES[action])


def told(work: Work, barcodes: tuple[str, ...]) -> None:
    """The supplier sent these volumes; one that is here, or went back, stays what it is."""
    there = {code_key(item.barcode) for item in work.case.items if item.state in _CAME}
    sent = tuple(one for one in barcodes if code_key(one) not in there)
    if sent:
        put(work, sent, "sent")


_CAME = frozenset({"here", "sent-back", "back"})


def put(work: Work, barcodes: tuple[str, ...], state: str) -> None:
    """Put the named volumes, or all of them, into a state; unknown ones are added.

    One that is known keeps the spelling it was entered in.
    """
    known = {code_key(item.barcode): item for item in work.case.items if item.barcode}
    blank = [item for item in work.case.items if not item.barcode]
    for barcode in barcodes:
        item = known.get(code_key(barcode))
        if item is None:
            item = blank.pop(0) if blank else _new(work)
            item.barcode = barcode
        item.state = state
    if not barcodes:
        for item in work.case.items:
            item.state = state


def in_hand(work: Work, barcodes: tuple[str, ...], state: str) -> None:
    """As `put`, for things that lie on the desk: what was noted may have been another one.

    Where as many are named as were noted, those not among them are the wrongly noted ones.
    """
    if len(barcodes) >= len(work.case.items):
        _correct(work, barcodes)
    put(work, barcodes, state)


def sent_out(work: Work, barcodes: tuple[str, ...]) -> None:
    """These leave; what was noted and stays on the shelf is no volume of the loan."""
    in_hand(work, barcodes, "sent")
    if barcodes:
        _drop(work, _unnamed(work, barcodes))


def noted_anew(work: Work, barcodes: tuple[str, ...]) -> None:
    """Let the volumes be these: a corrected barcode takes the place of the one it corrects."""
    items = work.case.items
    state = items[-1].state if items else _STANDING.get(work.case.request.state, "wanted")
    rest = _correct(work, barcodes)
    spelled = {code_key(barcode): barcode for barcode in barcodes}
    for item in items:
        item.barcode = spelled.get(code_key(item.barcode), item.barcode)
    known = {code_key(item.barcode) for item in items}
    more = tuple(barcode for key, barcode in spelled.items() if key not in known)
    if more:
        put(work, more, state)
    _drop(work, rest)


_STANDING: Mapping[State, str] = MappingProxyType(
    {
        State.ON_ITS_WAY: "sent",
        State.SENT_OUT: "sent",
        State.AT_BORROWER: "sent",
        State.COMING_BACK: "sent",
        State.HERE: "here",
        State.SENT_BACK: "sent-back",
    }
)
"""Where the volumes of a request are that stands so; of the others they are only wanted."""


def _unnamed(work: Work, barcodes: tuple[str, ...]) -> list[ItemRow]:
    named = set(map(code_key, barcodes))
    return [one for one in work.case.items if one.barcode and code_key(one.barcode) not in named]


def _correct(work: Work, barcodes: tuple[str, ...]) -> list[ItemRow]:
    """Give volumes that are not named the barcodes that are new; the others are returned."""
    known = {code_key(item.barcode) for item in work.case.items}
    new = [barcode for barcode in barcodes if code_key(barcode) not in known]
    wrong = _unnamed(work, barcodes)
    for item, barcode in zip(wrong, new, strict=False):
        item.barcode = barcode
    return wrong[len(new) :]


def _drop(work: Work, items: list[ItemRow]) -> None:
    for item in items:
        work.session.delete(item)
        work.case.items.remove(item)


def _new(work: Work) -> ItemRow:
    item = ItemRow(request_id=work.case.request.id)
    work.session.add(item)
    work.session.flush()
    work.case.items.append(item)
    return item
