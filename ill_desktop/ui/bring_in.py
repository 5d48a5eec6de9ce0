"""Current loans from a spreadsheet: which column is what, and what would become of each row."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from ill_desktop._built.forms.bring_in import Ui_BringIn
from ill_desktop.domain import days
from ill_desktop.domain.current_loans import FIELDS, NEEDED
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import Column
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.table_import import Places, TableImport
from ill_desktop.words import formats
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.formats.sheets import Sheet
    from ill_desktop.services.current_loans import Looked
    from ill_desktop.ui.window import Window

DAY, MONTH = "day", "month"
"""What comes first in a day of figures."""


class BringIn(TableImport):
    """The same file again brings in nothing."""

    FIELDS: ClassVar = FIELDS

    def __init__(self, link: Link, notices: Notices, parent: QWidget | None = None) -> None:
        self._order: bool | None = None
        """Whether the month comes first, where somebody chose."""
        self._sure = True
        super().__init__(link, notices, Ui_BringIn(), parent)
        form = self.form
        form.about.setText(
            self.tr(
                "Current loans become requests in the state they are in now. Nothing is sent to "
                "anybody, and the monthly figures do not count them."
            )
        )
        form.side.offer(
            [
                (Side.LENDING.value, self.tr("out with partners")),
                (Side.BORROWING.value, self.tr("here from partners")),
            ]
        )
        orders = ((DAY, self.tr("day/month: {day}")), (MONTH, self.tr("month/day: {day}")))
        form.order.offer(
            (code, text.format(day=days.short_example(month_first=code == MONTH)))
            for code, text in orders
        )
        form.order.setEnabled(False)
        form.side.currentIndexChanged.connect(lambda _: self.look())
        form.order.activated.connect(lambda _: self._choose_order())

    def columns(self) -> tuple[Column[Any], ...]:
        words = self._link.words
        return (
            Column(mark("Table", "Row"), lambda r: str(r.row), right=True),
            Column(mark("Table", "What happens to it"), self._what),
            Column(mark("Table", "Title"), lambda r: r.cells.get("title", "")),
            Column(
                mark("Table", "Partner"),
                lambda r: r.loan.partner if r.loan else r.cells.get("partner", ""),
            ),
            Column(mark("Table", "Barcode"), lambda r: r.cells.get("barcode", "")),
            Column(
                mark("Table", "Due"),
                lambda r: formats.day(words, r.loan.due) if r.loan else r.cells.get("due", ""),
                right=True,
            ),
        )

    def _what(self, row: Any) -> str:
        if row.error is not None:
            return self._link.sentence(row.error)
        if len(row.known) == 8:
            return self.tr("Already recorded as {number}").format(number=row.known)
        if row.known:
            return self.tr("Already in row {row}").format(row=row.known)
        return self.tr("Will be brought in")

    def lacking(self, places: Places) -> Sequence[str]:
        return [name for name in NEEDED if name not in places]

    def begun(self, sheet: "Sheet") -> None:
        self._order = None
        self.form.order.setEnabled(True)

    def _choose_order(self) -> None:
        self._order = self.form.order.code() == MONTH
        self.look()

    def looking(self, sheet: "Sheet", places: Places) -> Callable[[Any], Any]:
        side, chosen = Side(self.form.side.code()), self._order

        def look(desk: Any) -> tuple[bool, bool, Sequence[Any]]:
            from ill_desktop.services import current_loans

            order, sure = current_loans.order_of(desk, sheet, places)
            if chosen is not None:
                order, sure = chosen, True
            return sure, order, current_loans.look(desk, sheet, places, side, order)

        return look

    def found(self, answer: Any) -> "Sequence[Looked]":
        self._sure, order, rows = answer
        self.form.order.choose(MONTH if order else DAY)
        return tuple(rows)

    def counted(self, rows: Sequence[Any]) -> str:
        good = sum(row.good for row in rows)
        known = sum(bool(row.known) for row in rows)
        wrong = sum(row.error is not None for row in rows)
        text = self.tr(
            "{good} can be brought in, {known} are known already, {wrong} are not usable."
        )
        said = text.format(good=good, known=known, wrong=wrong)
        if self._sure:
            return said
        unsure = self.tr("The file does not show whether day or month comes first: compare a date.")
        return f"{said} {unsure}"

    def bringing(self, rows: Sequence[Any]) -> Callable[[Any, Any], Any]:
        side = Side(self.form.side.code())

        def work(desk: Any, progress: Any) -> Any:
            from ill_desktop.services import current_loans

            return current_loans.bring_in(desk, rows, side, progress)

        return work

    def brought(self, answer: Any) -> str:
        return self.tr("{n} loans were brought in.").format(n=len(answer))


def open_over(window: "Window") -> None:
    """Let somebody bring current loans in."""
    dialog = BringIn(window.link, window.notices, window)
    dialog.stays.connect(window.acting.for_good)
    show(dialog)
