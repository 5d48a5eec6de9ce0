"""What the window remembers fits the words it shows."""

from typing import Any

import pytest

from ill_desktop.domain.queues import Queue


@pytest.mark.parametrize("change", ["language", "text"])
def test_another_language_or_size_of_text_is_not_squeezed_into_the_widths_of_the_last(
    shell: Any, qtbot: Any, change: str
) -> None:
    before = shell.window
    if change == "language":
        shell.state.language = "id"
    else:
        shell.state.text_size = 1.2
    shell._again(change)
    qtbot.waitUntil(lambda: shell.window is not before and shell.link.desk is not None)
    sidebar = shell.window.sidebar
    assert sidebar.width() >= sidebar.sizeHint().width()


def test_the_widths_of_each_language_come_back(shell: Any, qtbot: Any) -> None:
    def speak(language: str) -> int:
        before = shell.window
        shell.state.language = language
        shell._again("language")
        qtbot.waitUntil(lambda: shell.window is not before and shell.link.desk is not None)
        return shell.window.sidebar.width()

    split = shell.window._split
    split.setSizes([300, split.width() - 300])
    chosen = shell.window.sidebar.width()
    assert speak("id") != chosen
    assert speak("en") == chosen


def narrow(page: Any, place: str) -> None:
    """Choose and type what is not chosen at first."""
    if place == "partners":
        page.search.setText("perpus")
    else:
        page.month.setCurrentIndex(2)
        page.other.choose("month")
        page.month.activated.emit(2)


@pytest.mark.parametrize("place", ["partners", "here", "figures"])
def test_what_was_looked_at_stays_in_sight_in_another_size_of_text(
    shell: Any, qtbot: Any, place: str
) -> None:
    before = shell.window
    before.sidebar.choose(place)
    qtbot.waitUntil(lambda: before.going.here == place and not before.list.waiting)
    if before.going.at_work:
        before.list.select(before.list.model.rows[-1].number)
    else:
        narrow(before.going.pages[place], place)
    standing, at_work = before.going.standing, before.going.at_work
    shell._again("text")
    shell._anew._make()
    hasty = shell.window  # remade by what was asked first, before the desk is open in it
    assert hasty is not before
    assert hasty.link.desk is None
    qtbot.waitUntil(lambda: shell.window is not hasty and shell.link.desk is not None)
    qtbot.waitUntil(lambda: shell.window.going.standing == standing)
    assert shell.window.going.at_work == at_work
    assert shell.window.sidebar.chosen_key() == place


def test_the_page_in_sight_is_seen_in_the_sidebar_in_any_size(seat: Any, qtbot: Any) -> None:
    window = seat("en", text=2.0).window
    sidebar = window.sidebar
    sidebar.choose(Queue.ATTENTION.value)
    window.resize(window.width(), 480)
    window.resize(window.width(), 400)

    def seen() -> bool:
        place = sidebar.visualItemRect(sidebar.currentItem())
        return bool(sidebar.viewport().rect().contains(place))

    qtbot.waitUntil(seen, timeout=10_000)
