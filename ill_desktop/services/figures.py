"""Figures as they are shown, printed and handed to scripts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ill_desktop.domain.measures import FEW, Value
from ill_desktop.services.line_views import RequestLine


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A part of a figure: by what, which key, its name, and its value.

    `few`: its value could point at a reader, and is in no file or document.
    """

    by: str
    key: str
    label: str
    value: Value
    text: str
    few: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its definition. `value` None: there was nothing to count.

    `text` is the value as people read it. Of a closed month `value` is what was counted then, and
    `corrected` what it is with everything entered since, in words; empty: nothing changed. Of
    several months `value` is what it is now, and `closed_months` those among them that were closed
    with another, as `Mar 2026: 14 → 15`.
    """

    code: str
    label: str
    value: Value
    definition: str
    breakdowns: tuple[Breakdown, ...]
    text: str
    corrected: str = ""
    closed_months: str = ""

    @property
    def beside(self) -> str:
        """What has to stand beside the value for it to be honest; mostly nothing."""
        return self.corrected or self.closed_months


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some months, `YYYY-MM` both included; `rules` is their version.

    `counted_at` is the instant they were counted, `closed` whether that was when their month was
    closed, by `staff`.
    """

    first: str
    last: str
    rules: str
    library: str
    counted_at: datetime
    measures: tuple[Figure, ...]
    closed: bool = False
    staff: str = ""

    @property
    def corrections(self) -> tuple[Figure, ...]:
        """The figures that were changed since their month, or one of theirs, was closed."""
        return tuple(one for one in self.measures if one.beside)

    def of(self, code: str) -> Figure:
        """One of them."""
        return next(one for one in self.measures if one.code == code)


@dataclass(frozen=True, slots=True)
class Point:
    """What was borrowed (B3) and lent (L2) in a month, `YYYY-MM`; `label` is its name."""

    month: str
    label: str
    borrowed: int
    lent: int


@dataclass(frozen=True, slots=True)
class Which:
    """A figure by its code, or a part of it by breakdown and key."""

    code: str
    by: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """The requests behind a figure: how many, and the newest of them."""

    total: int
    lines: tuple[RequestLine, ...]


def document(found: Figures) -> dict[str, Any]:
    """The figures with the keys scripts rely on."""
    return {
        "from": found.first,
        "to": found.last,
        "rules": found.rules,
        "measures": [
            {
                "code": one.code,
                "label": one.label,
                "value": one.value,
                "definition": one.definition,
                "breakdowns": [_part(part) for part in one.breakdowns],
                "corrected": one.beside or None,
            }
            for one in found.measures
        ],
    }


def _part(one: Breakdown) -> dict[str, Any]:
    value = None if one.few else one.value
    return {"by": one.by, "key": one.key, "label": one.label, "value": value, "few": one.few}


def leaving(part: Breakdown) -> Value | str:
    """The value of a part in a file that people read: a few readers are not told apart."""
    return f"<{FEW}" if part.few else part.value
