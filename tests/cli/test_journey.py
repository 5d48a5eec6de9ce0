"""Two libraries that know each other only by commands and two folders."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ill_desktop.cli.main import main
from tests.cli.conftest import Ill


class Library:
    """A desk worked by commands alone."""

    def __init__(self, place: Path, symbol: str, ill: Ill) -> None:
        self.place, self.ill = place, ill
        self.told("init", "--name", symbol, "--symbol", symbol, "--test")

    def told(self, *given: object) -> Any:
        ran = self.ill("--desk", self.place, *given, "--json")
        assert ran.code == 0, ran.err
        return ran.json

    def does(self, number: str, action: str, *values: str) -> Any:
        return self.told("request", "do", number, action, *values)


@pytest.fixture
def pair(tmp_path: Path, ill: Ill, monkeypatch: pytest.MonkeyPatch) -> tuple[Library, Library]:
    monkeypatch.setenv("ILL_NOW", "2026-03-09T03:00:00+00:00")
    a = Library(tmp_path / "a", "ISIL:ID-A", ill)
    b = Library(tmp_path / "b", "ISIL:ID-B", ill)
    to_a, to_b = tmp_path / "to-a", tmp_path / "to-b"
    a.told(
        *("partner", "add", "--name", "B", "--symbol", "ISIL:ID-B"),
        *("--inbox", to_a, "--outbox", to_b),
    )
    b.told(
        *("partner", "add", "--name", "A", "--symbol", "ISIL:ID-A"),
        *("--inbox", to_b, "--outbox", to_a),
    )
    return a, b


def exchange(libraries: Sequence[Library]) -> None:
    """Let both posts run until nothing is on its way."""
    moved = True
    while moved:
        done = [one.told("post", "--now") for one in libraries]
        moved = any(report["read"] or report["written"] for report in done)


def test_a_loan_goes_there_and_back(
    pair: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair
    new = ("request", "new", "--service", "loan", "--title", "Laskar pelangi")
    ours = a.told(*new, "--supplier", "ISIL:ID-B")["number"]
    a.does(ours, "send")
    exchange(pair)
    (row,) = b.told("request", "list", "--queue", "new")["requests"]
    theirs = row["number"]
    assert (row["their_id"], row["our_id"]) == (f"{ours}-1", theirs)
    steps: list[tuple[Library, str, str, list[str], str, str]] = [
        (b, theirs, "will-supply", [], "will-supply", "to-fetch"),
        (b, theirs, "fetched", ["item=B-1"], "will-supply", "to-send"),
        (b, theirs, "ship", ["due=2026-04-30", "via=courier"], "on-its-way", "sent-out"),
        (a, ours, "received", [], "here", "at-borrower"),
        (a, ours, "ask-renew", [], "here", "at-borrower"),
        (b, theirs, "renew", ["due=2026-05-15"], "here", "at-borrower"),
        (a, ours, "sent-back", [], "sent-back", "coming-back"),
        (b, theirs, "is-back", [], "done", "done"),
    ]
    for hour, (who, number, action, values, here, there) in enumerate(steps, 4):
        monkeypatch.setenv("ILL_NOW", f"2026-03-09T{hour:02d}:00:00+00:00")
        who.does(number, action, *values)
        exchange(pair)
        assert a.told("request", "show", ours)["state"] == here, action
        assert b.told("request", "show", theirs)["state"] == there, action
    assert a.told("request", "show", ours)["due"] == "2026-05-15"
    for one in pair:
        assert one.told("check") == {"ok": True, "problems": []}
        left = one.told("post", "list")["messages"]
        assert {message["state"] for message in left} <= {"confirmed", "applied", "written"}


WORDS = st.sampled_from(
    [
        *("request", "new", "list", "show", "do", "post", "print", "statistics", "check", "init"),
        *("--json", "--desk", "--limit", "-1", "0", "--state", "here", "--month", "2026-01", "--"),
        *("--title", "", "=", "a=b", "--out", "26000001", "--help", "--supplier", "A:B", "send"),
        *("--service", "loan", "partner", "--symbol", "patron", "import", "--from", "\u0000", "💥"),
    ]
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(line=st.lists(WORDS | st.text(max_size=5), max_size=7))
def test_whatever_is_typed_ends_with_a_known_code(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: list[str],
) -> None:
    place = tmp_path_factory.mktemp("typed")
    monkeypatch.chdir(place)
    monkeypatch.setenv("ILL_DESK", str(place / "desk"))
    assert main(line) in {0, 1, 2, 65, 66, 73, 75, 78}
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
