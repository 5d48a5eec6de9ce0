"""What was asked for before, told while a request is typed; it stops nobody."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from ill_desktop.domain.citation import Citation
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.link import Link

TYPING_MS = 400
MOST_TOLD = 3
Found = tuple[tuple[RequestLine, ...], tuple[RequestLine, ...]]
"""Those of the same reader, or of nobody named, and those of others."""


class Alike(QObject):
    """Lines that name similar requests, those for other readers last, and a button that opens one
    of them.
    """

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
        self._choice = QMenu(button)
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._look)
        label.setProperty("warn", True)
        button.clicked.connect(lambda: self.open_wanted.emit(self._first))
        self._show(((), ()))

    def touched(self) -> None:
        """Something was typed that a similar request may share."""
        self._timer.start()

    def _look(self) -> None:
        citation, patron = self._typed()
        if not citation.display_title and not citation.isbn:
            self._show(((), ()))
            return

        def ask(desk: Any) -> Found:
            from ill_desktop.services import requests

            found = requests.similar(desk, citation, patron)
            others = tuple(one for one in found if requests.for_another(one, patron))
            return found[: len(found) - len(others)], others

        self._link.read(ask, while_there(self._label, self._show))

    def _show(self, found: Found) -> None:
        ours, others = (lines[:MOST_TOLD] for lines in found)
        named = (*ours, *others)
        for part in (self._label, self._button):
            part.setVisible(bool(named))
        if named:
            told = (
                (self.tr("Similar: {requests}"), ours),
                (self.tr("For somebody else: {requests}"), others),
            )
            self._label.setText(
                "\n".join(text.format(requests=_listed(some)) for text, some in told if some)
            )
            self._offer(named)

    def _offer(self, named: tuple[RequestLine, ...]) -> None:
        """One is opened by the button itself, any of several from its menu."""
        self._first = named[0].number
        self._choice.clear()
        for one in named:
            entry = self._choice.addAction(f"{one.number} ({one.label})")
            entry.triggered.connect(partial(self.open_wanted.emit, one.number))
        several = len(named) > 1
        text = self.tr("Open") if several else self.tr("Open {number}")
        self._button.setText(text.format(number=self._first))
        self._button.setMenu(self._choice if several else None)  # type: ignore[arg-type]


def _listed(lines: tuple[RequestLine, ...]) -> str:
    return ", ".join(f"{one.number} ({one.label})" for one in lines)
