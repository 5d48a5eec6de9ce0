"""Back to a backup from the window, and from a desk that cannot be opened."""

import json
import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ill_desktop import logs
from ill_desktop.domain.errors import Damaged
from ill_desktop.domain.lifecycle.states import Service, Timer
from ill_desktop.domain.queues import Queue
from ill_desktop.services import backup, backup_shelf, library, requests
from ill_desktop.services.desk import open_desk
from ill_desktop.services.first_look import first_look
from ill_desktop.services.folder import DeskFolder
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.restore_dialog import RestoreDialog
from ill_desktop.ui.sidebar import COUNT
from ill_desktop.ui.start import Shell, Wish


def _visible(qapp, kind):
    return [w for w in qapp.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def _answer(qapp, qtbot, verb):
    qtbot.waitUntil(lambda: bool(_visible(qapp, QMessageBox)), timeout=30_000)
    box = _visible(qapp, QMessageBox)[0]
    next(b for b in box.buttons() if b.text() == verb).click()


def _judged(dialog):
    return bool(dialog.model.rows) and all(row.verdict for row in dialog.model.rows)


@pytest.mark.ux("UX-43")
def test_the_desk_goes_back_with_one_question_and_keeps_what_is_there(shell, qtbot, qapp):
    window, desk = shell.window, shell.link.desk
    before = requests.page(desk, ListQuery(limit=0)).total
    good, bad = backup.make(desk, "auto"), backup.make(desk, "quit")
    bad.write_bytes(bad.read_bytes()[:9000])
    requests.new(desk, NewRequest(Service.LOAN, requests.show(desk, "26000001").citation))
    window.actions_by_name["restore"].trigger()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)
    dialog = _visible(qapp, RestoreDialog)[0]
    qtbot.waitUntil(lambda: _judged(dialog), timeout=30_000)
    verdicts = {row.kept.path.name: row.verdict for row in dialog.model.rows}
    assert (verdicts[good.name], verdicts[bad.name]) == ("sound", "damaged")
    shown = next(row for row in dialog.model.rows if row.kept.path == good)
    assert shown.kept.requests == before
    row = dialog.model.rows.index(shown)
    cells = [dialog.model.index(row, column).data() for column in range(5)]
    assert re.fullmatch(r"\d+ \w+ \d{4} \d\d:\d\d", cells[0])
    assert cells[2] == str(before)
    assert re.fullmatch(r"\d+\.\d MB", cells[3])
    assert dialog._chosen().verdict == "sound"
    qtbot.keyClick(dialog.form.backups, Qt.Key.Key_Return)
    named = f"the copy of {cells[0]} with {before} requests"
    qtbot.waitUntil(lambda: bool(_visible(qapp, QMessageBox)), timeout=30_000)
    assert f"goes back to {named}." in _visible(qapp, QMessageBox)[0].text()
    _answer(qapp, qtbot, "Restore")
    qtbot.waitUntil(lambda: shell.window is not window, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    said = shell.window.bar.text()
    assert said.startswith(f"Restored {named}. What was here before is kept as before-restore-")
    assert shell.window.bar.isVisible()
    assert requests.page(shell.link.desk, ListQuery(limit=0)).total == before
    kept = backup_shelf.listed(shell.link.desk.folder.backups)
    assert [k.requests for k in kept if k.kind == "before-restore"] == [before + 1]


@pytest.mark.ux("UX-43")
def test_an_open_window_makes_one_backup_a_day_and_keeps_the_days_before(shell, qtbot):
    desk = shell.link.desk

    def made():
        return [k for k in backup_shelf.listed(desk.folder.backups) if k.kind == "auto"]

    qtbot.waitUntil(lambda: len(made()) == 1, timeout=30_000)
    for _ in range(2):
        shell.window.exchanging.run()
        qtbot.waitUntil(lambda: not shell.window.exchanging._running, timeout=30_000)
    assert len(made()) == 1
    newest = made()[0]
    for days in range(1, 15):
        at = newest.at - timedelta(days=days)
        older = backup_shelf.free_name(desk.folder.backups, "auto", at)
        older.write_bytes(newest.path.read_bytes())
    backup.make(desk, "quit")
    kept = {one.at.date() for one in made()}
    assert {newest.at.date() - timedelta(days=days) for days in range(14)} <= kept


def test_a_bad_file_is_refused_in_words_and_the_desk_stays(shell, qtbot, qapp, tmp_path):
    window = shell.window
    window.keeping.restore()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)
    dialog = _visible(qapp, RestoreDialog)[0]
    strange = tmp_path / "strange.sqlite3"
    strange.write_bytes(b"no desk at all")
    dialog.look_into(strange)
    qtbot.waitUntil(dialog.form.wrong.isVisible, timeout=30_000)
    assert "strange.sqlite3" in dialog.form.wrong.text()
    assert shell.window is window


def test_a_backup_made_into_a_file_is_found_and_told_as_any_other(
    shell, qtbot, qapp, tmp_path, monkeypatch
):
    """The desk file itself may be pointed at, and nothing happens to it."""
    desk, chosen = shell.link.desk, tmp_path / "mine.sqlite3"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(desk.folder.database), ""))
    shell.window.keeping.back_up()
    notices = shell.window.notices
    qtbot.waitUntil(lambda: "belongs to a desk" in "".join(notices.said), timeout=30_000)
    n = requests.page(desk, ListQuery(limit=0)).total
    backup.backup(desk, tmp_path / "gone.sqlite3").unlink()
    backup.backup(desk, chosen)
    shell.window.keeping.restore()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)
    dialog = _visible(qapp, RestoreDialog)[0]
    qtbot.waitUntil(lambda: _judged(dialog), timeout=30_000)
    mine = [row for row in dialog.model.rows if row.kept.kind == "by-hand"]
    assert [(one.kept.path, one.kept.requests, one.verdict) for one in mine] == [
        (chosen, n, "sound")
    ]
    dialog.look_into(chosen)
    qtbot.waitUntil(lambda: bool(_visible(qapp, QMessageBox)), timeout=30_000)
    told = f"goes back to the copy of {dialog.moment(mine[0].kept.at)} with {n} requests"
    assert f"{told} (mine.sqlite3)." in _visible(qapp, QMessageBox)[0].text()


@pytest.fixture
def damaged(desk_place: Path) -> Path:
    desk = open_desk(desk_place)
    backup.make(desk, "auto")
    desk.close()
    return desk_place


def _spoil(place: Path, at: int) -> bytes:
    path = DeskFolder(place).database
    data = bytearray(path.read_bytes())
    data[at : at + 200] = os.urandom(200)
    path.write_bytes(data)
    return bytes(data)


def _spoil_behind_the_first_list(place: Path) -> None:
    """Some page in the second half that nobody needs for the first list."""
    path = DeskFolder(place).database
    whole = path.read_bytes()
    for at in range(len(whole) // 8192 * 4096, len(whole), 4096):
        _spoil(place, at)
        try:
            first_look(place, ListQuery(limit=500))
        except Damaged:
            path.write_bytes(whole)
        else:
            return


def _restoring(qapp, qtbot_seconds=60):
    """Answer the dialog that `exec` holds: choose what it chose, and say yes."""
    tries = {"left": qtbot_seconds * 10}

    def look() -> None:
        tries["left"] -= 1
        boxes, dialogs = _visible(qapp, QMessageBox), _visible(qapp, RestoreDialog)
        if boxes:
            next(b for b in boxes[0].buttons() if b.text() == "Restore").click()
            return
        if dialogs and dialogs[0].form.restore.isEnabled():
            dialogs[0].form.restore.click()
        if tries["left"]:
            QTimer.singleShot(100, look)

    QTimer.singleShot(100, look)


def _closed(shell):
    shell.window.let_go()
    shell.window.deleteLater()
    shell.speak("en")
    if shell.log is not None:
        from ill_desktop import logs

        logs.stop(shell.log)


@pytest.mark.log_expected
def test_a_desk_without_its_head_is_led_back_before_any_window(damaged, qapp, qtbot, tmp_path):
    spoiled = _spoil(damaged, 0)
    shell = Shell(qapp, Wish(damaged, "en", "light", state=tmp_path / "w.ini"))
    _restoring(qapp)
    assert shell.open()
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    assert requests.page(shell.link.desk, ListQuery(limit=0)).total == 49
    aside = damaged / "desk-damaged-1.sqlite3"
    assert aside.read_bytes() == spoiled
    assert "is damaged: file is not a database" in (
        shell.link.desk.folder.logs / logs.NAME
    ).read_text("utf-8")
    _closed(shell)


@pytest.mark.log_expected
def test_a_desk_with_a_broken_page_is_told_and_led_back_from_the_window(
    damaged, qapp, qtbot, tmp_path
):
    _spoil_behind_the_first_list(damaged)
    before = DeskFolder(damaged).database.read_bytes()
    shell = Shell(qapp, Wish(damaged, "en", "light", state=tmp_path / "w.ini"))
    assert shell.open()
    first = shell.window
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)
    dialog = _visible(qapp, RestoreDialog)[0]
    said, desk = dialog.form.said.text(), DeskFolder(damaged)
    plain = "is damaged. Nothing is written to it. Restore the newest backup."
    assert said == f"{desk.database} {plain}"
    noted = (desk.logs / logs.NAME).read_text("utf-8")
    assert f"ERROR ill_desktop.ui.damage {desk.database} is damaged: " in noted
    status = first.status.exchange
    assert status.text() == "The desk is damaged: nothing is read or sent"
    assert status.property("alert") is True
    assert shell.link.desk is None
    assert DeskFolder(damaged).database.read_bytes() == before
    qtbot.waitUntil(dialog.form.restore.isEnabled, timeout=30_000)
    dialog.form.restore.click()
    _answer(qapp, qtbot, "Restore")
    qtbot.waitUntil(lambda: shell.window is not first, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    _closed(shell)


def test_closing_the_program_leaves_a_backup_and_no_mark(shell, qtbot):
    folder = shell.link.desk.folder
    assert folder.open_mark.exists()
    shell.window.let_go()
    assert not folder.open_mark.exists()
    shell.leave()
    assert backup_shelf.listed(folder.backups)[0].kind == "quit"


def test_the_newest_good_copy_that_holds_requests_is_chosen(shell, qtbot):
    desk = shell.link.desk
    full = backup.make(desk, "auto")
    empty = backup_shelf.free_name(desk.folder.backups, "quit", desk.clock.now() + timedelta(1))
    empty.write_bytes(full.read_bytes())
    note = json.loads(full.with_suffix(".json").read_text("utf-8"))
    empty.with_suffix(".json").write_text(json.dumps({**note, "requests": 0}), "utf-8")
    dialog = RestoreDialog(shell.link.tasks, shell.link.words, desk.folder.root)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: _judged(dialog), timeout=30_000)
    assert [one.verdict for one in dialog.model.rows[:2]] == ["sound", "sound"]
    assert dialog.model.rows[0].kept.path == empty
    assert dialog._chosen().kept.path == full


@pytest.mark.parametrize("row", [0, 2])
def test_the_copy_that_somebody_chose_stays_chosen(shell, qtbot, row):
    desk = shell.link.desk
    for kind in ("auto", "quit", "auto"):
        backup.make(desk, kind)
    note = backup_shelf.listed(desk.folder.backups)[0].path.with_suffix(".json")
    note.write_text(json.dumps({**json.loads(note.read_text("utf-8")), "requests": 0}), "utf-8")
    dialog = RestoreDialog(shell.link.tasks, shell.link.words, desk.folder.root)
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.form.backups

    def press():
        spot = table.visualRect(dialog.model.index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    once = Qt.ConnectionType.SingleShotConnection
    dialog.model.dataChanged.connect(press, once)  # at the first verdict, before the others
    qtbot.waitUntil(lambda: _judged(dialog), timeout=30_000)
    assert table.currentIndex().row() == row
    assert dialog.form.restore.isEnabled()


def test_what_waits_too_long_in_a_backup_needs_attention_at_once(shell, qtbot, qapp):
    window, desk = shell.window, shell.link.desk
    card, before = library.show(desk), requests.counts(desk)[Queue.ATTENTION]
    sooner = {Timer.UNANSWERED: 1, Timer.NOT_ARRIVED: 1}
    library.save(desk, replace(card, timer_days={**card.timer_days, **sooner}))
    backup.make(desk, "auto")
    assert requests.counts(desk)[Queue.ATTENTION] == before
    window.actions_by_name["restore"].trigger()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)
    dialog = _visible(qapp, RestoreDialog)[0]
    qtbot.waitUntil(lambda: _judged(dialog), timeout=30_000)
    dialog.form.restore.click()
    _answer(qapp, qtbot, "Restore")
    qtbot.waitUntil(lambda: shell.window is not window, timeout=30_000)
    assert shell.window.sidebar._rows[Queue.ATTENTION].data(COUNT) > before
