"""Text as XML 1.0 can hold it."""

import re
from typing import Any

from ill_desktop.domain.message import Coded

_NOT_HELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Text without what XML 1.0 cannot hold: control characters, halves of surrogates."""
    return _NOT_HELD.sub("", text)


def empty(value: Any) -> bool:
    """Nothing, or nothing that XML can hold; blanks alone would be read as absent."""
    if isinstance(value, Coded):
        return empty(value.value)
    return value is None or (isinstance(value, str) and not clean(value).strip())
