"""What bringing in a table did, whichever table it was."""

from dataclasses import dataclass
from pathlib import Path

from ill_desktop.domain.errors import Invalid
from ill_desktop.formats import sheets
from ill_desktop.services import files
from ill_desktop.words.catalogue import Words
from ill_desktop.words.errors import sentence


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was not taken: the number a spreadsheet shows beside it, and why, in words."""

    line: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many rows made something new, how many changed what was there, and the others."""

    added: int
    changed: int
    rejected: tuple[LeftOut, ...] = ()


def read(path: Path) -> sheets.Sheet:
    """The table in a file; raises `NoInput` or `Unreadable`."""
    return sheets.read(files.read(path), path.name)


def left_out(words: Words, line: int, error: Invalid) -> LeftOut:
    """A row that could not be taken for an error."""
    return LeftOut(line, error.field, sentence(words, error))
