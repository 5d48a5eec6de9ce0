"""Dialogs for files begin where the last one ended."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ill_desktop.ui import choose_file


@pytest.fixture
def asked(monkeypatch):
    """What the dialog was opened with, and what is chosen in it."""
    seen = {"chosen": ("", "")}

    def answer(_parent, _title, place, *_kinds):
        seen["place"] = place
        return seen["chosen"]

    monkeypatch.setattr(choose_file, "_last", [])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    return seen


def test_a_name_without_an_ending_gets_that_of_its_kind(qapp, asked, tmp_path):
    parent = QWidget()
    asked["chosen"] = (str(tmp_path / "list"), "CSV (*.csv)")
    kinds = "XLSX (*.xlsx);;CSV (*.csv)"
    assert choose_file.to_save(parent, "t", "list.xlsx", kinds) == tmp_path / "list.csv"
    asked["chosen"] = (str(tmp_path / "desk"), "")
    assert choose_file.to_save(parent, "t", "desk.sqlite3") == tmp_path / "desk.sqlite3"


def test_a_file_that_is_there_is_asked_about_by_its_whole_name(qapp, monkeypatch, tmp_path):
    (tmp_path / "desk.sqlite3").write_bytes(b"kept")
    asked = []

    def answer(_parent, _title, place, _kinds):
        asked.append(place)
        return (str(tmp_path / "desk"), "") if len(asked) == 1 else ("", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert choose_file.to_save(QWidget(), "t", "desk.sqlite3") is None
    assert asked[1] == str(tmp_path / "desk.sqlite3")


def test_a_point_in_a_name_is_no_ending(qapp, asked, tmp_path):
    asked["chosen"] = (str(tmp_path / "St. Paul"), "PDF (*.pdf)")
    assert choose_file.to_save(QWidget(), "t", "x.pdf", "PDF (*.pdf)") == tmp_path / "St. Paul.pdf"


def test_the_next_dialog_begins_where_the_last_one_ended(qapp, asked, tmp_path):
    parent = QWidget()
    assert choose_file.to_open(parent, "t") is None
    assert asked["place"] != str(tmp_path)
    asked["chosen"] = (str(tmp_path / "a.ris"), "")
    assert choose_file.to_open(parent, "t") == tmp_path / "a.ris"
    choose_file.to_save(parent, "t", "slip.pdf")
    assert Path(asked["place"]) == tmp_path / "slip.pdf"


def test_without_a_folder_for_documents_it_begins_at_home(qapp, asked, monkeypatch, tmp_path):
    (tmp_path / "home").mkdir()
    monkeypatch.setattr(
        choose_file.QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Documents")
    )
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    choose_file.to_save(QWidget(), "t", "desk.sqlite3")
    assert asked["place"] == str(tmp_path / "home" / "desk.sqlite3")
    (tmp_path / "Documents").mkdir()
    choose_file.to_save(QWidget(), "t", "desk.sqlite3")
    assert asked["place"] == str(tmp_path / "Documents" / "desk.sqlite3")
