"""Requests from citations: files, dropped or named, and pasted text."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing, Unreadable
from ill_desktop.formats.citations import Intake, Record, is_citation, read_citations
from ill_desktop.services import files


def from_file(path: str | Path) -> Intake:
    """What a file holds; raises `NoInput` or `Unreadable`."""
    named = Path(path)
    return read_citations(files.read(named), named.name)


def from_text(text: str) -> Intake:
    """What was pasted; raises `Unreadable`."""
    return read_citations(text.encode("utf-8", "replace"), "")


def one(
    intake: Intake, index: int | None, source: str, typed: Mapping[str, Any] = MappingProxyType({})
) -> tuple[Citation, Record]:
    """The record asked for, or the first of use, with what was typed in the place of its own.

    A title typed makes a record of use that has none. Raises `Missing` or `Unreadable`.
    """
    record = _chosen(intake, index)
    citation = record.citation or record.lacking if record is not None else None
    if record is None or citation is None:
        raise Unreadable(Path(source).name, "no-records")
    whole = replace(citation, **typed)
    if record.citation is None and not (whole.display_title or whole.numbered):
        raise Unreadable(Path(source).name, "no-title")
    titled = whole.display_title and not citation.display_title
    odd = tuple(code for code in record.reasons if not (titled and code == "no-title"))
    return whole, replace(record, reasons=odd)


def _chosen(intake: Intake, index: int | None) -> Record | None:
    if index is None:
        lacking = (r for r in intake.records if r.lacking is not None)
        return next(iter(intake.usable), None) or next(lacking, None)
    found = next((r for r in intake.records if r.index == index), None)
    if found is None:
        raise Missing("record", str(index))
    return found


__all__ = ["Intake", "Record", "from_file", "from_text", "is_citation", "one"]
