"""Closed days from a calendar file (.ics) or a table with a day and a name in each row."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ill_desktop.domain.citation import tidy
from ill_desktop.domain.days import order_told, read_day
from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import csv_text

LONGEST = 62
"""A calendar entry over more days than this closes no library; it is left out."""
_DAY = ("date", "day", "tanggal")
_NAME = ("name", "summary", "nama", "keterangan")

Days = dict[date, str]


def read(data: bytes, source: str, years: range, *, month_first: bool = False) -> Days:
    """Days with their names; what returns every year is read for `years`. Raises `Unreadable`.

    Whether the month comes first in a table is taken from its days where they prove it.
    """
    if b"BEGIN:VCALENDAR" in data[:4096]:
        found = _calendar(data, years)
    else:
        found = _table(data, source, month_first=month_first)
    if not found:
        raise Unreadable(source, "no-days")
    return dict(sorted(found.items()))


def _table(data: bytes, source: str, *, month_first: bool) -> Days:
    rows = [row for _, row in csv_text.numbered_rows(data, source)]
    told = order_told(_cell(row, _DAY) for row in rows)
    order = month_first if told is None else told
    found: Days = {}
    for row in rows:
        day = read_day(_cell(row, _DAY), month_first=order)
        if day is not None:
            found[day] = tidy(_cell(row, _NAME))
    return found


def _cell(row: Mapping[str, str], names: Sequence[str]) -> str:
    return next((row[name] for name in names if name in row), "")


def _calendar(data: bytes, years: range) -> Days:
    found: Days = {}
    for event in _events(data):
        name = tidy(_plain(event.get("SUMMARY", "")))
        for day in _days(event, years):
            found[day] = name
    return found


def _events(data: bytes) -> Iterator[dict[str, str]]:
    """Each event by property name; long lines are folded with a blank (RFC 5545 §3.1)."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    event: dict[str, str] | None = None
    for line in text.replace("\n ", "").replace("\n\t", "").split("\n"):
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT" and event is not None:
            yield event
            event = None
        elif event is not None:
            head, _, value = line.partition(":")
            event.setdefault(head.partition(";")[0].upper(), value)


def _days(event: dict[str, str], years: range) -> Iterator[date]:
    first = _date(event.get("DTSTART", ""))
    if first is None:
        return
    end = _date(event.get("DTEND", "")) or first
    length = max(1, (end - first).days)
    if length > LONGEST:
        return
    for start in _starts(first, event.get("RRULE", ""), years):
        yield from (start + timedelta(days=n) for n in range(length))


def _starts(first: date, rule: str, years: range) -> Iterator[date]:
    yield first
    if "FREQ=YEARLY" in rule.upper() and "BY" not in rule.upper():
        for year in years:
            if year > first.year and (first.month, first.day) != (2, 29):
                yield first.replace(year=year)


def _date(value: str) -> date | None:
    digits = value.strip()[:8]
    return read_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}") if len(digits) == 8 else None


def _plain(text: str) -> str:
    for written, meant in (("\\n", " "), ("\\N", " "), ("\\,", ","), ("\\;", ";")):
        text = text.replace(written, meant)
    return text.replace("\\\\", "\\")
