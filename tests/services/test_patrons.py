"""Readers from a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Invalid, Missing, NoInput, Unreadable
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.reader_columns import FIELDS
from ill_desktop.domain.table_heads import guessed
from ill_desktop.services import acts, loading, patrons, reader_file, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.loading import LoadReport
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.views import PatronView
from ill_desktop.store.rows import PatronRow
from tests.formats.test_sheets import _book
from tests.services.desks import a_manual_partner, a_request


def write(tmp_path: Path, text: str | bytes) -> Path:
    table = tmp_path / "readers.csv"
    table.write_bytes(text if isinstance(text, bytes) else text.encode())
    return table


def test_readers_are_added_and_brought_up_to_date_by_code(desk: Desk, tmp_path: Path) -> None:
    table = write(tmp_path, "code,name,category\nU1,Suharto,Dosen\nU2,Ningsih,Mahasiswa\n")
    assert reader_file.load(desk, table) == LoadReport(2, 0)
    table = write(tmp_path, "Code;Name;Email\nU2;Ningsih Rahayu;n@example.org\nU3;Made;\n")
    assert reader_file.load(desk, table) == LoadReport(1, 1)
    people = {one.code: one for one in patrons.listed(desk)}
    assert list(people) == ["U1", "U2", "U3"]
    assert (people["U2"].name, people["U2"].category) == ("Ningsih Rahayu", "Mahasiswa")


def test_rows_without_code_or_name_are_told_by_the_number_a_spreadsheet_shows(
    desk: Desk, tmp_path: Path
) -> None:
    table = write(tmp_path, 'code,name\nU1,"Sari\nWulandari"\n\n,Nobody\nU2,\nU3,Made\n')
    report = reader_file.load(desk, table)
    assert report.added == 2
    assert [(one.line, one.field) for one in report.rejected] == [(4, "code"), (5, "name")]
    assert patrons.listed(desk)[0].name == "Sari Wulandari"


def test_a_row_whose_e_mail_is_none_is_told_and_what_stands_is_left_alone(
    desk: Desk, tmp_path: Path
) -> None:
    table = write(
        tmp_path,
        "code,name,email\nU1,Agus,agus@\nU2,Budi,b@x.org; budi@\nU3,Citra,–\nU4,Dewi,d@x.org\n",
    )
    report = reader_file.load(desk, table)
    assert report.added == 2
    assert [(one.line, one.field) for one in report.rejected] == [(2, "email"), (3, "email")]
    assert {one.code: one.email for one in patrons.listed(desk)} == {"U3": "", "U4": "d@x.org"}
    with desk.database.work() as session:
        session.query(PatronRow).filter_by(code="U4").one().email = "dewi@x"
    table = write(tmp_path, "code,name,email\nU4,Dewi Lestari,dewi@x\n")
    assert reader_file.load(desk, table) == LoadReport(0, 1)


@pytest.mark.parametrize("data", ["", "\n\n", '""', "name\nx\n", b"\xff\xfe\x00", b"%PDF-1.4"])
def test_a_file_that_is_no_table_of_readers_is_unreadable(desk: Desk, tmp_path, data) -> None:
    with pytest.raises(Unreadable):
        reader_file.load(desk, write(tmp_path, data))
    assert patrons.listed(desk) == ()


def test_a_folder_is_no_input(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NoInput):
        reader_file.load(desk, tmp_path)


def test_the_copied_category_stays_when_the_reader_moves_on_until_they_are_named_again(
    desk: Desk, tmp_path: Path
) -> None:
    def category() -> str:
        with desk.database.read() as session:
            asked = "SELECT patron_category FROM request"
            return session.connection().exec_driver_sql(asked).scalar_one()

    reader_file.load(desk, write(tmp_path, "code,name,category,pickup\nU1,Suharto,Dosen,Pusat\n"))
    number = a_request(desk, patron="U1")
    requests.edit(desk, number, {"pickup": ""})
    reader_file.load(desk, write(tmp_path, "code,name,category\nU1,Suharto,Alumni\n"))
    assert category() == "Dosen"
    view = requests.edit(desk, number, {"patron": "U1"})
    assert (category(), view.pickup) == ("Alumni", "")
    acts.undo(desk, number)
    assert category() == "Dosen"


SARI = PatronView(
    "U1", "Sari Wulandarí", "sari@example.org", "0812", "Dosen", "Sastra", "Pusat", "id"
)


def test_a_card_is_kept_with_its_block(desk: Desk) -> None:
    card = patrons.save(desk, PatronCard(SARI, "Owes two books", date(2026, 3, 20)))
    assert patrons.show(desk, "U1") == card
    assert (card.blocked(date(2026, 3, 20)), card.blocked(date(2026, 3, 21))) == (True, False)
    lifted = patrons.save(desk, PatronCard(replace(SARI, code="U2")), known="U1")
    assert (lifted.view.code, lifted.blocked(desk.today())) == ("U2", False)
    with pytest.raises(Missing):
        patrons.show(desk, "U1")


def test_a_code_is_given_once_and_a_name_is_needed(desk: Desk) -> None:
    patrons.save(desk, PatronCard(SARI))
    for wrong, field in ((SARI, "code"), (replace(SARI, code="U9", name=" "), "name")):
        with pytest.raises(Invalid) as refused:
            patrons.save(desk, PatronCard(wrong))
        assert refused.value.field == field


@pytest.mark.parametrize("text", ["sari", "WULANDARI", "u1", "example.org", "0812", "san wul", "%"])
def test_readers_are_found_by_any_of_their_words(desk: Desk, text: str) -> None:
    patrons.save(desk, PatronCard(SARI))
    patrons.save(desk, PatronCard(replace(SARI, code="X", name="Made", email="", phone="")))
    found = [one.code for one in patrons.find(desk, text).patrons]
    assert found == ([] if text == "san wul" else ["X", "U1"] if text == "%" else ["U1"])


def test_a_dry_run_says_what_an_import_would_do_and_does_nothing(desk: Desk, tmp_path) -> None:
    table = write(tmp_path, "code,name\nU1,Suharto\nU1,Suharto B.\n,Nobody\n")
    sheet = loading.read(table)
    rows = reader_file.look(desk, sheet, guessed(sheet.header, FIELDS))
    assert [row.fate for row in rows] == ["added", None, None]
    assert patrons.listed(desk) == ()
    report = reader_file.load(desk, table)
    assert (report.added, report.changed, [r.line for r in report.rejected]) == (1, 0, [3, 4])
    assert "is in row 2 already" in report.rejected[0].message
    assert patrons.find(desk, "suharto").total == 1
    assert reader_file.load(desk, table).changed == 0


HEADS = (
    ("Barcode,First name,Last name,E-mail", "P 1,Mary,Jones,m@x.org"),
    ("cardnumber,surname,firstname,email,categorycode", "P 1,Jones,Mary,m@x.org,S"),
    ("Nama Depan;Nama Belakang;No. Anggota;Surel", "Mary;Jones;P 1;m@x.org"),
    ("member_id,member_name,member_email", "P 1,Mary Jones,m@x.org"),
    ("P BARCODE\tPATRN NAME\tEMAIL ADDR", "P 1\tMary Jones\tm@x.org"),
    ("ID,Primary identifier,Full name,Email", "7,P 1,Mary Jones,m@x.org"),
)


@pytest.mark.parametrize(("header", "row"), HEADS)
def test_the_columns_of_other_systems_are_known(desk: Desk, tmp_path, header, row) -> None:
    reader_file.load(desk, write(tmp_path, f"{header}\n{row}\n"))
    (one,) = patrons.listed(desk)
    assert (one.code, one.name, one.email) == ("P 1", "Mary Jones", "m@x.org")


def test_a_workbook_of_readers_is_read_as_well(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "readers.xlsx"
    table.write_bytes(_book(("Kode", "Nama"), (1001, "Made"), (1002, "Sari")))
    assert reader_file.load(desk, table) == LoadReport(2, 0)
    assert [one.code for one in patrons.listed(desk)] == ["1001", "1002"]


def test_every_missing_column_is_told_at_once(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        reader_file.load(desk, write(tmp_path, "Shelf,Colour\n1,red\n"))
    assert refused.value.where == "code, name"


def test_a_reader_has_open_and_closed_requests(desk: Desk) -> None:
    patrons.save(desk, PatronCard(SARI))
    open_, closed = (
        a_request(desk, patron="U1"),
        a_request(desk, a_manual_partner(desk), patron="U1"),
    )
    acts.do(desk, closed, Action.SEND)
    acts.do(desk, closed, Action.CLOSE, {"reason": "bought"})
    shelf = patrons.shelf(desk, "U1")
    assert [one.number for one in shelf.open] == [open_]
    assert [one.number for one in shelf.closed] == [closed]


def test_fifty_thousand_readers_are_searched_in_one_walk(desk: Desk) -> None:
    """The price of a find does not depend on how many fit: only the first 200 are made."""
    with desk.database.work() as session:
        session.add_all(
            PatronRow(code=f"U{n}", name=f"N{n}", folded=f"u{n} n{n}") for n in range(600)
        )
    found = patrons.find(desk, "n")
    assert (len(found.patrons), found.total, found.more) == (200, 600, True)
