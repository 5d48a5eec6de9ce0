"""The sample desk says that it is one, and lets go of itself."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ill_desktop.ui.sample_bar import own_beside, sample_of


def _wizard():
    shown = QApplication.topLevelWidgets()
    return next((w for w in shown if w.objectName() == "FirstStart" and w.isVisible()), None)


@pytest.mark.ux("UX-02")
@pytest.mark.parametrize(("language", "word"), [("en", "Sample"), ("id", "Contoh")])
def test_the_title_says_that_it_is_a_sample(seat, language, word):
    assert seat(language).window.windowTitle().startswith(f"{word} – ")


def test_the_bar_offers_an_empty_desk_and_stays_when_that_is_called_off(shell, qtbot):
    bar = shell.sample_bar
    assert bar.isVisible()
    assert bar._offer.text() == "Start with an empty desk"
    called_off = _from_within(shell.window, lambda wizard: wizard.reject())
    bar._offer.click()
    qtbot.waitUntil(lambda: bool(called_off), timeout=30_000)
    assert _wizard() is None
    assert bar.isVisible()
    assert shell.window.isVisible()


@pytest.mark.ux("UX-02")
def test_from_the_sample_to_a_desk_of_ones_own(shell, qtbot, desk_place):
    sample = shell.window

    def fill(wizard):
        form = wizard.form
        form.folder.setText(str(desk_place.with_name("own")))
        form.forth.click()
        form.forth.click()
        form.name.setText("Perpustakaan Kota")
        form.symbol.setText("ISIL:ID-KOTA")
        for _ in range(3):
            form.forth.click()

    _from_within(sample, fill)
    shell.sample_bar._offer.click()
    qtbot.waitUntil(lambda: shell.window is not sample, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    shell.window.exchanging.timer.setInterval(3_600_000)
    assert shell.window.windowTitle() == "Perpustakaan Kota – ILL Desktop"
    assert not shell.link.desk.library.sample
    assert shell.link.desk.folder.root == desk_place.with_name("own")


def _from_within(window, work):
    """Do something in the wizard once it is there; it keeps the caller waiting until it ends."""
    looking, done = QTimer(window, interval=20), []

    def look():
        wizard = _wizard()
        if wizard is not None:
            looking.stop()
            work(wizard)
            done.append(True)

    looking.timeout.connect(look)
    looking.start()
    return done


def test_ones_own_desk_never_lies_on_the_sample(tmp_path):
    mine = tmp_path / "desk"
    assert own_beside(sample_of(mine), mine) == mine
    assert own_beside(sample_of(mine), sample_of(mine)) == mine
    assert own_beside(mine, mine) != mine
