"""Requests from citations: files, dropped or named, and pasted text."""

from pathlib import Path

from ill_desktop.domain.errors import Missing, Unreadable
from ill_desktop.formats.citations import Intake, Record, read_citations
from ill_desktop.services import files


def from_file(path: str | Path) -> Intake:
    """What a file holds; raises `NoInput` or `Unreadable`."""
    named = Path(path)
    return read_citations(files.read(named), named.name)


def from_text(text: str) -> Intake:
    """What was pasted; raises `Unreadable`."""
    return read_citations(text.encode("utf-8", "replace"), "")


def one(intake: Intake, index: int | None, source: str) -> Record:
    """The record asked for, or the only one; raises `Missing` or `Unreadable`."""
    if index is not None:
        found = next((r for r in intake.records if r.index == index), None)
        if found is None:
            raise Missing("record", str(index))
        if found.citation is None:
            raise Unreadable(Path(source).name, "no-records")
        return found
    if not intake.usable:
        raise Unreadable(Path(source).name, "no-records")
    return intake.usable[0]


__all__ = ["Intake", "Record", "from_file", "from_text", "one"]
