"""The handbook: short pages with pictures, opened at what the window shows (F1).

Pages are Markdown in `resources/handbook/<language>/`; their first line is their title, and the
file's stem, less its number, is the topic. Nothing is fetched and no link leaves the program.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QShortcut,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.settings import BUILT
from ill_desktop.ui.sidebar import KEY
from ill_desktop.ui.theme import Look, icon
from ill_desktop.words.catalogue import LANGUAGES

BOOK = Path(str(BUILT / "handbook"))
WIDEST = 720
"""Pixels; a picture of the whole window is still readable, and a line of text not too long."""
TOPIC = Qt.ItemDataRole.UserRole

TOPIC_OF = {
    "partners": "partners",
    "exchange": "exchange",
    "figures": "figures",
    "attention": "exchange",
    "new": "lending",
    "conditions": "lending",
    "to-fetch": "lending",
    "to-send": "lending",
    "out": "lending",
    "coming-back": "lending",
    "lent-overdue": "lending",
}
"""Which page is about a place of the sidebar; every other place is about borrowing."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the handbook."""

    name: str
    title: str
    path: Path


def topics(language: str) -> tuple[Topic, ...]:
    """The pages in a language, in reading order; English where there are none."""
    folder = BOOK / (language if language in LANGUAGES else "en")
    found = []
    for path in sorted(folder.glob("*.md")):
        with path.open(encoding="utf-8") as text:
            title = text.readline().lstrip("# ").strip()
        found.append(Topic(path.stem.partition("-")[2], title, path))
    return tuple(found)


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


class Handbook(QWidget):
    """A window of its own, so that one can read and do."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("handbook")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Handbook"))
        self.resize(1060, 680)
        self._topics = topics(language)
        self._build()
        for topic in self._topics:
            item = QListWidgetItem(topic.title, self.list)
            item.setData(TOPIC, topic.name)
        self.list.currentRowChanged.connect(self._turn)
        self.reader.anchorClicked.connect(lambda link: self.open(link.path()))
        self.search.returnPressed.connect(self._find)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        self.list, self.reader = QListWidget(self), Reader(self)
        self.list.setAccessibleName(self.tr("Topics"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(4)
        self.search = QLineEdit(self)
        self.search.setAccessibleName(self.tr("Find in the handbook"))
        self.search.setPlaceholderText(self.tr("Find in the handbook"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.reader)
        split.setSizes([260, 800])
        split.setChildrenCollapsible(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(split)

    @property
    def topic(self) -> str:
        """The name of the page that is open."""
        row = self.list.currentRow()
        return self._topics[row].name if row >= 0 else ""

    def open(self, name: str) -> None:
        """Turn to a page by its topic; one that is not there changes nothing."""
        for row, topic in enumerate(self._topics):
            if topic.name == name:
                self.list.setCurrentRow(row)

    def _turn(self, row: int) -> None:
        self.reader.setMarkdown(self._topics[row].path.read_text("utf-8"))
        _set_apart(self.reader.document())
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)

    def _find(self) -> None:
        """The next place the words stand at, on this page or one after it."""
        wanted = self.search.text().strip()
        if not wanted or self.reader.find(wanted):
            return
        here = self.list.currentRow()
        for step in range(1, len(self._topics) + 1):
            row = (here + step) % len(self._topics)
            if wanted.casefold() in self._topics[row].path.read_text("utf-8").casefold():
                self.list.setCurrentRow(row)
                self.reader.find(wanted)
                return


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


def open_handbook(window: Any) -> Handbook:
    """Show the handbook at the page about what the window shows; a second call turns the page."""
    book: Handbook = window.findChild(Handbook) or Handbook(window.link.words.language, window)
    book.open(TOPIC_OF.get(window.sidebar.currentItem().data(KEY), "borrowing"))
    book.show()
    book.activateWindow()
    book.search.setFocus()
    book.search.selectAll()
    return book
