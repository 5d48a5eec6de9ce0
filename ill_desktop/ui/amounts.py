"""A line for an amount of money: how it is typed at this desk, and how it was read."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.money import Money, example
from ill_desktop.ui.link import Link
from ill_desktop.ui.notes import Note
from ill_desktop.words import formats


def prepare(line: QLineEdit, link: Link) -> None:
    """The desk's own currency as an example; on leaving the line the amount as it was read."""
    line.setPlaceholderText(_example(link))
    _Amount(line, link)


class _Amount(QObject):
    """What is no amount is told when the line is left, and no longer when it is changed."""

    def __init__(self, line: QLineEdit, link: Link) -> None:
        super().__init__(line)
        self._line, self._link = line, link
        self._note = Note(line)
        line.editingFinished.connect(self._left)
        line.textChanged.connect(lambda _: self._say(""))

    def _left(self) -> None:
        typed, name = self._line.text().strip(), self._line.objectName().replace("_", "-")
        try:
            read = _read(typed, self._link, name) if typed else ""
        except Invalid as error:
            self._say(self.tr("Write it as {amount}.").format(amount=_example(self._link)))
            self._line.setAccessibleDescription(self._link.sentence(error))
        else:
            self._line.setText(read)

    def _say(self, text: str) -> None:
        self._note.say(text, warn=bool(text))


def _example(link: Link) -> str:
    return formats.money(link.words, example(link.currency()))


def _read(typed: str, link: Link, field: str = "cost") -> str:
    return formats.money(link.words, Money.parse(typed, field, link.currency()))


def as_read(typed: str, link: Link) -> str:
    """`50000` as `Rp50.000`; empty where it is no amount."""
    try:
        return _read(typed, link) if typed else ""
    except Invalid:
        return ""
