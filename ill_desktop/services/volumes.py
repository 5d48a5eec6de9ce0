"""Requests of several volumes: each has its own state; the request follows the last one.

A request is *here* at the first volume received, *sent back* and *done* only when all are
(DESIGN §5).
"""

from dataclasses import replace

from ill_desktop.domain.errors import Missing, NotOfRequest
from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.standing import is_final
from ill_desktop.domain.lifecycle.states import Action
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
    request stands on its strap; where it is one volume, that is named by it. A volume nobody noted
    a barcode of takes one that is nobody's.
    """
    if action not in REACHES or not values.item:
        return values
    number, items = work.case.request.number, work.case.items
    noted = {code_key(item.barcode): item.barcode for item in items if item.barcode}
    strange = {code: _owner(work, code) for code in values.item if code_key(code) not in noted}
    straps = [code for code, owner in strange.items() if owner == number and len(items) <= 1]
    free = sum(not item.barcode for item in items) if items else len(values.item)
    for code, owner in strange.items():
        if code in straps:
            continue
        if owner or not free:
            other = owner if owner != number else ""
            raise NotOfRequest(number, code, other, tuple(noted.values()))
        free -= 1
    return replace(values, item=tuple(code for code in values.item if code not in straps))


def _owner(work: Work, code: str) -> str:
    """The request a code belongs to, one that is open before others; empty for none."""
    carried = parcels.carrying(work.session, code)
    still = next((row for row in carried if not is_final(row.side, row.state)), None)
    if still is not None:
        return still.number
    try:
        return queries.number_by_scan(work.session, code)
    except Missing:
        return ""


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


def _new(work: Work) -> ItemRow:
    item = ItemRow(request_id=work.case.request.id)
    work.session.add(item)
    work.session.flush()
    work.case.items.append(item)
    return item
