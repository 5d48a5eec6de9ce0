"""`ill` at a desk that lies where nothing can be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ill
from tests.read_only import read_only


@pytest.fixture
def number(ill: Ill, desk: Path) -> Iterator[str]:
    """A request of a desk that became read-only."""
    made = ill("--json", "request", "new", "--service", "loan", "--title", "Salah asuhan")
    with read_only(desk):
        yield made.json["number"]


def test_what_looks_works(ill: Ill, number: str, tmp_path: Path) -> None:
    assert ill("--json", "request", "list").json["total"] == 1
    assert ill("request", "list", "--find", "asuhan").code == 0
    shown = ill("--json", "request", "show", number).json
    assert shown["title"] == "Salah asuhan"
    assert shown["actions"] == []
    assert ill("--json", "check").json == {"ok": True, "problems": []}
    for line in (
        ("statistics", "--month", "2026-03"),
        ("statistics", "--month", "2026-03", "--format", "xlsx", "--out", str(tmp_path / "m.xlsx")),
        ("post", "list"),
        ("partner", "list"),
        ("patron", "list"),
        ("print", "stocks"),
        ("backup", "--out", str(tmp_path / "copy.sqlite3")),
    ):
        assert ill(*line).code == 0, line


def test_what_writes_says_why_it_does_not(ill: Ill, number: str, tmp_path: Path) -> None:
    paper = tmp_path / "slip.pdf"
    for line in (
        ("request", "new", "--service", "loan", "--title", "X"),
        ("request", "set", number, "title=X"),
        ("request", "do", number, "delete-draft"),
        ("request", "undo", number),
        ("partner", "add", "--name", "B", "--symbol", "ISIL:ID-B"),
        ("post",),
        ("post", "--watch"),
        ("print", "request-slip", number, "--out", str(paper)),
    ):
        ran = ill("--json", *line)
        assert (ran.code, ran.error) == (73, "cannot-write"), (line, ran)
        assert "read-only" in ran.err
        assert "Traceback" not in ran.err
    assert not paper.exists()
