"""Readers from a file of the library's own system: looked at row by row, then brought in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import DeskError, Invalid, Unreadable, Why
from ill_desktop.domain.reader_columns import FIELDS, lacking
from ill_desktop.domain.rights import Right
from ill_desktop.domain.table_heads import guessed
from ill_desktop.formats.sheets import Sheet
from ill_desktop.services import mail_addresses, patrons
from ill_desktop.services.changes import Change
from ill_desktop.services.loading import LoadReport, left_out, read
from ill_desktop.services.progress import Progress
from ill_desktop.services.rights import require
from ill_desktop.store import people
from ill_desktop.store.rows import PatronRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

Values = Mapping[str, str]


class Fate(StrEnum):
    """What would become of a row that can be used."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Looked:
    """A row of the file, read. What has no column is not in `values` and stays as it is."""

    row: int
    values: Values
    fate: Fate | None = None
    error: DeskError | None = None

    @property
    def good(self) -> bool:
        """Whether it would change anything."""
        return self.fate in (Fate.ADDED, Fate.CHANGED)


def look(desk: "Desk", sheet: Sheet, columns: Mapping[str, int]) -> tuple[Looked, ...]:
    """Every row with what would become of it; nothing is written. Raises `Forbidden`."""
    require(desk, Right.READERS)
    with desk.database.read() as session:
        return tuple(_looked(_known(session), _rows(sheet, columns)))


def _rows(sheet: Sheet, columns: Mapping[str, int]) -> list[Looked]:
    there = {field: at for field, at in columns.items() if 0 <= at < len(sheet.header)}
    return [
        Looked(number, _values({field: tidy(row[at]) for field, at in there.items()}))
        for number, row in sheet.rows
    ]


def _values(cells: Values) -> Values:
    """The fields of a card; a first and a last name are one name."""
    parts = [cells[field] for field in ("first-name", "last-name") if cells.get(field)]
    name = cells.get("name") or " ".join(parts)
    found = {field: cells[field] for field in patrons.COLUMNS if field in cells}
    if not any(map(str.isalnum, found.get("email", "x"))):  # as a dash says that there is none
        found["email"] = ""
    return found | {"name": name}


def _known(session: "Session") -> dict[str, PatronRow]:
    return {row.code: row for row in people.patrons(session)}


def _looked(known: Mapping[str, PatronRow], rows: Sequence[Looked]) -> list[Looked]:
    """The rows against the readers there are; a code counts once."""
    first: dict[str, int] = {}
    told = []
    for one in rows:
        code = one.values.get("code", "")
        row = known.get(code)
        error = _error(one.values, first.get(code), row)
        fate = None if error else _fate(row, one.values)
        first.setdefault(code, one.row)
        told.append(Looked(one.row, one.values, fate, error))
    return told


def _error(values: Values, before: int | None, known: PatronRow | None) -> Invalid | None:
    """What is wrong with a row, first of all; what the card of a reader has is good enough."""
    for field in patrons.NEEDED:
        if not values.get(field):
            return Invalid(field, "", Why.EMPTY)
    if before is not None:
        return Invalid("code", values["code"], Why.TWICE, (str(before),))
    try:
        kept = known.email if known is not None else ""
        mail_addresses.several(values.get("email", ""), "email", kept or "")
    except Invalid as error:
        return error
    return None


def _fate(row: PatronRow | None, values: Values) -> Fate:
    if row is None:
        return Fate.ADDED
    same = all((getattr(row, field) or "") == text for field, text in values.items())
    return Fate.SAME if same else Fate.CHANGED


def bring_in(desk: "Desk", rows: Sequence[Looked], progress: Progress | None = None) -> LoadReport:
    """Add readers and bring others up to date; all of them, or none when it is stopped.

    Raises `Forbidden`.
    """
    require(desk, Right.READERS)
    with desk.database.work() as session:
        known = _known(session)
        again = _looked(known, rows)
        for done, one in enumerate(again, 1):
            if one.good:
                patrons.put(desk, session, known.get(one.values["code"]), one.values)
            if progress is not None:
                progress.step(done, len(again))
    desk.changes.publish(Change(patrons=True))
    return _report(desk, again)


def _report(desk: "Desk", rows: Sequence[Looked]) -> LoadReport:
    fates = [one.fate for one in rows]
    rejected = tuple(
        left_out(desk.words, one.row, one.error) for one in rows if isinstance(one.error, Invalid)
    )
    return LoadReport(fates.count(Fate.ADDED), fates.count(Fate.CHANGED), rejected)


def load(desk: "Desk", path: Path) -> LoadReport:
    """Bring in a whole CSV or XLSX file, its columns known by their names.

    Raises `Forbidden`, `NoInput`, or `Unreadable` with every column that is missing.
    """
    sheet = read(path)
    columns = guessed(sheet.header, FIELDS)
    missing = lacking(columns)
    if missing:
        raise Unreadable(path.name, "missing-column", ", ".join(missing))
    return bring_in(desk, look(desk, sheet, columns))
