"""The open tray through the window: scanned, closed, printed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, parcels, requests
from ill_desktop.services.views import ItemView
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.facts import facts
from ill_desktop.ui.parcel_dialog import ParcelDialog
from ill_desktop.ui.print_dialog import PrintDialog


def opened(window, qtbot):
    dialog = ParcelDialog(window.link, window.notices, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form.waiting.count() > 0, timeout=30_000)
    return dialog


@pytest.fixture
def empty_tray(window):
    """Nothing lies in an open parcel, as it does on the sample desk."""
    desk = window.link.desk
    for parcel in parcels.still_open(desk):
        for one in parcel.contents:
            parcels.take_out(desk, parcel.number, one.number)


def scan(dialog, qtbot, text):
    """Type a code and Enter, as a scanner does."""
    before = dialog.form.inside.count(), dialog.form.wrong.text()
    dialog.form.scan.setFocus()
    qtbot.keyClicks(dialog.form.scan, text)
    qtbot.keyClick(dialog.form.scan, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (dialog.form.inside.count(), dialog.form.wrong.text()) != before, timeout=30_000
    )


def test_what_was_put_in_before_is_shown_when_the_tray_is_opened(window, qtbot):
    dialog = opened(window, qtbot)
    (parcel,) = parcels.still_open(window.link.desk)
    assert parcel.number in dialog.form.parcel.currentText()
    assert dialog.form.inside.count() == len(parcel.contents) == 2
    assert dialog.form.close_parcel.isEnabled()


@pytest.mark.usefixtures("empty_tray")
def test_a_parcel_is_scanned_closed_and_printed(window, qtbot):
    dialog, desk = opened(window, qtbot), window.link.desk
    form = dialog.form
    assert not form.close_parcel.isEnabled()
    line = parcels.waiting(desk)[0]
    before = form.waiting.count()
    scan(dialog, qtbot, line.number)
    assert form.waiting.count() == before - 1
    assert line.partner.name in form.parcel.currentText()
    form.tracking.setText("JNE-7781")
    form.value.setText("Rp350.000")
    form.weight.setText("heavy")
    form.close_parcel.click()
    qtbot.waitUntil(lambda: "“heavy”" in form.wrong.text(), timeout=30_000)
    assert form.tracking.text() == "JNE-7781"
    form.weight.setText("1,5")
    form.close_parcel.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=30_000)
    printing = dialog.findChild(PrintDialog)
    qtbot.waitUntil(
        lambda: printing._made is not None and len(printing._made.orders) == 2, timeout=30_000
    )
    assert [one.kind for one in printing._made.orders] == ["shipping-label", "packing-list"]
    view = requests.show(desk, line.number)
    assert view.line.state is State.SENT_OUT
    parcel = parcels.of_request(desk, line.number)
    assert view.parcel == f"{parcel.number} · JNE-7781"
    assert (parcel.grams, str(parcel.value)) == (1500, "350000 IDR")
    assert (form.tracking.text(), form.weight.text(), form.value.text()) == ("", "", "")
    assert any(view.parcel in value for _, value in facts(window.link, view)[0].facts)
    bare = replace(view, items=(ItemView("", "", "", "sent", date(2026, 12, 24)),))
    shown = dict(one for group in facts(window.link, bare) for one in group.facts)
    assert shown["Volume"] == "24 Dec 2026"
    assert form.parcel.count() == 0
    printing.reject()


@pytest.mark.usefixtures("empty_tray")
def test_a_parcel_closed_by_mistake_is_opened_again_by_undo(window, qtbot):
    dialog, desk = opened(window, qtbot), window.link.desk
    line = parcels.waiting(desk)[0]
    scan(dialog, qtbot, line.number)
    dialog.form.close_parcel.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=30_000)
    number = parcels.of_request(desk, line.number).number
    assert f"Parcel {number} is closed." in window.notices.said[-1]
    dialog.findChild(PrintDialog).reject()
    dialog.reject()
    assert number in window.actions_by_name["undo"].text()
    window.acting.undo()
    qtbot.waitUntil(lambda: "open again" in window.notices.said[-1], timeout=30_000)
    assert [one.number for one in parcels.still_open(desk)] == [number]
    assert requests.show(desk, line.number).line.state is line.state
    qtbot.waitUntil(lambda: window.list.numbers() == (line.number,), timeout=30_000)


@pytest.mark.usefixtures("empty_tray")
def test_a_parcel_that_cannot_be_opened_again_says_why(window, qtbot):
    dialog, desk = opened(window, qtbot), window.link.desk
    line = parcels.waiting(desk)[0]
    scan(dialog, qtbot, line.number)
    earlier: list[int] = []
    window.acting.offer_undo(lambda: earlier.append(1), "something else")
    dialog.form.close_parcel.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=30_000)
    acts.do(desk, line.number, Action.IS_BACK)
    failed = []
    window.link.tasks.failed.connect(failed.append)
    window.acting.undo()
    qtbot.waitUntil(lambda: len(failed) == 1, timeout=30_000)
    window.acting.undo()
    assert earlier == []
    assert "something else" in window.notices.said[-1]


def test_what_cannot_travel_is_told_below_and_the_text_stays(window, qtbot):
    dialog = opened(window, qtbot)
    draft = requests.page(window.link.desk, ListQuery(queue=Queue.DRAFTS)).lines[0]
    scan(dialog, qtbot, draft.number)
    assert draft.number in dialog.form.wrong.text()
    assert dialog.form.scan.text() == draft.number
    assert dialog.isVisible()


@pytest.mark.usefixtures("empty_tray")
def test_what_was_put_in_by_mistake_is_taken_out(window, qtbot):
    dialog = opened(window, qtbot)
    form = dialog.form
    form.waiting.setCurrentRow(0)
    form.put.click()
    qtbot.waitUntil(lambda: form.inside.count() == 1, timeout=30_000)
    form.inside.setCurrentRow(0)
    form.take_out.click()
    qtbot.waitUntil(lambda: form.inside.count() == 0, timeout=30_000)
    assert parcels.still_open(window.link.desk) == ()


def test_a_parcel_is_opened_from_the_menu(window, qtbot):
    window.actions_by_name["pack"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ParcelDialog) is not None, timeout=30_000)
    window.findChild(ParcelDialog).reject()
