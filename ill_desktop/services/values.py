"""What was typed with an action, read once: dates, codes, money, links (DESIGN §7 Keys)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ill_desktop.domain import codes
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.days import Here, example
from ill_desktop.domain.errors import Invalid, Needed, UnknownKey, Why
from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.keys import REPEATABLE, Key, takes
from ill_desktop.domain.lifecycle.states import Action, Heard
from ill_desktop.domain.money import Money
from ill_desktop.domain.page_range import MOST

Raw = Mapping[str, str | Sequence[str]]

NOTE_LENGTH = 2000
"""Longer notes are refused by partners' systems (ISO18626 §6)."""


@dataclass(frozen=True, slots=True)
class Values:
    """The keys of one action, typed. Dates are local; None and empty mean *not given*."""

    due: date | None = None
    after: date | None = None
    before: date | None = None
    expected: date | None = None
    on: date | None = None
    item: tuple[str, ...] = ()
    supplier: str = ""
    reason: str = ""
    condition: str = ""
    cost: Money | None = None
    note: str = ""
    via: str = ""
    url: str = ""
    file: Path | None = None
    answer: Heard | None = None
    message: Heard | None = None
    call_number: str = ""
    pieces: int | None = None
    pages: int | None = None


ANSWERS: Mapping[str, Heard] = MappingProxyType(
    {
        heard.value: heard
        for heard in Heard
        if heard.value
        in {
            "request-received",
            "expect-to-supply",
            "will-supply",
            "conditions",
            "retry-possible",
            "unfilled",
            "loaned",
            "copy-completed",
            "overdue",
            "recalled",
            "loan-completed",
            "completed-without-return",
            "cancel-yes",
            "cancel-no",
            "cancelled",
            "renew-yes",
            "renew-no",
            "hold-return",
            "release-hold",
            "note",
        }
    }
)
"""What a supplier can have said by telephone, letter or mail."""

MESSAGES: Mapping[str, Heard] = MappingProxyType(
    {
        heard.value: heard
        for heard in (
            Heard.REMINDER,
            Heard.CANCEL,
            Heard.ACCEPTS,
            Heard.REFUSES,
            Heard.ASKS_STATUS,
            Heard.RECEIVED,
            Heard.RENEW,
            Heard.SHIPPED_RETURN,
            Heard.SHIPPED_FORWARD,
            Heard.SAYS_LOST,
            Heard.HOLDS_RETURN,
            Heard.NOTE,
        )
    }
)
"""What a requester can have said by telephone, letter or mail."""

REASONS: Mapping[Action, tuple[str, ...]] = MappingProxyType(
    {
        Action.CANNOT_SUPPLY: codes.REASON_UNFILLED,
        Action.ASK_RETRY: (*codes.REASON_RETRY, *codes.REASON_RETRY_2021),
        Action.CLOSE: codes.CLOSE_REASON,
        Action.GIVE_UP: codes.CLOSE_REASON,
        Action.RECEIVED: codes.DEVIATION,
        Action.COPY_RECEIVED: codes.DEVIATION,
    }
)
"""Which codes a reason may be; void and reopen take any words."""

FROM_NOW_ON = frozenset({Action.RENEW, Action.RECALL})
"""Acts that give a day still to come. A loan that left may be taken down with the day it had."""

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def kebab(text: str) -> str:
    """`WillSupply` and `will supply` as `will-supply`."""
    return _WORDS.sub("-", text.strip()).replace(" ", "-").replace("_", "-").lower()


def read_date(text: str, field: str, here: Here, *, past: bool = False) -> date:
    """A day in any spelling of `domain.days`; raises `Invalid`."""
    day = here.read(text, past=past)
    if day is None:
        if here.is_beyond(text):
            raise Invalid(field, text, Why.OUT_OF_RANGE)
        raise Invalid(field, text, Why.NOT_A_DATE, (example(month_first=here.month_first),))
    return day


def read_code(text: str, field: str, known: Iterable[str]) -> str:
    """A code in its canonical spelling, whatever the case or dashes typed."""
    spelled = {kebab(code): code for code in known}
    found = spelled.get(kebab(text))
    if found is None:
        raise Invalid(field, text, Why.NOT_A_CODE, tuple(spelled.values()))
    return found


def read_link(text: str) -> str:
    """A web address; only http and https are ever sent or opened."""
    if not re.match(r"^https?://[^\s/]+\S*$", text.strip(), re.IGNORECASE):
        raise Invalid("url", text, Why.NOT_A_LINK)
    return text.strip()


def read_note(text: str) -> str:
    """Free words for a message, without control characters, at most `NOTE_LENGTH`."""
    cleaned = "\n".join(tidy(line) for line in text.splitlines()).strip()
    if len(cleaned) > NOTE_LENGTH:
        raise Invalid("note", cleaned[:40], Why.TOO_LONG)
    return cleaned


def _heard(known: Mapping[str, Heard], field: str) -> Callable[[str, Here], Heard]:
    aliases = {"notification": "note", "status": "status-request"}

    def read(text: str, here: Here) -> Heard:
        name = aliases.get(kebab(text), kebab(text))
        if name not in known:
            raise Invalid(field, text, Why.NOT_A_CODE, tuple(known))
        return known[name]

    return read


def _on(text: str, here: Here) -> date:
    on = read_date(text, "on", here, past=True)
    if on > here.today:
        raise Invalid("on", on.isoformat(), Why.IN_THE_FUTURE)
    return on


def _date(field: str) -> Callable[[str, Here], date]:
    return lambda text, here: read_date(text, field, here)


_READERS: Mapping[Key, Callable[[str, Here], Any]] = MappingProxyType(
    {
        Key.DUE: _date("due"),
        Key.AFTER: _date("after"),
        Key.BEFORE: _date("before"),
        Key.EXPECTED: _date("expected"),
        Key.ON: _on,
        Key.SUPPLIER: lambda text, here: text.strip(),
        Key.CONDITION: lambda text, here: _condition(text),
        Key.NOTE: lambda text, here: read_note(text),
        Key.VIA: lambda text, here: read_code(text, "via", codes.SENT_VIA),
        Key.URL: lambda text, here: read_link(text),
        Key.FILE: lambda text, here: Path(text),
        Key.ANSWER: _heard(ANSWERS, "answer"),
        Key.MESSAGE: _heard(MESSAGES, "message"),
        Key.CALL_NUMBER: lambda text, here: tidy(text),
        Key.PIECES: lambda text, here: _pieces(text),
        Key.PAGES: lambda text, here: read_page_count(text, "pages"),
    }
)


def _pieces(text: str) -> int:
    if not text.strip().isdecimal() or not 0 < int(text) <= 999:
        raise Invalid("pieces", text, Why.NOT_A_NUMBER)
    return int(text)


def read_page_count(text: str, field: str) -> int | None:
    """How many pages a copy has; None for 0, where nobody knows."""
    if not text.strip().isdecimal():
        raise Invalid(field, text, Why.NOT_A_NUMBER)
    if int(text) > MOST:
        raise Invalid(field, text, Why.OUT_OF_RANGE)
    return int(text) or None


def _condition(text: str) -> str:
    """A known condition in its spelling, or the words as typed: the list is open."""
    try:
        return read_code(text, "condition", codes.LOAN_CONDITION)
    except Invalid:
        return tidy(text)


def _reason(action: Action, text: str) -> str:
    known = REASONS.get(action)
    return tidy(text) if known is None else read_code(text, "reason", known)


def _one(key: Key, raw: str | Sequence[str]) -> str:
    if isinstance(raw, str):
        return raw
    if len(raw) != 1:
        raise Invalid(key.value, ", ".join(raw), Why.OUT_OF_RANGE)
    return raw[0]


def read_items(raw: str | Sequence[str]) -> tuple[str, ...]:
    """Barcodes, each once, in the spelling it was first given."""
    given = [raw] if isinstance(raw, str) else raw
    found: dict[str, str] = {}
    for text in map(tidy, given):
        if text:
            found.setdefault(code_key(text), text)
    return tuple(found.values())


def read_values(action: Action, raw: Raw, here: Here, currency: str = "") -> Values:
    """Check and type what came with an action; `currency` is that of a cost without its own.

    Raises `UnknownKey`, `Needed` or `Invalid`; nothing has happened by then.
    """
    allowed = takes(action)
    typed: dict[str, Any] = {}
    for name, text in raw.items():
        if name not in set(allowed.all):
            raise UnknownKey(name, tuple(key.value for key in allowed.all))
        key = Key(name)
        if key in REPEATABLE:
            typed[name] = read_items(text)
        elif _one(key, text).strip():
            typed[name] = _typed(action, key, _one(key, text), here, currency)
    for key in allowed.needs:
        if not typed.get(key.value):
            raise Needed(key.value, action.value)
    values = Values(**{name.replace("-", "_"): value for name, value in typed.items()})
    if action in FROM_NOW_ON and values.due and values.due < (values.on or here.today):
        raise Invalid("due", values.due.isoformat(), Why.IN_THE_PAST)
    return values


def _typed(action: Action, key: Key, text: str, here: Here, currency: str) -> Any:
    if key is Key.REASON:
        return _reason(action, text)
    if key is Key.COST:
        return Money.parse(text, currency=currency)
    return _READERS[key](text, here)
