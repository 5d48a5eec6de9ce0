"""Partners whom no message reaches: what they have to be told stays until somebody did it."""

from datetime import date
from pathlib import Path

import pytest

from ill_desktop.domain.current_loans import FIELDS
from ill_desktop.domain.lifecycle.states import Action, Service, Side
from ill_desktop.domain.table_heads import guessed
from ill_desktop.domain.telling import HEARD
from ill_desktop.services import (
    acts,
    bulk,
    current_loans,
    lending,
    loading,
    partners,
    requests,
    telling,
)
from ill_desktop.services.advance import Source
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.first_look import ListQuery
from ill_desktop.services.lending import NewLending
from ill_desktop.services.progress import Progress
from ill_desktop.services.views import RequestView
from ill_desktop.store import driver, untold
from tests.formats.test_sheets import _book
from tests.services.desks import BOOK, THEIRS, THIRD, Pair, a_manual_partner, a_request

A = Action


def _told(view: RequestView) -> list[tuple[str, str]]:
    return [(one.partner, one.says) for one in view.to_tell]


def test_a_library_by_telephone_has_to_be_told_until_that_is_marked(desk: Desk) -> None:
    a_manual_partner(desk)
    partners.change(desk, THEIRS, {"telephone": "0341 555", "note": "mornings"})
    number = a_request(desk, THEIRS)
    acts.do(desk, number, A.SEND)
    view = acts.do(desk, number, A.ASK_STATUS)
    assert _told(view) == [("Perpustakaan B", "request"), ("Perpustakaan B", "status-request")]
    assert (view.to_tell[0].telephone, view.to_tell[0].note) == ("0341 555", "mornings")
    assert view.events[0].label == "Status asked for (not by message)"
    view = acts.do(desk, number, A.TOLD)
    assert view.to_tell == ()
    assert view.events[0].label == "Told by telephone or letter"
    assert len(acts.undo(desk, number, view.events[0].act).to_tell) == 2
    assert _told(acts.undo(desk, number)) == [("Perpustakaan B", "request")]


def test_who_answers_knows_of_it_and_what_came_tells_of_itself(desk: Desk) -> None:
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, A.SEND)
    assert acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned"}).to_tell == ()
    view = acts.do(desk, number, A.RECEIVED)
    assert view.to_tell == ()
    assert view.events[0].untold == ("received",)
    acts.do(desk, number, A.ASK_RENEW)
    assert acts.do(desk, number, A.SENT_BACK).to_tell == ()


def test_a_library_given_up_is_told_by_its_name_though_another_one_is_asked(pair: Pair) -> None:
    desk = pair.borrower
    number = a_request(desk, THIRD, THEIRS)
    acts.do(desk, number, A.SEND)
    acts.do(desk, number, A.TOLD)
    acts.do(desk, number, A.MOVE_ON)
    view = acts.do(desk, number, A.SEND_NEXT)
    assert view.line.partner is not None
    assert view.line.partner.name == "Perpustakaan B"
    assert not view.manual
    assert _told(view) == [("Perpustakaan C", "cancel")]
    assert view.events[0].label == "Sent to the next library"


def test_who_was_never_told_of_a_request_need_not_be_told_that_it_is_cancelled(desk: Desk) -> None:
    for symbol, name in ((THEIRS, "Perpustakaan B"), (THIRD, "Perpustakaan C")):
        a_manual_partner(desk, symbol, name)
    number = a_request(desk, THEIRS, THIRD)
    acts.do(desk, number, A.SEND)
    assert acts.do(desk, number, A.ASK_CANCEL).to_tell == ()
    assert _told(acts.undo(desk, number)) == [("Perpustakaan B", "request")]
    acts.do(desk, number, A.REMIND)
    assert acts.do(desk, number, A.MOVE_ON).to_tell == ()
    assert _told(acts.do(desk, number, A.SEND_NEXT)) == [("Perpustakaan C", "request")]


@pytest.fixture
def brought(pair: Pair, tmp_path: Path) -> tuple[Desk, dict[str, str]]:
    """Loans from a spreadsheet, lent to a partner with folders: with and without its number."""
    desk, path = pair.borrower, tmp_path / "loans.xlsx"
    header = ("Title", "Partner", "Due date", "Their number")
    rows = (("Atheis", THEIRS, date(2026, 2, 1), ""), ("Belenggu", THEIRS, date(2026, 2, 1), "R-7"))
    path.write_bytes(_book(header, *rows))
    sheet = loading.read(path)
    found = current_loans.look(desk, sheet, guessed(sheet.header, FIELDS), Side.LENDING)
    numbers = current_loans.bring_in(desk, found, Side.LENDING)
    return desk, dict(zip(("without", "with"), numbers, strict=True))


def test_a_loan_brought_in_without_a_number_is_told_by_nobody_but_us(
    brought: tuple[Desk, dict[str, str]],
) -> None:
    desk, number = brought
    view = acts.do(desk, number["without"], A.REPORT_OVERDUE)
    assert (view.manual, view.messages) == (True, ())
    assert _told(view) == [("Perpustakaan B", "overdue")]
    assert view.events[0].label == "Reported overdue (not by message)"
    view = acts.do(desk, number["with"], A.REPORT_OVERDUE)
    assert (view.manual, len(view.messages), view.to_tell) == (False, 1, ())
    assert view.events[0].label == "Reported overdue"


def test_several_at_once_say_who_is_told_by_no_message(
    brought: tuple[Desk, dict[str, str]],
) -> None:
    desk, number = brought
    both = tuple(number.values())
    found = bulk.outlook(desk, both, A.REPORT_OVERDUE, Progress())
    assert [told for _, told in found.after] == ["", "Perpustakaan B"]
    assert found.silent == {number["without"]: "Perpustakaan B"}
    done = bulk.do_many(desk, both, A.REPORT_OVERDUE, {}, Progress())
    assert done.silent == ("Perpustakaan B",)


def test_who_was_not_told_when_it_was_closed_is_to_be_told_when_it_is_reopened(desk: Desk) -> None:
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, A.SEND)
    assert _kept_as_shown(desk) == (number,)
    acts.do(desk, number, A.CLOSE, {"reason": "other"})
    assert _kept_as_shown(desk) == ()
    acts.do(desk, number, A.REOPEN, {"reason": "mistake"})
    assert _kept_as_shown(desk) == (number,)
    acts.do(desk, number, A.CLOSE, {"reason": "other"})
    assert _kept_as_shown(desk) == ()


def test_the_sources_by_which_a_library_is_heard_are_those_of_acts() -> None:
    assert {Source(one) for one in HEARD} == {Source.PARTNER, Source.BY_HAND}


def _kept_as_shown(desk: Desk) -> tuple[str, ...]:
    """The requests kept as those to tell of, which are those that say so themselves."""
    found = tuple(one.number for one in requests.page(desk, ListQuery(to_tell=True)).lines)
    lines = requests.page(desk, ListQuery(limit=0)).lines
    assert found == tuple(n.number for n in lines if requests.show(desk, n.number).to_tell)
    assert telling.waiting(desk) == len(found)
    return found


def test_of_which_requests_somebody_has_to_be_told_is_kept_with_every_step(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = (a_request(desk, THEIRS) for _ in range(2))
    assert _kept_as_shown(desk) == ()
    for number in (first, second):
        acts.do(desk, number, A.SEND)
    assert _kept_as_shown(desk) == (second, first)
    act = acts.do(desk, first, A.TOLD).events[0].act
    assert _kept_as_shown(desk) == (second,)
    acts.undo(desk, first, act)
    assert _kept_as_shown(desk) == (second, first)
    acts.do(desk, second, A.RECORD_ANSWER, {"answer": "will-supply"})
    assert _kept_as_shown(desk) == (first,)
    acts.undo(desk, second)
    acts.undo(desk, first)
    assert _kept_as_shown(desk) == (second,)
    acts.do(desk, second, A.CLOSE, {"reason": "withdrawn"})
    _kept_as_shown(desk)


def test_no_more_of_them_are_counted_and_listed_than_anybody_reads(desk: Desk) -> None:
    a_manual_partner(desk)
    numbers = [a_request(desk, THEIRS) for _ in range(3)]
    for number in numbers:
        acts.do(desk, number, A.SEND)
    with desk.database.read() as session:
        assert [untold.count(session, most) for most in (2, 3, 4)] == [2, 3, 3]
        assert untold.numbers(session, 2) == (numbers[2], numbers[1])


def test_an_older_desk_learns_of_which_requests_somebody_has_to_be_told(
    desk: Desk,
) -> None:
    a_manual_partner(desk)
    a_manual_partner(desk, THIRD, "Perpustakaan C")
    lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    steps: tuple[tuple[A, ...], ...] = (
        (A.SEND,),
        (A.SEND, A.ASK_CANCEL),
        (A.SEND, A.MOVE_ON, A.SEND_NEXT),
        (A.SEND, A.ASK_STATUS),
        (A.SEND, A.RECEIVED),
        (A.SEND, A.RECEIVED, A.ASK_RENEW),
        (A.SEND, A.RECEIVED, A.SENT_BACK),
    )
    for told in (False, True):
        for walk in steps:
            number = a_request(desk, THEIRS, THIRD)
            for action in walk:
                acts.do(desk, number, action)
            if told and A.TOLD in requests.show(desk, number).actions:
                acts.do(desk, number, A.TOLD)
                last = number
    acts.undo(desk, last)
    before = _kept_as_shown(desk)
    assert 3 < len(before) < len(steps) + 2
    desk.close()
    old = driver.module.connect(str(desk.folder.database))
    made = "SELECT sql FROM sqlite_schema WHERE name = 'to_tell'"
    table = old.execute(made).fetchone()
    since = ("grams", "value_amount", "value_currency")
    for statement in (
        "DROP TABLE to_tell",
        *(f"ALTER TABLE parcel DROP COLUMN {one}" for one in since),
        "UPDATE alembic_version SET version_num = '0001'",
        "PRAGMA user_version = 1",
    ):
        old.execute(statement)
    old.commit()
    old.close()
    again = open_desk(desk.folder.root)
    assert _kept_as_shown(again) == before
    with again.database.read() as session:
        assert tuple(session.connection().exec_driver_sql(made).one()) == tuple(table)
    again.close()


def test_a_refusal_by_telephone_has_to_be_told_though_the_request_is_over(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    view = acts.do(desk, number, A.CANNOT_SUPPLY, {"reason": "NotOnShelf"})
    assert _told(view) == [("Perpustakaan B", "unfilled")]
    assert requests.show(desk, number).to_tell == view.to_tell
