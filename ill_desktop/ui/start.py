"""From a folder to a window: language, look, the first list, and then the desk behind it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from ill_desktop.domain.errors import Busy, Damaged, DeskError
from ill_desktop.services.first_look import FirstLook, ListQuery, first_look
from ill_desktop.services.folder import DeskFolder
from ill_desktop.settings import remember_desk
from ill_desktop.ui import i18n, theme
from ill_desktop.ui.colours import Theme
from ill_desktop.ui.left_list import PAGE
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.orders import order_in
from ill_desktop.ui.places import first_place, queue_of
from ill_desktop.ui.pressing import Pressing
from ill_desktop.ui.tasks import Answers, Tasks
from ill_desktop.ui.window import Window
from ill_desktop.ui.window_state import WindowState

if TYPE_CHECKING:
    from ill_desktop.ui.anew import Anew
    from ill_desktop.ui.instance import Instance
    from ill_desktop.ui.problem import Problem


class Wish(NamedTuple):
    """What the command line said."""

    folder: Path
    language: str = ""
    theme: str = ""
    files: tuple[Path, ...] = ()
    state: Path | None = None
    """Where the window keeps what it remembers; None: the usual place."""
    usual: bool = False
    """No desk was named: one chosen here is the one of next time."""


class AfterPaint(QObject):
    """Does something once, when a window has been on the screen, or at the first key before that.

    A timer of nothing would not do: it can ring before the first paint.
    """

    def __init__(self, window: QWidget, work: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._work: Callable[[], None] | None = work
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Wait for the paint, let it end, then go. A key is not for half a window: go at once."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._go)
        elif event.type() == QEvent.Type.ShortcutOverride:
            self._go()
        return False

    def _go(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            self._window.removeEventFilter(self)
            work()


class Shell(QObject):
    """Makes the window, and makes it anew when language, theme or text size change."""

    link: Link

    def __init__(self, app: QApplication, wish: Wish) -> None:
        super().__init__(app)
        Pressing(app)
        self.app, self.wish = app, wish
        self.state = WindowState(wish.state)
        self.window: Window | None = None
        self.log: Any = None
        self._size = app.font().pointSizeF()
        self._translator: QTranslator | None = None
        self._folder = wish.folder
        self._fresh, self._news = False, ""
        self.instance: Instance | None = None
        """Set where other starts for the same desk are to end in this window."""
        self.problem: Problem | None = None
        self._told: set[str] = set()
        self._anew: Anew | None = None
        self.code = 1
        """What the process ends with when no window opens."""

    def language(self) -> str:
        """The language asked for, or chosen once; empty: that of the desk."""
        return self.wish.language or self.state.language

    def dress(self) -> None:
        """Put theme and text size on."""
        chosen = Theme(self.wish.theme) if self.wish.theme else self.state.theme
        font = QFont(self.app.font())
        font.setPointSizeF(self._size * self.state.text_size)
        self.app.setFont(font)
        theme.put_on(self.app, chosen)

    def _dress_up(self) -> None:
        """A dialog comes before any window."""
        self.app.setWindowIcon(theme.icon_of_window())
        theme.finish(self.app)

    def speak(self, language: str) -> None:
        """Let the window speak another language."""
        if self._translator is not None:
            self.app.removeTranslator(self._translator)
        self._translator = i18n.speak(self.app, language)
        self.state.begin(language)

    def open(self) -> bool:
        """Show the window on the desk, or make a desk first; False: there will be none."""
        self.state.sit(self._folder)
        self.dress()
        self.speak(self.language() or "en")
        if not DeskFolder(self._folder).database.is_file() and not self._first_start(self._folder):
            return False
        try:
            first = self._look()
        except DeskError as error:
            return self._led_back(error) and self.open()
        if self.instance is not None and not self.instance.move(self._folder):
            self.code = 0 if self.instance.hand_over(self.wish.files) else Busy.exit_code
            return False
        self._show(first)
        return True

    def _look(self) -> FirstLook:
        queue = queue_of(first_place(self.state))
        query = ListQuery(queue=queue, limit=PAGE, order=order_in(self.state, queue))
        return first_look(self._folder, query, self.language())

    def _led_back(self, error: DeskError) -> bool:
        """Whether a damaged desk went back to a backup; whatever else is wrong is told."""
        from ill_desktop.ui import way_back

        self._dress_up()
        if isinstance(error, Damaged):
            self._keep_log(self._folder)
            self._news = way_back.lead_back(self, self._folder, error)
        else:
            way_back.refuse(self.language() or "en", error)
        return bool(self._news)

    def _first_start(self, folder: Path) -> bool:
        from ill_desktop.ui.dialogs import Room
        from ill_desktop.ui.first_start import FirstStart

        self._dress_up()
        tasks = Tasks(self)
        language = self.language() or i18n.of_this_computer()
        language = self.link.words.language if self.window else language
        self.speak(language)
        dialog = FirstStart(folder, language, tasks, self.speak, self.window)
        if self.instance is not None:
            self.instance.listen()
        Room(dialog)
        made = bool(dialog.exec())
        tasks.close()
        if made:
            self._folder, self._fresh = dialog.folder, True
            self.state.sit(self._folder)
            self.wish = self.wish._replace(language="")
            self.state.language = dialog.language
            if self.wish.usual:
                remember_desk(dialog.folder)
        else:
            self.speak(language)
        return made

    def _show(self, first: FirstLook) -> None:
        language = self.language() or first.language
        self.speak(language)
        tasks, notices = Tasks(self), Notices(self)
        if self.window is not None:  # another theme does not forget what was said
            notices.told.extend(self.window.notices.told)
        if self._news:
            notices.bar(self._news)
            self._news = ""
        link = Link(tasks, language, self)
        if self.window is not None:
            link.ticks = self.link.ticks
        link.view_only = first.view_only
        window = Window(link, notices, self.state, first)
        theme.finish(self.app)
        tasks.failed.connect(lambda error: notices.bar(link.sentence(error), "late"))
        tasks.broken.connect(self.broken)
        window.rebuild.connect(self._again)
        window.went_back.connect(self.went_back)
        window.desk_wanted.connect(lambda folder: QTimer.singleShot(0, lambda: self.go_to(folder)))
        window.restore()
        AfterPaint(window, lambda: self._after_paint(window, language))
        if self.state.fits(window):
            window.show()
        else:  # its lower edge, with the status line, would lie below the screen
            window.showMaximized()
        self.window, self.link = window, link
        if first.view_only:
            from ill_desktop.ui.view_only import ViewOnlyBar

            self.view_only_bar = ViewOnlyBar(window)
        elif first.sample:
            from ill_desktop.ui.sample_bar import SampleBar

            self.sample_bar = SampleBar(window, self.start_own)
        if self._fresh:
            self._fresh = False
            window.list.search.setFocus()

    def _after_paint(self, window: Window, language: str) -> None:
        """The rest of the window, and then everything heavy, apart from it."""
        self.app.setWindowIcon(theme.icon_of_window())
        window.furnish()
        self._open_desk(window.link, language)

    def _open_desk(self, link: Link, language: str) -> None:
        folder = self._folder
        if self.instance is not None:
            self.instance.listen()

        def work(_progress: object) -> Any:
            from dataclasses import replace

            from ill_desktop.services import soundness
            from ill_desktop.services.desk import open_desk

            self._keep_log(folder)
            soundness.enter(DeskFolder(folder))
            desk = open_desk(folder)
            self._keep_log(folder)
            desk.library = replace(desk.library, language=language)
            return desk

        answers = Answers(lambda desk: self._opened(link, desk), self._not_opened)
        link.tasks.read(work, answers)

    def _not_opened(self, error: DeskError) -> None:
        """The list can be read still; a damaged desk is led back from here."""
        window, link = self.window, self.link
        if window is None:
            return
        if isinstance(error, Damaged):
            window.damage.tell(self._folder, error)
        else:
            window.exchanging.stopped(error)
            window.notices.bar(link.sentence(error), "late")

    def went_back(self, news: str) -> None:
        """Another desk is in the folder: a window made anew shows it and says so."""
        self._news = news
        self._again("desk")

    def leave(self) -> None:
        """The window is closed: one more backup, where that is wanted."""
        if self.window is not None:
            _back_up(self._folder)

    def _opened(self, link: Link, desk: Any) -> None:
        link.open(desk)
        self.state.keep_desk(desk.folder.root, desk.library.name)
        self._take_wished()

    def _take_wished(self) -> None:
        if self.window is not None and self.wish.files:
            if self.link.view_only:
                self.view_only_bar.tell()
            else:
                self.window.take_files(self.wish.files)
            self.wish = self.wish._replace(files=())

    def _again(self, changed: str) -> None:
        """Once the menu has closed: another window in the place of this one."""
        if changed == "language":
            self.wish = self.wish._replace(language="")
        elif changed == "theme":
            self.wish = self.wish._replace(theme="")
        if self._anew is None:
            from ill_desktop.ui.anew import Anew

            self._anew = Anew(self)
        self._anew.make()

    def make_window(self) -> None:
        """Another window in the place of this one, on the desk chosen."""
        self.app.setQuitOnLastWindowClosed(False)
        old = self.window
        if old is not None:
            old.let_go()
        self.open()
        if self.window is not None:  # nobody waits for the first paint of a window made anew
            self.window.furnish()
        if old is not None:
            old.deleteLater()
        self.app.setQuitOnLastWindowClosed(True)

    def start_own(self) -> None:
        """Leave the sample for a desk of one's own, once that is settled."""
        if self.window is not None:
            self.window.parting.before_another(self._make_own)

    def _make_own(self) -> None:
        """Make it in the place of the sample, or stay when that is called off."""
        from ill_desktop.ui.sample_bar import own_beside

        if self._first_start(own_beside(self._folder, self.wish.folder)):
            self._leave_log()
            self.make_window()
        else:
            self.sample_bar.tell()

    def go_to(self, folder: Path) -> None:
        """Work at another desk in the place of this one, or show the window that has it."""
        left, window = self._folder, self.window
        if window is None or folder == left or self._is_elsewhere(folder, window):
            return
        window.parting.before_another(lambda: self._move(left, folder))

    def _move(self, left: Path, folder: Path) -> None:
        if self.window is not None:
            self.window.notices.told.clear()
        self.state.seated = None
        self._leave_log()
        self._folder = folder
        self.wish = self.wish._replace(folder=folder)
        if self.wish.usual:
            remember_desk(folder)
        self.make_window()
        self.link.tasks.read(lambda _: _back_up(left), Answers())

    def _is_elsewhere(self, folder: Path, window: Window) -> bool:
        try:
            return self.instance is not None and self.instance.elsewhere(folder)
        except Busy as error:
            window.notices.bar(self.link.sentence(error), "look")
            return True

    def _keep_log(self, folder: Path) -> None:
        """From before a desk is open, where its folder is there: why it cannot be is noted, too."""
        from ill_desktop import logs

        if self.log is None:
            self.log = logs.keep(DeskFolder(folder).logs)

    def _leave_log(self) -> None:
        if self.log is not None:
            from ill_desktop import logs

            logs.stop(self.log)
            self.log = None

    def wanted(self, files: Sequence[Path]) -> None:
        """Another start: come to the front, and take what it brought."""
        self.wish = self.wish._replace(files=(*self.wish.files, *files))
        shown = self.app.activeModalWidget() or self.window
        if shown is not None:
            shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
            shown.raise_()
            shown.activateWindow()
        if self.window is not None and self.link.desk is not None:
            self._take_wished()

    def broken(self, error: BaseException) -> None:
        """A mistake of the program: say it once, however often it comes again, and go on."""
        from ill_desktop import logs
        from ill_desktop.ui.dialogs import Room
        from ill_desktop.ui.problem import Problem, details

        told = details(error)
        if told in self._told:
            return
        self._told.add(told)
        if self.problem is not None:
            self.problem.add(error)
            return
        log = DeskFolder(self._folder).logs / logs.NAME
        self.problem = Problem(error, str(log), self.window)
        self.problem.finished.connect(self._problem_seen)
        Room(self.problem)
        self.problem.open()

    def _problem_seen(self) -> None:
        if self.problem is not None:
            self.problem.deleteLater()
            self.problem = None


def _back_up(folder: Path) -> None:
    from ill_desktop.services import backup

    backup.at_quit(folder)
