"""What happened to a request, and what was written: the History and Messages tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from ill_desktop.services.views import EventView, MessageLine
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
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 0)
        column.addWidget(self.table)


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


class Messages(_Told):
    """Every message, the newest first."""

    def __init__(self, link: Link) -> None:
        self._link = link
        columns: tuple[Column[MessageLine], ...] = (
            Column(mark("Table", "When"), lambda m: link.moment(m.leaves_at or m.at)),
            Column("", lambda m: "←" if m.direction == "in" else "→"),
            Column(
                mark("Table", "Message"),
                lambda m: messages.brief_of(link.words, m),
            ),
            Column(mark("Table", "State"), lambda m: labels.message_state(link.words, m.standing)),
        )
        super().__init__(Table(columns), say(mark("Story", "Messages")), 2)  # type: ignore[arg-type]

    def show_messages(self, lines: Sequence[MessageLine]) -> None:
        """Show the messages of a request."""
        self.model.fill(lines)
