"""The month's figures: counted, worded, and written as table, CSV, JSON, XLSX or PDF."""

import json
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.domain.measures import MEASURES, RULES, Measure
from ill_desktop.formats import csv_text, xlsx
from ill_desktop.printing import tables
from ill_desktop.services import files, partners
from ill_desktop.services.desk import Desk
from ill_desktop.store.measures import By, Population, Span, tally
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.figures import BREAKDOWNS, DEFINITIONS, LABELS
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BREAKDOWN_BY = (By.SERVICE, By.PARTNER, By.MONTH)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A part of a figure: by what, which key, its name, and how many."""

    by: str
    key: str
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its definition. `value` None: there was nothing to count."""

    code: str
    label: str
    value: int | None
    definition: str
    breakdowns: tuple[Breakdown, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some months, `YYYY-MM` both included; `rules` is their version."""

    first: str
    last: str
    rules: str
    measures: tuple[Figure, ...]


def read_month(text: str, field: str) -> date:
    """`YYYY-MM` as its first day; raises `Invalid`."""
    try:
        if len(text) != 7:
            raise ValueError(text)
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Invalid(field, text, Why.NOT_A_MONTH) from error


def figures(desk: Desk, first: str, last: str) -> Figures:
    """Count everything for some months; raises `Invalid`."""
    start, end = read_month(first, "month"), read_month(last, "to")
    if end < start:
        raise Invalid("to", last, Why.OUT_OF_RANGE)
    span = Span(start, end.replace(day=monthrange(end.year, end.month)[1]))
    with desk.database.read() as session:
        found = tuple(_figure(desk.words, session, one, span) for one in MEASURES)
    return Figures(first, last, RULES, found)


def _figure(words: Words, session: "Session", measure: Measure, span: Span) -> Figure:
    total = sum(_counted(session, measure, span, None).values())
    parts = [
        Breakdown(by.value, key, _key_label(words, session, by, key), n)
        for by in BREAKDOWN_BY
        for key, n in sorted(_counted(session, measure, span, by).items())
    ]
    return Figure(
        measure.code,
        words.tr("Figure", LABELS[measure.code]),
        total,
        words.tr("Figure", DEFINITIONS[measure.code]),
        tuple(parts),
    )


def _counted(session: "Session", measure: Measure, span: Span, by: By | None) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in measure.parts:
        population = Population(part.side, part.reached, part.service, part.fresh)
        found.update(tally(session, population, span, by=by))
    return found


def _key_label(words: Words, session: "Session", by: By, key: str) -> str:
    if by is By.SERVICE and key:
        return labels.of(words, Service(key))
    if by is By.PARTNER and key.isdigit():
        ref = partners.ref(session, int(key))
        return ref.name if ref else key
    return key


def document(found: Figures) -> dict[str, Any]:
    """The figures with the keys scripts rely on."""
    return {
        "from": found.first,
        "to": found.last,
        "rules": found.rules,
        "measures": found.measures,
    }


def _rows(found: Figures) -> list[tuple[str, str, str, str, int | None]]:
    rows: list[tuple[str, str, str, str, int | None]] = []
    for one in found.measures:
        rows.append((one.code, one.label, "", "", one.value))
        rows += [(one.code, one.label, b.by, b.label, b.value) for b in one.breakdowns]
    return rows


def as_csv(found: Figures) -> bytes:
    """One row a figure and one a part of it, the definitions at the end."""
    header = ("code", "label", "by", "key", "value")
    ends = [("", "", "", "", ""), ("rules", found.rules, "", "", "")]
    ends += [(one.code, one.definition, "", "", "") for one in found.measures]
    return csv_text.write_rows(header, [*_rows(found), *ends])


def as_xlsx(desk: Desk, found: Figures) -> bytes:
    """A summary, its parts, and the definitions, a sheet each."""
    words = desk.words
    summary = [(one.code, one.label, one.value) for one in found.measures]
    parts = [
        (one.code, words.tr("Figure", BREAKDOWNS[b.by]), b.label, b.value)
        for one in found.measures
        for b in one.breakdowns
    ]
    meanings = [(one.code, one.label, one.definition) for one in found.measures]
    return xlsx.workbook(
        [
            xlsx.Sheet(_title(desk, found), ("", "", ""), summary),
            xlsx.Sheet(words.tr("Figure", mark("Figure", "Parts")), ("", "", "", ""), parts),
            xlsx.Sheet(words.tr("Figure", mark("Figure", "Definitions")), ("", "", ""), meanings),
        ]
    )


def _title(desk: Desk, found: Figures) -> str:
    return found.first if found.first == found.last else f"{found.first} – {found.last}"


def as_pdf(desk: Desk, found: Figures) -> bytes:
    """One page: the figures, and under them what each counts."""
    rows = [(one.code, one.label, str(one.value)) for one in found.measures]
    notes = [f"{one.code}: {one.definition}" for one in found.measures]
    heading = f"{desk.library.name} · {_title(desk, found)}"
    return tables.page(heading, rows, notes, desk.library.paper)


def export(desk: Desk, found: Figures, form: str, path: Path) -> Path:
    """Write the figures to a file; raises `CannotWrite`."""
    if form == "xlsx":
        data = as_xlsx(desk, found)
    elif form == "pdf":
        data = as_pdf(desk, found)
    elif form == "csv":
        data = as_csv(found)
    elif form == "json":
        data = json.dumps(_plain(document(found)), ensure_ascii=False, indent=1).encode()
    else:
        lines = [f"{one.code}  {one.label}  {one.value}" for one in found.measures]
        data = "\n".join([*lines, ""]).encode()
    return files.write(path, data)


def _plain(value: Any) -> Any:
    from dataclasses import asdict, is_dataclass

    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
