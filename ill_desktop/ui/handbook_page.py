"""A page of the handbook as it is read: text, tables and pictures, and what was found in it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRegularExpression, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ill_desktop.settings import BUILT
from ill_desktop.ui.theme import Look

BOOK = Path(str(BUILT / "handbook"))
WIDEST = 720
"""Pixels; a picture of the whole window is still readable, and a line of text not too long."""


class Reader(QTextBrowser):
    """Shows the handbook's own pages and pictures, and nothing from anywhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Page of the handbook"))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the handbook, no wider than the text; all else is empty."""
        path = (BOOK / QUrl(name).path()).resolve()
        inside = path.is_relative_to(BOOK.resolve()) and path.suffix == ".png"
        if kind != QTextDocument.ResourceType.ImageResource.value or not inside:
            return None
        image, ratio = QImage(str(path)), self.devicePixelRatioF()
        wide = min(WIDEST, max(240, self.viewport().width() - 56))
        size = QSize(round(wide * ratio), round(image.height() * wide * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        image.setDevicePixelRatio(ratio)
        return image

    def show_page(self, markdown: str) -> None:
        """Show a page from its beginning."""
        self.setMarkdown(markdown)
        _set_apart(self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def to_the_first(self, pattern: str) -> None:
        """Go to the first place a pattern stands at, to the beginning for no pattern."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if pattern:
            self.find(any_case(pattern))

    def mark(self, pattern: str) -> None:
        """Show every place a pattern stands at; none for no pattern."""
        marked: list[QTextEdit.ExtraSelection] = []
        cursor = QTextCursor(self.document())
        while pattern and not (cursor := self.document().find(any_case(pattern), cursor)).isNull():
            place = QTextEdit.ExtraSelection()
            place.cursor = cursor
            place.format.setBackground(QColor(Look.colours.look.ground))
            place.format.setForeground(QColor(Look.colours.look.text))
            marked.append(place)
        self.setExtraSelections(marked)


def any_case(pattern: str) -> QRegularExpression:
    """A pattern for which capital letters are as small ones."""
    return QRegularExpression(pattern, QRegularExpression.PatternOption.CaseInsensitiveOption)


def _set_apart(page: QTextDocument) -> None:
    """Give headings, paragraphs and tables the room that Markdown does not speak of."""
    page.setDocumentMargin(20)
    block = page.begin()
    while block.isValid():
        form = block.blockFormat()
        if form.headingLevel():
            form.setTopMargin(20 if form.headingLevel() > 1 else 0)
            form.setBottomMargin(8)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()
    for frame in page.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format().toTableFormat()
            table.setCellPadding(6)
            table.setCellSpacing(0)
            table.setBorderCollapse(True)
            table.setBorder(1)
            table.setBorderBrush(QColor(Look.colours.hairline))
            frame.setFormat(table)
