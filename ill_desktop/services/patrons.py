"""Readers, from a file of the library's own system."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import tidy
from ill_desktop.formats import csv_text
from ill_desktop.services import files
from ill_desktop.services.desk import Desk
from ill_desktop.services.views import PatronView
from ill_desktop.store import people
from ill_desktop.store.rows import PatronRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

COLUMNS = ("code", "name", "email", "phone", "category", "department", "pickup", "language")


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What an import did; `rejected` are line numbers."""

    added: int
    changed: int
    rejected: tuple[int, ...] = ()


def load(desk: Desk, path: Path) -> LoadReport:
    """Add or bring up to date readers from CSV with the header `COLUMNS`, by code."""
    rows = csv_text.numbered_rows(files.read(path), path.name, needs=("code", "name"))
    added = changed = 0
    rejected: list[int] = []
    with desk.database.work() as session:
        for number, row in rows:
            if not row.get("code", "").strip() or not row.get("name", "").strip():
                rejected.append(number)
            elif _put(session, row):
                added += 1
            else:
                changed += 1
    return LoadReport(added, changed, tuple(rejected))


def _put(session: "Session", row: Mapping[str, str]) -> bool:
    code = tidy(row["code"])
    known = people.patron(session, code)
    patron = known or PatronRow(code=code, name="")
    for name in COLUMNS[1:]:
        if name in row:
            setattr(patron, name, tidy(row[name]))
    if known is None:
        session.add(patron)
        session.flush()
    return known is None


def listed(desk: Desk) -> tuple[PatronView, ...]:
    """Every reader, by code."""
    with desk.database.read() as session:
        return tuple(
            PatronView(*(getattr(row, name) for name in COLUMNS)) for row in people.patrons(session)
        )
