"""Which column of a table holds what, as far as its header line tells."""

import re
from collections.abc import Mapping, Sequence

from ill_desktop.domain.citation import folded

_BETWEEN = re.compile(r"[\W_]+")


def guessed(header: Sequence[str], fields: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The place of each field; names compare without case, accents, blanks and marks."""
    names = [_key(name) for name in header]
    found: dict[str, int] = {}
    for field, known in fields.items():
        keys = map(_key, known)
        free = (names.index(key) for key in keys if key in names)
        place = next((at for at in free if at not in found.values()), None)
        if place is not None:
            found[field] = place
    return found


def _key(name: str) -> str:
    return _BETWEEN.sub("", folded(name))
