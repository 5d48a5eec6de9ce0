"""A day as people write it, read once for forms, commands and files."""

import re
from datetime import date, timedelta

TODAY = frozenset({"t", "today", "h"})
_AWAY = re.compile(r"([+-]\d{1,4})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_DASHED = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_NO_YEAR = re.compile(r"(\d{1,2})[/.](\d{1,2})")


def read_day(text: str, today: date | None = None, *, past: bool = False) -> date | None:
    """`2026-12-01`, `1/12/2026` (day before month); None where it is no day.

    Seen from `today` also `1/12` (the next such day, or the last one for what is `past`), `+14`,
    `-2` and `t`, or `h` for *hari ini*. Other people's files, which have no today, may write
    `1-12-2026`.
    """
    typed = text.strip().lower()
    try:
        written = _DAY_FIRST.fullmatch(typed) or (today is None and _DASHED.fullmatch(typed))
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        near = _from(today, typed, past=past) if today is not None else None
        return near or date.fromisoformat(typed)
    except ValueError:
        return None


def _from(today: date, typed: str, *, past: bool) -> date | None:
    if typed in TODAY:
        return today
    days = _AWAY.fullmatch(typed)
    if days:
        return today + timedelta(days=int(days[1]))
    written = _NO_YEAR.fullmatch(typed)
    if not written:
        return None
    day, month = int(written[1]), int(written[2])
    this_year = date(today.year, month, day)
    if past:
        return this_year if this_year <= today else date(today.year - 1, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)
