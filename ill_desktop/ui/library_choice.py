"""A library chosen while it is typed: by any words of its name, or by its symbol."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from ill_desktop.domain.citation import folded
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.tables import ENTER

CODE = Qt.ItemDataRole.UserRole
MOST_SHOWN = 50


class LibraryField(CodeField):
    """Holds the symbol of a library; words that mean no library, or several, stay as typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none
        self._found = QStandardItemModel(self)
        self.matches = QCompleter(self._found, self)
        """What could be meant by what was typed so far."""
        self.matches.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.matches.setWidget(self)
        self.matches.activated[QModelIndex].connect(self._picked)  # type: ignore[index]
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Any word of the name, or the symbol"))
            line.textEdited.connect(self._find)
            line.editingFinished.connect(self.understand)

    def offer(self, choices: Iterable[tuple[str, str]], *, blank: bool = False) -> None:
        """The libraries by symbol and name; none of them is chosen beforehand.

        A `blank` one needs no row: the field that is empty says the same.
        """
        super().offer(choices)
        self.clear_choice()

    def clear_choice(self) -> None:
        """No library."""
        self.choose("")

    def choose(self, code: str) -> None:
        """Show a library; what is none of those offered stands there as it is."""
        self.setCurrentIndex(self.findData(code) if code else -1)
        if self.currentIndex() < 0:
            self.setEditText(code)

    def code(self) -> str:
        """The symbol of the library meant; what was typed where that is not clear."""
        typed = self.currentText().strip()
        at = self.currentIndex()
        if typed and typed != self.itemText(at).strip():
            at = self.findText(typed, Qt.MatchFlag.MatchFixedString)
            meant = [at] if at >= 0 else self._meant(typed)
            return str(self.itemData(meant[0])) if len(meant) == 1 else typed
        return str(self.itemData(at)) if typed else ""

    def known(self) -> bool:
        """Whether one library is chosen."""
        return self.findData(self.code()) >= 0

    def could_be(self) -> int:
        """How many libraries could be meant by what was typed."""
        return len(self._meant(self.currentText()))

    def understand(self) -> None:
        """Show the whole name of the one library that is meant."""
        if self.currentText() and self.known():
            self.choose(self.code())

    def _meant(self, typed: str) -> list[int]:
        """The rows that hold every word typed; those with words that begin so come first."""
        words = folded(typed).split()
        held = []
        for at in range(self.count()):
            whole = f" {folded(f'{self.itemText(at)} {self.itemData(at)}')}"
            if words and all(word in whole for word in words):
                held.append((not all(f" {word}" in whole for word in words), at))
        return [at for _, at in sorted(held)]

    def _find(self, typed: str) -> None:
        self._found.clear()
        for at in self._meant(typed)[:MOST_SHOWN]:
            item = QStandardItem(f"{self.itemText(at)}  ·  {self.itemData(at)}")
            item.setData(self.itemData(at), CODE)
            self._found.appendRow(item)
        popup = self.matches.popup()
        if self._found.rowCount():
            self.matches.complete()
        if popup is not None:
            popup.setVisible(self._found.rowCount() > 0)
            popup.setCurrentIndex(self.matches.completionModel().index(0, 0))

    def _picked(self, index: QModelIndex) -> None:
        self.choose(str(index.data(CODE)))


class LibraryChoice(LibraryField):
    """Libraries that arrows only go through; Enter or a click takes one."""

    taken = Signal()
    unclear = Signal()
    """Enter was pressed on words that mean no library, or several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passing = False
        self.activated.connect(lambda _: None if self._passing else self.taken.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is never left to the button that sends; with no library shown it opens the list."""
        if event.key() in ENTER:
            popup = self.matches.popup()
            if popup is not None and popup.isVisible():
                popup.hide()
                self._picked(popup.currentIndex())
            elif self.known():
                self.taken.emit()
            elif self.currentText().strip():
                self.unclear.emit()
            else:
                self.showPopup()
            return
        self._passing = True
        super().keyPressEvent(event)
        self._passing = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._passing = True
        super().wheelEvent(event)
        self._passing = False

    def _picked(self, index: QModelIndex) -> None:
        super()._picked(index)
        self.taken.emit()
