"""How a due date came about, told as the sum it is, and what is odd about a day given."""

from datetime import date

from ill_desktop.domain.calendar import Before, Due
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

PERIOD = mark("DueSum", "{n} days from {start}: {first}.")
OURS = mark("DueSum", "{period} We are closed then, so {day}.")
THEIRS = mark("DueSum", "{period} They are closed then, so {day}.")
BOTH = mark("DueSum", "{period} Both are closed then, so {day}.")
EITHER = mark("DueSum", "{period} The first day on which both are open is {day}.")
_SHUT = {
    frozenset[int](): EITHER,
    frozenset({0}): OURS,
    frozenset({1}): THEIRS,
    frozenset({0, 1}): BOTH,
}


def told(words: Words, due: Due) -> str:
    """`28 days from 25 Nov 2026: 23 Dec 2026. They are closed then, so 4 Jan 2027.`

    The calendars are ours and theirs, in that order. No days from a day: it stays that one.
    """
    if not due.days and due.day == due.start:
        text = mark("DueSum", "It stays due on {day}.")
        return words.tr("DueSum", text, day=formats.day(words, due.day))
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
    """Two lines: the day, and why it is that one.

    `Due 16 Dec 2026, less 3 days for the way back.`, and where that falls on a closed day:
    `Due 16 Dec 2026, less 3 days for the way back: 13 Dec 2026. Closed then, so 11 Dec 2026.`
    """
    day, until = formats.day(words, found.day), formats.day(words, found.until)
    one = mark("DueSum", "Due {until}, less {n} day for the way back")
    many = mark("DueSum", "Due {until}, less {n} days for the way back")
    less = words.count("DueSum", found.days, one, many, until=until)
    if found.day == found.first:
        return f"{day}\n{less}."
    text = mark("DueSum", "{less}: {first}. Closed then, so {day}.")
    first = formats.day(words, found.first)
    return f"{day}\n{words.tr('DueSum', text, less=less, first=first, day=day)}"


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


LONG_AGO = 60
"""Days after which a day of the past is more likely mistyped than meant."""


def long_ago(words: Words, on: date, today: date) -> str:
    """That a day lies so far back that it may be another one; empty where it does not."""
    days = (today - on).days
    text = mark("DueSum", "That is {n} days ago.")
    return words.tr("DueSum", text, n=days) if days > LONG_AGO else ""


def before_made(words: Words, on: date, made: date) -> str:
    """That something is said to have happened before its request was made; empty where not."""
    if on >= made:
        return ""
    text = mark("DueSum", "That is before the request was made ({day}).")
    return words.tr("DueSum", text, day=formats.day(words, made))
