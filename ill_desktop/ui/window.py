"""The window: queues at the left, a list, and the request chosen.

Only the queues and the list are made before the first paint; `furnishing` brings the rest and
wires it. What the window does stands in modules of its own, one for each kind of work; `menus`
and `places` are the tables of what can be chosen.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.first_look import FirstLook
from ill_desktop.ui import keys
from ill_desktop.ui.link import Link
from ill_desktop.ui.list_page import ListPage
from ill_desktop.ui.menu_bar import MenuBar
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.pane import empty_pane
from ill_desktop.ui.places import first_place, queue_of
from ill_desktop.ui.sidebar import Sidebar
from ill_desktop.ui.status import Status
from ill_desktop.ui.window_state import WindowState
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.acting import Acting
    from ill_desktop.ui.appearance import Appearance
    from ill_desktop.ui.bulk import Bulk
    from ill_desktop.ui.damage import Damage
    from ill_desktop.ui.detail import Detail
    from ill_desktop.ui.exchanging import Exchanging
    from ill_desktop.ui.freshness import Freshness
    from ill_desktop.ui.going import Going
    from ill_desktop.ui.keeping import Keeping
    from ill_desktop.ui.long_work import LongWork
    from ill_desktop.ui.notice_views import Bar
    from ill_desktop.ui.papers import Papers
    from ill_desktop.ui.parting import Parting
    from ill_desktop.ui.reason_filter import ReasonFilter
    from ill_desktop.ui.seat import Seat
    from ill_desktop.ui.taking import Taking

WIDEST_QUEUES = 400


class Window(QMainWindow):
    """Shows one desk."""

    link: Link
    notices: Notices
    detail: "Detail"
    bar: "Bar"
    long_work: "LongWork"
    going: "Going"
    acting: "Acting"
    taking: "Taking"
    exchanging: "Exchanging"
    papers: "Papers"
    keeping: "Keeping"
    seat: "Seat"
    damage: "Damage"
    reasons: "ReasonFilter"
    parting: "Parting"
    appearance: "Appearance"
    bulk: "Bulk"
    fresh: "Freshness"
    ready = Signal()
    """The desk is open and everything works."""
    rebuild = Signal(str)
    """Which of language, theme and text was changed: the window is to be made anew."""
    went_back = Signal(str)
    """The desk was restored: what is to be told of it in the window made anew."""
    desk_wanted = Signal(object)
    """The folder of another desk, which is to take the place of this one."""

    def __init__(self, link: Link, notices: Notices, state: WindowState, first: FirstLook) -> None:
        super().__init__()
        self.link, self.notices, self.state = link, notices, state
        self.tasks = link.tasks
        self.setWindowTitle(_title(first))
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        self.furnished = self._let_go = False
        self._build()
        self._show_first(first)

    # the first paint

    def _build(self) -> None:
        """What is seen at once; the pane of a request keeps its place."""
        self.sidebar, self.list = Sidebar(self.link.words), ListPage(self.link, self.state)
        self.pane = empty_pane()
        self.work = _splitter(self.list, self.pane, sizes=(740, 396))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.work)
        queues = min(self.sidebar.sizeHint().width(), WIDEST_QUEUES)
        right = QWidget()
        self.column = QVBoxLayout(right)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.stack, 1)
        self._split = _splitter(self.sidebar, right, sizes=(queues, self.width() - queues))
        self._split.setStretchFactor(0, 0)
        self.setCentralWidget(self._split)
        self.status = Status(self)
        self.setStatusBar(self.status)
        self.menus = MenuBar(self)
        self.actions_by_name = self.menus.actions

    def _show_first(self, first: FirstLook) -> None:
        key = first_place(self.state)
        title = self.sidebar.title_of(key)
        self.list.today = first.today
        self.sidebar.show_counts(first.counts)
        self.sidebar.choose(key)
        self.list.show_page(title, self.list.query_of(queue_of(key)), first.page)
        self.status.say_place(title)

    # what comes after it

    def furnish(self) -> None:
        """Bring everything else in, once; whoever acts before it is done waits for it."""
        if not self.furnished:
            from ill_desktop.ui.furnishing import furnish

            self.furnished = True
            furnish(self)
            self.setAcceptDrops(not self.link.view_only)

    def open(self) -> None:
        """The desk is open: everything works."""
        self.exchanging.start()
        self.fresh.start()
        self.ready.emit()

    # the request shown

    def act(self, action: Action) -> None:
        """Do something with the request shown."""
        if self.detail.view is not None:
            self.acting.act(self.detail.view, action)

    # what is brought

    def paste(self) -> None:
        """Citations on the clipboard."""
        self.taking.take(QGuiApplication.clipboard().mimeData())

    def take_files(self, files: Sequence[Path]) -> None:
        """Citations named on the command line."""
        self.taking.take_files(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.taking.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.taking.take(event.mimeData())
        event.acceptProposedAction()

    # coming and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wanted goes back."""
        if keys.BACK.means(event) and self.furnished:
            self.going.back()
        else:
            super().keyPressEvent(event)

    def restore(self) -> None:
        """Stand where the window stood last time."""
        self.state.restore(self, {"split": self._split, "work": self.work})

    def let_go(self) -> None:
        """Close, and ask nobody: that is done, or another window takes the place of this one."""
        self._let_go = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished and not self._let_go and self.parting.holds():
            event.ignore()
            return
        if self.furnished:
            self.state.place = self.going.here
            self.state.keep(self, {"split": self._split, "work": self.work})
            self.fresh.stop()
            self.exchanging.stop()
        self.link.close()
        event.accept()


def _title(first: FirstLook) -> str:
    """The title of the window: whose desk it is, and whether it is none of anybody's."""
    sample = QCoreApplication.translate("SampleBar", mark("SampleBar", "Sample"))
    names = (sample, first.name) if first.sample else (first.name,)
    return " – ".join((*names, "ILL Desktop"))


def _splitter(*parts: QWidget, sizes: Sequence[int]) -> QSplitter:
    split = QSplitter(Qt.Orientation.Horizontal)
    for part in parts:
        split.addWidget(part)
    split.setSizes(list(sizes))
    split.setChildrenCollapsible(False)
    split.setHandleWidth(1)
    split.setStretchFactor(0, 3)
    split.setStretchFactor(1, 2)
    return split
