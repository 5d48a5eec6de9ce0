"""A day as people write it, read once for forms, commands and files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""No library lends on a day beyond these; what is reckoned from one between them is a day, too."""
AWAY = {
    **dict.fromkeys(("t", "today", "h", "hari ini"), 0),
    **dict.fromkeys(("tomorrow", "besok", "esok"), 1),
    "lusa": 2,
    **dict.fromkeys(("yesterday", "kemarin"), -1),
}
"""Days by name, as so many days from today."""
MONTHS = (
    ("january", "januari"),
    ("february", "februari", "pebruari"),
    ("march", "maret"),
    ("april",),
    ("may", "mei"),
    ("june", "juni"),
    ("july", "juli"),
    ("august", "agustus", "agt", "ags"),
    ("september",),
    ("october", "oktober"),
    ("november", "nopember"),
    ("december", "desember"),
)
"""Any beginning of at least three letters will do."""
LAST_MONTH = 12
_AWAY = re.compile(r"([+-]\d{1,4})")
_FIGURES = re.compile(r"^(\d{1,2})( ?[/.-] ?)(\d{1,2})(?!\d)")
_OF_FILES = re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})")
_WRITTEN = (
    re.compile(
        r"(?P<day>\d{1,2}) ?(?P<by>[/.-]) ?(?P<month>\d{1,2})(?: ?(?P=by) ?(?P<year>\d{4}|\d\d))?"
    ),
    re.compile(
        r"(?P<day>\d{1,2})\.?[ /.-]?(?P<month>[a-z]{3,9})\.?(?:[ /.-]?(?P<year>\d{4}|\d\d))?"
    ),
    re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:,? (?P<year>\d{4}))?"),
)
_APART = re.compile(
    r"\s*(?:\.\.+|…|–|—|(?<=\d{4}-\d\d-\d\d)\s*/|\bto\b|\buntil\b|\bsampai(?: dengan)?\b|\bhingga\b"
    r"|\bs\.? ?d\b\.?|\bs/d\b|(?<=\s)-(?=\s))\s*",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Here:
    """The day a library has, and whether it writes the month first: `12/31`."""

    today: date
    month_first: bool = False

    def read(self, text: str, *, past: bool = False) -> date | None:
        """A day as people there write it; None where it is no day."""
        return read_day(text, self.today, past=past, month_first=self.month_first)

    def is_beyond(self, text: str) -> bool:
        """Whether a day is written there that lies out of all bounds."""
        typed = _turned(text) if self.month_first else text
        return self.read(text) is None and _read(typed, self.today, past=False) is not None


def example(*, month_first: bool = False) -> str:
    """How a day may be written, for whoever wrote none."""
    return written(date(2026, 12, 31), month_first=month_first)


def short_example(*, month_first: bool = False) -> str:
    """The same without a year: `31/12`."""
    return example(month_first=month_first).rpartition("/")[0]


def read_day(
    text: str, today: date | None = None, *, past: bool = False, month_first: bool = False
) -> date | None:
    """`2026-12-01`, `1/12/2026`, `1-12-2026` (day before month); None where it is no day.

    A day before `FIRST` or after `LAST` is none either.

    Seen from `today` also `1/12/26`, `1 Des 2026`, `1/12` (the next such day, or the last one for
    what is `past`), `+14`, `tomorrow`, `kemarin` and `t`, or `h` for *hari ini*; for what is past
    `-2`, too. Other people's files have no today. Where the `month_first` is, `12/1` is `1/12`, and
    `31/12` is no day: nothing is read in both ways.
    """
    day = _read(_turned(text) if month_first else text, today, past=past)
    return day if day is not None and FIRST <= day <= LAST else None


def _read(text: str, today: date | None, *, past: bool) -> date | None:
    typed = " ".join(text.lower().split())
    try:
        if today is not None:
            return _from(today, typed, past=past) or date.fromisoformat(typed)
        written = _OF_FILES.fullmatch(typed)
        if written:
            return date(int(written["year"]), int(written["month"]), int(written["day"]))
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _turned(text: str) -> str:
    """Month and day in figures change their places."""
    return _FIGURES.sub(r"\3\2\1", " ".join(text.split()))


def written(day: date, *, month_first: bool = False) -> str:
    """`31/12/2026` or `12/31/2026`: read back in the same order it is the same day."""
    first, second = (day.month, day.day) if month_first else (day.day, day.month)
    return f"{first}/{second}/{day.year}"


def order_told(texts: Iterable[str]) -> bool | None:
    """Whether the month comes first in a file, as far as its days prove it: `12/15/2026` does."""
    pairs = [found for text in texts if (found := _FIGURES.match(text.strip()))]
    month, day = (any(int(pair[at]) > LAST_MONTH for pair in pairs) for at in (3, 1))
    return None if month is day else month


def doubtful(texts: Iterable[str]) -> bool:
    """Whether a day of a file is another one when the month comes first: `12/5/2026`."""
    pairs = (found for text in texts if (found := _FIGURES.match(text.strip())))
    return any(
        one[1].lstrip("0") != one[3].lstrip("0") and max(int(one[1]), int(one[3])) <= LAST_MONTH
        for one in pairs
    )


def read_span(
    text: str, today: date | None = None, *, month_first: bool = False
) -> tuple[date, date] | None:
    """The first and the last day of `24/12 - 3/1` or `2026-12-24..2027-01-03`, or one day twice.

    Without a year the next such days that are not over are meant; the last may lie before the first
    where both years were written. None where something is no day.
    """
    parts = _parted(text.strip(), today, month_first=month_first)
    if month_first:
        parts = [_turned(part) for part in parts]
    last = read_day(parts[-1], today)
    if len(parts) > 2 or last is None:
        return None
    first = _begun(parts[0], last, today) if len(parts) == 2 else last
    return (first, last) if first is not None else None


def _parted(text: str, today: date | None, *, month_first: bool) -> list[str]:
    if read_day(text, today, month_first=month_first) is not None:
        return [text]
    parts = _APART.split(text)
    tight = len(parts) == 1 and text.count("-") == 1
    return [part.strip() for part in (text.split("-") if tight else parts)]


def _begun(text: str, last: date, today: date | None) -> date | None:
    """The first day of a span, read in the light of its last."""
    if today is None:
        return read_day(text)
    if _DAY_ALONE.fullmatch(text):
        return read_day(f"{text}/{last.month}/{last.year}", today)
    written = _as_written(text.lower())
    no_year = written is not None and not written["year"]
    return read_day(text, last, past=True) if no_year else read_day(text, today)


def _as_written(typed: str) -> re.Match[str] | None:
    return next((found for form in _WRITTEN if (found := form.fullmatch(typed))), None)


def _from(today: date, typed: str, *, past: bool) -> date | None:
    if typed in AWAY:
        return today + timedelta(days=AWAY[typed])
    days = _AWAY.fullmatch(typed)
    if days and (past or days[1][0] == "+"):  # -14 for +14 would make an overdue loan
        return today + timedelta(days=int(days[1]))
    written = _as_written(typed)
    if not written:
        return None
    day, month, year = int(written["day"]), _month(written["month"]), written["year"]
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this_year = date(today.year, month, day)
    if past:
        return this_year if this_year <= today else date(today.year - 1, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _month(text: str) -> int:
    """By number or name; raises `ValueError`."""
    if text.isdecimal():
        return int(text)
    fits = (n for n, names in enumerate(MONTHS, 1) if any(one.startswith(text) for one in names))
    return next(fits, 0)
