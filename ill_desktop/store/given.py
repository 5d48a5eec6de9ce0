"""Which running numbers a desk may have given: asked of it, and of a note beside it.

A desk that is damaged cannot be asked when a backup takes its place. The note says how far it had
skipped ahead when it was restored last, so that the same backup is good a second time.
"""

import json
from pathlib import Path

from ill_desktop.domain.errors import CannotWrite, DeskError
from ill_desktop.store import driver, failures
from ill_desktop.store.copying import PRIVATE, put_in_place
from ill_desktop.store.sequence import Drawn

NOTE = "numbers.json"
_ALL = "SELECT name, year, value FROM sequence"


def given(desk: Path) -> Drawn:
    """The last value of each sequence, as far as it can be known."""
    known, noted = of(desk), _noted(desk.with_name(NOTE))
    return {one: max(known.get(one, 0), noted.get(one, 0)) for one in {*known, *noted}}


def of(desk: Path) -> Drawn:
    """What a desk file says it has drawn; nothing where it cannot be read."""
    try:
        with failures.translated(desk):
            connection = driver.read_only(desk)
            try:
                rows = connection.execute(_ALL).fetchall()
            finally:
                connection.close()
    except (DeskError, driver.module.Error):
        return {}
    return {(name, year): value for name, year, value in rows}


def _noted(note: Path) -> Drawn:
    try:
        rows = json.loads(note.read_text("ascii"))
        return {(str(name), int(year)): int(value) for name, year, value in rows}
    except (OSError, ValueError, TypeError):
        return {}


def note_down(desk: Path, drawn: Drawn) -> None:
    """Write the note, whole or not at all; raises `CannotWrite`."""
    note = desk.with_name(NOTE)
    half = note.with_name(f".{NOTE}.part")
    rows = sorted([name, year, value] for (name, year), value in drawn.items())
    try:
        half.unlink(missing_ok=True)
        half.touch(PRIVATE, exist_ok=False)
        half.write_text(json.dumps(rows), "ascii")
        put_in_place(half, note)
    except OSError as error:
        raise CannotWrite(str(note), error.strerror or "") from error
