# house: table
"""How a partner's system speaks and what it expects to hear: the exchange profile (ISO18626 §8.4).

`HABITS` has one row a key; commands, the partner's card, the store and the words read it. What a
habit does stands with the code that obeys it. `PRESETS` are what is known of common systems.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from ill_desktop.domain.calendar import Closure
from ill_desktop.domain.codes import Status
from ill_desktop.domain.errors import Invalid, UnknownKey, Why


class Dialect(StrEnum):
    """Edition a message is written in."""

    V1_1 = "1.1"
    V1_2 = "1.2"
    V2021 = "2021"

    @classmethod
    def named(cls, version: str) -> "Dialect | None":
        """The edition a version attribute means, however it is written; None: it says nothing."""
        found = _VERSION.search(version)
        if found is None:
            return None
        if found[0] == "2021" or found[0].replace("_", ".") == "1.3":
            return cls.V2021
        return cls.V1_2 if found[0].replace("_", ".") == "1.2" else cls.V1_1


_VERSION = re.compile(r"2021|1[._][0-3](?!\d)")


class Style(StrEnum):
    """The four ways of agreeing to conditions (ISO18626 §7.3.4); all are read always."""

    NOTIFICATION = "a"
    MARKERS = "b"
    WORDS = "c"
    RETRY = "d"


class CostField(StrEnum):
    """Where a price we ask stands."""

    OFFERED = "offeredCosts"
    DELIVERY = "deliveryCosts"
    NOTE = "note"


class Kind(StrEnum):
    """How a habit's value is typed and shown."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Habit:
    """One key of the profile. `default` is as typed; a number's empty default means *none*."""

    key: str
    kind: Kind
    default: str
    choices: tuple[str, ...] = ()
    longest: int = 0
    pattern: str = ""

    def read(self, text: str) -> str:
        """The value as it is kept; raises `Invalid`."""
        return _READ[self.kind](self, text.strip())


def _yes_no(habit: Habit, text: str) -> str:
    known = {"yes": "yes", "true": "yes", "1": "yes", "no": "no", "false": "no", "0": "no"}
    if text.lower() not in known:
        raise Invalid(habit.key, text, Why.NOT_A_CODE)
    return known[text.lower()]


def _choice(habit: Habit, text: str) -> str:
    found = next((one for one in habit.choices if one.lower() == text.lower()), None)
    if found is None:
        raise Invalid(habit.key, text, Why.NOT_A_CODE)
    return found


def _number(habit: Habit, text: str) -> str:
    if not text:
        return habit.default
    if not (text.isascii() and text.isdecimal()) or int(text) > habit.longest:
        raise Invalid(habit.key, text, Why.NOT_A_NUMBER)
    return str(int(text))


def _text(habit: Habit, text: str) -> str:
    if not text:
        return habit.default
    if not re.fullmatch(habit.pattern, text):
        raise Invalid(habit.key, text, Why.NOT_A_CODE)
    return text


def _pairs(habit: Habit, text: str) -> str:
    """`ExpectToSupply>WillSupply`, several parted by commas."""
    if not text:
        return ""
    kept = []
    for part in text.split(","):
        before, _, after = (half.strip() for half in part.replace("→", ">").partition(">"))
        if before not in habit.choices or after not in habit.choices:
            raise Invalid(habit.key, part.strip(), Why.NOT_A_CODE)
        kept.append(f"{before}>{after}")
    return ", ".join(kept)


_READ = MappingProxyType(
    {
        Kind.YES_NO: _yes_no,
        Kind.CHOICE: _choice,
        Kind.NUMBER: _number,
        Kind.TEXT: _text,
        Kind.PAIRS: _pairs,
    }
)

AUTO = "auto"
"""What is chosen by itself: the dialect they last wrote; confirmations, but none by mail."""

_STATUSES = tuple(one.value for one in Status)
_PREFIX = r"[A-Za-z][A-Za-z0-9]{0,15}"
_YN, _CH, _NO, _TX, _PR = Kind.YES_NO, Kind.CHOICE, Kind.NUMBER, Kind.TEXT, Kind.PAIRS

HABITS = (
    Habit("dialect", _CH, AUTO, (AUTO, *(one.value for one in Dialect))),
    Habit("version", _TX, "", pattern=r"[\w. -]{1,20}"),
    Habit("prefix", _TX, "ill", pattern=_PREFIX),
    Habit("reading", _CH, "lenient", ("lenient", "strict")),
    Habit("package", _CH, "beside", ("beside", "inside", "sealed", "sealed-only")),
    Habit("confirmations", _CH, AUTO, (AUTO, "yes", "no")),
    Habit("koha-old", _YN, "no"),
    Habit("expect-confirmations", _YN, "no"),
    Habit("silence-days", _NO, "3", longest=365),
    Habit("substitute", _PR, "", _STATUSES),
    Habit("conditions", _CH, Style.NOTIFICATION.value, tuple(one.value for one in Style)),
    Habit("cost-field", _CH, CostField.OFFERED.value, tuple(one.value for one in CostField)),
    Habit("note-length", _NO, "2000", longest=60000),
    Habit("id-length", _NO, "36", longest=255),
    Habit("id-pattern", _CH, "dashed", ("dashed", "plain")),
    Habit("address-in-note", _YN, "no"),
    Habit("renew", _YN, "yes"),
    Habit("recall", _YN, "yes"),
    Habit("retry", _YN, "yes"),
    Habit("forward", _YN, "no"),
    Habit("actions-2021", _YN, "yes"),
    Habit("auto-received", _YN, "no"),
    Habit("auto-cancel", _YN, "no"),
    Habit("auto-reminder", _YN, "no"),
)

BY_KEY: Mapping[str, Habit] = MappingProxyType({habit.key: habit for habit in HABITS})

BY_THE_BOOK = "by-the-book"

PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ill-desktop": {"expect-confirmations": "yes", "forward": "yes"},
        BY_THE_BOOK: {
            "reading": "strict",
            "expect-confirmations": "yes",
            "conditions": "d",
            "forward": "yes",
        },
        "reshare": {
            "dialect": "1.2",
            "expect-confirmations": "yes",
            "conditions": "b",
            "renew": "no",
            "retry": "no",
            "actions-2021": "no",
        },
        "crosslink": {
            "dialect": "1.2",
            "version": "1.2",
            "prefix": "none",
            "expect-confirmations": "yes",
            "renew": "no",
            "recall": "no",
            "actions-2021": "no",
        },
        "alma": {
            "dialect": "1.1",
            "substitute": "ExpectToSupply>WillSupply",
            "conditions": "c",
            "cost-field": CostField.DELIVERY.value,
            "address-in-note": "yes",
            "actions-2021": "no",
        },
        "koha": {
            "dialect": "2021",
            "version": "2021-3",
            "conditions": "d",
            "id-length": "80",
            "recall": "no",
        },
        "oclc": {"dialect": "1.2", "prefix": "ns1", "conditions": "d", "actions-2021": "no"},
    }
)
"""What differs from the defaults; the sources are those of ISO18626 §7–9."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One partner's habits; what is not in `given` is as the table's default.

    `heard` is the dialect the partner last wrote in, empty while it has not written.
    `loan_days`, `answer_days` and `reader_margin` None: our own. `closed_weekdays` and `closures`
    are the days on which the library is closed. `courier` is what their courier sorts by.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    heard: str = ""
    loan_days: int | None = None
    answer_days: int | None = None
    closed_weekdays: frozenset[int] = frozenset()
    closures: tuple[Closure, ...] = ()
    reader_margin: int | None = None
    telephone: str = ""
    courier: str = ""

    def __getitem__(self, key: str) -> str:
        """A habit's value, as it is typed."""
        return self.given.get(key, BY_KEY[key].default)

    def says(self, key: str) -> bool:
        """Whether a yes-or-no habit is yes."""
        return self[key] == "yes"

    def confirmed(self, by_mail: bool) -> bool:
        """Whether messages are confirmed; by mail only where it is asked for.

        A person reads mails, and a draft with nothing but *OK* would be one more to send by hand.
        """
        chosen = self["confirmations"]
        return not by_mail if chosen == AUTO else chosen == "yes"

    def number(self, key: str) -> int:
        """A number habit's value."""
        return int(self[key])

    @property
    def dialect(self) -> Dialect:
        """What the partner is written to in: what is set, else what they last sent, else 1.2."""
        chosen = self["dialect"]
        return Dialect((self.heard or Dialect.V1_2) if chosen == AUTO else chosen)

    @property
    def style(self) -> Style:
        """How conditions are agreed to."""
        return Style(self["conditions"])

    @property
    def speaks_2021(self) -> bool:
        """Whether what only the 2021 edition can say may be said."""
        return self.dialect is Dialect.V2021 and self.says("actions-2021")

    @property
    def substitutes(self) -> Mapping[Status, Status]:
        """What is said instead of a status."""
        parts = (part.split(">") for part in self["substitute"].split(", ") if part)
        return {Status(before): Status(after) for before, after in parts}

    @property
    def preset(self) -> str:
        """The preset these habits are exactly those of, or nothing."""
        mine = {key: value for key, value in self.given.items() if value != BY_KEY[key].default}
        return next((name for name, habits in PRESETS.items() if dict(habits) == mine), "")

    def shown(self) -> dict[str, str]:
        """Every key with its value, and the preset they add up to."""
        return {"preset": self.preset, **{habit.key: self[habit.key] for habit in HABITS}}


def changed(given: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """Habits after typing `values`; `preset` comes first, and takes all others back.

    Raises `Invalid` or `UnknownKey`.
    """
    kept = dict(given)
    if "preset" in values and values["preset"].strip():
        name = values["preset"].strip().lower()
        if name not in PRESETS:
            raise Invalid("preset", values["preset"], Why.NOT_A_CODE)
        kept = dict(PRESETS[name])
    for key, text in values.items():
        if key == "preset":
            continue
        if key not in BY_KEY:
            raise UnknownKey(key, ("preset", *BY_KEY))
        kept[key] = BY_KEY[key].read(text)
    return {key: value for key, value in kept.items() if value != BY_KEY[key].default}
