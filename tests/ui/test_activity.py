"""What went well is said in a toast that goes by itself, and can be read again afterwards."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from ill_desktop.domain.queues import Queue
from ill_desktop.services import ledger, requests
from ill_desktop.ui.activity import Activity
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.notice_views import TOAST_MS, Toast
from ill_desktop.ui.notices import Notices, Offer
from ill_desktop.ui.places import Place
from ill_desktop.ui.print_dialog import PrintDialog


def _said(window, qtbot, part):
    """A toast said something and no box asks to be closed."""
    qtbot.waitUntil(lambda: any(part in text for text in window.notices.said), timeout=30_000)
    toast = window.findChild(Toast)
    qtbot.waitUntil(lambda: toast.isVisibleTo(window), timeout=30_000)
    assert part in toast.accessibleName()
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    assert not [one for one in boxes if one.isVisible()]
    assert toast._gone.isActive()


def _activity(window):
    window.actions_by_name["activity"].trigger()
    return window.findChild(Activity)


@pytest.fixture
def saves_to(monkeypatch):
    def choose(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return choose


@pytest.mark.ux("UX-22")
def test_saving_printing_and_sending_are_told_without_a_box(window, qtbot, tmp_path, saves_to):
    assert TOAST_MS <= 8000
    saves_to(tmp_path / "list.csv")
    window.actions_by_name["save_list"].trigger()
    _said(window, qtbot, "list.csv")

    saves_to(tmp_path / "slip.pdf")
    window.actions_by_name["print"].trigger()
    dialog = window.findChild(PrintDialog)
    qtbot.waitUntil(lambda: dialog._made is not None, timeout=30_000)
    dialog.form.save.click()
    _said(window, qtbot, "The papers of 1 request are in slip.pdf.")

    window.sidebar.choose(Queue.DRAFTS)
    drafts = requests.page(window.link.desk, window.list.query_of(Queue.DRAFTS)).lines
    number = next(one.number for one in drafts if one.partner or one.title)
    qtbot.waitUntil(lambda: window.list.model.row_of(number) >= 0, timeout=30_000)
    window.list.select(number)
    qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)
    window.detail.primary.click()
    _said(window, qtbot, f"{number}: to be sent at ")
    leaves = window.link.soon(ledger.next_to_leave(window.link.desk))
    assert (
        f"to be sent at {leaves}; until then, Undo takes it back entirely."
        in window.notices.said[-1]
    )

    listed = _activity(window)
    told = [row.text for row in listed.model.rows]
    assert told == list(reversed(window.notices.said))
    assert ["list.csv" in told[-1], "slip.pdf" in told[-2], number in told[-3]] == [True] * 3
    assert {row.tone for row in listed.model.rows} == {"done"}


def test_a_toast_waits_for_the_dialog_that_lies_over_it(window, qtbot):
    toast = window.findChild(Toast)
    toast._gone.setInterval(20)
    dialog = QDialog(window)
    show(dialog)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog, timeout=30_000)
    window.notices.toast("Sent.", Offer("Undo", lambda: None))
    with qtbot.waitSignal(toast._gone.timeout, timeout=30_000):
        pass
    assert toast.isVisibleTo(window)
    dialog.close()
    qtbot.waitUntil(lambda: not toast.isVisibleTo(window), timeout=30_000)


@pytest.mark.parametrize(("language", "size"), [("en", 1.0), ("id", 1.0), ("id", 1.5)])
def test_a_long_toast_is_read_whole_and_lies_over_nothing(seat, qtbot, language, size):
    window = seat(language, text=size).window
    window.resize(1366, 768)
    toast = window.findChild(Toast)
    said = "26000012: Catat pengiriman dan beri tahu mereka. Sekarang: Menunggu. " * 3
    high = window.stack.height()
    window.notices.toast(said, Offer("Urungkan", lambda: None), Offer("Cetak", lambda: None))
    assert toast._text.text() == said
    qtbot.waitUntil(lambda: window.stack.height() < high, timeout=30_000)
    place = QRect(toast.mapTo(window, QPoint()), toast.size())
    assert window.rect().contains(place)
    assert toast._text.height() >= toast._text.heightForWidth(toast._text.width())
    for one in (window.sidebar, window.stack, window.status, window.bar):
        assert not place.intersects(QRect(one.mapTo(window, QPoint()), one.size()))


def test_the_last_row_in_sight_stays_in_sight_while_a_toast_is_there(window, qtbot):
    table = window.list.table
    window.going.jump(Place.ALL)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0, timeout=30_000)
    last = table.indexAt(table.viewport().rect().bottomLeft() - QPoint(0, table.rowHeight(0)))
    table.setCurrentIndex(last)
    high = table.viewport().height()
    window.notices.toast("Sent.", Offer("Undo", lambda: None))
    qtbot.waitUntil(lambda: table.viewport().height() < high, timeout=30_000)
    assert table.viewport().rect().contains(table.visualRect(last))


@pytest.mark.ux("UX-22")
def test_a_toast_goes_by_itself_and_can_be_read_afterwards(window, qtbot):
    toast = window.findChild(Toast)
    toast._gone.setInterval(20)
    window.notices.toast("Gone in a moment.")
    qtbot.waitUntil(lambda: not toast.isVisibleTo(window), timeout=30_000)
    listed = _activity(window)
    assert listed.whole.text() == "Gone in a moment."
    window.notices.bar("The disk is full.", "late")
    assert listed.whole.text() == "The disk is full."
    model = listed.model
    assert [model.index(row, 1).data() for row in (0, 1)] == ["Failed", "Done"]
    signs = [model.index(row, 1).data(Qt.ItemDataRole.DecorationRole) for row in (0, 1)]
    assert all(not sign.isNull() for sign in signs)


def test_enter_goes_to_the_request_a_line_names(window, qtbot):
    line = requests.page(window.link.desk, window.list.query_of(Queue.OUT)).lines[0]
    window.notices.toast(f"{line.number} is on its way.")
    window.notices.toast("Nothing of a request.")
    listed = _activity(window)
    listed.activateWindow()
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert listed.isVisible()
    qtbot.keyClick(listed.table, Qt.Key.Key_Down)
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.detail.view.line.number == line.number, timeout=30_000)


def test_what_was_said_outlives_another_theme_and_is_no_longer_than_needed(shell, qtbot):
    window = shell.window
    window.notices.toast("Before.")
    window.rebuild.emit("text")
    qtbot.waitUntil(lambda: shell.window is not window, timeout=30_000)
    assert "Before." in shell.window.notices.said
    notices = Notices()
    for n in range(600):
        notices.toast(str(n))
    assert (len(notices.said), notices.said[-1]) == (500, "599")
