"""The tab of notes, charges and files."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QPushButton

from ill_desktop.services import requests
from ill_desktop.ui import noting
from ill_desktop.ui.note_dialogs import ChargeDialog, NoteDialog
from tests.ui.test_window import _dialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def number(window):
    return window.detail.view.line.number


def _view(window, number):
    return requests.show(window.link.desk, number)


def test_a_note_is_added_from_the_detail_pane(window, qtbot, number):
    window.detail.tabs.setCurrentWidget(window.detail.noting)
    window.detail.noting.add_note.click()
    dialog = _dialog(qtbot, "NoteDialog")
    assert dialog.form.audience.code() == "internal"
    dialog.form.act.click()
    qtbot.waitUntil(lambda: dialog.form.wrong.isVisibleTo(dialog), timeout=30_000)
    assert dialog.form.note.property("wrong")
    dialog.form.note.setPlainText("Ask <b>Sari</b> first")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.act.click()
    qtbot.waitUntil(lambda: len(window.detail.view.notes) == 1, timeout=30_000)
    note = _view(window, number).notes[0]
    assert (note.audience, note.text) == ("internal", "Ask <b>Sari</b> first")
    assert window.detail.tabs.tabText(3) == "Notes (1)"


def test_a_charge_is_noted_paid_and_removed(window, qtbot, number):
    dialog = ChargeDialog(window.link, number)
    qtbot.addWidget(dialog)
    form = dialog.form
    form.amount.setText("much")
    form.act.click()
    qtbot.waitUntil(lambda: form.wrong.isVisibleTo(dialog), timeout=30_000)
    assert form.amount.property("wrong")
    form.kind.choose("postage")
    assert form.amount.placeholderText() == "50,000 IDR"
    form.amount.setText("15.000")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.act.click()
    qtbot.waitUntil(lambda: bool(window.detail.view.charges), timeout=30_000)
    charge = window.detail.view.charges[0]
    assert str(charge.amount) == "15000 IDR"
    window.detail.noting._pay(charge)
    qtbot.waitUntil(lambda: window.detail.view.charges[0].paid_on is not None, timeout=30_000)
    window.detail.noting._remove_charge(charge)
    qtbot.waitUntil(lambda: not window.detail.view.charges, timeout=30_000)


def test_a_document_dropped_on_a_request_is_kept_with_it(
    window, qtbot, number, tmp_path, monkeypatch
):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.4 scan")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert noting.attachable(data) == [path]
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPoint(5, 5).toPointF(), copy, data, Qt.MouseButton.LeftButton, none)
    window.detail.dropEvent(drop)
    qtbot.waitUntil(lambda: len(window.detail.view.attachments) == 1, timeout=30_000)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert not window.detail.view.attachments[0].came
    buttons = window.detail.noting.findChildren(QPushButton)
    next(one for one in buttons if "scan.pdf" in one.accessibleName()).click()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=30_000)
    assert str(window.link.desk.folder.root) not in opened[0].toLocalFile()


def test_citations_are_still_dropped_on_the_window(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "refs.ris"))])
    assert noting.attachable(data) == []


@pytest.mark.parametrize("kind", [NoteDialog, ChargeDialog])
def test_small_forms_fit_and_are_left_with_escape(window, qtbot, number, kind):
    dialog = kind(window.link, number)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= 700
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
