"""The month's figures: four numbers, all the others with what they count, and a file of them."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui.facts import Facts, Group
from ill_desktop.ui.fields import CodeField, plain_label
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage
from ill_desktop.ui.story import table_view
from ill_desktop.ui.theme import scaled
from ill_desktop.words.figures import BREAKDOWNS
from ill_desktop.words.formats import MONTHS
from ill_desktop.words.mark import mark

FORMATS = (("xlsx", "XLSX"), ("csv", "CSV"), ("pdf", "PDF"))
MONTHS_BACK = 24
HEADLINES = ("B2", "B3", "L1", "L2")
"""The four numbers everyone asks for first."""

COLUMNS: tuple[Column[Any], ...] = (
    Column(mark("Table", "Code"), lambda f: f.code),
    Column(mark("Table", "Figure"), lambda f: f.label, tip=lambda f: f.definition),
    Column(mark("Table", "Value"), lambda f: f.text, right=True),
)


class FiguresPage(DeskPage):
    """One month at a time: four numbers, all the others, and what the chosen one counts."""

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._notices = notices
        self._found: Any = None
        self._head()
        self._cards = QHBoxLayout()
        self._cards.setContentsMargins(16, 16, 16, 8)
        self._cards.setSpacing(12)
        self.column.addLayout(self._cards)
        self.model: Table[Any] = Table(COLUMNS, self)
        self.table = table_view(self.model, self.tr("Figures"), 1)
        self.table.selectionModel().currentRowChanged.connect(self._current)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self._meaning())
        split.setSizes([620, 520])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.column.addWidget(split, 1)

    def _head(self) -> None:
        self.heading.setText(self.tr("Figures"))
        self.month = CodeField()
        self.month.setAccessibleName(self.tr("Month"))
        self.month.activated.connect(lambda _: self.refresh())
        save = QPushButton(self.tr("Save as"))
        menu = QMenu(save)
        save.setProperty("menu", True)
        for form, name in FORMATS:
            entry = menu.addAction(name)
            entry.triggered.connect(lambda _=False, one=form: self._save(one))
        save.setMenu(menu)
        self.head.addWidget(self.month)
        self.head.addWidget(save)

    def _meaning(self) -> QWidget:
        self._facts = Facts(self.link.words)
        scroll = QScrollArea(self)
        scroll.setObjectName("detail_scroll")
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._facts)
        return scroll

    def _months(self) -> None:
        words, day = self.link.words, self.link.today().replace(day=1)
        months = []
        for _ in range(MONTHS_BACK):
            name = words.tr("Month", MONTHS[day.month - 1])
            months.append((f"{day:%Y-%m}", f"{name} {day.year}"))
            day = _month_before(day)
        self.month.offer(months)

    def refresh(self) -> None:
        """Count the month again."""
        if not self.month.count():
            self._months()
        month = self.month.code()

        def ask(desk: Any) -> Any:
            from ill_desktop.services import statistics

            return statistics.figures(desk, month, month)

        self.link.read(ask, self._show)

    def _show(self, found: Any) -> None:
        self._found = found
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found.measures:
            if one.code in HEADLINES:
                self._cards.addWidget(self._card(one), 1)
        row = max(0, self.table.currentIndex().row())
        self.model.fill(found.measures)
        self.table.selectRow(row)

    def _card(self, figure: Any) -> QFrame:
        card = QFrame(self)
        card.setObjectName("figure")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(2)
        name = plain_label(figure.label, muted=True)
        name.setWordWrap(True)
        number = plain_label(figure.text)
        number.setFont(scaled(self.font(), 2.2, QFont.Weight.DemiBold))
        number.setAccessibleName(f"{figure.label}: {figure.text}")
        column.addWidget(number)
        column.addWidget(name)
        return card

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        figure = now.data(ROW)
        if figure is None:
            return
        words = self.link.words
        groups = [Group(f"{figure.label}  ·  {figure.code}", (("", figure.definition),))]
        for by in dict.fromkeys(one.by for one in figure.breakdowns):
            told = tuple((one.text, one.label) for one in figure.breakdowns if one.by == by)
            groups.append(Group(words.tr("Figure", BREAKDOWNS[by]), told))
        self._facts.show_facts(groups)

    def _save(self, form: str) -> None:
        if self._found is None:
            return
        suggested = f"ill-{self.month.code()}.{form}"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the figures"), suggested)
        if not name:
            return
        found = self._found

        def ask(desk: Any) -> Path:
            from ill_desktop.services import statistics

            return statistics.export(desk, found, form, Path(name))

        said = self.tr("The figures are saved in {file}.")
        self.link.read(ask, lambda path: self._notices.toast(said.format(file=path.name)))


def _month_before(day: date) -> date:
    return date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)
