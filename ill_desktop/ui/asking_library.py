"""The field for the library that asks: one nobody knows yet is told, and can be added."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from ill_desktop.services.views import PartnerView
from ill_desktop.ui.library_choice import LibraryField
from ill_desktop.ui.notes import Note


class AskingLibrary(QObject):
    """Watches a choice of libraries, and the button beside it that comes when none is meant."""

    new_wanted = Signal(str)
    """What was typed for a library nobody knows, which is to be added."""

    def __init__(self, choice: LibraryField, add: QPushButton) -> None:
        super().__init__(choice)
        self._choice, self._note, self.add = choice, Note(choice), add
        add.hide()
        add.clicked.connect(lambda: self.new_wanted.emit(choice.currentText().strip()))
        choice.currentTextChanged.connect(lambda _: self._written())
        line = choice.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.look)

    @property
    def told(self) -> str:
        """What stands under the field."""
        return self._note.text

    def take(self, card: PartnerView) -> None:
        """Choose a library, which may be new."""
        if self._choice.findData(card.symbol) < 0:
            self._choice.addItem(card.name, card.symbol)
        self._choice.choose(card.symbol)
        self._written()  # the name may be the one that was typed

    def _written(self) -> None:
        self.add.hide()
        self._note.say("")

    def look(self) -> None:
        """Tell at the field when what was typed means no library, or several."""
        if not self._choice.currentText().strip() or self._choice.known():
            return
        none = self.tr("No library has this name or symbol.")
        several = self.tr("Several libraries could be meant. Choose one.")
        self._note.say(several if self._choice.could_be() > 1 else none, warn=True)
        self.add.show()
