"""What services ask of the cabinet."""

from datetime import date

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.store import beside, cases, crew, directory, finding, listing, queries
from ill_desktop.store.database import Database
from ill_desktop.store.rows import (
    AttachmentRow,
    AttemptRow,
    HolidayRow,
    ItemRow,
    PatronRow,
    StaffRow,
)
from tests.build import NOON, a_partner, a_request, a_symbol


@pytest.fixture
def desk(database: Database) -> Database:
    with database.work() as session:
        partner = a_partner()
        session.add_all(
            [partner, PatronRow(code="P-1", name="Siti"), PatronRow(code="P%2", name="Budi")]
        )
        session.flush()
        session.add_all([a_symbol(partner, "ISIL:ID-X"), a_symbol(partner, "OTHER:Y")])
        first = a_request(
            number="26000001", citation=Citation(title="Laut Bercerita", isbn="978-1")
        )
        second = a_request(number="26000002", their_id="THEIRS-9", citation=Citation(title="Laut"))
        session.add_all([first, second])
        session.flush()
        session.add(AttemptRow(request_id=first.id, our_id="26000001-1", ordinal=1))
        session.add(ItemRow(request_id=second.id, barcode="Br-100É"))
    return database


@pytest.mark.parametrize(
    ("scanned", "number"),
    [
        ("26000001", "26000001"),
        (" 26000001-1\n", "26000001"),
        *((code, "26000002") for code in ("Br-100É", "bR-100É", "br-100É", "BR-100É ")),
        *((code, "26000002") for code in ("THEIRS-9", "theirs-9")),
    ],
)
def test_whatever_is_scanned_finds_its_request(desk: Database, scanned: str, number: str) -> None:
    with desk.read() as session:
        assert queries.numbers_by_scan(session, scanned) == (number,)


def test_a_partner_s_number_stands_behind_ours_and_may_be_that_of_several(desk: Database) -> None:
    with desk.work() as session:
        for n, theirs in enumerate(("26000001", "Br-100É", "26000001-1", "x-1", "x-1"), 7):
            session.add(a_request(number=f"{26_000_000 + n}", their_id=theirs))
    with desk.read() as session:
        for scanned, number in (("26000001", 1), ("26000001-1", 1), ("BR-100É", 2)):
            assert queries.numbers_by_scan(session, scanned) == (f"2600000{number}",)
        assert queries.numbers_by_scan(session, "X-1") == ("26000011", "26000010")


def test_a_barcode_belongs_to_all_open_requests_with_it_and_else_to_the_newest(
    desk: Database,
) -> None:
    def scanned() -> tuple[str, ...]:
        with desk.read() as session:
            return queries.numbers_by_scan(session, "Br-7")

    states = ((Side.LENDING, State.DONE), (Side.LENDING, State.SENT_OUT), (Side.BORROWING, "here"),
              (Side.BORROWING, State.CLOSED))  # fmt: skip
    rows = [a_request(number=f"2600010{n}", side=side, state=State(state))
            for n, (side, state) in enumerate(states)]  # fmt: skip
    with desk.work() as session:
        session.add_all(rows)
        session.flush()
        session.add_all([ItemRow(request_id=row.id, barcode="BR-7") for row in rows])
    assert scanned() == ("26000102", "26000101")
    with desk.read() as session:
        known = [listing.lines(session, [one])[0].number for one in finding.coded(session, "br-7")]
    assert known == ["26000102", "26000101", "26000103", "26000100"]
    with desk.work() as session:
        for number in scanned():
            cases.case_by_number(session, number).request.state = State.DONE
    assert scanned() == ("26000103",)


@pytest.mark.parametrize("scanned", ["", " ", "99999999", "B10", "%"])
def test_an_unknown_barcode_is_missing(desk: Database, scanned: str) -> None:
    with desk.read() as session, pytest.raises(Missing):
        queries.numbers_by_scan(session, scanned)


def test_similar_requests_share_title_words_or_a_standard_number(desk: Database) -> None:
    def similar(**citation: str) -> list[str]:
        with desk.read() as session:
            return [line.number for line in queries.similar(session, Citation(**citation))]

    assert similar(title="laut  BERCERITA") == ["26000001"]
    assert similar(title="Laut") == ["26000002", "26000001"]
    assert similar(title="Nothing", isbn="9781") == ["26000001"]
    assert similar(title="Laut", component_title="Ombak", isbn="9781") == []
    assert similar() == []


def test_a_line_is_found_by_its_number(desk: Database) -> None:
    with desk.read() as session:
        assert listing.line(session, "26000002").their_id == "THEIRS-9"
        with pytest.raises(Missing):
            listing.line(session, "nobody")


@pytest.mark.parametrize("text", ['"', "a AND (", "NEAR(", "*", "", "Laut -x"])
def test_matching_takes_any_text(desk: Database, text: str) -> None:
    with desk.read() as session:
        assert isinstance(listing.matching(session, text, text), tuple)


def test_closed_days_and_staff_are_listed_in_order(desk: Database) -> None:
    with desk.work() as session:
        for n in (3, 1, 2):
            session.add(HolidayRow(day=date(2026, 5, n), name=f"Day {n}"))
            session.add(StaffRow(initials=f"S{n}"))
    with desk.read() as session:
        assert [day.day for day in directory.holidays(session)] == [1, 2, 3]
        assert [row.initials for row in crew.everybody(session)] == ["S1", "S2", "S3"]


def test_attachments_of_a_request_come_in_order(desk: Database) -> None:
    with desk.work() as session:
        for name in ("b.pdf", "a.pdf"):
            session.add(AttachmentRow(request_id=1, name=name, sha256="0", size=1, added_at=NOON))
    with desk.read() as session:
        assert [row.name for row in beside.attachments(session, 1)] == ["b.pdf", "a.pdf"]
        assert beside.attachments(session, 2) == []
