"""Requests of several volumes: each has its own state; the request follows the last one.

A request is *here* at the first volume received, *sent back* and *done* only when all are
(DESIGN §5).
"""

from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.advance import Work, noted
from ill_desktop.services.values import Values
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
    return any(i.state != state and code_key(i.barcode) not in named for i in case.items)


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
