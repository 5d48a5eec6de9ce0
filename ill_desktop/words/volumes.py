"""Where each volume of a request is."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

STATES: Mapping[str, str] = MappingProxyType(
    {
        "wanted": mark("Volume", "wanted"),
        "sent": mark("Volume", "sent"),
        "here": mark("Volume", "here"),
        "sent-back": mark("Volume", "sent back"),
        "back": mark("Volume", "back"),
    }
)


class _Volume(Protocol):
    @property
    def barcode(self) -> str: ...
    @property
    def state(self) -> str: ...


def standing(words: Words, volumes: Sequence[_Volume]) -> tuple[str, ...]:
    """Where each is; empty where all are in one place, for that the state of the request says."""
    if len({one.state for one in volumes}) < 2:
        return ("",) * len(volumes)
    return tuple(words.tr("Volume", STATES.get(one.state, one.state)) for one in volumes)


def listed(words: Words, volumes: Sequence[_Volume]) -> str:
    """The barcodes in one line: `UB-1 (back), UB-2 (sent)`."""
    places = zip(volumes, standing(words, volumes), strict=True)
    return ", ".join(
        f"{one.barcode} ({place})" if place else one.barcode for one, place in places if one.barcode
    )
