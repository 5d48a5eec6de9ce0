"""The exchange in the line at the foot: what it says when a partner's folder is away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ill_desktop.services import partners
from ill_desktop.ui.places import Place


@pytest.fixture
def unplug(window):
    """Takes away the inboxes of so many partners, and brings them back."""
    away = []

    def take(n):
        found = [one for one in partners.listed(window.link.desk) if one.inbox][:n]
        for one in found:
            inbox = Path(one.inbox)
            inbox.rename(inbox.with_name("unplugged"))
            away.append(inbox)
        return found

    def plug():
        while away:
            inbox = away.pop()
            inbox.with_name("unplugged").rename(inbox)

    take.back = plug
    yield take
    plug()


def _says(window, qtbot, what):
    qtbot.waitUntil(lambda: what in window.status.exchange.text(), timeout=30_000)


def test_a_folder_that_is_away_is_told_in_amber_until_it_is_back(window, qtbot, unplug):
    status = window.status.exchange
    partner = unplug(1)[0]
    window.exchanging.run()
    _says(window, qtbot, f"the folder of {partner.name} cannot be reached")
    assert status.property("alert") is True
    assert not status.icon().isNull()
    assert partner.name in status.toolTip()
    assert not any(one.isVisible() for one in window.findChildren(QDialog))
    unplug.back()
    window.exchanging.run()
    qtbot.waitUntil(lambda: "reached" not in status.text(), timeout=30_000)
    assert status.property("alert") is False
    assert status.icon().isNull()


def test_several_folders_are_counted_and_named_in_the_tip(window, qtbot, unplug):
    away = unplug(2)
    window.exchanging.run()
    _says(window, qtbot, "the folders of 2 partners cannot be reached")
    assert all(one.name in window.status.exchange.toolTip() for one in away)


def test_a_press_on_it_opens_the_exchange(window, qtbot):
    qtbot.mouseClick(window.status.exchange, Qt.MouseButton.LeftButton)
    assert window.going.here == Place.EXCHANGE
