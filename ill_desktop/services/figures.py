"""Figures as they are shown, printed and handed to scripts."""

from dataclasses import dataclass, fields
from typing import Any

from ill_desktop.words.figures import Value


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A part of a figure: by what, which key, its name, and its value."""

    by: str
    key: str
    label: str
    value: Value
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its definition. `value` None: there was nothing to count.

    `text` is the value as people read it.
    """

    code: str
    label: str
    value: Value
    definition: str
    breakdowns: tuple[Breakdown, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some months, `YYYY-MM` both included; `rules` is their version."""

    first: str
    last: str
    rules: str
    measures: tuple[Figure, ...]


def document(found: Figures) -> dict[str, Any]:
    """The figures with the keys scripts rely on."""
    return {
        "from": found.first,
        "to": found.last,
        "rules": found.rules,
        "measures": [
            {**_keys(one), "breakdowns": [_keys(part) for part in one.breakdowns]}
            for one in found.measures
        ],
    }


def _keys(one: Figure | Breakdown) -> dict[str, Any]:
    return {f.name: getattr(one, f.name) for f in fields(one) if f.name != "text"}
