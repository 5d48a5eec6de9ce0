"""What needs attention, narrowed to what waits too long by one of the timers (DESIGN §6)."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.lifecycle.states import Timer
from ill_desktop.domain.queues import Queue
from ill_desktop.services.first_look import ListQuery
from ill_desktop.ui.fields import CodeField
from ill_desktop.words import labels

if TYPE_CHECKING:
    from ill_desktop.ui.shortcuts import Command
    from ill_desktop.ui.window import Window


class ReasonFilter(CodeField):
    """Stands beside the box to find in, over that queue alone, and says how many each would be.

    What was looked at still waits: the list of a timer holds it as long as its time is up.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window.list)
        self._window, self._turn = window, 0
        self._counted: Mapping[Timer, int] = {}
        self.setAccessibleName(self.tr("Reason"))
        self.setMinimumContentsLength(18)
        self.hide()
        head = window.list.head
        head.insertWidget(head.indexOf(window.list.search), self)
        self.activated.connect(lambda _: window.list.narrow(self._chosen()))
        window.list.asked.connect(self._follow)
        self._follow(window.list.query)

    def _chosen(self) -> Timer | None:
        code = self.code()
        return Timer(code) if code else None

    def _follow(self, query: ListQuery) -> None:
        """Be there where it can be chosen, show what is, and count again."""
        here = query.queue is Queue.ATTENTION
        self.setVisible(here)
        self._window.list.beside = self.sizeHint().width() if here else 0
        if here:
            self._show(query.reason)
            self._count()

    def _count(self) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services import requests

            return requests.time_up(desk)

        self._turn = turn = self._turn + 1
        self._window.link.read(ask, lambda found: self._told(found) if turn == self._turn else None)

    def _told(self, counted: Mapping[Timer, int]) -> None:
        self._counted = counted
        self._show(self._window.list.query.reason)

    def _show(self, reason: Timer | None) -> None:
        """Written anew only where it says something else: its list may be open."""
        offered = [("", self.tr("All reasons"))]
        offered += [
            (timer.value, f"{self._name(timer)} ({self._counted[timer]})")
            for timer in Timer
            if timer in self._counted
        ]
        if reason is not None and reason not in self._counted:
            offered.append((reason.value, self._name(reason)))
        if offered != [(self.itemData(n), self.itemText(n)) for n in range(self.count())]:
            self.offer(offered)
        self.choose(reason or "")

    def _name(self, reason: Timer) -> str:
        return labels.of(self._window.link.words, reason)

    def go_to(self, reason: Timer) -> None:
        """Show what waits too long by this timer."""
        self._window.going.jump(Queue.ATTENTION)
        self._window.list.narrow(reason)

    def commands(self) -> "tuple[Command, ...]":
        """What Ctrl+K knows of it: each reason by its name."""
        from ill_desktop.ui.shortcuts import Command

        title = self._window.sidebar.title_of(Queue.ATTENTION)
        return tuple(Command(self._name(one), title, "", partial(self.go_to, one)) for one in Timer)
