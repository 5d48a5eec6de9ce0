"""The window: queues at the left, a list, and the request chosen; all wiring in one block.

What it does stands in modules of its own, one for each kind of work; `menus` and `places` are the
tables of what can be chosen.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.first_look import FirstLook
from ill_desktop.ui import menu_bar, sample_bar
from ill_desktop.ui.acting import Acting
from ill_desktop.ui.appearance import Appearance
from ill_desktop.ui.bulk import Bulk
from ill_desktop.ui.detail import Detail
from ill_desktop.ui.exchanging import Exchanging
from ill_desktop.ui.freshness import Freshness
from ill_desktop.ui.going import Going, first_place
from ill_desktop.ui.keeping import Keeping
from ill_desktop.ui.link import Link
from ill_desktop.ui.list_page import ListPage
from ill_desktop.ui.long_work import LongWork
from ill_desktop.ui.notices import Bar, Notices, Toast
from ill_desktop.ui.papers import Papers
from ill_desktop.ui.places import Place
from ill_desktop.ui.seat import Seat
from ill_desktop.ui.sidebar import Sidebar
from ill_desktop.ui.status import Status
from ill_desktop.ui.taking import Taking
from ill_desktop.ui.window_state import WindowState

WIDEST_QUEUES = 400


class Window(QMainWindow):
    """Shows one desk."""

    link: Link
    notices: Notices
    going: Going
    acting: Acting
    taking: Taking
    exchanging: Exchanging
    papers: Papers
    keeping: Keeping
    appearance: Appearance
    bulk: Bulk
    fresh: Freshness
    ready = Signal()
    """The desk is open and everything works."""
    rebuild = Signal(str)
    """Which of language, theme and text was changed: the window is to be made anew."""

    def __init__(self, link: Link, notices: Notices, state: WindowState, first: FirstLook) -> None:
        super().__init__()
        self.link, self.notices, self.state = link, notices, state
        self.tasks = link.tasks
        self.setWindowTitle(sample_bar.title(first))
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self._build()
        self._wire()
        self._show_first(first)

    # what it is made of

    def _build(self) -> None:
        link, notices = self.link, self.notices
        self.sidebar, self.list, self.detail = (
            Sidebar(link.words),
            ListPage(link, self.state),
            Detail(link),
        )
        self._work = _splitter(self.list, self.detail, sizes=(740, 396))
        stack = QStackedWidget(self)
        stack.addWidget(self._work)
        self.bar, self.long_work = Bar(self), LongWork(link, self)
        queues = min(self.sidebar.sizeHint().width(), WIDEST_QUEUES)
        right = _column(self.bar, stack, self.long_work)
        self.notice_place = right.layout()
        self._split = _splitter(self.sidebar, right, sizes=(queues, self.width() - queues))
        self._split.setStretchFactor(0, 0)
        self.setCentralWidget(self._split)
        self.status = Status(self)
        self.setStatusBar(self.status)
        notices.show_in(self.bar, Toast(self))
        self._employ(stack)
        self.actions_by_name = menu_bar.build(self)

    def _employ(self, stack: QStackedWidget) -> None:
        """One object for each kind of work; menus call them by these names."""
        self.going = Going(self, stack, self._work)
        self.acting = Acting(self.link, self.notices, self)
        self.taking = Taking(self.link, self.notices, self)
        self.exchanging = Exchanging(self.link, self.notices, self)
        self.papers, self.keeping = Papers(self), Keeping(self)
        self.seat = Seat(self)
        self.bulk = Bulk(self, self.long_work)
        self.appearance = Appearance(self.state, self)
        self.fresh = Freshness(self)

    def _wire(self) -> None:
        """Who hears what: everything in one place."""
        link, sidebar, list_page, detail = self.link, self.sidebar, self.list, self.detail
        link.opened.connect(self._opened)
        sidebar.chosen.connect(self.going.go)
        self.going.arrived.connect(lambda key: self.status.say_place(sidebar.title_of(key)))
        list_page.selected.connect(self.fresh.show_request)
        list_page.search_all.connect(self.going.find_in_all)
        list_page.new_wanted.connect(self.taking.new)
        list_page.lending_wanted.connect(self.taking.lend)
        list_page.table.opened.connect(self.going.work_on)
        list_page.table.scanned.connect(self.going.scanned)
        list_page.several.connect(self.bulk.show)
        detail.act.connect(self._act)
        detail.several.act.connect(self.bulk.act)
        detail.print_wanted.connect(self.papers.print)
        detail.noting.told.connect(self.notices.toast)
        self.acting.edit_wanted.connect(self.taking.edit)
        self.acting.print_wanted.connect(self.papers.print)
        self.acting.papers_wanted.connect(self.papers.print_for)
        self.taking.made.connect(self.going.go_to)
        self.taking.sent.connect(self.acting.was_sent)
        self.ready.connect(self.taking.offer_unfinished)
        self.exchanging.state_changed.connect(self.status.say_exchange)
        self.exchanging.waiting_changed.connect(sidebar.show_waiting)
        self.status.log_wanted.connect(lambda: sidebar.choose(Place.EXCHANGE))
        self.appearance.changed.connect(self.rebuild)

    # the first paint, and what comes after it

    def _show_first(self, first: FirstLook) -> None:
        self.list.today = first.today
        self.sidebar.show_counts(first.counts)
        self.going.start(first_place(self.state), first.page)

    def _opened(self) -> None:
        self.exchanging.start()
        self.fresh.start()
        self.ready.emit()

    # the request shown

    def _act(self, action: Action) -> None:
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
        if event.key() == Qt.Key.Key_Escape:
            self.going.back()
        else:
            super().keyPressEvent(event)

    def restore(self) -> None:
        """Stand where the window stood last time."""
        self.state.restore(self, {"split": self._split, "work": self._work})

    def closeEvent(self, event: QCloseEvent) -> None:
        self.state.place = self.going.here
        self.state.keep(self, {"split": self._split, "work": self._work})
        self.fresh.stop()
        self.exchanging.timer.stop()
        self.link.close()
        event.accept()


def _column(bar: QWidget, page: QWidget, work: QWidget) -> QWidget:
    """A page with room for a line of notice above it, and for long work below."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(page, 1)
    column.addWidget(work)
    return whole


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
