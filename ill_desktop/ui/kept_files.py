"""Files kept with a request, as rows: what each is, and how to look at it. None opens by itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.views import AttachmentView
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

Button = tuple[str, Callable[[], object]]


def told(words: Words, file: AttachmentView) -> str:
    """Name and size, and a word of warning where it would act."""
    active = _say(mark("KeptFiles", "can run something when opened")) if file.active else ""
    return " · ".join(filter(None, (file.name, formats.size(words, file.size), active)))


def looks(link: Link, number: str, file: AttachmentView) -> list[Button]:
    """The two ways to a copy of a file of a request."""

    def copy(then: Callable[[Path], None]) -> None:
        def ask(desk: Any) -> Path:
            from ill_desktop.services import attachments

            return attachments.open_copy(desk, number, file.id)

        link.read(ask, then)

    return [
        (_say(mark("KeptFiles", "Open a copy")), lambda: copy(show_file)),
        (_say(mark("KeptFiles", "Show in folder")), lambda: copy(lambda at: show_file(at.parent))),
    ]


def show_file(path: Path) -> None:
    """Hand a copy, or its folder, to whatever shows such things on this computer."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def row(text: str, buttons: Sequence[Button]) -> QWidget:
    """A text, and under it what can be done with what it names."""
    box = QWidget()
    column, line = QVBoxLayout(box), QHBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    label = plain_label(text)
    label.setWordWrap(True)
    column.addWidget(label)
    column.addLayout(line)
    for verb, do in buttons:
        button = QPushButton(verb)
        button.setProperty("flat", True)
        button.setAccessibleName(f"{verb}: {text}")
        button.clicked.connect(lambda _=False, one=do: one())
        line.addWidget(button)
    line.addStretch(1)
    return box


def fill(column: QVBoxLayout, rows: Sequence[QWidget]) -> None:
    """Show these rows instead of what was there."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for one in rows:
        column.addWidget(one)


def _say(text: str) -> str:
    return QCoreApplication.translate("KeptFiles", text)
