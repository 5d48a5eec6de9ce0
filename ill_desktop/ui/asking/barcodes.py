"""The barcodes of a form: scans from anywhere in it are put here, and odd ones are told."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.views import RequestView
from ill_desktop.ui.fields import WordsField
from ill_desktop.ui.notes import Note
from ill_desktop.words.mark import mark

PAUSE_MS = 300
"""Nobody is told of a barcode while it is being typed."""


def hint(view: RequestView, action: Action) -> str:
    """What an empty field means for the volumes an act has not reached yet."""
    from ill_desktop.services.volumes import REACHES

    reached = REACHES.get(action)
    left = sum(one.state != reached for one in view.items)
    text = mark("Barcodes", "Can stay empty")
    if 0 < left < len(view.items):
        one = mark("Barcodes", "Empty: the other volume")
        several = mark("Barcodes", "One barcode a line. Empty: the other {n} volumes")
        text = one if left == 1 else several
    elif left > 1:
        text = mark("Barcodes", "One barcode a line. Empty: all {n} volumes")
    return QCoreApplication.translate("Barcodes", text).format(n=left)


class Barcodes(QObject):
    """One barcode in a line, or one a line; what was noted before is written over, not added to."""

    def __init__(
        self, field: WordsField | QLineEdit, odd: Callable[[Sequence[str]], str], *, room: bool
    ) -> None:
        """`room`: whether something odd may have to be told, for which there is to be a line."""
        super().__init__(field)
        self._field, self._odd, self._note = field, odd, Note(field, lines=int(room))
        self._untouched, self._noted = False, ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        field.textChanged.connect(self._changed)
        field.installEventFilter(self)

    def begin(self) -> None:
        """What stands in the field now is what was noted."""
        self._untouched = True
        self._noted = self._field.text()
        self._field.selectAll()

    def as_noted(self) -> None:
        """Let the field hold what was noted, as if nobody had typed."""
        if isinstance(self._field, QLineEdit):
            self._field.setText(self._noted)
        else:
            self._field.setPlainText(self._noted)

    def typed(self) -> list[str]:
        """The barcodes that stand there."""
        return [one.strip() for one in self._field.text().splitlines() if one.strip()]

    def scanned(self, code: str) -> None:
        """A code that stands there already is as it should be; a new one takes the place of
        what was noted, or comes after what else was scanned.
        """
        if isinstance(self._field, QLineEdit):
            self._field.setText(code)
        elif code_key(code) in map(code_key, self.typed()):
            self._untouched = False
        else:
            before = [] if self._untouched else self.typed()
            self._field.setPlainText("\n".join((*before, code)))
        self._tell()

    def untold(self) -> bool:
        """Whether something odd stands there that was not told yet; it is told now."""
        before = self._note.text
        self._tell()
        return bool(self._note.text) and self._note.text != before

    def be_quiet(self) -> None:
        """What is odd is told elsewhere, until something else is typed."""
        self._pause.stop()
        self._note.say("")

    def _changed(self) -> None:
        self._untouched = False
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        odd = self._odd(self.typed())
        self._note.say(odd, warn=bool(odd))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever scans into the field writes over what was noted."""
        if event.type() == QEvent.Type.FocusIn and self._untouched:
            self._field.selectAll()
        return super().eventFilter(watched, event)
