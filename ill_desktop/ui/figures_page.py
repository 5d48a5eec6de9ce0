"""The month's figures: four numbers with their parts, and a file of them."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui.fields import CodeField, plain_label
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage
from ill_desktop.ui.theme import scaled
from ill_desktop.words.formats import MONTHS

FORMATS = (("xlsx", "XLSX"), ("csv", "CSV"), ("pdf", "PDF"))
MONTHS_BACK = 24


class FiguresPage(DeskPage):
    """One month at a time; the definitions stand below each number."""

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._notices = notices
        self._found: Any = None
        self._head()
        scroll = QScrollArea(self)
        scroll.setObjectName("detail_scroll")
        scroll.setWidgetResizable(True)
        self._body = QWidget()
        self._body.setObjectName("detail_body")
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(16)
        scroll.setWidget(self._body)
        self.column.addWidget(scroll, 1)

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
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(found.measures):
            self._grid.addWidget(self._card(one), place // 2, place % 2)
        self._grid.setRowStretch(len(found.measures) // 2 + 1, 1)

    def _card(self, figure: Any) -> QFrame:
        card = QFrame(self._body)
        card.setObjectName("figure")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        name = plain_label(f"{figure.label}  ·  {figure.code}")
        name.setProperty("heading", True)
        number = plain_label("–" if figure.value is None else str(figure.value))
        number.setFont(scaled(self.font(), 2.4, QFont.Weight.DemiBold))
        number.setAccessibleName(f"{figure.label}: {number.text()}")
        what = plain_label(figure.definition, muted=True)
        what.setWordWrap(True)
        for label in (name, number, what):
            column.addWidget(label)
        parts = self._parts(figure)
        if parts is not None:
            column.addSpacing(8)
            column.addLayout(parts)
        column.addStretch(1)
        return card

    def _parts(self, figure: Any) -> QGridLayout | None:
        told = [one for one in figure.breakdowns if one.by in ("partner", "service") and one.value]
        if not told:
            return None
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for row, one in enumerate(told):
            value = plain_label(str(one.value))
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(plain_label(one.label), row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(0, 1)
        return grid

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
