"""Values as scripts read them, and rows as people do."""

import io
import json
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.cli.output import Output, pairs, plain
from ill_desktop.domain.errors import Usage
from ill_desktop.domain.lifecycle.states import State
from ill_desktop.domain.money import Money


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    note: str


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Money(Decimal("12.50"), "USD"), {"amount": 12.5, "currency": "USD"}),
        (Money(Decimal("50000"), "IDR"), {"amount": 50000, "currency": "IDR"}),
        (datetime(2026, 3, 9, 3, 0, 1, 999, tzinfo=UTC), "2026-03-09T03:00:01Z"),
        (
            datetime(2026, 3, 9, 10, 0, tzinfo=timezone(timedelta(hours=7))),
            "2026-03-09T03:00:00Z",
        ),
        (date(2026, 3, 9), "2026-03-09"),
        (State.ON_ITS_WAY, "on-its-way"),
        (Thing("a", ""), {"name": "a", "note": None}),
        ({State.HERE: ""}, {"here": None}),
        ((1, None, True), [1, None, True]),
        (Path("a") / "b", str(Path("a") / "b")),
    ],
)
def test_values_are_written_as_promised(value: object, shown: object) -> None:
    found = plain(value)
    assert found == shown
    assert type(found) is type(shown)
    json.dumps(found)


def test_a_state_is_written_as_bare_text() -> None:
    assert type(plain(State.HERE)) is str


def test_rows_stand_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    Output(json=False).lines([("a", 1, None), ("long", date(2026, 3, 9), "x")])
    assert capsys.readouterr().out == "a     1\nlong  2026-03-09  x\n"


def test_no_rows_are_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    Output(json=False).lines([])
    assert capsys.readouterr().out == ""


def test_a_card_leaves_out_what_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    Output(json=False, language="id").card(("1", "Konsep"), [("title", "T"), ("due", "")])
    assert capsys.readouterr().out == "1  Konsep\nJudul  T\n"


def test_an_unknown_language_speaks_english() -> None:
    assert Output(json=False, language="../x").words.language == "en"


def test_key_value_pairs_collect_what_is_given_twice() -> None:
    assert pairs(["item=1", "note=a=b", "item=2", "url="]) == {
        "item": ["1", "2"],
        "note": "a=b",
        "url": "",
    }


def test_a_pair_needs_a_key_and_an_equals_sign() -> None:
    for text in ("note", "=x", "="):
        with pytest.raises(Usage):
            pairs([text])


@given(st.text())
def test_any_text_becomes_json_on_any_terminal(text: str) -> None:
    before = sys.stdout
    for encoding in ("utf-8", "ascii", "cp1252"):
        raw = io.BytesIO()
        sys.stdout = shown = io.TextIOWrapper(raw, encoding=encoding)
        try:
            Output(json=True).data({"title": f"x{text}"})
            shown.flush()
        finally:
            sys.stdout = before
        assert json.loads(raw.getvalue().decode(encoding))["title"] == f"x{text}"


@given(st.text())
def test_a_word_to_people_is_one_line_without_controls(text: str) -> None:
    before, sys.stderr = sys.stderr, io.StringIO()
    try:
        Output(json=False).say(text)
        said = sys.stderr.getvalue()
    finally:
        sys.stderr = before
    assert said.endswith("\n")
    assert said[:-1].isprintable()
