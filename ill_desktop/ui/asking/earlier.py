"""The message of before that has not left: told in the form of the next one, and undone there."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.undoing import by_nobody
from ill_desktop.services.views import MessageLine, RequestView
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words.messages import brief_of

BY_STAFF = frozenset({"staff", "by-hand"})


class TakingBack(NamedTuple):
    """The acts that go, the newest first: the last of them sent what has not left."""

    number: str
    acts: tuple[str, ...]
    kind: str
    """What that last one was, as an action's code."""


class Earlier(QWidget):
    """Stands above what will be said now; away where nothing waits to leave."""

    def __init__(self, link: Link, said: QWidget, wanted: Callable[[TakingBack], None]) -> None:
        super().__init__(said.parentWidget())
        self._link = link
        self._offer: TakingBack | None = None
        self.text = plain_label()
        self.text.setProperty("warn", True)
        self.text.setWordWrap(True)
        self.instead = QPushButton(self.tr("Take that back instead"))
        self.instead.setAutoDefault(False)
        self.instead.clicked.connect(lambda: self._offer and wanted(self._offer))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeft)
        around = said.parentWidget()
        form = around.layout() if around is not None else None
        if isinstance(form, QVBoxLayout):
            form.insertWidget(form.indexOf(said), self)
        self.hide()

    def tell(self, view: RequestView) -> None:
        """Tell of the newest message that waits: both will arrive, one after the other."""
        held = next((one for one in view.messages if one.leaves_at is not None), None)
        self.setVisible(held is not None)
        if held is not None and held.leaves_at is not None:
            self._offer = taking_back(view, held)
            self.instead.setVisible(self._offer is not None)
            what = brief_of(self._link.words, held)
            text = self.tr("“{what}” to {partner} has not left yet: it leaves first, at {time}.")
            time = self._link.soon(held.leaves_at)
            self.text.setText(text.format(what=what, partner=held.partner, time=time))


def taking_back(view: RequestView, held: MessageLine) -> TakingBack | None:
    """What takes the act of a message back; None where somebody else did something since."""
    acts: list[str] = []
    for event in view.events:
        if event.undone or event.kind == "undo" or by_nobody(event.kind, event.source):
            continue
        if event.source not in BY_STAFF:
            return None
        if event.act not in acts:
            acts.append(event.act)
        if event.entered == held.at:
            return TakingBack(view.line.number, tuple(acts), event.kind)
    return None
