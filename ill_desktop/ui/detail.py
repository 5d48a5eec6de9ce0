"""One request in full: a header with what to do next, and below it everything known."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.lifecycle.states import Action, Side
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.views import RequestView
from ill_desktop.ui import acting
from ill_desktop.ui.arrived import Arrived
from ill_desktop.ui.chip import Chip
from ill_desktop.ui.facts import Facts, facts
from ill_desktop.ui.link import Link
from ill_desktop.ui.mailing import MailReady
from ill_desktop.ui.noting import Noting, attachable
from ill_desktop.ui.pane import narrowest_pane
from ill_desktop.ui.plain_label import keep_place, plain_label
from ill_desktop.ui.reason import Reason
from ill_desktop.ui.several_view import SeveralView
from ill_desktop.ui.story import History, Messages
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.to_tell import ToTellBar
from ill_desktop.ui.unhurried import Unhurried
from ill_desktop.words import labels

ELLIPSIS = "…"
RARE = frozenset({Action.CLOSE, Action.EDIT, Action.REOPEN, Action.VOID, Action.ACKNOWLEDGE})
"""Seldom wanted: they stand below a line."""
PAPERS = {
    Side.BORROWING: ("request-slip", "book-strap", "return-label", "packing-list"),
    Side.LENDING: ("pull-slip", "lender-strap", "shipping-label", "packing-list"),
}
"""What is printed for a request of each side."""
LEAST_LINES = 9
"""So many lines of a tab are seen at least."""


class Tabs(QTabWidget):
    """Asks for a few lines, and takes whatever room there is."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.fontMetrics().height() * LEAST_LINES)


class Detail(QWidget):
    """Draws the buttons from what the life cycle allows; none is written by hand."""

    act = Signal(object)
    """The `Action` that was pressed."""
    print_wanted = Signal(str)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_pane")
        self.setMinimumWidth(narrowest_pane(self.fontMetrics()))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(not link.view_only)
        self._link = link
        self.view: RequestView | None = None
        self._in_front: Action | None = None
        """What the filled button does."""
        self._build()

    def _build(self) -> None:
        nothing = plain_label(self.tr("Select a request to see it here."), muted=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setWordWrap(True)
        full = QWidget(self)
        full.setObjectName("detail_body")
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._tabs(), 1)
        self._column = column
        self._stack = QStackedWidget(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._room(full))
        self.several = SeveralView(self._link, self)
        self.several.print_wanted.connect(self.print_wanted)
        self._stack.addWidget(self.several)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _room(self, full: QWidget) -> QScrollArea:
        """Large text wants more than a small screen is high: all of it is scrolled then."""
        room = QScrollArea(self)
        room.setObjectName("detail_scroll")
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setAccessibleName(self.tr("The request"))
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(full)
        return room

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("detail_header")
        column = QVBoxLayout(header)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        self._header_column = column
        column.addLayout(self._first_line())
        self._title = plain_label()
        self._title.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        self._title.setWordWrap(True)
        self._below = plain_label(muted=True)
        self._below.setWordWrap(True)
        for label in (self._title, self._below):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(self._title)
        column.addWidget(self._below)
        column.addSpacing(6)
        column.addLayout(self._buttons())
        self.reason = Reason(self._link.words, header)
        self.reason.act.connect(self.act)
        column.addWidget(self.reason)
        self.mail = MailReady(self._link, header)
        self.to_tell = ToTellBar(self._link, header)
        for one in (self.mail, self.to_tell):
            column.addWidget(one)
        return header

    def _first_line(self) -> QBoxLayout:
        self._number = plain_label()
        self._number.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        self._number.setTextInteractionFlags(flags)
        self._chip = Chip()
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(12)
        self._first.addWidget(self._number)
        self._first.addWidget(self._chip, 1)
        return self._first

    def _buttons(self) -> QBoxLayout:
        """The verb has a line of its own: however long it is, the others stay where they are."""
        self.primary = QPushButton(self)
        keep_place(self.primary)
        self.primary.setProperty("filled", True)
        self.primary.clicked.connect(self._press_primary)
        self.unhurried = Unhurried(self.primary)
        self.more, self.printing = QPushButton(self.tr("More")), QPushButton(self.tr("Print"))
        for button in (self.more, self.printing):
            menu = QMenu(button)
            menu.aboutToHide.connect(partial(_let_go, button))
            button.setMenu(menu)
            button.setProperty("menu", True)
        self.printing.setDisabled(self._link.view_only)  # what was printed is noted
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.more, self.printing):
            line.addWidget(button)
        line.addStretch(1)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(self.primary)
        rows.addLayout(line)
        return rows

    def _fit_first(self) -> None:
        """The number and the chip side by side where there is room."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        first = sum(one.sizeHint().width() for one in (self._number, self._chip)) + 12 + 2 * 16
        self._first.setDirection(across if first <= self.width() else down)
        self._first.setSpacing(12 if first <= self.width() else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_first()

    def _tabs(self) -> QTabWidget:
        self.tabs = Tabs(self)
        self.tabs.setAccessibleName(self.tr("The request"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.facts = Facts(self._link.words)
        scroll = QScrollArea(self)
        scroll.setObjectName("detail_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.arrived = Arrived(self._link)
        body = QWidget(scroll)
        body.setObjectName("detail_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.arrived)
        column.addWidget(self.facts, 1)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Details"))
        self.messages, self.history = Messages(self._link), History(self._link)
        self.tabs.addTab(scroll, self.tr("Details"))
        self.noting = Noting(self._link)
        self.tabs.addTab(self.messages, self.tr("Messages"))
        self.tabs.addTab(self.history, self.tr("History"))
        self.tabs.addTab(self.noting, self.tr("Notes"))
        return self.tabs

    def show_several(
        self, lines: tuple[RequestLine, ...], actions: tuple[tuple[Action, int], ...]
    ) -> None:
        """Show what several requests have in common."""
        self.several.show_several(lines, actions)
        self._stack.setCurrentWidget(self.several)

    @property
    def several_shown(self) -> tuple[str, ...]:
        """The numbers of the requests shown together; none where it is one, or nothing."""
        return self.several.numbers if self._stack.currentWidget() is self.several else ()

    def first_of_keys(self) -> QWidget | None:
        """What the keys go to first: the first button for what is shown, if it has any."""
        one, many = (self.primary, self.more, self.tabs), self.several
        first = (many.primary, many.more, many.printing) if self.several_shown else one
        return next((w for w in first if w.isVisibleTo(self) and w.isEnabled()), None)

    def clear(self) -> None:
        """Show no request."""
        self.view = None
        self._stack.setCurrentIndex(0)

    def show_request(self, view: RequestView) -> None:
        """Show a request; the tab stays."""
        self.view = view
        line = view.line
        self._number.setText(line.number)
        self._chip.show_state(line, line.label)
        self._title.setText(line.title)
        self._below.setText(self._who(view))
        self._offer(view)
        self.reason.show_reason(view)
        self.mail.show_request(view)
        self.to_tell.show_request(view)
        self.arrived.show_request(view)
        self.facts.show_facts(facts(self._link, view))
        written = self.messages.show_messages(view.messages)
        self.history.show_events(view.events)
        self.noting.show_request(view)
        self._count(1, self.tr("Messages"), written)
        kept = len(view.notes) + len(view.charges) + len(view.attachments)
        self._count(3, self.tr("Notes"), kept)
        self._stack.setCurrentIndex(1)
        self._settle()

    def _settle(self) -> None:
        """Give the header its new height before it is painted.

        Left to the queue, what stands in it is pressed together for a moment and springs back.
        """
        for column in (self._header_column, self._column):
            column.activate()

    def _who(self, view: RequestView) -> str:
        words, line = self._link.words, view.line
        side = labels.of(words, line.side)
        parts = [line.author, f"{side}: {labels.of(words, line.service).lower()}"]
        if line.partner is not None:
            parts.append(line.partner.name)
        return "  ·  ".join(part for part in parts if part)

    def _count(self, tab: int, text: str, n: int) -> None:
        self.tabs.setTabText(tab, f"{text} ({n})" if n else text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A document or picture can be dropped on the request it belongs to."""
        if self.view is not None and attachable(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        self.noting.take(attachable(event.mimeData()))
        self.tabs.setCurrentWidget(self.noting)
        event.acceptProposedAction()

    def _offer(self, view: RequestView) -> None:
        words, first = self._link.words, view.in_front
        self._in_front = first
        legal = first is not None and first in view.actions
        self.primary.setVisible(legal)
        self.unhurried.does((view.line.number, first))
        if first is not None and legal:
            self.primary.setText(labels.of(words, first))
        menu = self.more.menu()
        menu.clear()
        usual = [one for one in view.actions if one is not first and one not in RARE]
        rare = [one for one in view.actions if one is not first and one in RARE]
        for actions in (usual, rare):
            menu.addSeparator()
            for action in actions:
                asks = ELLIPSIS if acting.asks(view, action) else ""
                entry = menu.addAction(labels.of(words, action) + asks)
                entry.triggered.connect(lambda _=False, one=action: self.act.emit(one))
        self.more.setEnabled(bool(usual or rare))
        self._fit_first()
        papers = self.printing.menu()
        papers.clear()
        for kind in PAPERS[view.line.side]:
            entry = papers.addAction(labels.document(words, kind))
            entry.triggered.connect(lambda _=False, one=kind: self.print_wanted.emit(one))

    def _press_primary(self) -> None:
        if self.view is not None and self._in_front is not None:
            self.act.emit(self._in_front)

    def can(self, action: Action) -> bool:
        """Whether the request shown allows an action now."""
        return self.view is not None and action in self.view.actions


def _let_go(button: QPushButton) -> None:
    """No mouse leaves a button while its menu is open: it would stay grey."""
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    button.update()
