"""What is wrong with a thing that came, as a note to the library that sent it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

CAME_AS_COPY = "came-as-copy"
OTHER_DUE_DATE = "other-due-date"
PIECES_MISSING = "pieces-missing"

NOTES: Mapping[str, str] = MappingProxyType(
    {
        "wrong-item": mark("Deviation", "The item that came is not the one asked for."),
        "damaged": mark("Deviation", "It arrived damaged."),
        PIECES_MISSING: mark("Deviation", "{came} of {sent} pieces came."),
        CAME_AS_COPY: mark("Deviation", "It came as a copy; there is nothing to send back."),
        OTHER_DUE_DATE: mark("Deviation", "The paper says that it is due on {due}."),
    }
)


GOES_BACK = frozenset({Action.SENT_BACK, Action.SENT_ON, Action.IS_BACK})
"""Acts that take no other barcode than those of the request."""
ADDS = frozenset({Action.FETCHED, Action.SHIP})
"""Acts that bring more volumes than were noted, where those that were are among them."""
NAMED = GOES_BACK | ADDS | {Action.RECEIVED, Action.EDIT}
"""Acts on things in hand whose barcodes are known by then."""


class _Item(Protocol):
    @property
    def barcode(self) -> str: ...


def other_item(words: Words, action: Action, typed: Iterable[str], noted: Iterable[_Item]) -> str:
    """A warning that names barcodes nobody announced beside those that were, or nothing."""
    typed = tuple(typed)
    known = [item.barcode for item in noted if item.barcode]
    keys = set(map(code_key, known))
    strange = [code for code in typed if code and code_key(code) not in keys]
    whole = action in ADDS and keys <= set(map(code_key, typed))
    if action not in NAMED or whole or not known or not strange:
        return ""
    text = mark(
        "Deviation",
        "On record is {noted}, not {typed}. Check that it is the right item.",
    )
    return words.tr("Deviation", text, noted=", ".join(known), typed=", ".join(strange))


def note(words: Words, code: str, **values: object) -> str:
    """The note for a deviation; empty for none."""
    if code == PIECES_MISSING and values.get("came") == values.get("sent"):
        return words.tr("Deviation", mark("Deviation", "Not all pieces came."))
    return words.tr("Deviation", NOTES[code], **values) if code in NOTES else ""
