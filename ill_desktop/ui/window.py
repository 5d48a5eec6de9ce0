"""The window: queues at the left, a list, and the request chosen; all wiring in one block."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services.first_look import FirstLook
from ill_desktop.services.views import RequestView
from ill_desktop.ui import menus
from ill_desktop.ui.acting import Acting, show
from ill_desktop.ui.colours import Theme
from ill_desktop.ui.detail import PAPERS, Detail
from ill_desktop.ui.exchanging import Exchanging
from ill_desktop.ui.fields import plain_label
from ill_desktop.ui.link import Link
from ill_desktop.ui.list_page import ListPage
from ill_desktop.ui.notices import Bar, Notices, Toast
from ill_desktop.ui.page import DeskPage
from ill_desktop.ui.sidebar import Place, Sidebar
from ill_desktop.ui.taking import Taking
from ill_desktop.ui.window_state import WindowState

WATCH_MS = 1000
SOON_MS = 40
FIRST = Queue.TO_RECEIVE


class Window(QMainWindow):
    """Shows one desk."""

    ready = Signal()
    """The desk is open and everything works."""
    rebuild = Signal(str)
    """Which of language, theme and text was changed: the window is to be made anew."""

    def __init__(self, link: Link, notices: Notices, state: WindowState, first: FirstLook) -> None:
        super().__init__()
        self._link, self._notices, self._state = link, notices, state
        self.tasks = link.tasks
        self._version = 0
        self._pages: dict[str, Any] = {}
        self._wanted = ""
        self.setWindowTitle(_title(first))
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self._build()
        self._wire()
        self._show_first(first)

    # what it is made of

    def _build(self) -> None:
        link, notices = self._link, self._notices
        self.sidebar, self.list = Sidebar(link.words), ListPage(link)
        self.detail = Detail(link)
        self.acting, self.taking = Acting(link, notices, self), Taking(link, notices, self)
        self.exchanging = Exchanging(link, notices, self)
        self._work = _splitter(self.list, self.detail, sizes=(712, 424))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._work)
        self._bar = Bar(self)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._split = _splitter(self.sidebar, right, sizes=(228, 1136))
        self._split.setStretchFactor(0, 0)
        self.setCentralWidget(self._split)
        notices.show_in(self._bar, Toast(self))
        self._status()
        self.actions_by_name = menus.build(self, self._doings())
        self._view_menu()

    def _status(self) -> None:
        self._exchange = QToolButton(self)
        self._exchange.setToolTip(self.tr("Open the exchange log (Ctrl+E)"))
        self._where = plain_label()
        self._where.setContentsMargins(8, 0, 16, 0)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._exchange)
        self.statusBar().addPermanentWidget(self._where)
        self._exchange.setText(self.tr("The desk is being opened…"))

    def _view_menu(self) -> None:
        menu = self.menuBar().actions()[menus.VIEW].menu()
        themes = {one.value: menus.say(text) for one, text in menus.THEMES.items()}
        now = self._state.theme.value
        language = self._link.words.language
        theme_menu = menus.choices(self, self.tr("&Theme"), themes, now, self._choose_theme)
        languages = menus.LANGUAGES
        choose = self._choose_language
        language_menu = menus.choices(self, self.tr("L&anguage"), languages, language, choose)
        if isinstance(menu, type(theme_menu)):
            menu.addMenu(theme_menu)
            menu.addMenu(language_menu)

    def _doings(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self.taking.choose_file,
            "back_up": self._back_up,
            "quit": self.close,
            "undo": self.acting.undo,
            "paste": self._paste,
            "find_here": self._find_here,
            "find_all": self._find_all,
            "new": self.taking.new,
            "lend": self.taking.lend,
            "print": self._print,
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "exchange": self.exchanging.now,
            "log": lambda: self.sidebar.choose(Place.EXCHANGE),
            "larger": lambda: self._scale(1.1),
            "smaller": lambda: self._scale(1 / 1.1),
            "about": self._about,
        }

    def _wire(self) -> None:
        """Who hears what: everything in one place."""
        link, sidebar, list_page, detail = self._link, self.sidebar, self.list, self.detail
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._watch = QTimer(self, interval=WATCH_MS)
        self._soon.timeout.connect(self.refresh)
        self._watch.timeout.connect(self._look_for_others)
        link.opened.connect(self._opened)
        link.changed.connect(lambda _: self._soon.start())
        sidebar.chosen.connect(self._go)
        list_page.selected.connect(self._show_request)
        list_page.search_all.connect(self._find_in_all)
        list_page.new_wanted.connect(self.taking.new)
        detail.act.connect(self._act)
        detail.print_wanted.connect(self._print)
        self.acting.edit_wanted.connect(self.taking.edit)
        self.acting.print_wanted.connect(self._print)
        self.taking.made.connect(self.go_to)
        self.exchanging.state_changed.connect(self._say_exchange)
        self.exchanging.waiting_changed.connect(sidebar.show_waiting)
        self._exchange.clicked.connect(lambda: sidebar.choose(Place.EXCHANGE))

    # the first paint, and what comes after it

    def _show_first(self, first: FirstLook) -> None:
        self.list.today = first.today
        self.sidebar.blockSignals(True)
        self.sidebar.choose(FIRST)
        self.sidebar.blockSignals(False)
        self.sidebar.show_counts(first.counts)
        title = self.sidebar.title_of(FIRST)
        self.list.show_page(title, self.list.query_of(FIRST), first.page)
        self._say_place(FIRST)

    def _opened(self) -> None:
        desk = self._link.desk
        if desk is not None:
            self._version = desk.database.data_version()
        self.list.today = self._link.today()
        self._watch.start()
        self.exchanging.start()
        self.refresh()
        self.ready.emit()

    def refresh(self) -> None:
        """Ask the desk again for everything on the screen."""
        self._link.read(_counts, self.sidebar.show_counts)
        self.list.today = self._link.today()
        page = self._stack.currentWidget()
        if page is self._work:
            self.list.refresh()
            self._show_request(self._wanted)
        else:
            self._refresh_page(page)
        self.exchanging.tell()

    def _refresh_page(self, page: QWidget | None) -> None:
        if isinstance(page, DeskPage):
            page.refresh()

    def _look_for_others(self) -> None:
        """Another program may have written: the number of the file tells (DESIGN §5)."""
        desk = self._link.desk
        if desk is not None:
            version = desk.database.data_version()
            if version != self._version:
                self._version = version
                self._soon.start()

    # going about

    def _go(self, key: str) -> None:
        if key in (Place.PARTNERS, Place.EXCHANGE, Place.FIGURES):
            page = self._page(key)
            self._stack.setCurrentWidget(page)
            page.refresh()
        else:
            self._stack.setCurrentWidget(self._work)
            queue = None if key == Place.ALL else Queue(key)
            self.list.go(self.sidebar.title_of(key), queue)
        self._say_place(key)

    def _page(self, key: str) -> Any:
        if key not in self._pages:
            page = self._pages[key] = _make_page(key, self._link, self._notices)
            self._stack.addWidget(page)
            if key == Place.EXCHANGE:
                page.exchange_now.connect(self.exchanging.now)
                page.request_wanted.connect(self.go_to)
        return self._pages[key]

    def go_to(self, number: str) -> None:
        """Show one request, among all of them when it is not in the list."""
        if self._stack.currentWidget() is self._work and self.list.model.row_of(number) >= 0:
            self.list.select(number)
        else:
            self._find_in_all(number)

    def _find_in_all(self, text: str) -> None:
        self.sidebar.choose(Place.ALL)
        self._stack.setCurrentWidget(self._work)
        self.list.find_in_all(text)

    def _find_here(self) -> None:
        self._stack.setCurrentWidget(self._work)
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _find_all(self) -> None:
        self.sidebar.choose(Place.ALL)
        self._find_here()

    def _step(self, by: int) -> None:
        row = self.list.table.currentIndex().row() + by
        if 0 <= row < len(self.list.model.rows):
            self.list.select(self.list.model.rows[row].number)

    def _show_request(self, number: str) -> None:
        self._wanted = number
        if not number:
            self.detail.clear()
            return

        def ask(desk: Any) -> RequestView:
            from ill_desktop.services import requests

            return requests.show(desk, number)

        self._link.read(ask, self._show_view)

    def _show_view(self, view: RequestView) -> None:
        if view.line.number == self._wanted:
            self.detail.show_request(view)

    # doing

    def _act(self, action: Action) -> None:
        if self.detail.view is not None:
            self.acting.act(self.detail.view, action)

    def _print(self, kind: str = "") -> None:
        view, desk = self.detail.view, self._link.desk
        numbers = self.list.numbers() or ((view.line.number,) if view else ())
        if view is None or desk is None or not numbers:
            self._notices.toast(self.tr("Select the requests to print first."))
            return
        from ill_desktop.ui.print_dialog import PrintDialog

        papers = PAPERS[view.line.side]
        kinds = (kind, *(one for one in papers if one != kind)) if kind else papers
        dialog = PrintDialog(self._link, numbers, kinds, self)
        told = self.tr("Printed for {n} request(s).")
        dialog.printed_with = lambda n: self._notices.toast(told.format(n=n))
        show(dialog)

    def _paste(self) -> None:
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

    def _back_up(self) -> None:
        suggested = f"ill-desk-{self._link.today():%Y-%m-%d}.sqlite3"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Back up the desk"), suggested)
        if name:
            said = self.tr("The desk is backed up in {file}.")
            self._link.write(
                lambda desk: _back_up(desk, Path(name)),
                lambda path: self._notices.toast(said.format(file=path.name)),
            )

    def _about(self) -> None:
        from ill_desktop.ui.about import About

        show(About(self))

    # how it looks

    def _say_exchange(self, text: str, alert: bool) -> None:
        self._exchange.setText(text)
        self._exchange.setProperty("alert", alert)
        self._exchange.style().unpolish(self._exchange)
        self._exchange.style().polish(self._exchange)

    def _say_place(self, key: str) -> None:
        self._where.setText(self.sidebar.title_of(key))

    def _choose_theme(self, code: str) -> None:
        self._state.theme = Theme(code)
        self.rebuild.emit("theme")

    def _choose_language(self, code: str) -> None:
        self._state.language = code
        self.rebuild.emit("language")

    def _scale(self, by: float) -> None:
        self._state.text_size = min(2.0, max(0.8, self._state.text_size * by))
        self.rebuild.emit("text")

    def restore(self) -> None:
        """Stand where the window stood last time."""
        self._state.restore(self, self._split)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._state.keep(self, self._split)
        for timer in (self._watch, self._soon, self.exchanging.timer):
            timer.stop()
        self._link.close()
        event.accept()


def _counts(desk: Any) -> Any:
    from ill_desktop.services import requests

    return requests.counts(desk)


def _back_up(desk: Any, path: Path) -> Path:
    from ill_desktop.services import backup

    return backup.backup(desk, path)


def _title(first: FirstLook) -> str:
    return f"{first.name} – ILL Desktop"


def _make_page(key: str, link: Link, notices: Notices) -> Any:
    if key == Place.PARTNERS:
        from ill_desktop.ui.partners_page import PartnersPage

        return PartnersPage(link, notices)
    if key == Place.EXCHANGE:
        from ill_desktop.ui.exchange_page import ExchangePage

        return ExchangePage(link, notices)
    from ill_desktop.ui.figures_page import FiguresPage

    return FiguresPage(link, notices)


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
