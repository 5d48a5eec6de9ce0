"""Why a request wants to be looked at, with the act that answers it one press away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.views import RequestView
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words


class Reason(QWidget):
    """One line under the buttons; away where there is no reason."""

    act = Signal(object)
    """The `Action` that was pressed."""
    message_wanted = Signal(str, int)
    """The number of a request and the message of it that is to be read."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._action: Action | None = None
        self.text = plain_label()
        self.text.setProperty("warn", True)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.next, self.seen = QPushButton(self), QPushButton(self)
        self.read = QPushButton(self.tr("Read the message"), self)
        for button in (self.next, self.read, self.seen):
            button.setProperty("flat", True)
        self.next.clicked.connect(self._press)
        self._message = ("", 0)
        self.read.clicked.connect(lambda: self.message_wanted.emit(*self._message))
        self.seen.setText(labels.of(words, Action.ACKNOWLEDGE))
        self.seen.clicked.connect(lambda: self.act.emit(Action.ACKNOWLEDGE))
        self._verbs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._verbs.setContentsMargins(0, 0, 0, 0)
        for button in (self.next, self.read, self.seen):
            self._verbs.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(self._verbs)
        self.hide()

    def show_reason(self, view: RequestView) -> None:
        """Tell the reason of a request; the primary act is not offered twice."""
        why = view.why
        self.setVisible(why is not None)
        if why is None:
            return
        self.text.setText(self.tr("Why: {reason}").format(reason=why.text))
        self._action = why.action
        other = why.action is not None and why.action is not view.in_front
        self.next.setVisible(other)
        if why.action is not None:
            self.next.setText(labels.of(self._words, why.action))
        self._message = (view.line.number, why.message)
        self.read.setVisible(bool(why.message))
        self.seen.setVisible(Action.ACKNOWLEDGE in view.actions)
        self._fit()

    def _fit(self) -> None:
        """Side by side where there is room, else one above the other."""
        verbs = (one for one in (self.next, self.read, self.seen) if not one.isHidden())
        wanted = sum(one.sizeHint().width() + 8 for one in verbs)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._verbs.setDirection(across if wanted <= self.width() else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _press(self) -> None:
        if self._action is not None:
            self.act.emit(self._action)
