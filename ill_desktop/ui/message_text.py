"""What a message says: in words, and as it came."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QStackedWidget, QWidget

from ill_desktop.services.views import MessageView
from ill_desktop.ui.facts import Facts, Group
from ill_desktop.words.catalogue import Words
from ill_desktop.words.messages import what_of


class MessageText(QStackedWidget):
    """Shows a message in words where it has any; `turn` shows it as it came."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.words = Facts(words, self, (0, 6, 0, 6))
        self._room = QScrollArea(self)
        self._room.setAccessibleName(self.tr("What the message says"))
        self._room.setObjectName("message_words")
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._room.setWidget(self.words)
        self.raw = QPlainTextEdit(self)
        self.raw.setReadOnly(True)
        self.raw.setAccessibleName(self.tr("The message as it came"))
        self.raw.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.raw.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.raw.setTabChangesFocus(True)
        self.addWidget(self._room)
        self.addWidget(self.raw)
        self._has_words, self._raw_wanted = False, False

    @property
    def has_words(self) -> bool:
        """Whether the message says anything to people."""
        return self._has_words

    def clear(self) -> None:
        """There is no message."""
        self._has_words = False
        self.raw.clear()
        self.words.show_facts(())
        self._turn()

    def show_message(self, view: MessageView) -> None:
        """Show a message in the way that was chosen last."""
        self._has_words = bool(view.told)
        self.raw.setPlainText(view.text)
        heading = what_of(self._words, view.line)
        self.words.show_facts((Group(heading, view.told),) if view.told else ())
        self._room.verticalScrollBar().setValue(0)
        self._turn()

    def turn(self, raw: bool) -> None:
        """As it came, or in words."""
        self._raw_wanted = raw
        self._turn()

    def _turn(self) -> None:
        raw = self._raw_wanted or not self._has_words
        self.setCurrentWidget(self.raw if raw else self._room)
