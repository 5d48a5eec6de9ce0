"""The keys find their way between the panes: queues, list, request, and several requests."""

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.outlook_dialog import OutlookDialog
from tests.ui.test_keystrokes import _ready


def _at(window, hands, queue):
    """In the list of a queue that is not empty."""
    window.sidebar.choose(queue)
    hands.until(lambda: window.list.model.query.queue == queue and not window.list.waiting)
    window.list.table.setFocus()
    hands.until(lambda: len(window.list.numbers()) == 1)


def test_enter_on_several_leads_to_their_verb_and_presses_it(window, hands):
    _at(window, hands, Queue.WAITING)
    hands.press("Ctrl+A")
    hands.press("Return")  # however soon after
    hands.until(window.detail.several.primary.hasFocus)
    hands.press("Esc")
    assert window.list.table.hasFocus()
    hands.press("F6")
    assert window.detail.several.primary.hasFocus()
    hands.press("F6")
    assert window.sidebar.hasFocus()
    hands.press("Shift+F6")
    assert window.detail.several.primary.hasFocus()
    hands.press("Return")
    hands.until(lambda: _ready(window, OutlookDialog))
