"""The month's figures: four numbers, twelve months, all the others with what they count."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.measures import Value
from ill_desktop.services.figures import Figure, Point, Which
from ill_desktop.ui.behind_view import BehindView
from ill_desktop.ui.choose_file import file_name, to_save
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.figure_cards import Cards, Picture, arrow, paint
from ill_desktop.ui.figure_detail import FigureDetail
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.month_dialog import MonthDialog
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage, PageFiles
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import hold_columns, table_view
from ill_desktop.ui.theme import repolish
from ill_desktop.words import formats
from ill_desktop.words.figures import change, corrected, month_name, running, standing
from ill_desktop.words.mark import mark

FORMATS = (("xlsx", "XLSX"), ("csv", "CSV"), ("pdf", "PDF"), ("json", "JSON"))
MONTHS_BACK = 36
HEADLINES = ("B2", "B3", "L1", "L2")
"""The four numbers everyone asks for first."""
YEAR, MONTH = "year", "month"
TREND: tuple[Column[Point], ...] = (
    Column(mark("Table", "Month"), lambda p: p.label),
    Column(mark("Table", "Borrowed"), lambda p: str(p.borrowed), right=True),
    Column(mark("Table", "Lent"), lambda p: str(p.lent), right=True),
)
TREND_CODES = ("", "B3", "L2")
"""What a column of the twelve months counts; the first leads to the month."""


class Line(NamedTuple):
    """A figure, and what it was in the other month."""

    figure: Figure
    before: str


class FiguresPage(DeskPage):
    """One month at a time, beside another."""

    request_wanted = Signal(str)

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._notices = notices
        self._found: Any = None
        self._asked = 0
        self._close_next = ""
        """The month to be closed as soon as it is counted."""
        self._head()
        self.cards = Cards(len(HEADLINES))
        self.cards.opened.connect(lambda code: self._open(Which(code)))
        self.model: Table[Line] = Table(self._columns(""), self)
        self.table = table_view(self.model, self.tr("Figures"), 1)
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.selectionModel().currentRowChanged.connect(self._current)
        self.table.activated.connect(lambda at: self._open(Which(at.data(ROW).figure.code)))
        self.detail = FigureDetail(link)
        self.detail.opened.connect(self._open)
        self.behind = BehindView(link)
        self.behind.left.connect(self._back)
        self.behind.request_wanted.connect(self.request_wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._overview())
        self._stack.addWidget(self.behind)
        self._stack.currentChanged.connect(lambda _: self.inner_changed.emit())
        self.column.addWidget(self._stack, 1)

    # what it is made of

    def _head(self) -> None:
        self.heading.setText(self.tr("Figures"))
        self.month, self.other = CodeField(), CodeField()
        self.month.setAccessibleName(self.tr("Month"))
        self.other.setAccessibleName(self.tr("Compare with"))
        self.other.setMinimumContentsLength(22)
        self.other.offer(
            (
                (YEAR, self.tr("Same month last year")),
                (MONTH, self.tr("Month before")),
            )
        )
        self.earlier = arrow(Qt.ArrowType.LeftArrow, self.tr("The month before"), self)
        self.later = arrow(Qt.ArrowType.RightArrow, self.tr("The month after"), self)
        self.earlier.clicked.connect(lambda: self._step(1))
        self.later.clicked.connect(lambda: self._step(-1))
        for field in (self.month, self.other):
            field.activated.connect(lambda _: self.refresh())
        self.save = QPushButton(self.tr("Save as"))
        menu = QMenu(self.save)
        self.save.setProperty("menu", True)
        for form, name in FORMATS:
            entry = menu.addAction(name)
            entry.triggered.connect(lambda _=False, one=form: self._save(one))
        self.save.setMenu(menu)
        self.closing = QPushButton(self.tr("Close the month"))
        self.closing.clicked.connect(self._ask_about_month)
        for widget in (self.earlier, self.month, self.later, self.other, self.closing, self.save):
            self.head.addWidget(widget)
        self.standing = plain_label()
        self.standing.setContentsMargins(16, 10, 16, 0)
        self.standing.hide()

    def _overview(self) -> QWidget:
        self.picture = Picture()
        self.trend: Table[Point] = Table(TREND, self)
        self.months = table_view(self.trend, self.tr("Twelve months"), 0)
        self.months.verticalHeader().setDefaultSectionSize(22)
        self.months.activated.connect(self._open_month)
        middle = QWidget(self)
        line = QHBoxLayout(middle)
        line.setContentsMargins(16, 4, 16, 8)
        line.setSpacing(16)
        line.addWidget(self.picture, 5)
        line.addWidget(self.months, 3)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setSizes([680, 460])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.standing)
        column.addWidget(self.cards)
        column.addWidget(middle, 2)
        column.addWidget(split, 3)
        return page

    def _columns(self, other: str) -> tuple[Column[Line], ...]:
        return (
            Column(mark("Table", "Code"), lambda one: one.figure.code),
            Column(
                mark("Table", "Figure"),
                lambda one: one.figure.label,
                tip=lambda one: one.figure.definition,
            ),
            Column(mark("Table", "Value"), lambda one: corrected(one.figure), right=True),
            Column(other, lambda one: one.before, right=True),
        )

    # which month

    def _offer(self) -> None:
        day = self.link.today().replace(day=1)
        days = [_months_before(day, n) for n in range(MONTHS_BACK)]
        self.month.offer((f"{one:%Y-%m}", month_name(self.link.words, one)) for one in days)

    def _step(self, by: int) -> None:
        to = self.month.currentIndex() + by
        if 0 <= to < self.month.count():
            self.month.setCurrentIndex(to)
            self.refresh()

    def _beside(self, month: str) -> str:
        day = date.fromisoformat(f"{month}-01")
        return f"{_months_before(day, 12 if self.other.code() == YEAR else 1):%Y-%m}"

    # asking and showing

    def refresh(self) -> None:
        """Count the month again."""
        if not self.month.count():
            self._offer()
        self.earlier.setEnabled(self.month.currentIndex() < self.month.count() - 1)
        self.later.setEnabled(self.month.currentIndex() > 0)
        month = self.month.code()
        if self._close_next != month:
            self._close_next = ""
        if not self._is_counted():
            # Either would act on the month still shown, under the name of the one chosen.
            self.closing.setEnabled(False)
            self._may_save(False)
        self._count(month, self._beside(month))
        if self._stack.currentWidget() is self.behind:
            self.behind.refresh()

    def _count(self, month: str, other: str) -> None:
        colours = paint()
        room = self.picture.room()
        self._asked += 1
        asked = self._asked

        def first(desk: Any) -> Any:
            from ill_desktop.services import months

            return months.headlines(desk, HEADLINES, month, other)

        def whole(desk: Any) -> Any:
            from ill_desktop.services import months

            return months.month_view(desk, month, other, room, months.Paint(**colours))

        def go_on(told: Any) -> None:
            if asked == self._asked:
                self._show_first(told, other)
                self.link.read(
                    whole, lambda f: self._show(f) if asked == self._asked else None, failed
                )

        def failed(error: DeskError) -> None:
            self._close_next = ""
            self.link.tasks.failed.emit(error)

        self.link.read(first, go_on, failed)

    def _draw_for_room(self) -> None:
        """The chart again where large text left it much less room, or more."""
        if self.picture.is_outgrown():
            self.refresh()

    def _show_first(self, told: Sequence[tuple[Figure, Value]], other: str) -> None:
        """The four numbers, while everything else is still being counted."""
        words, name = self.link.words, self._name(other)
        shown = [(one, change(words, one.value, before, name)) for one, before in told]
        self.cards.show_figures(shown)

    def _name(self, month: str) -> str:
        return month_name(self.link.words, date.fromisoformat(f"{month}-01"))

    def _show(self, found: Any) -> None:
        self._found = found
        figures, other = found.figures, self._name(found.other)
        told = [(figures.of(code), found.before[code].value) for code in HEADLINES]
        self._show_first(told, found.other)
        self._say_standing(found)
        self.picture.show_svg(found.chart, self.tr("Borrowed and lent in twelve months"))
        self.trend.fill(found.trend[::-1])
        hold_columns(self.months, self.width() * 11 // 20)
        QTimer.singleShot(0, self, self._draw_for_room)
        row = max(0, self.table.currentIndex().row())
        self.model.columns = self._columns(other)
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 3, 3)
        self.model.fill([Line(one, found.before[one.code].text) for one in figures.measures])
        self.table.horizontalHeader().setSectionResizeMode(
            3, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.selectRow(row)
        wanted, self._close_next = self._close_next, ""
        if wanted:
            self._close_if_open()

    def _say_standing(self, found: Any) -> None:
        figures = found.figures
        self.closing.setText(
            self.tr("Reopen the month") if figures.closed else self.tr("Close the month")
        )
        self.closing.setEnabled(found.over and not self.link.view_only)
        self._may_save(True)
        runs = "" if found.over else self._still_runs(figures.first)
        said = standing(self.link.words, self.link.day(figures.counted_at), figures)
        self.closing.setToolTip(runs)
        self.standing.setText(said if figures.closed else runs)
        self.standing.setVisible(bool(self.standing.text()))
        for name, on in (("alert", figures.closed), ("muted", bool(runs))):
            self.standing.setProperty(name, on)
        repolish(self.standing)

    def _still_runs(self, month: str) -> str:
        after = _months_before(date.fromisoformat(f"{month}-01"), -1)
        return running(self.link.words, self._name(month), formats.day(self.link.words, after))

    def _is_counted(self) -> bool:
        return self._found is not None and self._found.figures.first == self.month.code()

    def close_month(self) -> None:
        """Close the month chosen; where it still runs, the last, once it is counted."""
        if self._is_counted() and self._found.over:
            self._close_if_open()
            return
        self.month.setCurrentIndex(max(1, self.month.currentIndex()))
        self._close_next = self.month.code()
        self.refresh()

    def _close_if_open(self) -> None:
        figures = self._found.figures
        if figures.closed:
            text = self.tr("{month} is closed already.")
            self._notices.toast(text.format(month=self._name(figures.first)))
        else:
            self._ask_about_month()

    def _ask_about_month(self) -> None:
        month = self._found.figures.first
        name = self._name(month)
        dialog = MonthDialog(self.link, month, name, self._found.figures.closed, self)
        dialog.done_with = self._notices.toast
        show(dialog)

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = now.data(ROW)
        if line is not None:
            self.detail.show_figure(line.figure)

    # the requests behind a number

    def _open(self, which: Which, month: str = "") -> None:
        if self._found is None:
            return
        month = month or self._found.figures.first
        figure = self._found.figures.of(which.code)
        name = self._name(month)
        part = next(
            (p.label for p in figure.breakdowns if (p.by, p.key) == (which.by, which.key)), ""
        )
        title = ", ".join(text for text in (figure.label, part, name) if text)
        self.behind.show_behind(title, month, which)
        self._stack.setCurrentWidget(self.behind)
        self.behind.table.setFocus()

    def _open_month(self, index: QModelIndex) -> None:
        point = index.data(ROW)
        code = TREND_CODES[index.column()]
        if code:
            self._open(Which(code), point.month)
        else:
            self.month.choose(point.month)
            self.refresh()

    @property
    def inner(self) -> BehindView | None:
        """The requests behind a number, while they are shown."""
        return self.behind if self._stack.currentWidget() is self.behind else None

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    # files

    def _may_save(self, may: bool) -> None:
        self.save.setEnabled(may)
        self.inner_changed.emit()

    @property
    def files(self) -> PageFiles | None:
        """The figures as files of their own, once they are counted."""
        if not self._is_counted():
            return None
        found = self._found.figures

        def paper(desk: Any) -> bytes:
            from ill_desktop.services import figure_files

            return figure_files.as_pdf(desk, found)

        return PageFiles(lambda: self._save(FORMATS[0][0]), paper)

    def _save(self, form: str) -> None:
        if self._found is None:
            return
        suggested = file_name(self.tr("figures"), self.month.code(), ending=form)
        first = sorted(FORMATS, key=lambda one: one[0] != form)
        kinds = ";;".join(f"{name} (*.{ending})" for ending, name in first)
        path = to_save(self, self.tr("Save the figures"), suggested, kinds)
        if path is None:
            return
        found, kind = self._found.figures, path.suffix.lower().lstrip(".")

        def ask(desk: Any) -> Path:
            from ill_desktop.services import statistics

            return statistics.export(desk, found, kind, path)

        said = self.tr("The figures are saved in {file}.")
        self.link.read(ask, lambda path: self._notices.toast(said.format(file=path.name)))


def _months_before(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 - months
    return date(whole // 12, whole % 12 + 1, 1)
