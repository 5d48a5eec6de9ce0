"""Dates, money and numbers as people write them."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.domain.money import Money

MONTHS = (
    mark("Month", "Jan"),
    mark("Month", "Feb"),
    mark("Month", "Mar"),
    mark("Month", "Apr"),
    mark("Month", "May"),
    mark("Month", "Jun"),
    mark("Month", "Jul"),
    mark("Month", "Aug"),
    mark("Month", "Sep"),
    mark("Month", "Oct"),
    mark("Month", "Nov"),
    mark("Month", "Dec"),
)

WEEKDAYS = (
    mark("Weekday", "Monday"),
    mark("Weekday", "Tuesday"),
    mark("Weekday", "Wednesday"),
    mark("Weekday", "Thursday"),
    mark("Weekday", "Friday"),
    mark("Weekday", "Saturday"),
    mark("Weekday", "Sunday"),
)


def weekday(words: Words, when: date) -> str:
    """`Wednesday`."""
    return words.tr("Weekday", WEEKDAYS[when.weekday()])


def day(words: Words, when: date | None) -> str:
    """`3 Dec 2026`; empty for no date."""
    if when is None:
        return ""
    return f"{when.day} {words.tr('Month', MONTHS[when.month - 1])} {when.year}"


def moment(words: Words, when: datetime | None, zone: str) -> str:
    """`3 Dec 2026 14:05` in the library's zone."""
    if when is None:
        return ""
    from zoneinfo import ZoneInfo

    local = when.astimezone(ZoneInfo(zone))
    return f"{day(words, local.date())} {local:%H:%M}"


def due_in(words: Words, due: date | None, today: date) -> str:
    """How far a due date is off: `in 3 days`, `today`, `2 days late`."""
    if due is None:
        return ""
    days = (due - today).days
    if days == 0:
        return words.tr("Due", mark("Due", "today"))
    if days > 0:
        one, many = mark("Due", "in {n} day"), mark("Due", "in {n} days")
        return words.count("Due", days, one, many)
    one, many = mark("Due", "{n} day late"), mark("Due", "{n} days late")
    return words.count("Due", -days, one, many)


def written(words: Words, number: str) -> str:
    """A number with the decimal sign of the language."""
    return number.replace(".", ",") if words.language == "id" else number


def money(amount: "Money | None") -> str:
    """`12.50 USD`; empty for none."""
    return "" if amount is None else str(amount)
