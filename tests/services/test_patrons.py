"""Readers from a file."""

from pathlib import Path

import pytest

from ill_desktop.domain.errors import NoInput, Unreadable
from ill_desktop.services import patrons
from ill_desktop.services.desk import Desk
from tests.services.desks import a_request


def write(tmp_path: Path, text: str | bytes) -> Path:
    table = tmp_path / "readers.csv"
    table.write_bytes(text if isinstance(text, bytes) else text.encode())
    return table


def test_readers_are_added_and_brought_up_to_date_by_code(desk: Desk, tmp_path: Path) -> None:
    table = write(tmp_path, "code,name,category\nU1,Suharto,Dosen\nU2,Ningsih,Mahasiswa\n")
    assert patrons.load(desk, table) == patrons.LoadReport(2, 0)
    table = write(tmp_path, "Code;Name;Email\nU2;Ningsih Rahayu;n@example.org\nU3;Made;\n")
    assert patrons.load(desk, table) == patrons.LoadReport(1, 1)
    people = {one.code: one for one in patrons.listed(desk)}
    assert list(people) == ["U1", "U2", "U3"]
    assert (people["U2"].name, people["U2"].category) == ("Ningsih Rahayu", "Mahasiswa")


def test_rows_without_code_or_name_are_told_by_the_number_a_spreadsheet_shows(
    desk: Desk, tmp_path: Path
) -> None:
    table = write(tmp_path, 'code,name\nU1,"Sari\nWulandari"\n\n,Nobody\nU2,\nU3,Made\n')
    report = patrons.load(desk, table)
    assert (report.added, report.rejected) == (2, (4, 5))
    assert patrons.listed(desk)[0].name == "Sari Wulandari"


@pytest.mark.parametrize("data", ["", "\n\n", '""', "name\nx\n", b"\xff\xfe\x00", b"%PDF-1.4"])
def test_a_file_that_is_no_table_of_readers_is_unreadable(desk: Desk, tmp_path, data) -> None:
    with pytest.raises(Unreadable):
        patrons.load(desk, write(tmp_path, data))
    assert patrons.listed(desk) == ()


def test_a_folder_is_no_input(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NoInput):
        patrons.load(desk, tmp_path)


def test_the_copied_category_stays_when_the_reader_moves_on(desk: Desk, tmp_path: Path) -> None:
    patrons.load(desk, write(tmp_path, "code,name,category\nU1,Suharto,Dosen\n"))
    a_request(desk, patron="U1")
    patrons.load(desk, write(tmp_path, "code,name,category\nU1,Suharto,Alumni\n"))
    with desk.database.read() as session:
        row = session.connection().exec_driver_sql("SELECT patron_category FROM request").one()
    assert row == ("Dosen",)
