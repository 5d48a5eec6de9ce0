"""How `ill` answers: tables for people, one JSON document for scripts."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ill_desktop.cli.stdout import put
from ill_desktop.domain.errors import DeskError, Usage
from ill_desktop.domain.money import Money
from ill_desktop.settings import desk_folder
from ill_desktop.words import columns
from ill_desktop.words.catalogue import LANGUAGES, SOURCE, Words, words_for
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.loading import LoadReport

LONGEST = 1000
"""Characters of a message to people; whatever was typed, it stays on the screen."""


class Output:
    """Where a command's answer goes."""

    def __init__(self, json: bool, language: str = "") -> None:
        self.json = json
        self.words: Words = words_for(language if language in LANGUAGES else SOURCE)
        self.folder = Path()

    def at(self, named: str) -> None:
        """Find the desk folder the command is about."""
        self.folder = desk_folder(named)

    def data(self, document: Any) -> None:
        """Print one JSON document, in escapes where the terminal has not every character."""
        found = plain(document)
        text = json.dumps(found, ensure_ascii=False, indent=1)
        try:
            text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            text = json.dumps(found, indent=1)
        put(text)

    def made(self, path: Path) -> None:
        """Tell which file was made."""
        if self.json:
            self.data({"file": path})
        else:
            put(path)

    def loaded(self, report: "LoadReport", file: str) -> None:
        """Tell what an import did, and of each row left out why."""
        if self.json:
            self.data(report)
        else:
            names = ("added", "changed")
            self.lines((columns.name(self.words, n), getattr(report, n)) for n in names)
        text = mark("Command", "{file}, line {line}: {why} Left out.")
        for row in report.rejected:
            self.say(self.words.tr("Command", text, file=file, line=row.line, why=row.message))

    def lines(self, rows: Iterable[Sequence[object]]) -> None:
        """Print rows in columns, parted by two blanks, cut to no width."""
        texts = [[_cell(cell) for cell in row] for row in rows]
        if not texts:
            return
        widths = [max(len(row[n]) for row in texts) for n in range(len(texts[0]))]
        for row in texts:
            put("  ".join(t.ljust(w) for t, w in zip(row, widths, strict=True)).rstrip())

    def card(self, heading: Sequence[object], facts: Iterable[tuple[str, object]]) -> None:
        """Print one thing: what it is, and under it what is known, by the name of its column."""
        put("  ".join(_cell(cell) for cell in heading))
        known = [(columns.name(self.words, name), _cell(fact)) for name, fact in facts]
        self.lines((name, text) for name, text in known if text)

    def text(self, text: str) -> None:
        """Print lines of somebody else's making, without what would steer the terminal."""
        for line in text.splitlines():
            put(_line(line.replace("\t", "    ")))

    def say(self, text: str) -> None:
        """Tell people something, beside the data."""
        with suppress(OSError):  # there is no third place to tell it
            print(_line(text), file=sys.stderr)

    def sentence(self, error: DeskError) -> str:
        """An error in words, on one line."""
        from ill_desktop.words.errors import sentence

        text = _line(sentence(self.words, error))
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

    def problem(self, error: DeskError) -> None:
        """One sentence; with `--json` the document scripts look for."""
        text = self.sentence(error)
        if self.json:
            self.data({"error": {"code": error.code, "message": text}})
        self.say(text)

    def mistake(self, kind: str) -> None:
        """The program itself failed; what was asked was not done. The exit code is 1."""
        text = mark(
            "Command", "The program failed ({kind}). Nothing half-done was kept; see {log}."
        )
        place = self.folder / "logs"
        said = _line(self.words.tr("Command", text, kind=kind, log=place))
        if self.json:
            self.data({"error": {"code": "failed", "message": said}})
        self.say(said)


def _line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _cell(cell: object) -> str:
    value = plain(cell)
    return "" if value is None else _line(str(value))


def plain(value: Any) -> Any:
    """A value as JSON has it: times ISO 8601 UTC, dates ISO, money as amount and currency.

    A field with an empty text was not given, and is null.
    """
    if isinstance(value, Money):
        return {"amount": _number(value.amount), "currency": value.currency}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _number(value)
    return _container(value)


def _container(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [f.name for f in dataclasses.fields(value)]
        return {name: _given(getattr(value, name)) for name in names}
    if hasattr(value, "_fields"):  # a tuple with names, which are told as well
        return {name: _given(one) for name, one in zip(value._fields, value, strict=True)}
    if isinstance(value, Mapping):
        return {str(plain(key)): _given(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, Path) else value


def _given(value: Any) -> Any:
    return None if value == "" else plain(value)


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def pairs(texts: Sequence[str]) -> dict[str, str | list[str]]:
    """`KEY=VALUE …` as a mapping; a key given twice has a list. Raises `Usage`."""
    found: dict[str, str | list[str]] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not (key and equals):
            raise Usage(f"{text}: KEY=VALUE")
        known = found.get(key)
        if known is None:
            found[key] = value
        else:
            found[key] = [*([known] if isinstance(known, str) else known), value]
    return found
