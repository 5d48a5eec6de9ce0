"""What is open with a partner, through the window."""

from pathlib import Path

import pytest

from ill_desktop.domain.lifecycle.states import Action, Side, State
from ill_desktop.domain.statement import Verdict
from ill_desktop.services import acts, partners, post, requests, statements
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.places import Place
from ill_desktop.ui.request_form import RequestForm
from ill_desktop.ui.statement_dialog import StatementDialog

PNRI = "ISIL:ID-JKT-PNRI"


@pytest.fixture
def dialog(window, qtbot):
    card = partners.show(window.link.desk, PNRI)
    made = StatementDialog(window.link, card, window)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.model.rows), timeout=30_000)
    return made


def test_everything_open_with_the_library_is_listed(dialog, window):
    ours = statements.statement(window.link.desk, PNRI).lines
    assert [one.ours for one in dialog.model.rows] == list(ours)
    assert dialog.told.text() == f"{len(ours)} open transactions"


def swap(text: str, one: str, other: str) -> str:
    return text.replace(one, "*").replace(other, one).replace("*", other)


def test_our_own_file_is_not_taken_for_theirs(dialog, qtbot, tmp_path: Path):
    before = list(dialog.model.rows)
    dialog.save_to(tmp_path / "ours.csv")
    qtbot.waitUntil(lambda: "ours.csv" in dialog.told.text(), timeout=30_000)
    dialog.compare_with(tmp_path / "ours.csv")
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=30_000)
    assert "our own statement" in dialog.wrong.text()
    assert dialog.model.rows == before


@pytest.fixture
def theirs_alone(window, qtbot, tmp_path: Path):
    """Opened from the page of partners, beside lines that only the library has."""
    desk = window.link.desk
    lent = requests.page(desk, ListQuery(side=Side.LENDING, limit=0)).lines
    line = next(one for one in lent if one.state is State.DONE)
    closed, symbol = line.number, line.partner.symbol
    path = tmp_path / "theirs.csv"
    path.write_text(
        "role,request,supplier-number,where,due,title\n"
        "borrower,T-77,,out,2026-04-01,Bumi manusia dan kita\n"
        "lender,T-78,,out,2026-04-01,Cantik itu luka\n"
        f"borrower,T-79,{closed},out,2026-04-01,Whatever\n"
    )
    window.going.go(Place.PARTNERS)
    page = window.going.page(Place.PARTNERS)
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    row = next(n for n, one in enumerate(page.model.rows) if one.symbol == symbol)
    page.table.selectRow(row)
    page._statement()
    made = window.findChild(StatementDialog)
    qtbot.waitUntil(lambda: bool(made.told.text()), timeout=30_000)
    made.compare_with(path)
    qtbot.waitUntil(lambda: "need a look" in made.told.text(), timeout=30_000)

    def choose(request_id: str) -> StatementDialog:
        rows = [one.shown.request_id for one in made.model.rows]
        made.table.selectRow(rows.index(request_id))
        return made

    return choose, closed, symbol


def offered(dialog: StatementDialog) -> set[str]:
    buttons = (
        dialog.ask_status,
        dialog.send_again,
        dialog.show_request,
        dialog.look_for,
        dialog.record,
    )
    return {one.text().replace("&", "") for one in buttons if one.isEnabled()}


def test_each_kind_of_difference_has_its_next_step(theirs_alone):
    choose, *_ = theirs_alone
    assert offered(choose("T-77")) == {"Look for it", "Record request…"}
    assert offered(choose("T-78")) == {"Look for it"}
    assert offered(choose("T-79")) == {"Show request"}


def test_what_only_we_have_can_be_shown_and_asked_about_where_we_borrow(
    dialog, qtbot, tmp_path: Path
):
    (tmp_path / "theirs.csv").write_text("role,request,where\n")
    dialog.compare_with(tmp_path / "theirs.csv")
    qtbot.waitUntil(lambda: "need a look" in dialog.told.text(), timeout=30_000)
    assert {one.ours.borrower for one in dialog.model.rows} == {True, False}
    for n, line in enumerate(dialog.model.rows):
        dialog.table.selectRow(n)
        asks = {"Ask for status"} if line.ours.borrower else set()
        sends = {"Send last message again"} if line.unheard else set()
        assert offered(dialog) == {"Show request", *asks, *sends}


@pytest.mark.parametrize("borrows", [True, False])
def test_what_they_may_never_have_got_is_sent_again(dialog, window, qtbot, tmp_path: Path, borrows):
    desk = window.link.desk
    number = next(one.ours.number for one in dialog.model.rows if one.ours.borrower is borrows)
    acts.do(desk, number, Action.WRITE_MESSAGE, {"note": "Is it with you?"})
    post.run(desk, now=True)
    assert not dialog.send_again.isEnabled()
    (tmp_path / "theirs.csv").write_text("role,request,where\n")
    dialog.compare_with(tmp_path / "theirs.csv")
    qtbot.waitUntil(lambda: "need a look" in dialog.told.text(), timeout=30_000)
    dialog.table.selectRow([one.ours.number for one in dialog.model.rows].index(number))
    assert dialog.send_again.isEnabled()
    dialog.send_again.click()
    said = f"{number}: our last message is ready to leave again: "
    qtbot.waitUntil(lambda: dialog.told.text().startswith(said), timeout=30_000)
    assert not dialog.send_again.isEnabled()
    newest = requests.show(desk, number).messages[0]
    assert (newest.direction, newest.state, newest.reason) == ("out", "due", "sent-again")


def test_what_only_they_borrow_fills_the_form_of_a_lending_request(theirs_alone, window, qtbot):
    choose, _, symbol = theirs_alone
    choose("T-77").record.click()
    qtbot.waitUntil(lambda: window.findChild(RequestForm) is not None, timeout=30_000)
    form = window.findChild(RequestForm)
    qtbot.waitUntil(form.isVisible, timeout=30_000)
    state = form.state()
    assert (state["partner"], state["their_id"]) == (symbol, "T-77")
    assert (state["title"], state["service"]) == ("Bumi manusia dan kita", "loan")


def test_what_only_they_have_is_shown_or_looked_for(theirs_alone, window, qtbot):
    choose, closed, _ = theirs_alone
    choose("T-79").show_request.click()
    qtbot.waitUntil(lambda: window.going.standing.number == closed, timeout=30_000)


def test_what_was_never_here_is_looked_for_by_its_title(theirs_alone, window, qtbot):
    choose, *_ = theirs_alone
    choose("T-78").look_for.click()
    qtbot.waitUntil(lambda: window.list.search.text() == "Cantik itu luka", timeout=30_000)


def test_ours_is_saved_and_theirs_is_compared(dialog, window, qtbot, tmp_path: Path):
    dialog.save_to(tmp_path / "ours.csv")
    qtbot.waitUntil(lambda: "ours.csv" in dialog.told.text(), timeout=30_000)
    text = (tmp_path / "ours.csv").read_text("utf-8-sig")
    theirs = tmp_path / "theirs.csv"
    ours = window.link.desk.library.symbol
    swapped = swap(swap(text, "borrower", "lender"), ours, PNRI)
    theirs.write_text("\n".join(swapped.splitlines()[:-1]), "utf-8")
    dialog.compare_with(theirs)
    qtbot.waitUntil(lambda: dialog.model.rows[0].verdict is not None, timeout=30_000)
    verdicts = [one.verdict for one in dialog.model.rows]
    assert verdicts.count(Verdict.ONLY_OURS) == 1
    assert verdicts.count(Verdict.AGREE) == len(verdicts) - 1
    assert "need a look" in dialog.told.text()


def test_a_file_that_is_no_statement_is_refused_in_a_sentence(dialog, qtbot, tmp_path: Path):
    before = list(dialog.model.rows)
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    dialog.compare_with(tmp_path / "x.csv")
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=30_000)
    assert "x.csv" in dialog.wrong.text()
    assert dialog.model.rows == before


def test_the_request_behind_a_line_is_shown(dialog, qtbot):
    number = dialog.model.rows[0].ours.number
    with qtbot.waitSignal(dialog.request_wanted) as shown:
        dialog.show_request.click()
    assert shown.args == [number]
