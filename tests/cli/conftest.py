"""`ill` in this process, at a desk of its own for every test."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ill_desktop.cli.main import main
from ill_desktop.services.desk import NewDesk, make_desk


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The code of the error document, which has its two keys and a sentence."""
        found = self.json["error"]
        assert set(found) == {"code", "message"}
        assert found["message"].strip() in self.err
        return found["code"]


Ill = Callable[..., Ran]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that tests copy."""
    place = tmp_path_factory.mktemp("made") / "desk"
    make_desk(place, NewDesk("Perpustakaan A", "ISIL:ID-A", test=True)).close()
    return place


@pytest.fixture
def desk(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk that `ILL_DESK` names; it is Monday, ten in the morning in Jakarta."""
    place = tmp_path / "desk"
    shutil.copytree(made, place)
    monkeypatch.setenv("ILL_DESK", str(place))
    monkeypatch.setenv("ILL_NOW", "2026-03-09T03:00:00+00:00")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return place


@pytest.fixture
def ill(capsys: pytest.CaptureFixture[str]) -> Ill:
    """Run one command."""

    def run(*given: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in given])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def partner(desk: Path, ill: Ill, tmp_path: Path) -> Path:
    """ISIL:ID-B, reached by folders; the folder where we leave files for it."""
    outbox = tmp_path / "to-b"
    given = ("--inbox", tmp_path / "from-b", "--outbox", outbox, "--address", "Jl. B 1", "Kota B")
    assert ill("partner", "add", "--name", "B", "--symbol", "ISIL:ID-B", *given).code == 0
    return outbox


@pytest.fixture
def number(partner: Path, ill: Ill) -> str:
    """A draft for one loan."""
    return ill(
        *("request", "new", "--service", "loan", "--title", "Laskar pelangi"),
        *("--author", "Hirata, Andrea", "--supplier", "ISIL:ID-B"),
    ).out.strip()
