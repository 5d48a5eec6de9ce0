"""Which request a message is about: chosen from the list, or typed."""

from PySide6.QtCore import Qt

from ill_desktop.services import ledger, statements
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.ui.match_dialog import MatchDialog


def test_what_is_wrong_with_the_number_is_told_until_a_request_is_chosen(window, qtbot):
    desk = window.link.desk
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    line = next(one for one in heard if statements.with_sender_of(desk, one.id))
    dialog = MatchDialog(window.link, line, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=30_000)
    dialog.match.click()
    assert dialog.wrong.text() == "Choose a request or type its number."
    assert dialog.number.property("wrong")
    for typed in ("", "99000000"):
        dialog.number.setText(typed)
        qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
        qtbot.waitUntil(dialog.wrong.isVisible, timeout=30_000)
        dialog.table.clearSelection()
        dialog.table.setCurrentIndex(dialog.model.index(0, 0))
        assert dialog.number.text() == dialog.model.rows[0].number
        assert not dialog.wrong.isVisible()
        assert not dialog.number.property("wrong")
        dialog.table.setCurrentIndex(dialog.model.index(-1, -1))
