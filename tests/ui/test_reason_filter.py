"""What waits too long is listed by its reason, over the queue of what needs attention."""

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.lifecycle.states import Action, Flag, Timer
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui import on_screen
from ill_desktop.ui.palette import Palette


def _listed(desk, reason):
    return [one.number for one in requests.page(desk, ListQuery(reason=reason, limit=0)).lines]


def _shown(window):
    return [line.number for line in window.list.model.rows]


@pytest.fixture
def late(window, qtbot):
    """A window over what needs attention, and a reason that some of it has."""
    window.sidebar.choose(Queue.ATTENTION)
    qtbot.waitUntil(lambda: window.reasons.count() > 1 and bool(_shown(window)), timeout=30_000)
    counted = requests.time_up(window.link.desk)
    return next(one for one in Timer if counted[one])


def test_a_reason_narrows_the_list_and_what_was_looked_at_stays_in_it(window, late, qtbot):
    desk, field = window.link.desk, window.reasons
    assert field.isVisible()
    n = len(_listed(desk, late))
    assert field.itemText(field.findData(late.value)).endswith(f" ({n})")
    field.choose(late.value)
    field.activated.emit(field.currentIndex())
    qtbot.waitUntil(lambda: _shown(window) == _listed(desk, late), timeout=30_000)
    flagged = [one for one in window.list.model.rows if Flag.ATTENTION in one.flags]
    assert all(one.why for one in window.list.model.rows)
    for one in flagged:
        acts.do(desk, one.number, Action.ACKNOWLEDGE)
    qtbot.waitUntil(
        lambda: not any(Flag.ATTENTION in one.flags for one in window.list.model.rows),
        timeout=30_000,
    )
    assert len(_shown(window)) == n
    assert field.code() == late.value


def test_a_queue_comes_back_as_it_was_narrowed_and_no_other_is(window, late, qtbot):
    window.list.narrow(late)
    qtbot.waitUntil(lambda: _shown(window) == _listed(window.link.desk, late), timeout=30_000)
    assert on_screen.listed(window).title.startswith("Needs attention: ")
    window.sidebar.choose(Queue.WAITING)
    assert not window.reasons.isVisible()
    assert window.list.query.reason is None
    window.sidebar.choose(Queue.ATTENTION)
    assert window.reasons.isVisible()
    assert (window.list.query.reason, window.reasons.code()) == (late, late.value)
    window.reasons.choose("")
    window.reasons.activated.emit(0)
    assert window.list.query.reason is None


def test_where_nothing_waits_all_of_it_is_one_press_away(window, late, qtbot):
    none = next(one for one in Timer if not requests.time_up(window.link.desk)[one])
    window.list.narrow(none)
    listing = window.list.listing
    qtbot.waitUntil(lambda: "waits too long" in listing.nothing.text(), timeout=30_000)
    listing.instead.click()
    qtbot.waitUntil(lambda: bool(_shown(window)), timeout=30_000)
    assert window.list.query.reason is None


def test_a_reason_is_found_by_its_name_from_everywhere(window, qtbot):
    palette = Palette(window)
    palette.show()
    qtbot.keyClicks(palette.box, ">not arrived")
    qtbot.waitUntil(lambda: palette._answered == ">not arrived", timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.going.here == Queue.ATTENTION
    assert window.list.query.reason is Timer.NOT_ARRIVED
    qtbot.waitUntil(lambda: window.reasons.count() > 1, timeout=30_000)
    assert window.reasons.code() == Timer.NOT_ARRIVED.value
