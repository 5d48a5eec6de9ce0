"""Several requests selected: how they stand, and what can be done to them together."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui.chip import Chip
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import keep_place, plain_label
from ill_desktop.ui.theme import scaled
from ill_desktop.words import labels


class SeveralView(QWidget):
    """Stands where one request would; the act most of them allow is the first button."""

    act = Signal(object)
    """The `Action` that was pressed."""
    print_wanted = Signal(str)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._first: Action | None = None
        self.numbers: tuple[str, ...] = ()
        """The requests shown."""
        self.heading, self.hint = plain_label(), plain_label(muted=True)
        self.heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        for label in (self.heading, self.hint):
            label.setWordWrap(True)
        self.hint.setText(self.tr("Each act first shows what it would change."))
        self.primary, self.more = QPushButton(self), QPushButton(self.tr("More"), self)
        self.printing = QPushButton(self.tr("Print"), self)
        self.primary.setProperty("filled", True)
        keep_place(self.primary)
        self.primary.clicked.connect(self._press)
        self.more.setMenu(QMenu(self.more))
        self.more.setProperty("menu", True)
        self.printing.setDisabled(link.view_only)
        self.printing.clicked.connect(lambda: self.print_wanted.emit(""))
        self._states = QGridLayout()
        self._states.setVerticalSpacing(6)
        self._states.setColumnStretch(1, 1)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.more, self.printing):
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(self._states)
        column.addSpacing(6)
        column.addWidget(self.primary)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addStretch(1)

    def show_several(
        self, lines: tuple[RequestLine, ...], actions: tuple[tuple[Action, int], ...]
    ) -> None:
        """Show some requests, and each act with how many of them it is legal for."""
        self.numbers = tuple(line.number for line in lines)
        self.heading.setText(self.tr("{n} requests selected").format(n=len(lines)))
        self._count_states(lines)
        words, total = self._link.words, len(lines)

        def said(action: Action, n: int) -> str:
            verb = labels.of(words, action)
            part = self.tr("{act}: {n} of {total}").format(act=verb, n=n, total=total)
            return verb if n == total else part

        self._first = actions[0][0] if actions else None
        self.primary.setVisible(bool(actions))
        if actions:
            self.primary.setText(said(*actions[0]))
        menu = self.more.menu()
        menu.clear()
        for action, n in actions[1:]:
            entry = menu.addAction(said(action, n))
            entry.triggered.connect(lambda _=False, one=action: self.act.emit(one))
        self.more.setEnabled(len(actions) > 1)

    def _count_states(self, lines: tuple[RequestLine, ...]) -> None:
        while (item := self._states.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        alike = {(line.turn, line.label): line for line in lines}
        counted = Counter((line.turn, line.label) for line in lines)
        for row, (key, n) in enumerate(counted.most_common()):
            chip = Chip(self)
            chip.show_state(alike[key], alike[key].label)
            self._states.addWidget(chip, row, 0)
            self._states.addWidget(plain_label(str(n)), row, 1)

    def _press(self) -> None:
        if self._first is not None:
            self.act.emit(self._first)
