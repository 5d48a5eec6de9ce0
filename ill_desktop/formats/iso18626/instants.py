"""Dates as partners write them, as aware UTC instants (ISO18626 §6)."""

import re
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from ill_desktop.domain.days import FIRST, LAST

_DATE = re.compile(
    r"^(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T ](?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,12})?)?)?"
    r"\s*(?P<zone>Z|z|[+-]\d\d:?\d\d)?$"
)

_PLAIN = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:[0-5]\dZ\Z", re.ASCII)
"""As nearly every message has it."""

SAID = range(FIRST.year + 1, LAST.year + 1)
"""Years that are meant; by 1, 1900 and 9999 other programs say *nothing here*."""


def written(instant: datetime) -> str:
    """UTC, whole seconds, `Z`."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def read(text: str, zone: ZoneInfo) -> tuple[datetime | None, str]:
    """The instant and a finding code, `""` where the text is as it should be.

    A missing zone is read as `zone`; a date alone is its last second. Raises `ValueError`.
    """
    if _PLAIN.match(text):
        plain = datetime.fromisoformat(text)
        return (plain, "") if plain.year in SAID else (None, "date-unset")
    found = _DATE.match(text.strip())
    if found is None:
        raise ValueError(text)
    year = int(found["y"])
    if year not in SAID:
        return None, "date-unset"
    if found["h"] is None:
        return _at(found, 23, 59, 59, UTC), "date-without-time"
    hour, minute, second = int(found["h"]), int(found["min"]), int(found["s"] or 0)
    if found["zone"]:
        return _at(found, hour, minute, second, _offset(found["zone"])), ""
    return _at(found, hour, minute, second, zone), "date-without-zone"


def _at(found: re.Match[str], hour: int, minute: int, second: int,
        zone: timezone | ZoneInfo) -> datetime:  # fmt: skip
    day = datetime(int(found["y"]), int(found["m"]), int(found["d"]), tzinfo=zone)
    if hour == 24 and minute == second == 0:
        return (day + timedelta(days=1)).astimezone(UTC)
    return day.replace(hour=hour, minute=minute, second=min(second, 59)).astimezone(UTC)


def _offset(text: str) -> timezone:
    if text in "Zz":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
