"""What happened to a request, and what was written: the History and Messages tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.views import NEEDS_A_PERSON, EventView, MessageLine
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import Column, Table
from ill_desktop.ui.tables import ROW_HEIGHT, table_view
from ill_desktop.words import labels, messages
from ill_desktop.words.mark import mark

SOURCES = {
    "staff": "",
    "partner": mark("Story", "partner"),
    "timer": mark("Story", "time"),
    "by-hand": mark("Story", "by hand"),
}
TAKEN_BACK = mark("Story", "taken back")
WE_CONFIRMED = mark("Story", "{state}, confirmed {moment}")
ONE_CONFIRMATION = mark("Story", "Show 1 confirmation")
CONFIRMATIONS = mark("Story", "Show {n} confirmations")
LEAVES, LEFT = mark("Story", "leaves {moment}"), mark("Story", "left {moment}")


def say(text: str) -> str:
    """A text marked under `Story`, in the language of the window."""
    return QCoreApplication.translate("Story", text) if text else ""


class _Told(QWidget):
    """A tab that is one table; what is too long for the pane goes on in a second line."""

    def __init__(self, model: Table[object], name: str, stretch: int) -> None:
        super().__init__()
        self.setObjectName("detail_body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self.table = table_view(model, name, stretch)
        self.table.setWordWrap(True)
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 4, 8, 0)
        self.column.addWidget(self.table)


class History(_Told):
    """Every step, the newest first."""

    def __init__(self, link: Link) -> None:
        self._link = link
        columns: tuple[Column[EventView], ...] = (
            Column(mark("Table", "When"), lambda e: link.moment(e.at)),
            Column(mark("Table", "What"), self._what),
            Column(mark("Table", "By"), lambda e: e.staff or say(SOURCES.get(e.source, ""))),
        )
        super().__init__(Table(columns), say(mark("Story", "History")), 1)  # type: ignore[arg-type]

    def show_events(self, events: Sequence[EventView]) -> None:
        """Show the events of a request."""
        self.model.fill(events)

    def _what(self, event: EventView) -> str:
        """What was done, and when they are told of it where that is another hour."""
        link, said = self._link, ""
        if event.undone:
            said = say(TAKEN_BACK)
        elif event.leaves_at is not None:
            said = say(LEAVES).format(moment=link.soon(event.leaves_at))
        elif event.left_at is not None and link.moment(event.left_at) != link.moment(event.at):
            said = say(LEFT).format(moment=link.soon(event.left_at))
        return f"{event.label} ({said})" if said else event.label


def is_routine(message: MessageLine) -> bool:
    """Whether it only says that another could be used, which bears the mark of it."""
    confirms = message.kind.endswith("Confirmation") and message.summary == "OK"
    return confirms and message.state not in NEEDS_A_PERSON


class Messages(_Told):
    """Every message, the newest first.

    That one could be used stands in its own line; the ledger has the confirmations themselves.
    """

    message_wanted = Signal(str, int)
    """The number of the request and the message that is to be shown in the ledger."""

    def __init__(self, link: Link) -> None:
        self._link = link
        columns: tuple[Column[MessageLine], ...] = (
            Column(mark("Table", "When"), lambda m: link.moment(m.leaves_at or m.at)),
            Column("", lambda m: "←" if m.direction == "in" else "→"),
            Column(
                mark("Table", "Message"),
                lambda m: messages.brief_of(link.words, m),
            ),
            Column(mark("Table", "State"), self._state, tip=self._whole_state),
        )
        super().__init__(Table(columns), say(mark("Story", "Messages")), 2)  # type: ignore[arg-type]
        self._routine: tuple[MessageLine, ...] = ()
        self.confirmations = QPushButton(self)
        self.confirmations.setProperty("flat", True)
        self.confirmations.clicked.connect(self._show_confirmations)
        below = QHBoxLayout()
        below.setContentsMargins(0, 4, 0, 4)
        below.addWidget(self.confirmations, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(below)

    def show_messages(self, lines: Sequence[MessageLine]) -> int:
        """Show the messages of a request; how many it shows is returned."""
        self._routine = tuple(one for one in lines if is_routine(one))
        self.model.fill([one for one in lines if not is_routine(one)])
        n = len(self._routine)
        self.confirmations.setText(say(ONE_CONFIRMATION if n == 1 else CONFIRMATIONS).format(n=n))
        self.confirmations.setVisible(n > 0)
        return len(lines) - n

    def _show_confirmations(self) -> None:
        newest = self._routine[0]
        self.message_wanted.emit(newest.request, newest.id)

    def _state(self, message: MessageLine) -> str:
        """How it stands and, below, when the partner confirmed it: the hour, or another day."""
        state, at = labels.message_state(self._link.words, message.standing), message.confirmed_at
        if at is None or message.standing != "confirmed":
            return state
        same = self._link.day(at) == self._link.day(message.at)
        return f"{state}\n{self._link.moment(at)[-5:] if same else self._link.day(at)}"

    def _whole_state(self, message: MessageLine) -> str:
        state, at = labels.message_state(self._link.words, message.standing), message.confirmed_at
        if at is None:
            return state
        moment = self._link.moment(at)
        if message.standing == "confirmed":
            return f"{state} {moment}"
        return say(WE_CONFIRMED).format(state=state, moment=moment)
