"""Ctrl+K: finds any request, runs any command, shows every key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ill_desktop.services import finding, patrons
from ill_desktop.ui.menus import entries
from ill_desktop.ui.palette import Palette
from ill_desktop.ui.palette_rows import HIT
from ill_desktop.ui.print_dialog import PrintDialog
from ill_desktop.ui.shortcuts import ShortcutsDialog, commands
from tests.ui.screens import put_away


@pytest.fixture
def palette(window, qtbot):
    window.actions_by_name["palette"].trigger()
    return window.findChild(Palette)


def _hits(palette):
    return [palette.hits.item(row).data(HIT) for row in range(palette.hits.count())]


@pytest.mark.ux("UX-07")
def test_four_letters_of_a_title_find_it_and_enter_opens_it(window, palette, qtbot):
    qtbot.keyClicks(palette.box, "have")
    qtbot.waitUntil(lambda: any(hit.line for hit in _hits(palette)), timeout=30_000)
    first = _hits(palette)[0].line
    assert "Havelaar" in first.title
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.detail.view.line.number == first.number, timeout=30_000)
    assert window.findChild(Palette) is None


@pytest.mark.ux("UX-07")
def test_enter_waits_for_the_answer_to_what_was_typed_last(window, palette, qtbot):
    qtbot.keyClicks(palette.box, "0012")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.detail.view.line.number == "26000012", timeout=30_000)


def test_the_last_row_shows_all_that_was_found_as_a_list(window, palette, qtbot):
    qtbot.keyClicks(palette.box, "toer")
    qtbot.waitUntil(lambda: len(_hits(palette)) > 2, timeout=30_000)
    found = finding.find(window.link.desk, "toer")
    palette.hits.setCurrentRow(palette.hits.count() - 1)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: {line.number for line in window.list.model.rows} == {one.number for one in found},
        timeout=30_000,
    )


def test_a_reader_is_found_and_enter_lists_what_they_asked_for(window, palette, qtbot):
    desk = window.link.desk
    name = next(one for one in patrons.listed(desk) if finding.readers(desk, one.code)).name
    reader = finding.readers(desk, name)[0]
    qtbot.keyClicks(palette.box, name)
    qtbot.waitUntil(lambda: any(reader.code in hit.text for hit in _hits(palette)), timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            len(window.list.model.rows) == reader.requests
            and {line.patron for line in window.list.model.rows} == {reader.code}
        ),
        timeout=30_000,
    )


def test_without_a_hit_no_list_of_hits_is_offered(palette, qtbot):
    qtbot.keyClicks(palette.box, "zzqx")
    qtbot.waitUntil(lambda: palette._answered == "zzqx", timeout=30_000)
    assert palette.hits.count() == 0


def test_a_command_is_found_without_its_sign_below_the_requests(window, palette, qtbot):
    qtbot.keyClicks(palette.box, "exchange log")
    qtbot.waitUntil(lambda: palette.hits.count() > 0, timeout=30_000)
    palette.hits.setCurrentRow(palette.hits.count() - 1)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.going.pages["exchange"].isVisible()


@pytest.mark.ux("UX-08")
def test_every_command_of_the_menus_is_there_with_its_keys(window, palette, qtbot):
    qtbot.keyClicks(palette.box, ">")
    qtbot.waitUntil(lambda: palette.hits.count() == len(commands(window)), timeout=30_000)
    shown = {hit.text: hit.keys for hit in _hits(palette)}
    for entry in entries():
        action = window.actions_by_name[entry.name]
        assert shown[action.text().replace("&", "")] == action.shortcut().toString()


@pytest.mark.ux("UX-08")
def test_a_command_run_from_the_palette_is_the_one_of_the_menu(window, palette, qtbot):
    qtbot.keyClicks(palette.box, ">exchange log")
    qtbot.waitUntil(lambda: palette.hits.count() == 1, timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.going.pages["exchange"].isVisible()


@pytest.mark.ux("UX-08")
def test_slips_are_printed_from_the_palette_as_from_the_menu(window, palette, qtbot):
    def asked():
        dialog = next((one for one in window.findChildren(PrintDialog) if one.isVisible()), None)
        return dialog and (dialog._numbers, [dialog.form.kinds.item(n).text() for n in range(4)])

    def seen():
        qtbot.waitUntil(lambda: asked() is not None, timeout=30_000)
        found = asked()
        put_away(window)
        qtbot.waitUntil(lambda: asked() is None, timeout=30_000)
        return found

    qtbot.keyClicks(palette.box, ">print slips")
    qtbot.waitUntil(lambda: palette.hits.count() == 1, timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    found = seen()
    window.actions_by_name["print"].trigger()
    assert found == seen()
    assert found[0] == window.list.numbers()


def test_the_arrows_move_in_the_list_while_the_box_keeps_the_letters(palette, qtbot):
    qtbot.keyClicks(palette.box, ">")
    qtbot.waitUntil(lambda: palette.hits.count() > 3, timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.hits.currentRow() == 2
    assert palette.box.text() == ">"


@pytest.mark.ux("UX-46")
def test_a_question_mark_shows_the_sheet_of_keys(window, palette, qtbot):
    qtbot.keyClicks(palette.box, "?")
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is not None, timeout=30_000)
    sheet = window.findChild(ShortcutsDialog)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {entry.keys[0] for entry in entries() if entry.keys} <= said
    assert sheet.height() <= 700


@pytest.mark.ux("UX-07")
def test_the_search_is_not_done_in_the_thread_of_the_window(window, palette, qtbot, monkeypatch):
    import threading

    threads = []
    find = finding.find

    def told(desk, text):
        threads.append(threading.current_thread())
        return find(desk, text)

    monkeypatch.setattr(finding, "find", told)
    qtbot.keyClicks(palette.box, "toer")
    qtbot.waitUntil(lambda: bool(threads), timeout=30_000)
    assert threading.main_thread() not in threads
