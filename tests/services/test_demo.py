"""The demonstration: two desks, a loan and a copy, papers and figures."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from ill_desktop.domain.errors import CannotWrite, DeskExists
from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.lifecycle.states import State
from ill_desktop.formats import iso18626
from ill_desktop.services import check
from ill_desktop.services.demo import run_demo
from ill_desktop.services.desk import open_desk
from tests.services.desks import states


def test_both_requests_end_done_on_both_desks(tmp_path: Path) -> None:
    report = run_demo(tmp_path / "demo")
    for name in ("desk-a", "desk-b"):
        desk = open_desk(tmp_path / "demo" / name)
        assert set(states(desk).values()) == {State.DONE}
        assert len(states(desk)) == 2
        assert check.check(desk).problems == ()
        desk.close()
    assert not [p for p in (tmp_path / "demo" / "exchange").rglob("*") if p.is_file()]
    papers = {tmp_path / "demo", tmp_path / "demo" / "messages"}
    assert {file.parent for file in report.files} == papers
    messages = [file for file in report.files if file.suffix == ".xml"]
    assert (
        len(messages) == len(set(messages)) == 2 * len([m for m in messages if "confirm" in m.name])
    )
    for file in report.files:
        if file.suffix == ".xml":
            assert iso18626.faults(file.read_bytes(), Dialect.V1_2, file.name) == []
        elif file.suffix == ".pdf":
            assert PdfReader(file).pages[0].extract_text().strip()
        else:
            assert load_workbook(file).sheetnames


def test_a_second_demonstration_in_one_place_is_refused(tmp_path: Path) -> None:
    run_demo(tmp_path)
    with pytest.raises(DeskExists):
        run_demo(tmp_path)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        run_demo(tmp_path / "file" / "demo")
