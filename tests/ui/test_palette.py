"""Ctrl+K: finds any request, runs any command, shows every key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QScrollArea

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services import finding, patrons, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.menus import entries
from ill_desktop.ui.month_dialog import MonthDialog
from ill_desktop.ui.page_verbs import in_sight
from ill_desktop.ui.palette import Palette, everything
from ill_desktop.ui.palette_rows import HIT
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.places import Place
from ill_desktop.ui.print_dialog import PrintDialog
from ill_desktop.ui.reader_dialog import ReaderDialog
from ill_desktop.ui.shortcuts import ALIKE, ShortcutsDialog, deeds
from ill_desktop.ui.theme import Look
from ill_desktop.words import labels
from tests.ui.screens import put_away


@pytest.fixture
def palette(window, qtbot):
    window.actions_by_name["palette"].trigger()
    return window.findChild(Palette)


def _hits(palette):
    return [palette.hits.item(row).data(HIT) for row in range(palette.hits.count())]


def _type(palette, qtbot, text):
    """Type, and wait for what is found for it."""
    qtbot.keyClicks(palette.box, text)
    qtbot.waitUntil(lambda: palette._answered == palette.box.text(), timeout=30_000)


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
    _type(palette, qtbot, "toer")
    qtbot.waitUntil(lambda: len(_hits(palette)) > 2, timeout=30_000)
    found = finding.find(window.link.desk, "toer").lines
    palette.hits.setCurrentRow(palette.hits.count() - 1)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: {line.number for line in window.list.model.rows} == {one.number for one in found},
        timeout=30_000,
    )


def test_no_list_is_offered_of_what_only_a_partners_name_brought(window, palette, qtbot):
    _type(palette, qtbot, "universitas")
    qtbot.waitUntil(lambda: any(hit.line for hit in _hits(palette)), timeout=30_000)
    assert not finding.find(window.link.desk, "universitas").in_a_list
    assert not any("as a list" in hit.text for hit in _hits(palette))


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
    assert palette.nothing.isVisible()
    assert "“zzqx”" in palette.nothing.text()
    palette.box.clear()
    qtbot.waitUntil(palette.hits.isVisible, timeout=30_000)
    assert not palette.nothing.isVisible()


def test_a_barcode_scanned_into_the_palette_opens_its_request(window, palette, qtbot):
    lines = requests.page(window.link.desk, ListQuery(limit=0)).lines
    shown = (requests.show(window.link.desk, line.number) for line in lines)
    number, code = next((v.line.number, v.items[0].barcode) for v in shown if v.items)
    qtbot.keyClicks(palette.box, code)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)


def test_what_can_be_done_with_the_request_is_found_by_its_verb(window, qtbot):
    window.sidebar.choose(Queue.OVERDUE)
    qtbot.waitUntil(
        lambda: (
            bool(window.list.model.rows)
            and window.detail.view.line.number in window.list.numbers()
            and Action.ASK_RENEW in window.detail.view.actions
        ),
        timeout=30_000,
    )
    number = window.list.numbers()[0]
    window.actions_by_name["palette"].trigger()
    palette = window.findChild(Palette)
    _type(palette, qtbot, "renew")
    qtbot.waitUntil(lambda: any(hit.below == number for hit in _hits(palette)), timeout=30_000)
    verb = next(hit for hit in _hits(palette) if hit.below == number)
    assert verb.text == labels.of(window.link.words, Action.ASK_RENEW)
    asked = []
    window.detail.act.disconnect()
    window.detail.act.connect(asked.append)
    verb.run()
    assert asked == [Action.ASK_RENEW]


def test_a_deed_is_done_to_the_request_it_names_or_to_none(window, qtbot):
    def seen(row):
        window.list.table.selectRow(row)
        number = window.list.model.rows[row].number
        qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)
        return number

    window.sidebar.choose(Queue.OVERDUE)
    ask_renew = labels.of(window.link.words, Action.ASK_RENEW)
    qtbot.waitUntil(
        lambda: len(window.list.model.rows) > 1 and not window.tasks.busy, timeout=30_000
    )
    number = seen(0)
    deed = next(one for one in deeds(window) if one.text == ask_renew)
    asked = []
    window.detail.act.disconnect()
    window.detail.act.connect(asked.append)
    seen(1)
    deed.run()
    assert asked == []
    assert number in window.bar.text()
    seen(0)
    deed.run()
    assert asked == [Action.ASK_RENEW]


@pytest.mark.parametrize("typed", ["gadjah", "yog-ugm"])
def test_a_partner_is_found_and_enter_shows_it_among_the_partners(window, palette, qtbot, typed):
    qtbot.keyClicks(palette.box, typed)
    qtbot.waitUntil(lambda: palette._answered == typed, timeout=30_000)
    first = _hits(palette)[0]
    assert "Gadjah Mada" in first.text
    assert "ISIL:ID-YOG-UGM" in first.below
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    page = window.going.pages["partners"]
    qtbot.waitUntil(lambda: len(page.model.rows) == 1, timeout=30_000)
    assert page.model.rows[0].name == first.text


def test_a_command_is_found_without_its_sign_below_the_requests(window, palette, qtbot):
    _type(palette, qtbot, "cadang")  # in the language the window does not speak
    found = [(hit.text, hit.below) for hit in _hits(palette) if hit.line is None]
    assert found[0] == ("Back up the desk…", "File  ·  Cadangkan meja layanan")
    assert "Restore a backup…" in dict(found)
    palette.box.clear()
    _type(palette, qtbot, "backup")
    assert [hit.text for hit in _hits(palette)][:2] == ["Back up the desk…", "Restore a backup…"]
    palette.box.clear()
    _type(palette, qtbot, "exchange log")
    qtbot.waitUntil(lambda: palette.hits.count() > 0, timeout=30_000)
    palette.hits.setCurrentRow(palette.hits.count() - 1)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.going.pages["exchange"].isVisible()


@pytest.mark.ux("UX-08")
def test_every_command_of_the_menus_is_there_with_its_keys(window, palette, qtbot):
    qtbot.keyClicks(palette.box, ">")
    qtbot.waitUntil(lambda: palette.hits.count() == len(everything(window)), timeout=30_000)
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
    _type(palette, qtbot, ">")
    qtbot.waitUntil(lambda: palette.hits.count() > 3, timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.hits.currentRow() == 2
    assert palette.box.text() == ">"


def test_before_a_letter_is_typed_it_shows_what_can_be_done_here(window, palette, qtbot):
    hits, number = _hits(palette), window.list.numbers()[0]
    assert [one.text for one in hits if one.below == number] == [d.text for d in deeds(window)]
    assert {one.text for one in in_sight(window)} <= {one.text for one in hits}
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)  # by itself it does nothing to anybody
    assert palette.isVisible()
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.hits.currentRow() == 0
    qtbot.keyClicks(palette.box, "zzzz")
    qtbot.waitUntil(lambda: not palette.hits.count(), timeout=30_000)
    palette.box.clear()
    qtbot.waitUntil(lambda: palette.hits.count() == len(hits), timeout=30_000)


def test_a_question_mark_shows_the_sheet_of_keys(window, palette, qtbot):
    qtbot.keyClicks(palette.box, "?")
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is not None, timeout=30_000)
    sheet = window.findChild(ShortcutsDialog)
    said = {one for label in sheet.findChildren(QLabel) for one in label.text().split(ALIKE)}
    assert {one for entry in entries() for one in entry.keys} <= said
    assert sheet.height() <= 700
    room = sheet.findChild(QScrollArea)
    qtbot.waitUntil(room.hasFocus, timeout=30_000)
    drawn, edge = room.grab().toImage(), QColor(Look.colours.accent)
    for x, y in ((0, 99), (99, 0), (drawn.width() - 1, 99), (99, drawn.height() - 1)):
        assert drawn.pixelColor(x, y) == edge


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


def _named(window, text):
    return [hit for hit in everything(window) if hit.text == text]


def test_every_verb_of_the_page_in_sight_is_found_and_pressed(window, qtbot):
    window.sidebar.choose(Place.PARTNERS)
    page = window.going.pages[Place.PARTNERS]
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    texts = [one.text for one in in_sight(window)]
    assert texts == ["Statement…", "Seal…", "Edit partner", "Add partner"]
    assert all(len(_named(window, text)) == 1 for text in texts)
    edit = _named(window, "Edit partner")[0]
    edit.run()
    assert page.window().findChild(PartnerDialog).windowTitle()
    put_away(window)
    page.table.selectRow(1)
    edit.run()
    assert "Edit partner" in window.bar.text()


def test_what_another_page_can_do_is_done_there(window, qtbot):
    assert window.going.at_work
    assert {"Add partner", "Add reader", "Import readers…", "Close the month"} <= {
        one.text for one in everything(window)
    }
    _named(window, "Close the month")[0].run()
    qtbot.waitUntil(lambda: window.findChild(MonthDialog) is not None, timeout=30_000)
    assert window.going.here == Place.FIGURES
    put_away(window)
    assert "Save as › PDF" in [one.text for one in in_sight(window)]
    _named(window, "Add reader")[0].run()
    assert window.going.here == Place.READERS
    assert window.findChild(ReaderDialog) is not None
    put_away(window)


def test_what_a_menu_says_too_is_offered_once(window, qtbot):
    window.sidebar.choose(Place.EXCHANGE)
    assert len(_named(window, "Exchange now")) == 1


def _choose(window, qtbot, text, wanted):
    """Open the palette with the keys in the sidebar, and take the first such hit."""
    window.sidebar.setFocus()
    qtbot.waitUntil(lambda: window.findChild(Palette) is None, timeout=30_000)
    window.actions_by_name["palette"].trigger()
    palette = window.findChild(Palette)
    _type(palette, qtbot, text)
    row = next(n for n, hit in enumerate(_hits(palette)) if wanted(hit))
    palette.hits.setCurrentRow(row)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)


def test_the_keys_go_where_what_was_found_is_worked_on(window, qtbot):
    requests_list = window.list.table
    qtbot.waitUntil(lambda: not window.list.waiting, timeout=30_000)
    number = window.list.model.rows[-1].number
    _choose(window, qtbot, number, lambda hit: hit.line is not None)
    qtbot.waitUntil(lambda: window.list.current().number == number, timeout=30_000)
    assert window.focusWidget() is requests_list
    _choose(window, qtbot, "Airlangga", lambda hit: hit.below.startswith("Partner"))
    partners = window.going.page(Place.PARTNERS)
    qtbot.waitUntil(lambda: len(partners.model.rows) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: window.focusWidget() is partners.table, timeout=30_000)
    _choose(window, qtbot, "Exchange log", lambda hit: hit.text == "Exchange log")
    log = window.going.page(Place.EXCHANGE)
    qtbot.waitUntil(lambda: window.focusWidget() is log.table, timeout=30_000)
    reader = next(one.patron for one in _lines(window) if one.patron)
    _choose(window, qtbot, reader, lambda hit: f"({reader})" in hit.text)
    qtbot.waitUntil(lambda: window.list.query.find == reader, timeout=30_000)
    qtbot.waitUntil(lambda: window.focusWidget() is requests_list, timeout=30_000)


def test_where_a_list_is_empty_the_keys_go_to_what_can_be_done_instead(window, qtbot):
    listing, table = window.list.listing, window.list.table
    qtbot.waitUntil(lambda: not window.list.waiting, timeout=30_000)
    window.list.search.setFocus()
    window.list.search.setText("nothing is called so")
    qtbot.waitUntil(listing.instead.isVisible, timeout=30_000)
    assert window.focusWidget() is window.list.search
    window.going.jump(window.going.here)
    assert window.focusWidget() is listing.instead
    window.list.search.clear()
    qtbot.waitUntil(lambda: window.focusWidget() is table, timeout=30_000)


def _lines(window):
    return requests.page(window.link.desk, ListQuery()).lines
