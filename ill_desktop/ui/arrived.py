"""The copy that a partner sent along: shown where it is waited for, opened only when asked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ill_desktop.services.views import AttachmentView, RequestView
from ill_desktop.ui import kept_files
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark


def came(view: RequestView) -> tuple[AttachmentView, ...]:
    """The files of a request that travelled with messages of the partner."""
    return tuple(one for one in view.attachments if one.came)


def sentence(words: Words, view: RequestView) -> str:
    """How many files arrived and what they are called; empty where none did."""
    names = ", ".join(one.name for one in came(view))
    one = mark("Arrived", "{n} file arrived with the message: {names}")
    many = mark("Arrived", "{n} files arrived with the message: {names}")
    return words.count("Arrived", len(came(view)), one, many, names=names) if names else ""


class Arrived(QWidget):
    """Stands above the details; away where no file came."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._shown: tuple[str, tuple[AttachmentView, ...]] = ("", ())
        heading = plain_label(self.tr("Arrived with the message"))
        heading.setProperty("heading", True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addLayout(self._rows)
        self.hide()

    def show_request(self, view: RequestView) -> None:
        """Show the files that came for a request; nothing moves where nothing changed."""
        number, files = view.line.number, came(view)
        self.setVisible(bool(files))
        if (number, files) != self._shown:
            self._shown = number, files
            looks = kept_files.looks
            rows = [
                kept_files.row(
                    kept_files.told(self._link.words, one), looks(self._link, number, one)
                )
                for one in files
            ]
            kept_files.fill(self._rows, rows)
