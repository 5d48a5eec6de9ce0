"""The card of a partner: names, folders, habits, addresses."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ill_desktop._built.forms.partner import Ui_Partner
from ill_desktop.domain.calendar import Closure
from ill_desktop.domain.days import Here, written
from ill_desktop.domain.errors import DeskError, Invalid
from ill_desktop.domain.exchange import BY_KEY
from ill_desktop.domain.identity import is_symbol, spelled
from ill_desktop.services.views import PartnerView
from ill_desktop.ui import countries
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.choose_file import a_folder
from ill_desktop.ui.dialogs import on_ctrl_enter, wide
from ill_desktop.ui.fields import WordsField
from ill_desktop.ui.kept_form import KeptForm
from ill_desktop.ui.link import Link
from ill_desktop.ui.notes import Note
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.wrong import named
from ill_desktop.words import closures, formats
from ill_desktop.words.catalogue import Words

if TYPE_CHECKING:
    from ill_desktop.services.post.again import Way

Changes = dict[str, str | Sequence[str]]
ADDRESSES = {
    "address": "ship",
    "return-address": "return",
    "mail-address": "mail",
    "invoice-address": "invoice",
}
"""The purpose of each address, by the key of the card."""


class PartnerDialog(KeptForm):
    """Adds a partner, or changes one."""

    choices_count = True

    def __init__(
        self, link: Link, partner: PartnerView | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(link, parent)
        self._partner = partner
        self.done_with: Callable[[PartnerView], None] = lambda _: None
        self.heard = 0
        """So many messages of this library waited for its card, and were read again."""
        self._may_make = False
        self._asked: set[Closure] = set()
        """Closed days that were asked back: given again, they are meant."""
        self.form = Ui_Partner()
        self.form.setupUi(self)
        self._dress()
        if partner is not None:
            self._fill(partner)
        self._wire()
        self.form.name.setFocus()
        self.resize(wide(self, 760), self.sizeHint().height())
        self.keep_as(f"partner {partner.symbol if partner else ''}")

    def begin_with(self, typed: str) -> None:
        """The card of a library known by a symbol or a name; what is typed is kept as of that."""
        form, named = self.form, " " in typed or not is_symbol(typed)
        (form.name if named else form.symbols).setText(typed)
        (form.symbols if named else form.name).setFocus()
        self.keep_as(f"partner +{typed}")

    def offer_way(self, way: "Way") -> None:
        """The way a library wrote that is not in the directory yet: answers would go there."""
        form = self.form
        form.inbox.setText(way.inbox)
        form.outbox.setText(way.outbox)
        form.mail.setText(way.mail)
        if way.partners:
            text = self.tr(
                "Its message came by way of {partner}, so answers go there, too."
                " Clear what is filled in here if it is to be reached in another way."
            )
            form.by_hand.setText(text.format(partner=", ".join(way.partners)))

    def _dress(self) -> None:
        form = self.form
        form.habits.prepare(self._link.words)
        form.closed_weekdays.prepare(self._link.words)
        countries.open_to_others(form.country)
        form.country.offer((("", ""), *countries.choices()))
        line = form.country.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("the same as ours"))
        form.closed_days.set_lines(2)
        form.wrong.prepare(self._link, self._fields())
        form.save.setProperty("filled", True)
        on_ctrl_enter(self, form.save)
        form.save.setDefault(True)
        new = self._partner is None
        self.setWindowTitle(self.tr("Add partner") if new else self.tr("Edit partner"))
        form.tabs.setAccessibleName(self.windowTitle())
        form.active.setHidden(new)
        form.remove.hide()

    def offer_removal(self, notices: Notices) -> None:
        """The card of a partner entered by mistake can be thrown away."""
        partner = self._partner
        if partner is None or self._link.view_only:
            return
        text = self.tr("{name} and its card will be removed from the directory.")

        def ask(desk: Any) -> str:
            from ill_desktop.services import partners

            return partners.remove(desk, partner.symbol, really=False)

        def sure(name: str) -> None:
            verb = self.tr("Remove partner")
            notices.ask(self, text.format(name=name), verb, lambda: self._remove(partner, notices))

        asked = while_there(self, sure)
        self.form.remove.clicked.connect(lambda: self._link.write(ask, asked, self._failed))
        self.form.remove.show()

    def _remove(self, partner: PartnerView, notices: Notices) -> None:
        def ask(desk: Any) -> str:
            from ill_desktop.services import partners

            return partners.remove(desk, partner.symbol)

        def gone(name: str) -> None:
            notices.toast(self.tr("{name} is removed.").format(name=name))
            self.accept()

        self._link.write(ask, while_there(self, gone), self._failed)

    def _fill(self, partner: PartnerView) -> None:
        form = self.form
        form.name.setText(partner.name)
        countries.put(form.country, partner.country)
        form.symbols.setText("; ".join(partner.symbols))
        form.inbox.setText(partner.inbox)
        form.outbox.setText(partner.outbox)
        form.mail.setText(partner.mail)
        form.telephone.setText(partner.settings["telephone"])
        form.courier.setText(partner.settings["courier"])
        form.habits.fill(partner.settings)
        form.loan_days.setText(partner.settings.get("loan-days", ""))
        form.answer_days.setText(partner.settings.get("answer-days", ""))
        form.reader_margin.setText(partner.settings.get("reader-margin", ""))
        form.closed_weekdays.set_text(partner.settings.get("closed-weekdays", ""))
        kept = partner.settings.get("closed-days", "")
        form.closed_days.setPlainText(_for_people(kept, month_first=self._link.here().month_first))
        form.active.setChecked(partner.active)
        form.note.setPlainText(partner.note)
        for key, purpose in ADDRESSES.items():
            self._address(key).setPlainText(_lines(partner, purpose))

    def _address(self, key: str) -> WordsField:
        field: WordsField = getattr(self.form, key.replace("-", "_"))
        return field

    def _wire(self) -> None:
        form = self.form
        form.choose_inbox.clicked.connect(lambda: self._choose(form.inbox))
        form.choose_outbox.clicked.connect(lambda: self._choose(form.outbox))
        form.cancel.clicked.connect(self.reject)
        form.save.clicked.connect(self._submit)
        self._save_verb = form.save.text()
        self._symbols_note = Note(form.symbols)
        form.symbols.textChanged.connect(lambda _: self._tell_symbols())
        form.closed_days.setPlaceholderText(self._span())
        self._closed_note = Note(form.closed_days, lines=2)
        form.closed_days.textChanged.connect(self._tell_closed)
        for folder in (form.inbox, form.outbox):
            folder.textChanged.connect(self._type_folder)

    def _tell_symbols(self) -> None:
        """How what was typed is understood, where that is not what was typed."""
        text = self.form.symbols.text()
        typed, kept = [one.strip() for one in text.split(";") if one.strip()], _split(text)
        said = self.tr("Will be written as {symbol}.").format(symbol="; ".join(kept))
        self._symbols_note.say(said if kept != typed else "")

    def _read_closed(self) -> list[tuple[str, Closure | None]]:
        """What was typed, line by line, and the days understood."""
        here, lines = self._link.here(), _lines_of(self.form.closed_days.text())
        return [(line, _closure(line, here)) for line in lines]

    def _tell_closed(self) -> None:
        """Which days were understood; the rest is told with an example."""
        words, read = self._link.words, self._read_closed()
        wrong = next((line for line, found in read if found is None), None)
        if wrong is not None:
            text = self.tr("“{text}” is not a date, or ends before it begins. Write {span}.")
            self._closed_note.say(text.format(text=wrong, span=self._span()), warn=True)
            return
        told = (" – ".join(_ends(words, one)) for _, one in read if one is not None)
        self._closed_note.say("; ".join(told))

    def _hardly_meant(self) -> str:
        """What is asked back about days typed here, once; nothing about those kept already."""
        words, today, known = self._link.words, self._link.today(), self._partner
        kept = known.settings.get("closed-days", "").splitlines() if known else ()
        for _, one in self._read_closed():
            odd = closures.odd(words, one, today) if one is not None else ""
            if one is None or not odd or str(one) in kept or one in self._asked:
                continue
            self._asked.add(one)
            again = self.tr("{days}. {odd} If it is meant, press again.")
            return again.format(days=" – ".join(_ends(words, one)), odd=odd)
        return ""

    def _span(self) -> str:
        """How closed days may be typed, in the order of days here."""
        ends, first = (date(2026, 12, 24), date(2027, 1, 3)), self._link.here().month_first
        days = (written(day, month_first=first).rpartition("/")[0] for day in ends)
        return " – ".join(days)

    def _type_folder(self) -> None:
        """Another folder is asked about anew."""
        self._may_make = False
        self.form.save.setText(self._save_verb)

    def _choose(self, field: QLineEdit) -> None:
        name = a_folder(self, self.tr("Choose a folder"), field.text())
        if name:
            field.setText(name)

    def _given(self) -> Changes:
        form = self.form
        return {
            "name": form.name.text().strip(),
            "country": form.country.code().upper(),
            "symbol": _split(form.symbols.text()),
            "inbox": form.inbox.text().strip(),
            "outbox": form.outbox.text().strip(),
            "mail": form.mail.text().strip(),
            "telephone": form.telephone.text().strip(),
            "courier": form.courier.text().strip(),
            "loan-days": form.loan_days.text().strip(),
            "answer-days": form.answer_days.text().strip(),
            "reader-margin": form.reader_margin.text().strip(),
            "closed-weekdays": form.closed_weekdays.text(),
            "closed-days": self._closed_days(),
            **{key: self._address(key).text() for key in ADDRESSES},
            "note": form.note.text(),
            "active": "yes" if form.active.isChecked() else "no",
            **form.habits.values(),
        }

    def _closed_days(self) -> str:
        """As they are kept, where they can be read."""
        return "\n".join(str(found or line) for line, found in self._read_closed())

    def _submit(self) -> None:
        odd = self._hardly_meant()
        if odd:
            self.form.wrong.say(odd, about="closed-days")
            return
        given, known, sure = self._given(), self._partner, self._may_make

        def ask(desk: Any) -> tuple[PartnerView, int] | Path:
            from ill_desktop.services.letterboxes import to_be_made
            from ill_desktop.services.post import again

            absent = () if sure else to_be_made(str(given["inbox"]), str(given["outbox"]))
            return absent[0] if absent else (_save(desk, known, given), again.welcome(desk))

        self._link.write(ask, self._done, self._failed)

    def _done(self, saved: tuple[PartnerView, int] | Path) -> None:
        if isinstance(saved, Path):
            self._offer_folder(saved)
            return
        partner, self.heard = saved
        self.done_with(partner)
        self.accept()

    def _offer_folder(self, absent: Path) -> None:
        """A folder mistyped looks like a partner that never writes: none is made unasked."""
        self._may_make = True
        text = self.tr("There is no folder {path}. Choose another one, or make it now.")
        self.form.tabs.setCurrentWidget(self.form.card)
        self.form.wrong.say(text.format(path=absent))
        self.form.save.setText(self.tr("Make folder and save"))

    def _failed(self, error: DeskError) -> None:
        form = self.form
        if form.habits.mark(named(error)):
            form.tabs.setCurrentWidget(form.exchange)
        form.wrong.failed(error)
        if named(error) == "symbol" and not form.symbols.text().strip():
            said = self.tr("Its ISIL, or a short name of your own: KOTA is written LOCAL:KOTA.")
            self._symbols_note.say(said, warn=True)

    def _fields(self) -> dict[str, QWidget]:
        form = self.form
        same = ("name", "country", "inbox", "outbox", "mail", "loan_days", "answer_days",
                "reader_margin", "closed_days")  # fmt: skip
        plain = {name.replace("_", "-"): getattr(form, name) for name in same}
        return {**plain, "symbol": form.symbols}


def _lines(partner: PartnerView, purpose: str) -> str:
    found = next((one for one in partner.addresses if one.purpose == purpose), None)
    return "\n".join(found.lines) if found else ""


def _lines_of(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\n,;]", text) if line.strip()]


def _closure(text: str, here: Here | None = None) -> Closure | None:
    try:
        return Closure.parse(text, here=here)
    except Invalid:
        return None


def _ends(words: Words, one: Closure) -> list[str]:
    """The first and the last day as they are read; a single one once."""
    return list(dict.fromkeys(formats.day(words, day) for day in (one.first, one.last)))


def _for_people(kept: str, *, month_first: bool) -> str:
    """Closed days, one a line, as they are typed."""
    read = filter(None, map(_closure, kept.splitlines()))
    ends = (
        dict.fromkeys(written(day, month_first=month_first) for day in (one.first, one.last))
        for one in read
    )
    return "\n".join(map(" – ".join, ends))


def _split(text: str) -> list[str]:
    return [spelled(part) for part in text.replace(",", ";").split(";") if part.strip()]


def _save(desk: Any, known: PartnerView | None, given: Changes) -> PartnerView:
    """A new card, or the fields of a known one that differ."""
    from ill_desktop.services import partners

    if known is None:
        rest = {k: v for k, v in given.items() if v and k in _LATER}
        return partners.add(
            desk,
            partners.NewPartner(
                name=str(given["name"]),
                symbols=tuple(given["symbol"]),
                inbox=str(given["inbox"]),
                outbox=str(given["outbox"]),
                address=tuple(str(given["address"]).splitlines()),
                country=str(given["country"]),
                mail=str(given["mail"]),
            ),
            rest,
        )
    return partners.change(desk, known.symbol, _differing(known, given))


_LATER = frozenset(
    {
        *("loan-days", "answer-days", "reader-margin", "closed-weekdays", "closed-days"),
        *("note", "telephone", "courier"),
        *(key for key in ADDRESSES if key != "address"),
        *BY_KEY,
    }
)


def _differing(known: PartnerView, given: Changes) -> Changes:
    was: Changes = {
        "name": known.name,
        "country": known.country,
        "symbol": list(known.symbols),
        "inbox": known.inbox,
        "outbox": known.outbox,
        "mail": known.mail,
        "telephone": known.settings["telephone"],
        "courier": known.settings["courier"],
        "loan-days": known.settings.get("loan-days", ""),
        "answer-days": known.settings.get("answer-days", ""),
        "reader-margin": known.settings.get("reader-margin", ""),
        "closed-weekdays": known.settings.get("closed-weekdays", ""),
        "closed-days": known.settings.get("closed-days", ""),
        **{key: _lines(known, purpose) for key, purpose in ADDRESSES.items()},
        "note": known.note,
        "active": "yes" if known.active else "no",
        **{key: known.settings[key] for key in BY_KEY},
    }
    return {key: value for key, value in given.items() if value != was[key]}
