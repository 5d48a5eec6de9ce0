"""Requests from citations in files and on the clipboard."""

from pathlib import Path

import pytest

from ill_desktop.domain.errors import DeskError, Missing, NoInput, Unreadable
from ill_desktop.services import intake
from ill_desktop.services.demo import RIS


def test_a_file_is_told_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "export.mrc"
    path.write_text(RIS, "utf-8")
    found = intake.from_file(path)
    assert intake.one(found, None, str(path))[0].title == "Laskar pelangi"


def test_pasted_text_is_read_the_same_way() -> None:
    pasted = "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.btitle=Max+Havelaar"
    assert intake.one(intake.from_text(pasted), 1, "")[0].title == "Max Havelaar"


def test_a_record_is_chosen_by_its_number() -> None:
    second = RIS.replace("Laskar pelangi", "Sang pemimpi")
    found = intake.from_text(RIS + "\n" + second)
    assert intake.one(found, 2, "")[0].title == "Sang pemimpi"
    with pytest.raises(Missing):
        intake.one(found, 3, "")


@pytest.mark.parametrize("text", ["", "hello", "\x00\ud800", "TY  - BOOK\nER  - \n"])
def test_text_without_a_citation_is_told(text: str) -> None:
    with pytest.raises(DeskError):
        intake.one(intake.from_text(text), None, "clipboard")


def test_a_path_that_is_no_file_is_no_input(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.ris", "a\0b"):
        with pytest.raises(NoInput):
            intake.from_file(path)


def test_a_file_of_another_kind_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "picture.ris"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(Unreadable):
        intake.from_file(path)
