"""The first start: five short pages that end with a desk, an opened one, or the sample."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ill_desktop._built.forms.first_start import Ui_FirstStart
from ill_desktop.domain.countries import paper_of
from ill_desktop.domain.errors import DeskError, Invalid, Why
from ill_desktop.domain.identity import is_odd, is_symbol, spelled
from ill_desktop.services import files
from ill_desktop.services.folder import DeskFolder
from ill_desktop.settings import spelled_out
from ill_desktop.ui import countries, keys
from ill_desktop.ui.choose_file import a_folder, file_name, to_save
from ill_desktop.ui.folder_note import FolderNote
from ill_desktop.ui.notes import Note
from ill_desktop.ui.sample_bar import sample_of
from ill_desktop.ui.tasks import Answers, Tasks
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.wrong import point_out
from ill_desktop.words import stocks
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.errors import sentence

PAPERS = ("A4", "F4", "Letter")
LANGUAGE, DESK, LIBRARY, EXCHANGE, PAPER = range(5)
WHERE = {
    **dict.fromkeys(("name", "symbol", "country", "zone"), LIBRARY),
    **dict.fromkeys(("partner_symbol", "inbox", "outbox"), EXCHANGE),
}
"""On which page a field stands that the desk refused."""
FILLED_IN = ("folder", "partner_name", *WHERE)
EXPLAINED = ("new_desk_says", "open_desk_says", "sample_desk_says")
MUTED = ("step", "welcome_says", "exchange_says", "sheet_says", "sheet_done", *EXPLAINED)


class FirstStart(QDialog):
    """Ends with a desk in `folder`, or with none; nothing is written before its last button."""

    def __init__(
        self,
        folder: Path,
        language: str,
        tasks: Tasks,
        speak: Callable[[str], None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder, self.language = folder, language
        self._usual, self._tasks, self._speak = folder, tasks, speak
        self._busy = self._paper_by_hand = False
        self._country = ""
        self.form = Ui_FirstStart()
        self.form.setupUi(self)
        self._notes = {
            name: Note(getattr(self.form, name)) for name in ("symbol", "partner_symbol")
        }
        self._own = {name: _offer(getattr(self.form, name)) for name in self._notes}
        self._folders = [FolderNote(box, tasks) for box in (self.form.inbox, self.form.outbox)]
        self._filled_in = {name: getattr(self.form, name) for name in FILLED_IN}
        self.form.wrong.prepare(None, self._filled_in)
        self._dress()
        self._wire()
        self._say()
        self._turn(LANGUAGE)
        self.resize(640, 500)

    # what it is made of

    def _dress(self) -> None:
        form = self.form
        form.heading.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        for name in MUTED:
            getattr(form, name).setProperty("muted", True)
        for name in EXPLAINED:
            getattr(form, name).setContentsMargins(24, 0, 0, 4)
        (form.indonesian if self.language == "id" else form.english).setChecked(True)
        one_of = QButtonGroup(self)
        for button in self._desks():
            one_of.addButton(button)
        here = DeskFolder(self._usual).database.is_file()
        (form.open_desk if here else form.new_desk).setChecked(True)
        form.partner_later.setChecked(True)
        form.folder.setText(str(self._usual))
        for open_list in (form.country, form.zone):
            countries.open_to_others(open_list)
        form.paper.offer((paper, paper) for paper in PAPERS)
        form.sheet_done.hide()
        form.forth.setProperty("filled", True)
        form.forth.setDefault(True)

    def _wire(self) -> None:
        form = self.form
        form.english.toggled.connect(lambda on: self._choose_language("en" if on else "id"))
        for one in (form.new_desk, form.open_desk, form.sample_desk):
            one.toggled.connect(self._desk_chosen)
        form.partner_now.toggled.connect(self._partner_chosen)
        form.country.currentIndexChanged.connect(self._country_chosen)
        typed = form.country.lineEdit()
        if typed is not None:
            typed.editingFinished.connect(self._country_chosen)
        form.paper.currentIndexChanged.connect(self._paper_chosen)
        form.paper.activated.connect(lambda _: self._paper_taken())
        for name in self._notes:
            getattr(form, name).textChanged.connect(lambda _, n=name: self._look_at_symbol(n))
        for name in ("folder", "inbox", "outbox"):
            button = getattr(form, f"choose_{name}")
            button.clicked.connect(lambda _, n=name: self._choose_folder(getattr(form, n)))
        form.save_sheet.clicked.connect(self._save_sheet)
        form.print_sheet.clicked.connect(self._print_sheet)
        form.cancel.clicked.connect(self.reject)
        form.back.clicked.connect(lambda: self._turn(self._page - 1))
        form.forth.clicked.connect(self._forth)
        keys.PAGE_BEFORE.bind(self, form.back.click)

    def _say(self) -> None:
        """Everything in the language chosen; what was filled in stays."""
        form, words = self.form, words_for(self.language)
        country, zone, stock = form.country.code(), form.zone.code(), form.stock.code()
        form.retranslateUi(self)
        form.country.blockSignals(True)
        form.country.offer(countries.choices())
        countries.put(form.country, country or "ID")
        form.country.blockSignals(False)
        self._country_chosen()
        form.zone.choose(zone or "Asia/Jakarta")
        from ill_desktop.services import printing

        form.stock.offer((one.code, stocks.name(words, one.name)) for one in printing.stocks())
        form.stock.setMinimumContentsLength(28)
        form.stock.choose(stock)
        if not stock:
            self._paper_chosen()
        self._desk_chosen()
        self._partner_chosen()
        for note in self._folders:
            note.look()

    # what moves

    @property
    def _page(self) -> int:
        return self.form.pages.currentIndex()

    def _pages(self) -> int:
        """How many pages there are: a desk that is there needs no more than two."""
        return PAPER + 1 if self.form.new_desk.isChecked() else DESK + 1

    def _turn(self, page: int) -> None:
        form = self.form
        form.pages.setCurrentIndex(page)
        form.wrong.hide()
        self._label_buttons()
        first = {
            LANGUAGE: form.indonesian if self.language == "id" else form.english,
            DESK: next(one for one in self._desks() if one.isChecked()),
            LIBRARY: form.name,
            EXCHANGE: form.partner_now if form.partner_now.isChecked() else form.partner_later,
            PAPER: form.paper,
        }
        first[page].setFocus(Qt.FocusReason.TabFocusReason)

    def _label_buttons(self) -> None:
        form, last = self.form, self._page == self._pages() - 1
        form.back.setVisible(self._page > LANGUAGE)
        titles = (
            self.tr("Welcome to ILL Desktop"),
            self.tr("Your desk"),
            self.tr("Your library"),
            self.tr("Exchange with partners"),
            self.tr("Paper and labels"),
        )
        form.heading.setText(titles[self._page])
        step = self.tr("Page {page} of {pages}")
        form.step.setText(step.format(page=self._page + 1, pages=self._pages()))
        verb = self.tr("Next")
        if last and form.new_desk.isChecked():
            verb = self.tr("Make the desk")
        elif last:
            sample = form.sample_desk.isChecked()
            verb = self.tr("Open the sample desk") if sample else self.tr("Open the desk")
        form.forth.setText(verb)

    def _desks(self) -> tuple[Any, ...]:
        return self.form.new_desk, self.form.open_desk, self.form.sample_desk

    def _choose_language(self, code: str) -> None:
        self.language = code
        self._speak(code)
        self._say()

    def _desk_chosen(self) -> None:
        self.form.folder_cell.setVisible(not self.form.sample_desk.isChecked())
        self._label_buttons()

    def _partner_chosen(self) -> None:
        form, now = self.form, self.form.partner_now.isChecked()
        for cell in (form.partner_name_cell, form.partner_symbol_cell, form.inbox_cell,
                     form.outbox_cell):  # fmt: skip
            cell.setEnabled(now)

    def _country_chosen(self) -> None:
        """Zone and paper follow the country, the paper until somebody chose another."""
        form, country = self.form, self.form.country.code().upper()
        if country == self._country:
            return
        self._country = country
        form.zone.offer(countries.zones(country))
        if not self._paper_by_hand:
            form.paper.choose(paper_of(country))

    def _paper_taken(self) -> None:
        self._paper_by_hand = True

    def _paper_chosen(self) -> None:
        self.form.stock.choose("5163" if self.form.paper.code() == "Letter" else "L7163")

    def _look_at_symbol(self, name: str) -> None:
        """Warn, and offer our own authority; only the button below refuses what is no symbol."""
        typed = getattr(self.form, name).text().strip()
        symbol = spelled(typed)
        own, text = self._own[name], ""
        own.setVisible(not is_symbol(typed) and is_symbol(symbol))
        own.setText(self.tr("Use {symbol}").format(symbol=symbol))
        if own.isVisibleTo(self):
            self._notes[name].say("")
            return
        if is_odd(symbol):
            text = self.tr(
                "This does not look like an ISIL, such as ID-JKT-PNRI. It is kept as typed."
            )
        elif symbol != typed:
            text = self.tr("Will be written as {symbol}.").format(symbol=symbol)
        self._notes[name].say(text, warn=is_odd(symbol))

    def _choose_folder(self, field: QLineEdit) -> None:
        name = a_folder(self, self.tr("Choose a folder"), field.text())
        if name:
            field.setText(name)

    # the test sheet

    def _save_sheet(self) -> None:
        title, suggested = self.tr("Save test sheet"), self._sheet_name()
        path = to_save(self, title, suggested, "PDF (*.pdf)")
        if path is not None:
            said = self.tr("The test sheet is in {file}.").format(file=path.name)
            self._make_sheet(lambda pdf: files.write(path, pdf), said)

    def _sheet_name(self) -> str:
        return file_name(self.tr("test sheet"), self.form.stock.code(), ending="pdf")

    def _print_sheet(self) -> None:
        from ill_desktop.ui.paper_printer import ask_printer, file_of, print_pdf

        printer = ask_printer(self)
        if printer is not None:
            file = file_of(printer)
            inside = self.tr("The test sheet is in {file}.").format(file=file)
            said = inside if file else self.tr("The test sheet was sent to the printer.")
            self._make_sheet(lambda pdf: print_pdf(printer, pdf), said)

    def _make_sheet(self, use: Callable[[bytes], object], said: str) -> None:
        code, language = self.form.stock.code(), self.language

        def work(_progress: object) -> None:
            from ill_desktop.services import printing

            use(printing.test_sheet(code, language))

        self._tasks.read(work, Answers(lambda _: self._sheet_told(said), self._failed))

    def _sheet_told(self, text: str) -> None:
        self.form.sheet_done.setText(text)
        self.form.sheet_done.show()

    # the end of a page, and of all

    def _forth(self) -> None:
        for open_list in (self.form.country, self.form.zone):
            countries.understand(open_list)
        lacking = self._lacking()
        point_out(self._filled_in, lacking)
        if lacking:
            label = getattr(self.form, f"{lacking}_label").text()
            said = self.tr("Fill in “{field}”.").format(field=label)
            self.form.wrong.say(said, about=lacking)
        elif refused := self._no_symbol():
            self._refuse(refused, Invalid("symbol", self._typed(refused), Why.NOT_A_SYMBOL))
        elif self._page == LIBRARY and (unknown := countries.unknown(self.form)):
            self.form.wrong.say(unknown[1], about=unknown[0])
        elif self._page < self._pages() - 1:
            self._turn(self._page + 1)
        else:
            self._finish()

    def _lacking(self) -> str:
        """The field of this page that cannot stay empty."""
        form = self.form
        needed: dict[int, tuple[str, ...]] = {
            DESK: () if form.sample_desk.isChecked() else ("folder",),
            LIBRARY: ("name", "symbol"),
            EXCHANGE: ("partner_name", "partner_symbol") if form.partner_now.isChecked() else (),
        }
        names = list(needed.get(self._page, ()))
        boxes = ("inbox", "outbox")
        if self._page == EXCHANGE and names and any(getattr(form, n).text().strip() for n in boxes):
            names += boxes
        return next((name for name in names if not getattr(form, name).text().strip()), "")

    def _typed(self, name: str) -> str:
        return str(getattr(self.form, name).text()).strip()

    def _no_symbol(self) -> str:
        """The field of this page whose text `ill init` would refuse, too."""
        named = {LIBRARY: "symbol", EXCHANGE: "partner_symbol"}.get(self._page, "")
        if named == "partner_symbol" and not self.form.partner_now.isChecked():
            return ""
        return named if named and not is_symbol(self._typed(named)) else ""

    def _refuse(self, name: str, error: DeskError) -> None:
        """Say it, and stand on the field."""
        self.form.wrong.say(sentence(words_for(self.language), error), about=name)

    def _finish(self) -> None:
        from ill_desktop.ui import first_desk

        form = self.form
        folder = spelled_out(form.folder.text().strip())
        if form.sample_desk.isChecked():
            folder = sample_of(self._usual)
            self.form.wrong.say(self.tr("The sample desk is being made…"), wrong=False)
            work = first_desk.sample(folder, self.language)
        elif form.open_desk.isChecked():
            work = first_desk.opened(folder)
        else:
            work = first_desk.new(folder, first_desk.typed(form, self.language))
        self._hold(True)
        self._tasks.write(work, Answers(self._done, self._failed))

    def _hold(self, busy: bool) -> None:
        self._busy = busy
        for button in (self.form.cancel, self.form.back, self.form.forth):
            button.setEnabled(not busy)

    def _done(self, folder: Path) -> None:
        self.folder = folder
        self._hold(False)
        self.accept()

    def reject(self) -> None:
        """End without a desk; not while one is being made."""
        if not self._busy:
            super().reject()

    def _failed(self, error: DeskError) -> None:
        self._hold(False)
        name = str(getattr(error, "field", ""))
        if name == "symbol" and getattr(error, "value", "") != spelled(self.form.symbol.text()):
            name = "partner_symbol"
        page = WHERE.get(name)
        if page is not None:
            self._turn(page)
            self._refuse(name, error)
        else:
            self.form.wrong.say(sentence(words_for(self.language), error))


def _offer(field: QLineEdit) -> QPushButton:
    """The button under the field of a symbol that writes our own authority before it."""
    cell = field.parentWidget()
    button = QPushButton(cell)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: field.setText(spelled(field.text())))
    button.clicked.connect(lambda: field.setFocus(Qt.FocusReason.OtherFocusReason))
    box = cell.layout() if cell is not None else None
    if box is not None:
        box.addWidget(button)
    button.hide()
    return button
