"""Requests from outside: files named, opened or dropped, and text pasted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.errors import DeskError, Unreadable
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.choose_file import to_open
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices, Offer


class Taking(QObject):
    """Opens the form of a request, empty or filled from what was brought."""

    made = Signal(str)
    """The number of a request that was made or changed."""
    several_made = Signal(object)
    """The numbers of drafts that were made together."""
    sent = Signal(str)
    """The number of a request that was made and sent."""
    edited = Signal(str, str)
    """The number of a request that was changed, and the act that did it."""
    reopen_wanted = Signal(str)
    """The place of a form other than of a request in which something was left unsaved."""

    def __init__(self, link: Link, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._link, self._notices, self._window = link, notices, window

    def new(self) -> None:
        """An empty borrowing request."""
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.BORROW, Filled())

    def lend(self) -> None:
        """A lending request that came by phone, post or at the counter."""
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.LEND, Filled())

    def take_down(self, message_id: int) -> None:
        """The lending form, filled from a message that could not be used by itself."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services.post import taken_down

            return taken_down.wish(desk, message_id)

        self._link.read(ask, lambda wish: self.record(wish, message_id))

    def record(self, wish: Any, message_id: int = 0) -> None:
        """The lending form, filled with what is known of what they want."""
        from ill_desktop.ui.request_fields import ON_SCREEN
        from ill_desktop.ui.request_form import Filled, Purpose

        now = {
            **{name: getattr(wish.citation, name) for name in ON_SCREEN},
            "material": wish.citation.material.value,
            "service": wish.service.value,
            "partner": wish.partner,
            "their_id": wish.their_id,
            "needed_by": wish.needed_by.isoformat() if wish.needed_by else "",
            "note": wish.note,
        }
        self._open(Purpose.LEND, Filled(wish.citation, now=now, message_id=message_id))

    def edit(self, view: RequestView) -> None:
        """The form with what the request holds."""
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.EDIT, Filled(view.citation, view.identifiers, view))

    def _open(self, purpose: Any, filled: Any) -> None:
        def ask(desk: Any) -> tuple[PartnerView, ...]:
            from ill_desktop.services import partners

            return partners.listed(desk)

        def now() -> None:
            self._link.read(ask, lambda known: self._show(purpose, filled, known))

        self._link.signed(now)

    def _show(self, purpose: Any, filled: Any, known: Sequence[PartnerView]) -> None:
        from ill_desktop.ui.request_form import RequestForm

        form = RequestForm(self._link, purpose, known, filled, self._window)
        form.done_with = lambda number: self._made(number, sent=form.sends, act=form.act)
        form.open_with = self._open_other
        form.reader.new_wanted.connect(lambda typed: self._new_reader(form, typed))
        for field, wanted in (
            (form.asking, form.asking.new_wanted),
            (form.suppliers, form.suppliers.unknown.new_wanted),
        ):
            wanted.connect(partial(self._new_library, form, field))
        form.finished.connect(lambda _: self.offer_unfinished(of_requests=True))
        show(form)

    def _new_reader(self, form: Any, typed: str) -> None:
        """The card of somebody not known yet, without leaving the request."""
        from ill_desktop.ui.reader_dialog import ReaderDialog

        dialog = ReaderDialog(self._link, self._notices, None, form)
        card = dialog.form
        if typed:
            dialog.begin_with(typed)

        def saved(told: str) -> None:
            self._notices.toast(told)
            form.reader.take(card.code.text().strip() or card.name.text().strip())

        dialog.done_with = saved
        show(dialog)

    def _new_library(self, form: Any, field: Any, typed: str) -> None:
        """The card of a library not known yet, without leaving the request it asks for, or is to be
        asked for; the `field` takes it.
        """
        from ill_desktop.ui.partner_dialog import PartnerDialog

        dialog = PartnerDialog(self._link, None, form)
        if typed:
            dialog.begin_with(typed)

        def saved(card: PartnerView) -> None:
            self._notices.toast(self.tr("{name} is saved.").format(name=card.name))
            field.take(card)

        dialog.done_with = saved
        show(dialog)

    def _open_other(self, number: str) -> None:
        self.made.emit(number)

    # what was not finished

    def offer_unfinished(self, *, of_requests: bool = False) -> None:
        """Say in the bar that something was being written, when it was not saved."""
        if self._link.view_only:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import unfinished

            return [one for one in unfinished.kept(desk) if not (of_requests and one.place)]

        self._link.write(ask, self._offer)  # behind a form that is just being kept or forgotten

    def _offer(self, kept: Sequence[Any]) -> None:
        if not kept:
            return
        now = kept[0].form["now"]
        if kept[0].place:
            self._offer_form(kept[0].place, str(now["@title"]))
            return
        title = str(now.get("component_title") or now.get("title") or "…")
        text = self.tr("You were writing a request for “{title}” and did not save it.")
        go_on = Offer(self.tr("Go on writing"), lambda: self._take_up(kept[0]))
        self._notices.bar(text.format(title=title), "look", go_on)

    def _offer_form(self, place: str, name: str) -> None:
        text = self.tr("You were writing in the form “{form}” and did not save it.")
        go_there = Offer(self.tr("Open form"), lambda: self.reopen_wanted.emit(place))
        self._notices.bar(text.format(form=name), "look", go_there)

    def discard(self, meant: Callable[[Any], bool]) -> None:
        """Throw the newest away that is meant, and offer what was left before it."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import unfinished

            left = next(filter(meant, unfinished.kept(desk)), None)
            if left is not None:
                unfinished.forget(desk, left.key)

        self._link.write(ask, lambda _: self.offer_unfinished())

    def cannot_open(self, text: str, meant: Callable[[Any], bool]) -> None:
        """Say why a form in which something was left opens no more: it can be thrown away."""
        drop = Offer(self.tr("Discard"), lambda: self.discard(meant))
        self._notices.bar(text, "look", drop)

    def _take_up(self, unfinished: Any) -> None:
        """The form as it was left; of a request that is gone nothing is left to change."""
        from ill_desktop.ui.request_form import Filled, Purpose

        form = unfinished.form
        number = str(form["now"].get("number", ""))
        purpose = Purpose(form["now"]["purpose"])
        rest = Filled(
            citation=Citation(material=Material(form["now"]["material"])),
            identifiers=form["now"].get("identifiers", {}),
            key=unfinished.key,
            now=form["now"],
            begun=form["begun"],
        )
        if not number:
            self._open(purpose, rest)
            return

        def ask(desk: Any) -> RequestView:
            from ill_desktop.services import requests

            return requests.show(desk, number)

        def shown(view: RequestView) -> None:
            cited = replace(rest, citation=view.citation, identifiers=view.identifiers, view=view)
            self._open(purpose, cited)

        def gone(error: DeskError) -> None:
            self.cannot_open(self._link.sentence(error), lambda one: one.key == unfinished.key)

        self._link.read(ask, shown, gone)

    def _made(self, number: str, *, sent: bool = False, act: str = "") -> None:
        if sent:
            self.sent.emit(number)
        elif act:
            self.edited.emit(number, act)
        else:
            self._notices.toast(self.tr("{number} is saved.").format(number=number))
        self.made.emit(number)

    # what is brought

    def choose_file(self) -> None:
        """Ask for a file with citations, for a saved mail or a message."""
        kinds = self.tr(
            "Citations, messages and mails (*.mrc *.marc *.xml *.ris *.nbib *.bib *.eml *.txt)"
        )
        all_files = self.tr("All files (*)")
        title = self.tr("Open citations, messages or mails")
        path = to_open(self._window, title, f"{kinds};;{all_files}")
        if path is not None:
            self.take_files([path])

    def can_take(self, data: QMimeData) -> bool:
        """Whether something dropped or copied may hold citations."""
        return data.hasUrls() or data.hasText()

    def take(self, data: QMimeData) -> None:
        """Read what was dropped or pasted."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif data.hasText() and data.text().strip():
            self._take_text(data.text())

    def take_files(self, files: Sequence[Path]) -> None:
        """Read the citations of some files, one after another."""
        for path in files:
            if path.suffix.lower() == ".eml":
                self._take_mail(path)
            else:
                self._take_file(path)

    def _take_file(self, path: Path) -> None:
        def failed(error: DeskError) -> None:
            if isinstance(error, Unreadable) and error.reason == "a-message":
                self._ask_whose(path)
            else:
                self._refused(error)

        self._read(lambda intake: intake.from_file(path), failed)

    def _ask_whose(self, path: Path) -> None:
        """A message between libraries: it is read once somebody has seen whose it is."""

        def ask(desk: Any) -> str:
            from ill_desktop.services.post import by_hand

            return by_hand.whose(desk, path)

        def asked(partner: str) -> None:
            text = self.tr(
                "{file} is a message from {partner}. It is read as if it came from them."
            )
            said = text.format(file=path.name, partner=partner)
            verb = self.tr("Read message")
            self._notices.ask(self._window, said, verb, lambda: self._take_message(path, partner))

        self._link.read(ask, asked, self._refused)

    def _take_message(self, path: Path, partner: str) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services.post import by_hand

            return by_hand.take(desk, path)

        self._link.write(ask, lambda tally: self._message_taken(tally, partner), self._refused)

    def _message_taken(self, tally: Any, partner: str) -> None:
        counts, offer = tally.counts, None
        text = self.tr("The message from {partner} was read.")
        if counts["attention"] + counts["quarantined"]:
            text = self.tr("The message from {partner} waits under “Needs attention”.")
        elif not counts["applied"]:
            text = self.tr("The message from {partner} was known already: nothing changed.")
        for number in sorted(tally.touched)[:1]:
            show_it = self.tr("Show {number}").format(number=number)
            offer = Offer(show_it, partial(self.made.emit, number))
        self._notices.toast(text.format(partner=partner), offer)

    def _take_mail(self, path: Path) -> None:
        """A saved mail with a message of the exchange in it, or else with citations."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services.post import mailbox

            return mailbox.take_file(desk, path).counts

        def failed(error: DeskError) -> None:
            if isinstance(error, Unreadable) and error.reason == "no-message":
                self._take_file(path)
            else:
                self._refused(error)

        self._link.write(ask, self._mail_taken, failed)

    def _mail_taken(self, counts: Any) -> None:
        text = self.tr("Messages in the mail: {read}, to be looked at: {attention}.")
        looked = counts["attention"] + counts["quarantined"]
        self._notices.toast(text.format(read=counts["read"], attention=looked))

    def _take_text(self, text: str) -> None:
        self._read(lambda intake: intake.from_text(text))

    def _read(self, how: Any, failed: Callable[[DeskError], None] | None = None) -> None:
        def ask(_desk: Any) -> Any:
            from ill_desktop.services import intake

            return how(intake)

        self._link.read(ask, self._found, failed or self._refused)

    def _refused(self, error: DeskError) -> None:
        self._notices.bar(self._link.sentence(error), "look")

    def _found(self, intake: Any) -> None:
        from ill_desktop.ui.choose_record import ChooseRecord

        usable = intake.usable
        if len(usable) == 1 and len(intake.records) == 1:
            self._fill(usable[0])
        else:
            dialog = ChooseRecord(intake, self._link, self._window)
            dialog.chosen.connect(self._fill)
            dialog.made.connect(self._made_several)
            self._link.signed(lambda: show(dialog))

    def _made_several(self, numbers: Sequence[str]) -> None:
        self._notices.toast(self.tr("Drafts made: {n}.").format(n=len(numbers)))
        if numbers:
            self.several_made.emit(numbers)

    def _fill(self, record: Any) -> None:
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.BORROW, Filled(record.citation, record.identifiers))
