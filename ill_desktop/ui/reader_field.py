"""The field for the reader: code or name, those it could mean, and who was understood."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.link import Link
from ill_desktop.ui.notes import Note

TYPING_MS = 200
CODE = Qt.ItemDataRole.UserRole


class ReaderField(QObject):
    """Makes a line of a form a field for readers; the form itself stays a plain line."""

    new_wanted = Signal(str)
    """What was typed for a reader nobody knows, who is to be added."""

    def __init__(self, link: Link, edit: QLineEdit, add: QPushButton) -> None:
        """Of a line and the button beside it, which comes when nobody is meant."""
        super().__init__(edit)
        self._link, self._edit, self._note = link, edit, Note(edit)
        self._asked = ""
        self.add = add
        self.add.clicked.connect(lambda: self.new_wanted.emit(edit.text().strip()))
        self.add.hide()
        QWidget.setTabOrder(edit, self.add)  # the keys go on from the reader when it is hidden
        self.found = QStandardItemModel(self)
        self._list = QCompleter(self.found, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setWidget(edit)
        self._list.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._find)
        edit.textEdited.connect(self._typed)
        edit.editingFinished.connect(self.understand)
        if edit.text().strip():
            self.understand()

    @property
    def told(self) -> str:
        """What stands under the field."""
        return self._note.text

    def take(self, text: str) -> None:
        """Put a code or a name into the line and find out who is meant."""
        self._edit.setText(text)
        self.understand()

    def _typed(self) -> None:
        self.add.hide()
        self._note.say("")
        self._timer.start()

    def _find(self) -> None:
        typed = self._edit.text().strip()
        if len(typed) < 2:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import patrons, reader

            return typed, patrons.find(desk, typed, reader.MOST).patrons

        self._link.read(ask, while_there(self._edit, self._offer))

    def _offer(self, answer: Any) -> None:
        typed, readers = answer
        if typed != self._edit.text().strip() or not self._edit.hasFocus():
            return
        self.found.clear()
        for one in readers:
            parts = (one.name, one.code, one.department)
            item = QStandardItem(" · ".join(part for part in parts if part))
            item.setData(one.code, CODE)
            self.found.appendRow(item)
        popup = self._list.popup()
        if readers:
            self._list.complete()
        elif popup is not None:
            popup.hide()

    def _chosen(self, index: QModelIndex) -> None:
        self._edit.setText(str(index.data(CODE)))
        self.understand()

    def understand(self) -> None:
        """Find out who is meant, put the code into the line, and say the name under it."""
        typed = self._edit.text().strip()
        self._asked = typed
        self.add.hide()
        if not typed:
            self._note.say("")
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import reader

            return reader.meant(desk, typed)

        known, unknown = (while_there(self._edit, one) for one in (self._understood, self._unknown))
        self._link.read(ask, known, unknown)

    def _understood(self, reader: Any) -> None:
        if self._edit.text().strip() != self._asked:
            return
        self._edit.setText(reader.code)
        parts = [reader.name, reader.department]
        if reader.in_hand:
            parts.append(self.tr("in hand: {n}").format(n=reader.in_hand))
        if reader.block:
            parts.append(self.tr("blocked: {reason}").format(reason=reader.block))
        self._note.say(" · ".join(part for part in parts if part), warn=bool(reader.block))

    def _unknown(self, error: DeskError) -> None:
        if self._edit.text().strip() == self._asked:
            several = getattr(error, "kind", "") == "one-patron"
            none = self.tr("No reader has this code or name.")
            more = self.tr("Several readers have this name. Give the code.")
            self._note.say(more if several else none, warn=True)
            self.add.show()
