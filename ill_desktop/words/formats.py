"""Dates, money and numbers as people write them."""

from datetime import date, datetime
from types import MappingProxyType
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

MEGABYTE = 1024 * 1024

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

    return hour_of_day(words, when.astimezone(ZoneInfo(zone)))


def hour_of_day(words: Words, local: datetime) -> str:
    """`3 Dec 2026 14:05` of a clock on the wall; the hour takes the last five characters."""
    hour = f"{local:%H.%M}" if words.language == "id" else f"{local:%H:%M}"
    return f"{day(words, local.date())} {hour}"


def at_hour(words: Words, hour: str) -> str:
    """An hour within a sentence: `14:05`, `pukul 14.05`."""
    return words.tr("Hour", mark("Hour", "{hour}"), hour=hour)


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


_FIRST = MappingProxyType({("id", "IDR"): "Rp"})
"""Currencies that have a sign in a language; it stands before the amount."""


def size(words: Words, count: int) -> str:
    """So many bytes of a file: `340 kB`, `3.1 MB`; none is smaller than one kilobyte."""
    if count < MEGABYTE:
        return f"{max(1, count // 1024)} kB"
    return f"{written(words, f'{count / MEGABYTE:.1f}')} MB"


def weight(words: Words, grams: int | None) -> str:
    """`1.5 kg`, `1,5 kg` in Indonesian; empty for none."""
    if grams is None:
        return ""
    return f"{written(words, f'{grams / 1000:.3f}'.rstrip('0').rstrip('.'))} kg"


def money(words: Words, amount: "Money | None") -> str:
    """`1,250.50 USD`, `Rp20.000` or `12,50 USD` in Indonesian; empty for none.

    It is read back as the same amount: nothing is set off where three digits behind a comma may
    be a thousandth, and three decimals have a fourth where they would be thousands.
    """
    if amount is None:
        return ""
    from ill_desktop.domain.countries import IN_THOUSANDS, THREE_DECIMALS

    parts = amount.currency in THREE_DECIMALS
    whole, _, cents = f"{amount.amount:f}".partition(".")
    if amount.currency in IN_THOUSANDS and not cents.strip("0"):
        cents = ""
    if len(cents) == 1 or (len(cents) == len("000") and not parts):
        cents += "0"
    number = whole if parts else f"{int(whole):,}"
    number += f".{cents}" if cents else ""
    if words.language == "id":
        number = number.translate(_TURNED)
    sign = _FIRST.get((words.language, amount.currency))
    return f"{sign}{number}" if sign else f"{number} {amount.currency}"


_TURNED = str.maketrans(",.", ".,")
