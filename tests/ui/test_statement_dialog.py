"""What is open with a partner, through the window."""

from pathlib import Path

import pytest

from ill_desktop.domain.statement import Verdict
from ill_desktop.services import partners, statements
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


def test_ours_is_saved_and_theirs_is_compared(dialog, window, qtbot, tmp_path: Path):
    dialog.save_to(tmp_path / "ours.csv")
    qtbot.waitUntil(lambda: "ours.csv" in dialog.told.text(), timeout=30_000)
    text = (tmp_path / "ours.csv").read_text("utf-8-sig")
    theirs = tmp_path / "theirs.csv"
    swapped = text.replace("borrower", "*").replace("lender", "borrower").replace("*", "lender")
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
