"""A message file that somebody opens: whose it is stands in a question, and then it is read."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from ill_desktop.services import ledger, partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.post.test_kill import a_request_file


@pytest.fixture
def brought(window, tmp_path):
    """Writes a file in which a partner asks us for something, under the symbol given or its own."""

    def write(symbol: str = "") -> tuple[Path, str]:
        desk = window.link.desk
        one = next(p for p in partners.listed(desk) if p.inbox)
        theirs = (symbol or one.symbol).partition(":")[2].encode()
        ours = desk.library.symbol.partition(":")[2].encode()
        data = a_request_file(20_000).replace(b">ID-B<", b">" + theirs + b"<")
        path = tmp_path / "brought.xml"
        path.write_bytes(data.replace(b">ID-A<", b">" + ours + b"<"))
        return path, one.name

    return write


def _box(window):
    return next((b for b in window.findChildren(QMessageBox) if b.isVisible()), None)


def _press(window, label):
    next(one for one in _box(window).buttons() if one.text() == label).click()


def _said(window, qtbot, text):
    qtbot.waitUntil(lambda: any(text in one for one in window.notices.said), timeout=30_000)


def test_a_message_file_is_read_once_its_sender_was_named(window, qtbot, brought):
    path, name = brought()
    desk = window.link.desk
    before = requests.page(desk, ListQuery(limit=1)).total
    window.taking.take_files([path])
    qtbot.waitUntil(lambda: _box(window) is not None, timeout=30_000)
    assert _box(window).text() == (
        f"brought.xml is a message from {name}. It is read as if it came from them."
    )
    assert requests.page(desk, ListQuery(limit=1)).total == before
    _press(window, "Read message")
    _said(window, qtbot, f"The message from {name} was read.")
    assert requests.page(desk, ListQuery(limit=1)).total == before + 1
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=1)).messages[0]
    assert (heard.file, heard.partner, heard.state) == ("brought.xml", name, "applied")
    assert path.exists()
    window.taking.take_files([path])
    qtbot.waitUntil(lambda: _box(window) is not None, timeout=30_000)
    _press(window, "Read message")
    _said(window, qtbot, f"The message from {name} was known already: nothing changed.")
    assert requests.page(desk, ListQuery(limit=1)).total == before + 1


def test_a_message_of_a_stranger_or_of_one_without_a_letterbox_is_told(window, qtbot, brought):
    path, _ = brought("ISIL:XX-NOBODY")
    window.taking.take_files([path])
    _said(window, qtbot, "is a message from ISIL:XX-NOBODY, whom no partner’s card names.")
    partners.add(window.link.desk, partners.NewPartner("Nobody", ("ISIL:XX-NOBODY",)))
    window.taking.take_files([path])
    _said(window, qtbot, "is a message from Nobody, whose card has neither folders nor")
    assert _box(window) is None


def test_a_message_that_is_not_for_us_waits_as_in_the_inbox(window, qtbot, brought):
    path, name = brought()
    ours = window.link.desk.library.symbol.partition(":")[2].encode()
    path.write_bytes(path.read_bytes().replace(b">" + ours + b"<", b">XX-OTHER<"))
    window.taking.take_files([path])
    qtbot.waitUntil(lambda: _box(window) is not None, timeout=30_000)
    _press(window, "Read message")
    _said(window, qtbot, f"The message from {name} waits under “Needs attention”.")
    heard = ledger.messages(window.link.desk, LedgerQuery(direction="in", limit=1)).messages[0]
    assert heard.reason == "not-for-us"


def test_what_is_no_message_after_all_is_told(window, qtbot, tmp_path):
    path = tmp_path / "broken.xml"
    path.write_bytes(b"<ISO18626Message")
    window.taking.take_files([path])
    _said(window, qtbot, "broken.xml")
    assert _box(window) is None
