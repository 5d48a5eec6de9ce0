"""Files that are no message, kept with the reason beside them."""

import re
from pathlib import Path

from ill_desktop.domain.errors import CannotWrite, Unreadable
from ill_desktop.transport import leaving

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(text: str, limit: int = 80) -> str:
    """A name every system can hold: plain letters and digits, no device, no leading dot."""
    plain = _UNSAFE.sub("-", text).strip("-. ")[:limit].strip("-. ") or "file"
    return f"_{plain}" if _DEVICES.match(plain) else plain


def keep(root: Path, partner: str, name: str, what: bytes | Path, problem: Unreadable) -> Path:
    """Put a file and its `.reason.txt` into the quarantine; raises `CannotWrite`.

    `what` are its bytes, or where it lies if they are too many to be held; raises `NoInput` where
    that cannot be read.
    """
    place = root / safe_name(partner)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(str(place), error.strerror or "") from error
    if isinstance(what, Path):
        final = leaving.copy(place, safe_name(name), what)
    else:
        final = leaving.drop(place, safe_name(name), what)
    reason = f"{problem.reason}\n{problem.where}\n".encode()
    leaving.drop(place, f"{final}.reason.txt", reason)
    leaving.sync(place)
    return place / final
