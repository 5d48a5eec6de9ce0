"""What the pages beside the queues have in common: a header, and room below."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui.keys import OUT
from ill_desktop.ui.link import Link
from ill_desktop.ui.places import PageVerb
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import Look, icon, scaled

if TYPE_CHECKING:
    from ill_desktop.services.list_files import TableOrder
    from ill_desktop.ui.behind_view import BehindView
    from ill_desktop.ui.fields import CodeField


class PageFiles(NamedTuple):
    """What a page saves as its own button does, and its bytes as PDF."""

    save: Callable[[], None]
    paper: Callable[[Any], bytes]


class DeskPage(QWidget):
    """A page with a title line; `refresh` asks the desk again."""

    inner_changed = Signal()
    """A list of requests takes the place of the page, or goes, or what can be saved of it."""

    def __init__(self, link: Link, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ill_desktop.ui.wrapping import Wrapping

        self.setObjectName("desk_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.link = link
        header = self._header = QWidget(self)
        header.setObjectName("page_header")
        self.heading = plain_label(title)
        self.heading.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        self.head = Wrapping(header)
        self.head.setContentsMargins(16, 10, 12, 10)
        self.head.setSpacing(8)
        self.head.addWidget(self.heading)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(header)

    def refresh(self) -> None:
        """Show what the desk holds now."""

    @property
    def inner(self) -> "BehindView | None":
        """The list of requests shown in its place, if there is one now."""
        return None

    @property
    def order(self) -> "TableOrder | None":
        """Its list as a file, as it is narrowed now; None where it has no list to be saved."""
        return None

    @property
    def files(self) -> "PageFiles | None":
        """Its own way of saving and printing, where it has one and it can be used now."""
        return None

    @property
    def narrowed(self) -> tuple[tuple[str, str], ...]:
        """What is chosen and typed in its title line: codes and words."""
        return tuple(
            ("", one.text()) if isinstance(one, QLineEdit) else (one.code(), one.currentText())
            for one in self._fields()
        )

    def narrow(self, chosen: Sequence[tuple[str, str]]) -> None:
        """Choose and type the same again."""
        if tuple(chosen) == self.narrowed:
            return
        for one, (code, text) in zip(self._fields(), chosen, strict=False):
            if isinstance(one, QLineEdit):
                one.setText(text)
                continue
            if one.findData(code) < 0:  # its list is being read still
                one.addItem(text, code)
            one.choose(code)
        self.refresh()

    def _fields(self) -> "tuple[CodeField | QLineEdit, ...]":
        from ill_desktop.ui.fields import CodeField

        found = self._header.findChildren(CodeField)
        return (*found, *self._header.findChildren(QLineEdit))

    def room_for_words(self, search: QLineEdit) -> None:
        """A box to find in is wide enough for what it says that can be found."""
        words = self.fontMetrics().horizontalAdvance(search.placeholderText())
        search.setMinimumWidth(words + 3 * Look.icon + 16)

    def button(self, verb: PageVerb, *, filled: bool = False) -> QPushButton:
        """The button of one of its verbs; the one filled adds something."""
        button = QPushButton(QCoreApplication.translate(type(self).__name__, verb.text), self)
        button.setDisabled(verb.writes and self.link.view_only)
        button.clicked.connect(lambda _=False: getattr(self, verb.do)())
        if filled:
            button.setProperty("filled", True)
            button.setIcon(icon("plus", Look.colours.accent_text))
        return button


class Listing(QStackedWidget):
    """The list of a page; where nothing is in it, one sentence and one thing to do instead.

    The keys go to its rows, or to what can be done where there are none.
    """

    out = Signal()
    """The keys go back to the queues from what can be done where there are no rows."""

    def __init__(self, table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do: Callable[[], object] | None = None
        self._table = table
        empty = QWidget(self)
        self.nothing, self.instead = plain_label(muted=True), QPushButton(empty)
        self.steps: list[QPushButton] = []
        self._room = QVBoxLayout()
        self._room.setSpacing(8)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.instead.clicked.connect(self._press)
        self.instead.installEventFilter(self)
        column = QVBoxLayout(empty)
        column.addStretch(2)
        column.addWidget(self.nothing)
        column.addSpacing(8)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._room)
        column.setAlignment(self._room, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.addWidget(table)
        self.addWidget(empty)
        self.setFocusProxy(table)

    def eventFilter(self, _button: QObject, event: QEvent) -> bool:
        """Left leads out, as it does from the rows."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        if outward := OUT.means(event):
            self.out.emit()
        return outward

    @property
    def nothing_in_it(self) -> bool:
        """Whether a sentence stands where the rows would."""
        return self.currentIndex() == 1

    def _press(self) -> None:
        if self._do is not None:
            self._do()

    def show_list(self) -> None:
        """There is something in it."""
        self._turn(0, self._table)

    def say(self, sentence: str, verb: str, do: Callable[[], object]) -> None:
        """There is nothing in it; `verb` is what to do about it."""
        self._clear_steps()
        self.nothing.setText(sentence)
        self.instead.setText(verb)
        self._do = do
        self._turn(1, self.instead)

    def say_steps(self, sentence: str, steps: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """There is nothing anywhere; what to do first, each step a button."""
        self.say(sentence, "", lambda: None)
        for verb, do in steps:
            button = QPushButton(verb)
            button.clicked.connect(lambda _=False, act=do: act())
            button.installEventFilter(self)
            self._room.addWidget(button)
            self.steps.append(button)
        first = next(iter(self.steps), self.instead)
        if self._window_keys() is self.instead:
            first.setFocus()
        self.setFocusProxy(first)
        self.instead.hide()

    def _turn(self, at: int, keys: QWidget) -> None:
        """Whoever is in it stays in it; another page of it would send the keys anywhere."""
        focus = self._window_keys()
        left = self.currentWidget() if at != self.currentIndex() else None
        within = focus is not None and left is not None and left.isAncestorOf(focus)
        self.setCurrentIndex(at)
        self.setFocusProxy(keys)
        if within:
            keys.setFocus()

    def _window_keys(self) -> QWidget | None:
        """Where the keys go in this window, also while a dialog is over it."""
        return self.window().focusWidget()

    def _clear_steps(self) -> None:
        for button in self.steps:
            button.hide()
            button.deleteLater()
        self.steps = []


def scrolled(page: QWidget, title: str) -> QScrollArea:
    """A page that is scrolled where the window is too small for it, and never squeezes the rest."""
    room = QScrollArea()
    room.setObjectName("room")
    room.setAccessibleName(title)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setWidgetResizable(True)
    room.setMinimumWidth(320)
    room.setWidget(page)
    return room
