"""Text as XML 1.0 can hold it."""

from typing import Any

from ill_desktop.domain.message import Coded

_ALLOWED = frozenset("\t\n\r")


def clean(text: str) -> str:
    """Text without what XML 1.0 cannot hold: control characters, halves of surrogates."""
    return "".join(c for c in text if c in _ALLOWED or _holds(ord(c)))


def _holds(point: int) -> bool:
    return point >= 0x20 and not 0xD800 <= point <= 0xDFFF and point not in (0xFFFE, 0xFFFF)


def empty(value: Any) -> bool:
    """Nothing, or nothing that XML can hold; blanks alone would be read as absent."""
    if isinstance(value, Coded):
        return empty(value.value)
    return value is None or (isinstance(value, str) and not clean(value).strip())
