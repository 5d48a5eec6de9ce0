"""The handbook: short pages with pictures, opened at what the window shows (F1).

Pages are Markdown in `resources/handbook/<language>/`; their first line is their title, and the
file's stem, less its number, is the topic. Nothing is fetched and no link leaves the program.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui import keys
from ill_desktop.ui.handbook_finding import Found, found, words_of
from ill_desktop.ui.handbook_page import BOOK, Reader, any_case
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.sidebar import KEY
from ill_desktop.ui.theme import icon, repolish
from ill_desktop.words.catalogue import LANGUAGES

TOPIC = Qt.ItemDataRole.UserRole
TYPING_MS = 150

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


class Handbook(QWidget):
    """A window of its own, so that one can read and do."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("handbook")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Handbook"))
        self.resize(1060, 680)
        self._topics = topics(language)
        self._pages = [topic.path.read_text("utf-8") for topic in self._topics]
        self._words = [words_of(page) for page in self._pages]
        self._found = Found("", (0,) * len(self._pages))
        self._build()
        for topic in self._topics:
            item = QListWidgetItem(topic.title, self.list)
            item.setData(TOPIC, topic.name)
        self.list.currentRowChanged.connect(self._turn)
        self.reader.anchorClicked.connect(lambda link: self.open(link.path()))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._look)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self._next)
        keys.FIND.bind(self, self.search.setFocus)
        keys.CLOSE.bind(self, self.close)
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
        self.told = plain_label(muted=True)
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setMinimumHeight(3 * self.told.fontMetrics().lineSpacing())
        column.addWidget(self.search)
        column.addWidget(self.told)
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
        self.reader.show_page(self._pages[row])
        self._show_places(row)

    def _show_places(self, row: int) -> None:
        """Mark what is looked for on the page shown, and go to the first of it."""
        pattern = self._found.pattern if self._found.places[row] else ""
        self.reader.mark(pattern)
        self.reader.to_the_first(pattern)

    # finding

    def _look(self) -> None:
        """Say where the words stand, and turn to the first page of them, from this one on."""
        self._found = found(self.search.text(), self._words)
        for row, (topic, n) in enumerate(zip(self._topics, self._found.places, strict=True)):
            self.list.item(row).setText(f"{topic.title} ({n})" if n else topic.title)
        self._tell(self.search.text().strip(), sum(self._found.places))
        if self._found.pages:
            self._turn_on(0)
        else:
            self.reader.mark("")

    def _tell(self, typed: str, n: int) -> None:
        text = self.tr("Nothing found for “{text}”. Try fewer letters or another word.")
        if n:
            text = (
                self.tr("Found once.") if n == 1 else self.tr("Found {n} times. Enter: the next.")
            )
        self.told.setText(text.format(text=typed, n=n) if typed else "")
        self.told.setProperty("alert", bool(typed and not n))
        repolish(self.told)

    def _turn_on(self, by: int) -> None:
        """Turn to a page that holds it, the first from `by` pages on; this one is the last."""
        here, count = self.list.currentRow(), len(self._topics)
        rows = [(here + step) % count for step in range(by, by + count)]
        row = next(one for one in rows if self._found.places[one])
        if row == here:
            self._show_places(row)
        else:
            self.list.setCurrentRow(row)

    def _next(self) -> None:
        """The next place, on this page or one after it; what was typed last counts."""
        if self._typing.isActive():
            self._typing.stop()
            self._look()
        elif self._found.pages and not self.reader.find(any_case(self._found.pattern)):
            self._turn_on(1)


def open_handbook(window: Any) -> Handbook:
    """Show the handbook at the page about what the window shows; a second call turns the page."""
    book: Handbook = window.findChild(Handbook) or Handbook(window.link.words.language, window)
    book.open(TOPIC_OF.get(window.sidebar.currentItem().data(KEY), "borrowing"))
    book.show()
    book.activateWindow()
    book.search.setFocus()
    book.search.selectAll()
    return book
