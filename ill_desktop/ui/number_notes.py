"""Numbers and pages looked at as they are typed: by check digit and shape, and offline."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.page_range import read_pages
from ill_desktop.ui.notes import Note

CHECKED = ("isbn", "issn", "doi", "pmid")


class NumberNotes(QObject):
    """The lines under ISBN, ISSN, DOI, PMID and pages of one form."""

    def __init__(self, fields: Mapping[str, QLineEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = {name: fields[name] for name in (*CHECKED, "pages")}
        self._notes = {name: Note(field) for name, field in self._fields.items()}
        for name, field in self._fields.items():
            field.editingFinished.connect(lambda n=name: self.look(n))
            field.textEdited.connect(lambda _, n=name: self._clear(n))

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are looked at."""
        return tuple(self._fields)

    def odd(self) -> tuple[str, ...]:
        """Names of shown fields that hold what cannot be, after looking at all of them."""
        shown = [n for n, field in self._fields.items() if field.isVisibleTo(field.window())]
        return tuple(name for name in shown if not self.look(name))

    def text(self, name: str) -> str:
        """What stands under a field."""
        return self._notes[name].text

    def look(self, name: str) -> bool:
        """Say what is odd about a field; True when nothing is."""
        typed = self._fields[name].text().strip()
        if not typed:
            self._clear(name)
            return True
        return self._look_at_pages(typed) if name == "pages" else self._look_at_number(name, typed)

    def _clear(self, name: str) -> None:
        self._notes[name].say("")

    def _look_at_number(self, name: str, typed: str) -> bool:
        from ill_desktop.formats import numbers

        given: dict[str, Any] = {name: typed}
        found = numbers.bare(Citation(**given))
        odd = name in numbers.wrong(found)
        if not odd and getattr(found, name) != typed:
            self._fields[name].setText(getattr(found, name))
        self._notes[name].say(self._sentence(name) if odd else "", warn=odd)
        return not odd

    def _sentence(self, name: str) -> str:
        return {
            "isbn": self.tr("Wrong check digit. Check the source."),
            "issn": self.tr("Not an ISSN. Check the source."),
            "doi": self.tr("A DOI begins with 10. and has a slash."),
            "pmid": self.tr("A PMID has up to nine digits."),
        }[name]

    def _look_at_pages(self, typed: str) -> bool:
        found = read_pages(typed)
        if found is None:
            text = self.tr("Write them as 12-19.")
            self._notes["pages"].say(text, warn=True)
            return False
        if found.text != typed:
            self._fields["pages"].setText(found.text)
        told = self.tr("Pages in all: {n}").format(n=found.count) if found.count else ""
        self._notes["pages"].say(told)
        return True
