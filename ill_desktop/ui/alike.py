"""What was asked for before, told while a request is typed; it stops nobody."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from ill_desktop.domain.citation import Citation
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.link import Link

TYPING_MS = 400
MOST_TOLD = 3


class Alike(QObject):
    """A line that names similar requests, and a button that opens the first of them."""

    open_wanted = Signal(str)

    def __init__(
        self,
        link: Link,
        label: QLabel,
        button: QPushButton,
        typed: Callable[[], tuple[Citation, str]],
    ) -> None:
        super().__init__(label)
        self._link, self._label, self._button, self._typed = link, label, button, typed
        self._first = ""
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._look)
        label.setProperty("warn", True)
        button.clicked.connect(lambda: self.open_wanted.emit(self._first))
        self._show(())

    def touched(self) -> None:
        """Something was typed that a similar request may share."""
        self._timer.start()

    def _look(self) -> None:
        citation, patron = self._typed()
        if not citation.display_title and not citation.isbn:
            self._show(())
            return

        def ask(desk: Any) -> tuple[RequestLine, ...]:
            from ill_desktop.services import requests

            return requests.similar(desk, citation, patron)

        self._link.read(ask, while_there(self._label, self._show))

    def _show(self, found: tuple[RequestLine, ...]) -> None:
        for part in (self._label, self._button):
            part.setVisible(bool(found))
        if found:
            self._first = found[0].number
            told = ", ".join(f"{one.number} ({one.label})" for one in found[:MOST_TOLD])
            self._label.setText(self.tr("Similar: {requests}").format(requests=told))
            self._button.setText(self.tr("Open {number}").format(number=self._first))
