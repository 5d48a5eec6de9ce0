"""Current loans are brought in as they stand; the figures know nothing of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ill_desktop.domain.current_loans import FIELDS
from ill_desktop.domain.errors import CannotUndo
from ill_desktop.domain.lifecycle.states import Action, Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.domain.table_heads import guessed
from ill_desktop.services import (
    acts,
    check,
    current_loans,
    loading,
    partners,
    patrons,
    post,
    requests,
    statistics,
)
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import Desk
from ill_desktop.services.progress import Cancelled, Progress
from ill_desktop.services.views import PatronView
from ill_desktop.store.lines import ListQuery
from ill_desktop.words.errors import sentence
from tests.formats.test_sheets import _book
from tests.services.desks import START, THEIRS, Pair, a_manual_partner, pass_time, states

HEADER = ("Judul", "Pengarang", "Mitra", "Kode batang", "Jatuh tempo", "Tanggal pinjam")
ROWS = (
    ("Bumi manusia", "Toer", "perpustakaan b", "001", date(2026, 4, 1), date(2026, 3, 2)),
    ("Belenggu", "Pane", THEIRS, "002", "28/02/2026", None),
    ("Salah asuhan", "Moeis", "Nobody", "003", None, None),
    ("", "Moeis", THEIRS, "004", None, None),
    ("Atheis", "", THEIRS, "005", "tomorrow", None),
    ("Belenggu again", "", THEIRS, "002", None, None),
)


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    a_manual_partner(desk)
    path = tmp_path / "loans.xlsx"
    path.write_bytes(_book(HEADER, *ROWS))
    return path


def _look(desk: Desk, path: Path, side: Side) -> tuple[current_loans.Looked, ...]:
    sheet = loading.read(path)
    return current_loans.look(desk, sheet, guessed(sheet.header, FIELDS), side)


def test_the_columns_are_guessed_in_both_languages() -> None:
    assert guessed(HEADER, FIELDS) == {
        "title": 0, "author": 1, "partner": 2, "barcode": 3, "due": 4, "since": 5,
    }  # fmt: skip
    assert guessed(("Due date", "BARCODE", "Title ", "x"), FIELDS) == {
        "due": 0,
        "barcode": 1,
        "title": 2,
    }


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (("Judul", "Peminjam", "Tgl. kirim", "Tgl. jatuh tempo"), "title partner since due"),
        (("Judul", "Perpustakaan", "Peminjam", "Tgl kembali"), "title partner patron due"),
        (("Title", "Borrower", "Date sent", "Due back", "Call no."),
         "title partner since due call-number"),
        (("Title", "Library", "Borrower", "Date borrowed"), "title partner patron since"),
    ],
)  # fmt: skip
def test_the_names_that_desks_give_their_columns_are_known(
    header: tuple[str, ...], fields: str
) -> None:
    assert guessed(header, FIELDS) == {name: at for at, name in enumerate(fields.split())}


def test_every_row_says_what_would_become_of_it(desk: Desk, path: Path) -> None:
    rows = _look(desk, path, Side.LENDING)
    assert [row.good for row in rows] == [True, True, False, False, False, False]
    errors = [type(row.error).__name__ for row in rows if row.error]
    assert errors == ["Missing", "Invalid", "Invalid"]
    assert (rows[5].known, rows[5].row) == ("3", 7)
    assert states(desk) == {}


def _of(desk: Desk, tmp_path: Path, *rows: str) -> tuple[current_loans.Looked, ...]:
    path = tmp_path / "loans.csv"
    path.write_text("\n".join(("Title,Partner,Due date,Reader", *rows)), "utf-8")
    sheet = loading.read(path)
    places = guessed(sheet.header, FIELDS)
    order, _ = current_loans.order_of(desk, sheet, places)
    return current_loans.look(desk, sheet, places, Side.LENDING, order)


@pytest.mark.parametrize(
    ("country", "days", "due"),
    [
        ("US", ("12/05/2026", "12/05/26"), date(2026, 12, 5)),
        ("ID", ("12/05/2026", "12.5.26 10:30"), date(2026, 5, 12)),
        ("ID", ("12/05/2026", "12/15/2026"), date(2026, 12, 5)),
        ("US", ("12/05/2026 0:00", "15/12/2026"), date(2026, 5, 12)),
        ("US", ("2026-12-05T10:00:00", "Dec 5, 2026"), date(2026, 12, 5)),
    ],
)
def test_days_are_read_as_the_file_proves_or_as_the_country_writes(
    desk: Desk, tmp_path: Path, country: str, days: tuple[str, ...], due: date
) -> None:
    a_manual_partner(desk)
    desk.library = replace(desk.library, country=country)
    rows = _of(desk, tmp_path, *(f'Book {n},{THEIRS},"{day}",' for n, day in enumerate(days)))
    assert rows[0].loan is not None
    assert rows[0].loan.due == due
    assert all(row.loan is not None for row in rows)


@pytest.mark.parametrize(("country", "told"), [("US", "12/31/2026"), ("ID", "31/12/2026")])
def test_a_day_that_is_none_is_told_with_the_order_of_the_country(
    desk: Desk, tmp_path: Path, country: str, told: str
) -> None:
    a_manual_partner(desk)
    desk.library = replace(desk.library, country=country)
    for typed in ("tomorrow", "1/12", "32/32/2026"):
        (row,) = _of(desk, tmp_path, f"Book,{THEIRS},{typed},")
        assert row.error is not None
        assert sentence(desk.words, row.error).endswith(f"Write it as {told}.")


def test_partners_and_readers_are_known_as_anywhere_else(desk: Desk, tmp_path: Path) -> None:
    partners.add(desk, partners.NewPartner("Hillside", ("ISIL:US-HILL",)))
    names = {"U1": "José Ruiz", "U2": "Made", "U3": "Made", "u4": "Sari"}
    for code, name in names.items():
        patrons.save(desk, patrons.PatronCard(PatronView(code, name, *[""] * 6)))
    partner = ("US-HILL", "us-hill", "ISIL:US-HILL", "hillside", "US-HALL")
    rows = _of(desk, tmp_path, *(f"Book,{one},," for one in partner))
    assert [row.loan is not None for row in rows] == [True, True, True, True, False]
    reader = ("U2", "jose ruiz", "U4", "Made", "Nobody")
    rows = _of(desk, tmp_path, *(f"Book {n},US-HILL,,{one}" for n, one in enumerate(reader)))
    assert [row.loan.patron for row in rows if row.loan] == ["U2", "U1", "u4"]
    told = [sentence(desk.words, row.error) for row in rows if row.error]
    assert told[0].startswith("“Made” could mean several readers")
    assert "Nobody" in told[1]


@pytest.mark.parametrize(
    ("side", "state", "item", "queue"),
    [
        (Side.LENDING, State.SENT_OUT, "sent", Queue.LENT_OVERDUE),
        (Side.BORROWING, State.HERE, "here", Queue.OVERDUE),
    ],
)
def test_loans_stand_where_they_are(
    desk: Desk, path: Path, side: Side, state: State, item: str, queue: Queue
) -> None:
    numbers = current_loans.bring_in(desk, _look(desk, path, side), side)
    assert len(numbers) == 2
    first, second = (requests.show(desk, number) for number in numbers)
    assert (first.line.state, first.line.due) == (state, date(2026, 4, 1))
    assert [(one.barcode, one.state) for one in first.items] == [("001", item)]
    assert first.line.partner is not None
    assert first.line.partner.symbol == THEIRS
    assert desk.local_date(first.line.created) == date(2026, 3, 2)
    late = requests.page(desk, ListQuery(queue=queue)).lines
    assert [line.number for line in late] == [second.line.number]
    assert first.messages == ()
    assert check.check(desk).ok
    post.run(desk)
    wanted = requests.page(desk, ListQuery(queue=Queue.ATTENTION)).lines
    assert [line.number for line in wanted] == [second.line.number]


def test_the_same_file_again_creates_nothing(desk: Desk, path: Path) -> None:
    looked = _look(desk, path, Side.LENDING)
    numbers = current_loans.bring_in(desk, looked, Side.LENDING)
    assert current_loans.bring_in(desk, looked, Side.LENDING) == ()
    again = _look(desk, path, Side.LENDING)
    assert [row.known for row in again if row.loan] == [*numbers, numbers[1]]
    assert current_loans.bring_in(desk, again, Side.LENDING) == ()
    acts.do(desk, numbers[0], Action.IS_BACK)
    assert not any(row.good for row in _look(desk, path, Side.LENDING))
    assert len(states(desk)) == 2


def test_only_what_was_chosen_is_brought_in(desk: Desk, path: Path) -> None:
    rows = _look(desk, path, Side.LENDING)
    assert len(current_loans.bring_in(desk, rows[1:3], Side.LENDING)) == 1
    assert [row.good for row in _look(desk, path, Side.LENDING)][:2] == [True, False]


def test_stopping_brings_in_nothing(desk: Desk, path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        current_loans.bring_in(desk, _look(desk, path, Side.LENDING), Side.LENDING, progress)
    assert states(desk) == {}


def _figures(desk: Desk) -> list[tuple[str, object]]:
    found = statistics.figures(desk, "2026-02", "2026-04")
    return [(one.code, one.value) for one in found.measures]


def test_no_figure_changes_by_what_is_brought_in_nor_by_its_return(desk: Desk, path: Path) -> None:
    before = _figures(desk)
    for side, action in ((Side.LENDING, Action.IS_BACK), (Side.BORROWING, Action.SENT_BACK)):
        numbers = current_loans.bring_in(desk, _look(desk, path, side), side)
        assert _figures(desk) == before
        pass_time(desk, days=1)
        acts.do(desk, numbers[0], action)
        assert _figures(desk) == before
    assert check.check(desk).ok


def test_what_is_brought_in_is_no_undo_and_no_flood(desk: Desk, path: Path) -> None:
    (number, _) = current_loans.bring_in(desk, _look(desk, path, Side.BORROWING), Side.BORROWING)
    with pytest.raises(CannotUndo):
        acts.undo(desk, number)
    post.run(desk)
    view = requests.show(desk, number)
    assert view.line.flags == ()
    assert [event.kind for event in view.events] == ["imported"]
    acts.do(desk, number, Action.SENT_BACK)
    acts.undo(desk, number)
    assert requests.show(desk, number).line.state is State.HERE


def test_nothing_is_sent_about_a_loan_the_partner_knows_by_no_number(
    pair: Pair, tmp_path: Path
) -> None:
    desk = pair.borrower
    for name, header in (("none.csv", ""), ("known.csv", ",Our number")):
        path = tmp_path / name
        row = f"Loan {name},{THEIRS},{name}{',OLD-7' if header else ''}"
        path.write_text(f"Title,Partner,Barcode{header}\n{row}\n", "utf-8")
        (number,) = current_loans.bring_in(desk, _look(desk, path, Side.BORROWING), Side.BORROWING)
        acts.do(desk, number, Action.SENT_BACK)
        sent = requests.show(desk, number).messages
        assert len(sent) == (1 if header else 0)
    assert requests.show(desk, number).line.our_id == "OLD-7"


def test_thousands_are_brought_in_at_once(desk: Desk, tmp_path: Path) -> None:
    a_manual_partner(desk)
    path = tmp_path / "many.csv"
    lines = [f"Book {n},{THEIRS},{n:05}" for n in range(600)]
    path.write_text("\n".join(["title,partner,barcode", *lines]), "utf-8")
    desk.clock = SetClock(START)
    steps: list[tuple[int, int]] = []
    progress = Progress(lambda *now: steps.append(now))
    rows = _look(desk, path, Side.LENDING)
    assert len(current_loans.bring_in(desk, rows, Side.LENDING, progress)) == 600
    assert steps[-1] == (600, 600)
    assert not any(row.good for row in _look(desk, path, Side.LENDING))
