"""A library by telephone: the window says that no message goes, and that it has to be told."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services import acts, lending, partners, requests, telling
from ill_desktop.ui.asking.base import Asking
from ill_desktop.ui.exchange_asks import Standing
from ill_desktop.ui.facts import facts
from ill_desktop.ui.found_only import FoundOnly
from ill_desktop.ui.outlook_dialog import OutlookDialog
from ill_desktop.ui.print_dialog import PrintDialog
from ill_desktop.ui.statement_dialog import StatementDialog
from tests.build import NOON

SILENT = "No message about this goes to St Mary. Tell them by telephone or letter: {}."
MARY = "LOCAL:MARY"


def _asked(window, qtbot):
    """A request to a library without folders and address, shown beside the list."""
    desk, detail = window.link.desk, window.detail
    new = partners.NewPartner("St Mary", (MARY,))
    partners.add(desk, new, {"telephone": "0341 555", "note": "mornings"})
    asked = requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=(MARY,))
    number = requests.new(desk, asked)
    window.going.go_to(number)
    qtbot.waitUntil(lambda: detail.view is not None and detail.view.line.number == number)
    return number


def _said(window, qtbot, text):
    qtbot.waitUntil(lambda: text in window.notices.said, timeout=30_000)


def test_a_request_by_telephone_is_to_be_told_and_printed_until_it_is_marked(window, qtbot) -> None:
    number, detail = _asked(window, qtbot), window.detail
    window.acting.act(detail.view, Action.SEND)
    ask = SILENT.format("we ask for this")
    _said(window, qtbot, f"{number}: noted. Now: waiting for an answer. {ask}")
    window.notices._toast._also.click()
    qtbot.waitUntil(lambda: window.findChild(PrintDialog) is not None, timeout=30_000)
    window.findChild(PrintDialog).reject()
    bar = detail.to_tell
    qtbot.waitUntil(bar.isVisible, timeout=30_000)
    wanted = "Tell St Mary by telephone or letter: we ask for this.\n0341 555\nmornings"
    assert bar.text.text() == wanted
    window.acting.act(detail.view, Action.ASK_STATUS)
    _said(window, qtbot, f"{number}: noted. {SILENT.format('we ask where it stands')}")
    assert window.notices._toast._also.isHidden()
    assert detail.primary.text() == "Mark told"
    detail.primary.click()
    _said(window, qtbot, f"{number}: told by telephone or letter.")
    qtbot.waitUntil(bar.isHidden, timeout=30_000)
    assert detail.primary.text() == "Record their answer"
    window.acting.undo()
    qtbot.waitUntil(bar.isVisible, timeout=30_000)
    assert detail.primary.text() == "Mark told"
    window.acting.act(detail.view, Action.ASK_CANCEL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert box.text() == SILENT.format("we no longer need it")
    box.reject()


def test_what_tells_of_itself_asks_for_no_call_in_the_details_either(window, qtbot) -> None:
    desk, detail = window.link.desk, window.detail
    partners.add(desk, partners.NewPartner("St Mary", (MARY,)), {"telephone": "0341 555"})
    number = lending.record(desk, lending.NewLending(Service.LOAN, Citation(title="X"), MARY))
    window.going.go_to(number)
    qtbot.waitUntil(lambda: detail.view is not None and detail.view.line.number == number)

    def messages() -> str:
        return dict(facts(window.link, requests.show(desk, number))[0].facts)["Messages"]

    window.acting.act(detail.view, Action.WILL_SUPPLY)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Asking), timeout=30_000)
    QApplication.activeModalWidget().act.click()
    needless = "No message about this goes to St Mary, and nobody has to telephone."
    qtbot.waitUntil(lambda: any(needless in one for one in window.notices.said), timeout=30_000)
    assert messages() == "None go about this; nothing has to be told now\n0341 555"
    acts.do(desk, number, Action.WRITE_MESSAGE, {"note": "at noon"})
    assert messages() == "None go about this: tell them by telephone or letter\n0341 555"


def test_at_the_foot_stands_how_many_are_to_be_told_and_a_press_lists_them(window, qtbot) -> None:
    foot, desk = window.status.telling, window.link.desk
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    many = telling.waiting(desk)
    assert foot.isVisible() is bool(many)
    number = _asked(window, qtbot)
    window.acting.act(window.detail.view, Action.SEND)
    said = f"{many + 1} to tell"
    qtbot.waitUntil(lambda: foot.text() == said, timeout=30_000)
    assert foot.isVisible()
    window.sidebar.choose("partners")
    foot.click()
    why = window.list.findChild(FoundOnly).text
    qtbot.waitUntil(
        lambda: why.isVisible() and "still has to be told" in why.text(), timeout=30_000
    )
    rows = window.list.model
    qtbot.waitUntil(lambda: len(rows.rows) == many + 1 and rows.row_of(number) >= 0, timeout=30_000)
    window.acting.act(window.detail.view, Action.TOLD)
    left = f"{many} to tell" if many else ""
    qtbot.waitUntil(lambda: foot.text() == left, timeout=30_000)
    assert foot.isVisible() is bool(many)
    qtbot.waitUntil(lambda: len(rows.rows) == many, timeout=30_000)
    assert why.isVisible()


def test_a_library_asked_by_telephone_is_not_told_of_with_the_message_to_another(
    window, qtbot
) -> None:
    desk, detail = window.link.desk, window.detail
    partners.add(desk, partners.NewPartner("St Mary", (MARY,)))
    suppliers = ("ISIL:ID-YOG-UGM", MARY)
    number = requests.new(
        desk, requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=suppliers)
    )
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.MOVE_ON)
    window.going.go_to(number)
    qtbot.waitUntil(lambda: detail.view is not None and detail.view.line.number == number)
    assert any(one.leaves_at for one in detail.view.messages)
    window.acting.act(detail.view, Action.SEND_NEXT)
    ask = SILENT.format("we ask for this")
    _said(window, qtbot, f"{number}: noted. Now: waiting for an answer. {ask}")
    assert window.actions_by_name["undo"].statusTip() == ""


def test_several_at_once_and_statements_name_who_is_told_by_no_message(window, qtbot) -> None:
    number, desk = _asked(window, qtbot), window.link.desk
    acts.do(desk, number, Action.SEND)
    from ill_desktop.services import bulk
    from ill_desktop.services.progress import Progress

    found = bulk.outlook(desk, (number,), Action.ASK_STATUS, Progress())
    dialog = OutlookDialog(window.link, found, window)
    assert dialog.changes.index(0, 3).data() == "none: tell St Mary"
    window.bulk.do((number,), Action.ASK_STATUS)
    wanted = (
        "Status asked for: 1 of 1 requests. "
        "No message goes to St Mary: tell them by telephone or letter."
    )
    _said(window, qtbot, wanted)
    card = partners.show(desk, MARY)
    statement = StatementDialog(window.link, card, window)
    statement.show()
    qtbot.waitUntil(statement.ask_status.isEnabled, timeout=30_000)
    statement.ask_status.click()
    told = f"{number}: noted. {SILENT.format('we ask where it stands')}"
    qtbot.waitUntil(lambda: statement.told.text() == told, timeout=30_000)


@pytest.mark.parametrize("language", ["en", "id"])
def test_all_that_can_stand_at_the_foot_fits_a_small_screen(seat, language: str) -> None:
    window = seat(language).window
    window.resize(1366, 768)
    foot = window.status
    many = Standing(3, 12, 4, NOON, NOON + timedelta(hours=20), to_tell=401)
    window.exchanging._absent = ("Perpustakaan Nasional Republik Indonesia",)
    window.exchanging._say(many)
    assert foot.minimumSizeHint().width() <= 1366
    assert window.width() == 1366
    telling = foot.telling
    assert telling.isVisible()
    assert telling.mapTo(foot, telling.rect().bottomRight()).x() <= foot._where.x() <= 1366
