"""How a due date came about, told as the sum it is."""

from datetime import date

from ill_desktop.domain.calendar import Before, Due
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

PERIOD = mark("DueSum", "{n} days from {start} = {first}")
OURS = mark("DueSum", "{period}, we are closed → {day}")
THEIRS = mark("DueSum", "{period}, they are closed → {day}")
BOTH = mark("DueSum", "{period}, both closed → {day}")
_SHUT = {frozenset({0}): OURS, frozenset({1}): THEIRS, frozenset({0, 1}): BOTH}


def told(words: Words, due: Due) -> str:
    """`28 days from 25 Nov 2026 = 23 Dec 2026, they are closed → 4 Jan 2027`.

    The calendars are ours and theirs, in that order.
    """
    period = words.tr(
        "DueSum",
        PERIOD,
        n=due.days,
        start=formats.day(words, due.start),
        first=formats.day(words, due.first),
    )
    if due.day == due.first:
        return period
    return words.tr("DueSum", _SHUT[due.shut], period=period, day=formats.day(words, due.day))


def before(words: Words, found: Before) -> str:
    """`5 days before the due date`, and why it is earlier still."""
    text = words.count(
        "DueSum",
        found.days,
        mark("DueSum", "{n} day before the due date"),
        mark("DueSum", "{n} days before the due date"),
    )
    if found.day == found.first:
        return text
    first = formats.day(words, found.first)
    shut = mark("DueSum", "{period}, {first}: we are closed")
    return words.tr("DueSum", shut, period=text, first=first)


def odd(words: Words, due: date, start: date, until: date | None = None) -> str:
    """What is odd about a due date given on `start`: it is past, or no later than `until`.

    Empty where nothing is; `until` is the day that a renewal is to move.
    """
    if due < start:
        return words.tr("DueSum", mark("DueSum", "This day is past."))
    if until is not None and due <= until:
        day = formats.day(words, until)
        return words.tr(
            "DueSum", mark("DueSum", "Not later than the due date now, {day}."), day=day
        )
    return ""
