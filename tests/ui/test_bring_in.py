"""Current loans are brought in through the window."""

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.services import partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.bring_in import BringIn
from tests.ui.test_window import _dialog

HEADER = "Code,Name of book,Library,Back by\n"


@pytest.fixture
def table(window, tmp_path):
    known = partners.listed(window.link.desk)[0]
    path = tmp_path / "loans.csv"
    rows = (f"77,Atheis,{known.symbol},2026-12-24", f"78,Senja,{known.name},", "79,Sukreni,X,")
    path.write_text(HEADER + "\n".join(rows), "utf-8")
    return path


@pytest.fixture
def dialog(window, qtbot, table):
    made = BringIn(window.link, window.notices)
    qtbot.addWidget(made)
    made.show()
    made.open_file(table)
    qtbot.waitUntil(lambda: len(made.model.rows) == 3, timeout=30_000)
    return made


def _choose(qtbot, dialog, **columns):
    for name, text in columns.items():
        dialog.fields[name].setCurrentText(text)
    qtbot.waitUntil(lambda: not dialog._link.tasks.busy, timeout=30_000)


def test_columns_are_chosen_and_the_rows_seen_before_anything_is_written(window, qtbot, dialog):
    assert dialog.fields["partner"].currentText() == "Library"
    assert not dialog.form.act.isEnabled()
    before = requests.page(window.link.desk, ListQuery()).total
    _choose(qtbot, dialog, title="Name of book", barcode="Code", due="Back by")
    qtbot.waitUntil(lambda: dialog.form.act.text() == "Bring in all 2", timeout=30_000)
    told = [dialog.model.index(row, 1).data() for row in range(3)]
    assert told[0] == "Will be brought in"
    assert "X" in told[2]
    assert requests.page(window.link.desk, ListQuery()).total == before
    assert dialog.height() <= 700


def test_enter_in_the_name_of_the_file_reads_it_and_brings_nothing_in(window, qtbot, dialog, table):
    _choose(qtbot, dialog, title="Name of book", barcode="Code", due="Back by")
    qtbot.waitUntil(dialog.form.act.isEnabled, timeout=30_000)
    before = requests.page(window.link.desk, ListQuery()).total
    table.write_text(HEADER + f"77,Atheis,{partners.listed(window.link.desk)[0].symbol},", "utf-8")
    qtbot.keyClick(dialog.form.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert requests.page(window.link.desk, ListQuery()).total == before
    assert dialog.isVisible()
    assert dialog.form.act.isEnabled()
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):  # nothing was wrong
        qtbot.keyClick(dialog.form.rows, Qt.Key.Key_Return)


def test_the_selected_then_the_rest_then_nothing(window, qtbot, dialog, table):
    desk = window.link.desk
    _choose(qtbot, dialog, title="Name of book", barcode="Code", due="Back by")
    dialog.form.side.choose(Side.BORROWING.value)
    qtbot.waitUntil(lambda: not window.tasks.busy and dialog.form.act.isEnabled())
    dialog.form.rows.selectRow(1)
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.some.click()
    newest = requests.page(desk, ListQuery(limit=1)).lines[0]
    assert (newest.title, newest.state) == ("Senja", State.HERE)
    window.actions_by_name["bring_in"].trigger()
    again = _dialog(qtbot, "BringIn")
    again.open_file(table)
    qtbot.waitUntil(lambda: len(again.model.rows) == 3, timeout=30_000)
    again.form.side.choose(Side.BORROWING.value)
    _choose(qtbot, again, title="Name of book", barcode="Code", due="Back by")
    qtbot.waitUntil(lambda: again.form.act.text() == "Bring in all 1", timeout=30_000)
    assert newest.number in again.model.index(1, 1).data()
    again.form.act.click()
    qtbot.waitUntil(lambda: len(again.model.rows) == 1, timeout=30_000)  # the one that is wrong
    assert requests.page(desk, ListQuery(limit=1)).lines[0].title == "Atheis"


def test_what_is_no_table_is_told_in_the_window(window, qtbot, dialog, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    dialog.open_file(path)
    qtbot.waitUntil(lambda: dialog.form.wrong.isVisibleTo(dialog), timeout=30_000)
    assert "broken.xlsx" in dialog.form.wrong.text()

    assert not dialog.model.rows


def test_a_file_typed_is_read_anew_and_the_columns_chosen_stay(window, qtbot, table):
    dialog = BringIn(window.link, window.notices)
    qtbot.addWidget(dialog)
    dialog.form.file.setText(str(table))
    dialog.form.file.editingFinished.emit()
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 3, timeout=30_000)
    assert dialog.form.told.text() == "Choose the column for: Title."
    _choose(qtbot, dialog, title="Name of book", barcode="Code")
    table.write_text(table.read_text("utf-8").replace("Sukreni,X", "Sukreni,NOBODY"), "utf-8")
    dialog.form.file.editingFinished.emit()
    qtbot.waitUntil(lambda: "NOBODY" in (dialog.model.index(2, 1).data() or ""), timeout=30_000)
    assert dialog.fields["title"].currentText() == "Name of book"
    assert dialog.form.act.text() == "Bring in all 2"


def test_the_order_of_days_is_found_in_the_file_told_and_may_be_chosen(window, qtbot, table):
    dialog = BringIn(window.link, window.notices)
    qtbot.addWidget(dialog)
    lines = table.read_text("utf-8").replace("2026-12-24", "12/05/2026").splitlines()
    table.write_text("\n".join([*lines, f"80,Jalan,{lines[1].split(',')[2]},12/15/2026"]), "utf-8")
    dialog.open_file(table)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 4, timeout=30_000)
    _choose(qtbot, dialog, title="Name of book", due="Back by")
    due = dialog.model.columnCount() - 1
    qtbot.waitUntil(lambda: dialog.model.index(0, due).data() == "5 Dec 2026", timeout=30_000)
    assert dialog.form.order.currentText() == "month/day: 12/31"
    table.write_text("\n".join(lines), "utf-8")
    dialog.open_file(table)
    qtbot.waitUntil(lambda: dialog.model.index(0, due).data() == "12 May 2026", timeout=30_000)
    assert "compare a date" in dialog.form.told.text()
    dialog.form.order.choose("month")
    dialog.form.order.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.model.index(0, due).data() == "5 Dec 2026", timeout=30_000)
    assert "compare a date" not in dialog.form.told.text()


def test_what_could_not_be_brought_in_stays_with_its_reason_and_can_be_saved(
    window, qtbot, dialog, tmp_path
):
    _choose(qtbot, dialog, title="Name of book", barcode="Code", due="Back by")
    qtbot.waitUntil(lambda: dialog.form.act.text() == "Bring in all 2", timeout=30_000)
    assert dialog.save_left.isHidden()
    dialog.form.act.click()
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1, timeout=30_000)
    assert dialog.isVisible()
    assert dialog.form.told.text().startswith(
        "2 loans were brought in. The rows above were left out"
    )
    assert not dialog.form.act.isEnabled()
    reason = dialog.model.index(0, 1).data()
    assert "X" in reason
    dialog.form.file.editingFinished.emit()  # the field is left for a button
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert len(dialog.model.rows) == 1
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.save_left_to(tmp_path / "left.csv")
    head, row = (tmp_path / "left.csv").read_text("utf-8-sig").splitlines()
    assert head == "Code,Name of book,Library,Back by,What happens to it"
    assert row.startswith("79,Sukreni,X,,")
    assert reason in row.replace('""', '"')


def test_the_sentence_of_a_row_is_read_whole_and_a_long_title_is_cut(window, qtbot, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text(f"Title,Partner,Barcode\n{'A very long title ' * 9},NOBODY AT ALL,7\n", "utf-8")
    dialog = BringIn(window.link, window.notices)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.open_file(path)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1, timeout=30_000)
    rows = dialog.form.rows
    qtbot.waitUntil(lambda: rows.columnWidth(1) >= rows.sizeHintForColumn(1), timeout=5_000)
    assert rows.columnWidth(2) < rows.sizeHintForColumn(2)


def test_ctrl_z_after_bringing_in_undoes_nothing_and_says_so(window, hands, qtbot, table):
    done = []
    window.acting.offer_undo(lambda: done.append("earlier"), "Send")
    window.actions_by_name["bring_in"].trigger()
    dialog = _dialog(qtbot, "BringIn")
    dialog.open_file(table)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 3, timeout=30_000)
    _choose(qtbot, dialog, title="Name of book", barcode="Code", due="Back by")
    qtbot.waitUntil(dialog.form.act.isEnabled, timeout=30_000)
    dialog.form.act.click()
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1, timeout=30_000)
    dialog.reject()
    window.activateWindow()
    hands.until(window.isActiveWindow)
    hands.press("Ctrl+Z")
    assert window.notices.said[-1] == "“Bring in current loans” cannot be undone."
    hands.press("Ctrl+Z")
    assert "Next comes: Send" in window.notices.said[-1]
    assert done == []
    hands.press("Ctrl+Z")
    assert done == ["earlier"]


def test_enter_on_the_button_that_chooses_a_file_brings_nothing_in(
    window, hands, qtbot, table, monkeypatch
):
    chosen = []
    monkeypatch.setattr("ill_desktop.ui.table_import.to_open", lambda *_: chosen.append(True))
    before = requests.page(window.link.desk, ListQuery()).total
    table.write_text(table.read_text("utf-8").replace("Name of book", "Title"), "utf-8")
    window.actions_by_name["bring_in"].trigger()
    dialog = _dialog(qtbot, "BringIn")
    dialog.activateWindow()
    hands.until(dialog.isActiveWindow)
    hands.type(str(table))
    hands.press("Tab")
    qtbot.waitUntil(dialog.form.act.isEnabled, timeout=30_000)
    assert dialog.form.choose.hasFocus()
    hands.press("Return")
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert chosen == [True]
    assert requests.page(window.link.desk, ListQuery()).total == before
