"""What `ill` says of itself and of what is odd."""

from pathlib import Path

from ill_desktop.cli.parser import PAPER_KINDS
from ill_desktop.printing import papers
from tests.cli.conftest import Ill

NEW = ("request", "new", "--service", "loan", "--title", "Bumi manusia")


def test_what_is_odd_about_a_new_request_is_told_and_taken(desk: Path, ill: Ill) -> None:
    odd = ill(*NEW, "--isbn", "9789799731231", "--needed-by", "2020-01-02")
    assert odd.code == 0
    assert "ISBN 9789799731231 cannot be right." in odd.err
    assert "this day is past" in odd.err
    sound = ill(*NEW, "--isbn", "9789799731234", "--title", "Rumah kaca")
    assert (sound.code, sound.err) == (0, "")


def test_which_of_two_records_was_taken_is_told(desk: Path, ill: Ill, tmp_path: Path) -> None:
    file = tmp_path / "two.ris"
    file.write_text("".join(f"TY  - BOOK\nTI  - {t}\nER  - \n" for t in ("Satu", "Dua")), "utf-8")
    given = ("request", "new", "--service", "loan", "--from", file)
    assert "holds 2 records. One was taken: “Satu”" in ill(*given).err
    assert "records" not in ill(*given, "--record", "2").err


def test_a_request_is_shown_with_its_publication_and_notes(desk: Path, ill: Ill) -> None:
    more = ("--year", "1980", "--isbn", "9789799731234", "--note", "hardcover")
    shown = ill("request", "show", ill(*NEW, *more).out.strip()).out
    for word in ("1980", "9789799731234", "hardcover"):
        assert word in shown


def test_another_barcode_than_the_one_announced_is_told_and_taken(number: str, ill: Ill) -> None:
    ill("request", "do", number, "send")
    ill("request", "do", number, "record-answer", "answer=loaned", "item=301")
    told = ill("request", "do", number, "received", "item=999")
    assert (told.code, "On record is 301, not 999." in told.err) == (0, True)
    assert ill("request", "undo", number).code == 0
    assert ill("request", "do", number, "received", "item=301").err == ""


def test_an_edit_that_is_none_and_the_act_taken_back_are_told(number: str, ill: Ill) -> None:
    assert ill("request", "set", number, "note=y").err == ""
    for again in (("set", number), ("do", number, "edit")):
        told = ill("request", *again, "note=y", "--json")
        assert (told.code, told.json["note"]) == (0, "y")
        assert told.err == f"Nothing was changed: {number} was so already.\n"
    ill("request", "do", number, "send")
    ill("request", "set", number, "note=y")
    told = ill("request", "undo", number, "--json")
    assert (told.code, told.json["state"]) == (0, "draft")
    assert told.err == f"{number}: taken back: request sent.\n"
    ill("request", "do", number, "send")
    ill("post", "--now")
    told = ill("request", "undo", number)
    assert told.err == f"{number}: cancellation asked for. Now: waiting for an answer.\n"


def test_what_is_missing_is_named(number: str, ill: Ill) -> None:
    assert "--out FILE.pdf is missing" in ill("print", "request-slip", number).err
    assert "number of a request is missing" in ill("print", "request-slip", "--out", "a.pdf").err
    assert "KEY=VALUE" not in ill("request", "do", number).err
    assert "page" not in ill(*NEW, "--patron", "NOBODY").err


def test_help_names_the_papers_and_the_day(ill: Ill) -> None:
    assert PAPER_KINDS == papers.KINDS
    assert "lender-strap" in ill("print", "--help").out
    assert "on= is the day it happened" in ill("request", "do", "--help").out
