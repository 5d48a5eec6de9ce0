"""Slips and labels on paper: what, on which stock, from which label; seen before it is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QListWidgetItem, QSizePolicy, QWidget

from ill_desktop._built.forms.print import Ui_Print
from ill_desktop.domain.errors import DeskError
from ill_desktop.services import files, print_habits, printing
from ill_desktop.services.print_habits import Habits
from ill_desktop.services.printing import Printed, PrintOrder
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.choose_file import file_name, to_save
from ill_desktop.ui.dialogs import Room
from ill_desktop.ui.link import Link
from ill_desktop.ui.page_preview import SMALL
from ill_desktop.ui.paper_printer import ask_printer, file_of, picture, print_pdf
from ill_desktop.words import labels, stocks
from ill_desktop.words.catalogue import Words

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

SMALL_DPI = 12.0 * SMALL.height() / 96
MOST_SMALL = 40
"""Pages of which the list at the side shows pictures."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the form asks for."""

    orders: tuple[PrintOrder, ...]
    unprinted: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of it; no file where everything is printed already."""

    wish: _Wish
    orders: tuple[PrintOrder, ...]
    printed: Printed | None


def _make(desk: "Desk", wish: _Wish) -> _Made:
    orders = wish.orders
    if wish.unprinted:
        left = ((one, printing.unprinted(desk, one.kind, one.numbers)) for one in orders)
        orders = tuple(replace(one, numbers=numbers) for one, numbers in left if numbers)
    return _Made(wish, orders, printing.print_documents(desk, *orders) if orders else None)


def _name_of(words: Words, orders: tuple[PrintOrder, ...], several: str) -> str:
    """What a file of papers is called: the paper, or `several`, and the request if there is one."""
    kinds, numbers = {one.kind for one in orders}, {n for one in orders for n in one.numbers}
    kind = several if len(kinds) > 1 else labels.document(words, "".join(kinds))
    return file_name(kind, "".join(numbers) if len(numbers) == 1 else "", ending="pdf")


class PrintDialog(QDialog):
    """Shows the pages as they will lie in the printer; printing or saving notes what was printed.

    The first kind given is ticked; others can be added to the same job.
    """

    def __init__(
        self, link: Link, numbers: tuple[str, ...], kinds: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._link, self._numbers = link, numbers
        self.printed_with: Callable[[int, str], None] = lambda *_: None
        self._send: Callable[[], object] = lambda: None
        self._made: _Made | None = None
        self._habits = Habits()
        self._stocks: dict[str, str] = {}
        self._starts: dict[str, int] = {}
        self.form = Ui_Print()
        self.form.setupUi(self)
        self._dress(kinds)
        self._wire()
        self.resize(1000, 680)
        self._read(_usual(kinds), self._begin)

    # how it looks

    def _dress(self, kinds: tuple[str, ...]) -> None:
        form, words = self.form, self._link.words
        for kind in printing.in_order(kinds):
            item = QListWidgetItem(labels.document(words, kind), form.kinds)
            item.setData(Qt.ItemDataRole.UserRole, kind)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            first = kind == kinds[0]
            item.setCheckState(Qt.CheckState.Checked if first else Qt.CheckState.Unchecked)
            if first:
                form.kinds.setCurrentItem(item)
        form.kinds.setSpacing(2)
        row = form.kinds.sizeHintForRow(0) + 4
        form.kinds.setFixedHeight(row * form.kinds.count() + 2 * form.kinds.frameWidth() + 2)
        form.kinds_cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        form.kinds.setAccessibleName(form.kinds_label.text())
        form.stock.offer((s.code, stocks.name(words, s.name)) for s in printing.stocks())
        form.stock.setMinimumContentsLength(30)
        form.unprinted.setVisible(len(self._numbers) > 1)
        form.unprinted.setChecked(len(self._numbers) > 1 and kinds[0] == "pull-slip")
        form.stacked.setChecked(True)
        form.tray.setProperty("muted", True)
        form.warnings.setProperty("warn", True)
        form.wrong.prepare(self._link)
        for one in (form.tray, form.warnings, form.sent):
            one.hide()
        form.print_now.setProperty("filled", True)
        form.print_now.setDefault(True)
        form.kinds.setFocus()  # from a list Enter prints; from the first button it would align
        self._can_print(False)

    def _wire(self) -> None:
        form = self.form
        form.kinds.currentItemChanged.connect(lambda *_: self._kind_shown())
        form.kinds.itemChanged.connect(self._ticked)
        form.stock.activated.connect(lambda _: self._stock_chosen())
        form.start.valueChanged.connect(self._place_chosen)
        form.sheet.chosen.connect(form.start.setValue)
        form.copies.valueChanged.connect(lambda _: self._ask())
        form.unprinted.toggled.connect(lambda _: self._ask())
        form.stacked.toggled.connect(lambda _: self._ask())
        form.preview.wanted.connect(self._show_page)
        form.align.clicked.connect(self._align)
        form.cancel.clicked.connect(self.reject)
        form.save.clicked.connect(self._save)
        form.print_now.clicked.connect(self._print)

    def _begin(self, found: tuple[Habits, dict[str, str]]) -> None:
        self._habits, self._stocks = found
        self._kind_shown()
        self._ask()

    def tick(self, kinds: Sequence[str]) -> None:
        """Tick some of the kinds that were given, and those that are ticked stay so."""
        here = self.form.kinds.currentItem()
        for item in self._rows():
            if item.data(Qt.ItemDataRole.UserRole) in kinds:
                item.setCheckState(Qt.CheckState.Checked)
        self.form.kinds.setCurrentItem(here)

    def offer_sending(self, text: str, send: Callable[[], object]) -> None:
        """Offer, ticked, that what is printed for is sent with it; `send` does that."""
        self._send = send
        self.form.sent.setText(text)
        self.form.sent.setChecked(True)
        self.form.sent.show()

    # what is asked for

    def _kind(self) -> str:
        """The kind whose paper is being chosen."""
        item = self.form.kinds.currentItem() or self.form.kinds.item(0)
        return str(item.data(Qt.ItemDataRole.UserRole))

    def _rows(self) -> list[QListWidgetItem]:
        return [self.form.kinds.item(row) for row in range(self.form.kinds.count())]

    def _kinds(self) -> list[str]:
        """The kinds that are ticked."""
        checked = (one for one in self._rows() if _is_ticked(one))
        return [str(one.data(Qt.ItemDataRole.UserRole)) for one in checked]

    def _ticked(self, item: QListWidgetItem) -> None:
        """Paper is chosen for what is printed: for what was ticked last, for nothing unticked."""
        kinds = self.form.kinds
        if _is_ticked(item):
            kinds.setCurrentItem(item)
        elif item is kinds.currentItem():
            kinds.setCurrentItem(next(filter(_is_ticked, self._rows()), item))
        self._ask()

    def _wish(self) -> _Wish:
        form = self.form
        orders = (
            PrintOrder(
                kind,
                self._numbers,
                self._stocks[kind],
                self._start(kind),
                copies=form.copies.value(),
                stacked=form.stacked.isChecked(),
            )
            for kind in self._kinds()
        )
        return _Wish(tuple(orders), form.unprinted.isChecked())

    def _start(self, kind: str) -> int:
        """Where a kind begins: where the sheet of its stock goes on, unless it was chosen."""
        code = self._stocks[kind]
        place = self._starts.get(code, self._habits.place(code))
        return place if place <= printing.places(kind, code) else 1

    def _kind_shown(self) -> None:
        kind, form = self._kind(), self.form
        if kind not in self._stocks:
            return
        form.stock.choose(self._stocks[kind])
        if form.kinds.count() > 1:
            named = labels.document(self._link.words, kind)
            form.stock_label.setText(self.tr("Paper or labels for: {kind}").format(kind=named))
        sheet = printing.sheet(kind, self._stocks[kind])
        start, places = self._start(kind), len(sheet.cells)
        form.start.blockSignals(True)
        form.start.setMaximum(places)
        form.start.setValue(start)
        form.start.blockSignals(False)
        form.start_cell.setVisible(places > 1)
        form.sheet.setVisible(places > 1)
        form.sheet.show_sheet(sheet, start, len(self._numbers) * form.copies.value())
        form.stacked.setVisible(sheet.plain and places > 1 and len(self._numbers) > places)

    def _stock_chosen(self) -> None:
        self._stocks[self._kind()] = self.form.stock.code()
        self._kind_shown()
        self._ask()

    def _place_chosen(self, place: int) -> None:
        self._starts[self._stocks[self._kind()]] = place
        self._kind_shown()
        self._ask()

    # what comes of it

    def _read(self, ask: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """Ask for something to show; nobody looks any more once the preview was closed."""
        self._link.read(ask, while_there(self, done), while_there(self, self._failed))

    def _ask(self) -> None:
        if not self._stocks:
            return
        wish = self._wish()
        self._read(lambda desk: _make(desk, wish), self._show)

    def _show(self, made: _Made) -> None:
        if made.wish != self._wish():
            return
        self._made, form = made, self.form
        form.wrong.hide()
        self._kind_shown()
        self._can_print(made.printed is not None)
        if made.printed is None:
            form.preview.clear()
            form.tray.hide()
            chosen = self.tr("Everything is printed already. Clear the tick to print again.")
            none = self.tr("Tick what to print.")
            self._warn(chosen if made.wish.orders else none)
            return
        self._warn("\n".join(made.printed.warnings))
        self._tell_tray(made.printed)
        form.preview.begin(made.printed.pages)
        self._show_small(made.printed)

    def _warn(self, text: str) -> None:
        self.form.warnings.setText(text)
        self.form.warnings.setVisible(bool(text))

    def _tell_tray(self, printed: Printed) -> None:
        """What has to lie in the printer, in the order in which it is printed."""
        words = self._link.words
        names = {one.code: stocks.name(words, one.name) for one in printing.stocks()}
        one, many = self.tr("Page {n}: {stock}"), self.tr("Pages {n}–{last}: {stock}")
        lines = [
            (one if run.first == run.last else many).format(
                n=run.first, last=run.last, stock=names[run.stock]
            )
            for run in printed.runs
        ]
        self.form.tray.setText("\n".join([self.tr("In the printer:"), *lines]))
        self.form.tray.setVisible(len(lines) > 1)

    def _can_print(self, can: bool) -> None:
        for button in (self.form.save, self.form.print_now):
            button.setEnabled(can)

    def _failed(self, error: DeskError) -> None:
        self.form.wrong.failed(error)
        printed = self._made.printed if self._made is not None else None
        self._can_print(printed is not None)
        self._warn("\n".join(printed.warnings) if printed is not None else "")

    def _show_page(self, page: int, dpi: float) -> None:
        made = self._made
        if made is None or made.printed is None:
            return
        pdf = made.printed.pdf

        def done(image: QImage) -> None:
            if self._made is made:
                self.form.preview.show_page(page, image, dpi)

        self._read(lambda _: picture(pdf, page, dpi), done)

    def _show_small(self, printed: Printed) -> None:
        if printed.pages < 2:
            return

        def draw(_: object) -> list[QImage]:
            few = range(min(printed.pages, MOST_SMALL))
            return [picture(printed.pdf, page, SMALL_DPI * 2) for page in few]

        def done(images: list[QImage]) -> None:
            if self._made is not None and self._made.printed is printed:
                for page, image in enumerate(images):
                    self.form.preview.show_small(page, image)

        self._read(draw, done)

    # on paper

    def _align(self) -> None:
        from ill_desktop.ui.align import AlignDialog

        dialog = AlignDialog(self._link, self._stocks[self._kind()], self._habits, self)
        dialog.kept_with = self._aligned
        Room(dialog)
        dialog.open()

    def _aligned(self, known: Habits) -> None:
        self._habits = known
        self._ask()

    def _save(self) -> None:
        made = self._made
        if made is None or made.printed is None:
            return
        printed, title = made.printed, self.tr("Save PDF")
        name = _name_of(self._link.words, made.orders, self.tr("papers"))
        path = to_save(self, title, name, "PDF (*.pdf)")
        if path is not None:
            self._note(made, printed, lambda: files.write(path, printed.pdf), path.name)

    def _print(self) -> None:
        printer = ask_printer(self) if self._made is not None else None
        if printer is not None:
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Print what is shown, moved as the printer needs it, apart from the window."""
        made = self._made
        if made is None:
            return
        orders = tuple(replace(one, printer=printer.printerName()) for one in made.orders)

        def work(desk: "Desk") -> Printed:
            printed = printing.print_documents(desk, *orders)
            print_pdf(printer, printed.pdf)
            return printed

        self._can_print(False)
        self._warn(self.tr("Printing…"))
        self._link.read(
            work, lambda done: self._note(made, done, lambda: None, file_of(printer)), self._failed
        )

    def _note(self, made: _Made, printed: Printed, write: Callable[[], object], file: str) -> None:
        """Write what is to be written, then note that it was printed; `file` is the name of it."""

        def ask(desk: "Desk") -> int:
            write()
            printing.was_printed(desk, *made.orders, runs=printed.runs)
            return len({number for one in made.orders for number in one.numbers})

        self._link.write(ask, lambda count: self._noted(count, file), self._failed)

    def _noted(self, count: int, file: str) -> None:
        self.printed_with(count, file)
        if self.form.sent.isChecked():
            self._send()
        self.accept()


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _usual(kinds: tuple[str, ...]) -> Callable[["Desk"], tuple[Habits, dict[str, str]]]:
    def ask(desk: "Desk") -> tuple[Habits, dict[str, str]]:
        usual = {kind: print_habits.usual_stock(desk, kind) for kind in kinds}
        return print_habits.habits(desk), usual

    return ask
