# house: table
"""What `--help` tells of keys, below the options."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.exchange import HABITS, PRESETS, Kind
from ill_desktop.domain.lifecycle.engine import actions_on
from ill_desktop.domain.lifecycle.keys import takes
from ill_desktop.domain.lifecycle.states import Action, Side, Timer
from ill_desktop.domain.queues import Queue

LISTED = (
    f"Q is one of {', '.join(Queue)}. R means those whose time is up, looked at already or not: "
    f"one of {', '.join(Timer)}."
)
CARD: Mapping[str, str] = MappingProxyType(
    {
        "name": "what the library is called",
        "symbol": "AUTHORITY:VALUE; several times for several, the first one signs",
        "country": "two letters of ISO 3166, such as ID",
        "language": "en or id: of what is printed for it",
        "note": "free words, for us",
        "telephone": "where it is rung up",
        "courier": "what its courier sorts by, such as a route or hub number: on labels",
        "active": "yes or no: whether it is asked any more",
        "inbox": "the folder they leave messages in for us",
        "outbox": "the folder we leave messages in for them",
        "mail": "the address of a partner that is reached by mail; inbox= and outbox= are then\n"
        "folders of .eml files",
        "channel-of": "A:V of the partner whose folders are shared",
        "address": "one line, several times for several: where parcels go",
        "return-address": "the same, for what goes back",
        "mail-address": "the same, for letters",
        "invoice-address": "the same, for invoices",
        "loan-days": "how many days we lend to it, where not as to all",
        "answer-days": "how long they take to answer, in working days",
        "reader-margin": "how many days before their due date readers bring things back",
        "closed-weekdays": "such as sat,sun",
        "closed-days": "such as 24/12..3/1 or 2026-12-24..2027-01-03, several times for several",
    }
)
"""The keys of a partner's card; an empty value takes away what was there."""


def card() -> str:
    """The keys of a partner's card, and below them those of its exchange profile."""
    lines = ["keys of the card; KEY= takes away what was there:"]
    for key, told in CARD.items():
        first, *more = told.splitlines()
        lines += [f"  {key:<18}{first}", *(f"{'':<20}{line}" for line in more)]
    return "\n".join([*lines, "", habits()])


def habits() -> str:
    """The keys of the exchange profile with what they take, for the help of `partner set`."""
    lines = [f"  {habit.key} = {'|'.join(habit.choices) or habit.kind.value}" for habit in HABITS
             if habit.kind is not Kind.PAIRS]  # fmt: skip
    return "\n".join(
        (
            "keys of the exchange profile:",
            f"  preset = {'|'.join(PRESETS)}",
            *lines,
            "  substitute = STATUS>STATUS, ...",
        )
    )


def actions() -> str:
    """Every action with the keys it takes, for the help text; those it needs have a star."""
    lines = []
    for side in Side:
        here = actions_on(side)
        lines += ["", f"actions, {side}:"]
        for action in (one for one in Action if one in here):
            needed = takes(action).needs
            keys = " ".join(f"{key}*" if key in needed else key for key in takes(action).all)
            lines.append(f"  {action:<24}{keys}")
    return "\n".join([*lines, "", ON_THE_DAY])


ON_THE_DAY = (
    "* is needed; item= may be given several times; on= is the day it happened,\n"
    "where that was not today (-2: two days ago); cost=12.50 is in the currency of\n"
    "the desk's country, cost=12.50 USD in another"
)


FIGURES = (
    "With --json the answer is {from, to, rules, measures}, and each of measures is {code, label, "
    "value, definition, breakdowns, corrected}: corrected tells in words what differs since a "
    "month was closed, or is null. Each of breakdowns is {by, key, label, value, few}: few is "
    "true, and value null, where fewer than five requests or readers of one category or "
    "department stand behind a part or behind one side of a share, ratio or difference; CSV and "
    "XLSX say <5 there."
)


LOADED = (
    "Rows that cannot be taken are told and left out. With --json the answer is {added, changed, "
    "rejected}, and each of rejected is {line, field, message}."
)


STATEMENT = (
    "With --json the answer is {partner, symbol, on, lines}, and each of lines is {request_id, "
    "supplier_id, borrower, phase, due, title, number}: borrower tells whether whoever wrote the "
    "line borrows, phase is asked, promised, out or returning. With --out it is {file}; with "
    "--compare {partner, theirs_on, lines}, and each of lines is {verdict, ours, theirs}: verdict "
    "is agree, differ, only-ours or only-theirs, and the side that does not know of it null."
)
