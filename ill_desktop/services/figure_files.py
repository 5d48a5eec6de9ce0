"""The figures as files: CSV, XLSX, PDF, JSON or plain text, each with what it was counted by."""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any

from ill_desktop.domain.measures import FEW, Formula, Spread, Value, measure
from ill_desktop.formats import csv_text, xlsx
from ill_desktop.printing import report
from ill_desktop.printing.charts import Paint
from ill_desktop.printing.report import Report
from ill_desktop.services import files, trends
from ill_desktop.services.desk import Desk
from ill_desktop.services.figures import Figure, Figures, document, leaving
from ill_desktop.services.reading_months import read_month
from ill_desktop.words import formats
from ill_desktop.words.figures import (
    BORROWED,
    BREAKDOWNS,
    GROUPS,
    HEADINGS,
    LENT,
    month_name,
)
from ill_desktop.words.mark import mark

_SPREAD = tuple(f.name for f in fields(Spread))
HEADLINES = ("B2", "B3", "L1", "L2")


def _columns(value: Value | str) -> tuple[object, ...]:
    """A value and the columns of a spread; one of the two is empty, and a few give no average."""
    if isinstance(value, Spread):
        told = (getattr(value, name) for name in _SPREAD)
        if value.n < FEW:
            told = (value.n, *(None for _ in _SPREAD[2:]), value.unit)  # type: ignore[assignment]
        return (None, *told)
    return (value, *(None for _ in _SPREAD))


def _about(desk: Desk, found: Figures) -> tuple[tuple[str, str, str], ...]:
    """By what the figures were counted: a code, its name, and what it was."""
    words = desk.words
    when = formats.moment(words, found.counted_at, desk.library.zone)
    counted = mark("Figure", "Month closed on") if found.closed else mark("Figure", "Counted on")
    rows = (
        ("library", mark("Figure", "Library"), found.library),
        ("period", mark("Figure", "Period"), period(desk, found)),
        ("rules", mark("Figure", "Version of the definitions"), found.rules),
        ("counted", counted, when),
        ("closed", mark("Figure", "Month closed by"), found.staff),
    )
    return tuple((code, words.tr("Figure", name), said) for code, name, said in rows if said)


def period(desk: Desk, found: Figures) -> str:
    """The months in words."""
    first, last = (month_name(desk.words, read_month(m, "")) for m in (found.first, found.last))
    return first if first == last else f"{first} – {last}"


def as_csv(desk: Desk, found: Figures) -> bytes:
    """One row a figure with its definition, one a part of it, and by what they were counted."""
    header = ("code", "label", "by", "key", "value", *_SPREAD, "definition", "corrected")
    blank = (None,) * (len(_SPREAD) + 2)
    about = [(code, name, "", said, *blank, "") for code, name, said in _about(desk, found)]
    return csv_text.write_rows(header, [*_rows(found), *about])


def _rows(found: Figures) -> Iterator[tuple[object, ...]]:
    for one in found.measures:
        told = _columns(one.value)
        yield (one.code, one.label, "", "", *told, one.definition, one.beside)
        for part in one.breakdowns:
            yield (one.code, one.label, part.by, part.label, *_columns(leaving(part)), "", "")


def as_xlsx(desk: Desk, found: Figures) -> bytes:
    """A summary, its parts, twelve months with a chart, the definitions, and by what counted."""

    def say(text: str) -> str:
        return desk.words.tr("Figure", text)

    value = say(mark("Figure", "Value"))
    top = (say(mark("Figure", "Code")), say(mark("Figure", "Figure")))
    numbers = (value, *_SPREAD)
    since = say(mark("Figure", "Corrected since"))
    summary = [
        (one.code, one.label, *_cells(one.code, _columns(one.value)), one.beside or None)
        for one in found.measures
    ]
    parts = [
        (
            one.code,
            one.label,
            say(BREAKDOWNS[part.by]),
            part.label,
            *_cells(one.code, _columns(leaving(part))),
        )
        for one in found.measures
        for part in one.breakdowns
    ]
    months = [(p.label, p.borrowed, p.lent) for p in trends.trend(desk, found.last)]
    twelve = say(mark("Figure", "Twelve months"))
    by = ("", say(mark("Figure", "Part")))
    meanings = [(one.code, one.label, one.definition) for one in found.measures]
    meaning = say(mark("Figure", "Definition"))
    about = [(name, said) for _, name, said in _about(desk, found)]
    sheets = [
        xlsx.Sheet(_title(found), (*top, *numbers, since), summary),
        xlsx.Sheet(say(mark("Figure", "Parts")), (*top, *by, *numbers), parts),
        xlsx.Sheet(twelve, ("", say(BORROWED), say(LENT)), months, chart=twelve),
        xlsx.Sheet(say(mark("Figure", "Definitions")), (*top, meaning), meanings, wrapped=2),
        xlsx.Sheet(say(mark("Figure", "About")), ("", ""), about),
    ]
    return xlsx.workbook(sheets, found.counted_at)


def _cells(code: str, told: tuple[object, ...]) -> tuple[object, ...]:
    """Shares are shown as such."""
    first = told[0]
    if isinstance(first, float) and measure(code).formula is not Formula.RATIO:
        return (xlsx.Share(first), *told[1:])
    return told


def _title(found: Figures) -> str:
    return found.first if found.first == found.last else f"{found.first} – {found.last}"


def as_pdf(desk: Desk, found: Figures) -> bytes:
    """A page of numbers with a chart, and one of what they count."""
    paper, words = desk.library.paper, desk.words
    points = trends.trend(desk, found.last)
    about = [" · ".join(f"{name}: {said}" for _, name, said in _about(desk, found))]
    if any(one.closed_months for one in found.measures):
        about.append(f"{STAR} {words.tr('Figure', STARRED)}")
    made = Report(
        title=f"{words.tr('Figure', HEADINGS['report'])} · {period(desk, found)}",
        about=about,
        headlines=[(found.of(c).text, found.of(c).label) for c in HEADLINES],
        chart=trends.drawing(desk, points, (report.inner_width(paper), 130), Paint()),
        groups=_groups(desk, found),
        meanings=words.tr("Figure", HEADINGS["definitions"]),
        notes=[(one.code, _meaning(one)) for one in found.measures],
    )
    return report.pdf(made, paper)


STAR = "*"
STARRED = mark(
    "Figure", "A month of the period was closed with another number: see the definitions."
)


def _meaning(one: Figure) -> str:
    told = f"{one.label}. {one.definition}"
    return f"{told} {STAR} {one.closed_months}" if one.closed_months else told


def _groups(desk: Desk, found: Figures) -> list[tuple[str, list[tuple[str, str, str]]]]:
    groups = []
    for letters, heading in GROUPS.items():
        rows = [
            (one.code, one.label, f"{one.text}{STAR}" if one.closed_months else table_text(one))
            for one in found.measures
            if one.code[0] in letters
        ]
        groups.append((desk.words.tr("Figure", heading), rows))
    return groups


def as_table(found: Figures) -> bytes:
    """Plain lines for reading."""
    lines = [f"{one.code}  {one.label}  {table_text(one)}" for one in found.measures]
    return "\n".join([*lines, ""]).encode()


def table_text(one: Figure) -> str:
    """A value, and beside that of a closed month what it is now; beside that of several months
    those that were closed with another.
    """
    if one.closed_months:
        return f"{one.text} ({one.closed_months})"
    return f"{one.text} → {one.corrected}" if one.corrected else one.text


def export(desk: Desk, found: Figures, form: str, path: Path) -> Path:
    """Write the figures to a file; raises `CannotWrite`."""
    made = {
        "xlsx": lambda: as_xlsx(desk, found),
        "pdf": lambda: as_pdf(desk, found),
        "csv": lambda: as_csv(desk, found),
        "json": lambda: as_json(desk, found),
    }
    return files.write(path, made.get(form, lambda: as_table(found))())


def as_json(desk: Desk, found: Figures) -> bytes:
    """The document scripts rely on, with by what it was counted."""
    about = {code: said for code, _, said in _about(desk, found)}
    told = {
        **document(found),
        "period": about["period"],
        "library": found.library,
        "counted": found.counted_at.isoformat(),
        "closed": found.closed,
        "corrections": {one.code: one.beside for one in found.corrections},
    }
    return json.dumps(_plain(told), ensure_ascii=False, indent=1).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
