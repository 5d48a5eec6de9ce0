"""The figures as files: CSV, XLSX, PDF, JSON or plain text."""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any

from ill_desktop.domain.measures import Spread, Value
from ill_desktop.formats import csv_text, xlsx
from ill_desktop.printing import tables
from ill_desktop.services import files
from ill_desktop.services.desk import Desk
from ill_desktop.services.figures import Figures, document
from ill_desktop.words.figures import BREAKDOWNS
from ill_desktop.words.mark import mark

_SPREAD = tuple(f.name for f in fields(Spread))


def _columns(value: Value) -> tuple[object, ...]:
    """A value and the columns of a spread; one of the two is empty."""
    if isinstance(value, Spread):
        return (None, *(getattr(value, name) for name in _SPREAD))
    return (value, *(None for _ in _SPREAD))


def _rows(found: Figures) -> Iterator[tuple[object, ...]]:
    for one in found.measures:
        yield (one.code, one.label, "", "", *_columns(one.value), one.definition)
        for part in one.breakdowns:
            yield (one.code, one.label, part.by, part.label, *_columns(part.value), "")


def as_csv(found: Figures) -> bytes:
    """One row a figure with its definition, and one a part of it."""
    header = ("code", "label", "by", "key", "value", *_SPREAD, "definition")
    ends = ("rules", found.rules, "", "", "", *("" for _ in _SPREAD), "")
    return csv_text.write_rows(header, [*_rows(found), ends])


def as_xlsx(desk: Desk, found: Figures) -> bytes:
    """A summary, its parts, and the definitions, a sheet each."""
    words = desk.words
    blank = ("",) * (3 + len(_SPREAD))
    summary = [(one.code, one.label, *_columns(one.value)) for one in found.measures]
    parts = [
        (one.code, words.tr("Figure", BREAKDOWNS[b.by]), b.label, *_columns(b.value))
        for one in found.measures
        for b in one.breakdowns
    ]
    meanings = [(one.code, one.label, one.definition) for one in found.measures]
    top = (*("",) * 3, *_SPREAD)
    return xlsx.workbook(
        [
            xlsx.Sheet(_title(desk, found), top, summary),
            xlsx.Sheet(words.tr("Figure", mark("Figure", "Parts")), ("", *top), parts),
            xlsx.Sheet(words.tr("Figure", mark("Figure", "Definitions")), blank[:3], meanings),
        ]
    )


def _title(desk: Desk, found: Figures) -> str:
    return found.first if found.first == found.last else f"{found.first} – {found.last}"


def as_pdf(desk: Desk, found: Figures) -> bytes:
    """One page: the figures, and under them what each counts."""
    rows = [(one.code, one.label, one.text) for one in found.measures]
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
        lines = [f"{one.code}  {one.label}  {one.text}" for one in found.measures]
        data = "\n".join([*lines, ""]).encode()
    return files.write(path, data)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
