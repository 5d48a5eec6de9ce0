"""The line at the foot of the window: the exchange at one end, where one is at the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import Look, icon, repolish

SHORTEST = 240
"""Pixels that are left to how the exchange stands where much else has to be said."""


class Status(QStatusBar):
    """Says how the exchange stands, what waits to leave and who is to be told; a press opens it."""

    log_wanted = Signal()
    leaving_wanted = Signal()
    telling_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exchange, self.leaving = QToolButton(self), QToolButton(self)
        self.telling = QToolButton(self)
        for button in (self.exchange, self.leaving, self.telling):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.exchange.setText(self.tr("The desk is being opened…"))
        self.exchange.clicked.connect(self.log_wanted)
        self.exchange.setMinimumWidth(SHORTEST)  # what does not fit is cut short in its middle
        self._where = plain_label()
        self._where.setContentsMargins(8, 0, 16, 0)
        self.setSizeGripEnabled(False)
        self.leaving.setToolTip(self.tr("Show what waits to leave, and send it now"))
        self.leaving.clicked.connect(self.leaving_wanted)
        self.telling.setToolTip(
            self.tr("Show the requests a library has to be told about by telephone or letter")
        )
        self.telling.setAccessibleDescription(self.telling.toolTip())
        self.telling.clicked.connect(self.telling_wanted)
        self.addWidget(self.exchange)
        for button in (self.leaving, self.telling):
            self.addWidget(button)
            button.hide()
        self.addPermanentWidget(self._where)

    def say_exchange(self, text: str, alert: bool, away: str) -> None:
        """How the exchange stands, whether a person should look, and whose folders are away."""
        opens = self.tr("Open the exchange log (Ctrl+E)")
        self.exchange.setText(text)
        self.exchange.setToolTip("\n".join(filter(None, (text, away, opens))))
        self.exchange.setIcon(icon("triangle-alert", Look.colours.look.text) if alert else QIcon())
        self.exchange.setProperty("alert", alert)
        repolish(self.exchange)

    def say_leaving(self, text: str) -> None:
        """What waits to leave; nothing where nothing does."""
        self.leaving.setText(text)
        self.leaving.setIcon(icon("hourglass"))
        self.leaving.setVisible(bool(text))

    def say_telling(self, text: str) -> None:
        """What libraries have to be told by telephone or letter; nothing where nothing has."""
        self.telling.setText(text)
        self.telling.setIcon(icon("phone"))
        self.telling.setVisible(bool(text))

    def say_place(self, title: str) -> None:
        """Which queue or page is shown."""
        self._where.setText(title)
