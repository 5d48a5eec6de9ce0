"""What the forms of all acts share: fields by key, one button that does it, refusals inside."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ill_desktop.domain import codes
from ill_desktop.domain.errors import DeskError, NotOfRequest
from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.keys import REPEATABLE, Key, takes
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services import said_address
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui import amounts, keys
from ill_desktop.ui.asking import wanted
from ill_desktop.ui.asking.barcodes import Barcodes
from ill_desktop.ui.asking.due import DueField
from ill_desktop.ui.asking.earlier import Earlier, TakingBack
from ill_desktop.ui.asking.meant import Meant
from ill_desktop.ui.asking.other_request import OtherRequest
from ill_desktop.ui.asking.reading import changed, marked, text_of
from ill_desktop.ui.dialogs import is_scrolled, room_for, wide
from ill_desktop.ui.fields import CodeField, DayField, WordsField
from ill_desktop.ui.kept_form import KeptForm
from ill_desktop.ui.link import Link
from ill_desktop.ui.scanner import Scanner
from ill_desktop.ui.standing import standpoint
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.unhurried import Unhurried
from ill_desktop.ui.wrong import Wrong
from ill_desktop.words import deviations, duedates, formats, labels, saying

Values = dict[str, str | Sequence[str]]
CODES: Mapping[Key, Sequence[str]] = MappingProxyType(
    {Key.VIA: codes.SENT_VIA, Key.CONDITION: codes.LOAN_CONDITION}
)


class Asking(KeptForm):
    """Stays open until the desk took what was given; nothing typed is lost by a refusal."""

    things_in_hand = True
    """Whether barcodes are those of things in hand, so that odd ones are told."""
    act: QPushButton
    wrong: Wrong
    said: QLabel

    def __init__(self, link: Link, view: RequestView, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._view = view
        self._fields: dict[Key, QWidget] = {}
        self._cells: dict[Key, QWidget] = {}
        self._barcodes: Barcodes | None = None
        self._meant = Meant()
        self.scanner = Scanner(self)
        self.done_with: Callable[[RequestView], None] = lambda _: None
        self.open_other: Callable[[str], None] = lambda _: None
        """Called with the number of the request to which a barcode belongs instead."""
        self.print_for: Callable[[tuple[str, ...], tuple[str, ...]], None] = lambda *_: None
        """Called with numbers and kinds of paper when the form is done."""
        self.take_back: Callable[[TakingBack], None] = lambda _: None
        """Called with the acts to undo instead of doing this one."""
        self.among: tuple[str, ...] = ()
        """The numbers of the list it was opened from, from the top."""
        self.stand_on: Callable[[str], None] = lambda _: None
        """Called with the number of the request the form has gone on to."""
        self._earlier: Earlier | None = None
        keys.DONE.bind(self, self.submit_now)

    def submit_now(self) -> None:
        """Press the button, where it may be pressed; the answer typed just before counts."""
        self.scanner.give_back()
        self.act.click()

    def action(self) -> Action:
        """What will be done as the form stands."""
        raise NotImplementedError

    def begin(self) -> None:
        """It is filled: what is typed from now on is kept."""
        keys.DONE.tell_on(self.act)
        if self._barcodes is not None:
            self._barcodes.begin()
        self.keep_as(f"act {self._view.line.number} {self.first_action()}")

    def first_action(self) -> Action:
        """The act by which the form is known, however it stands."""
        return self.action()

    def values(self) -> Values:
        """What was given, by key, as the services read it."""
        given: Values = {}
        for key, field in self._fields.items():
            if self._cells[key].isHidden() or key not in takes(self.action()).all:
                continue
            text = text_of(field)
            if key in REPEATABLE:
                several = [part.strip() for part in text.splitlines() if part.strip()]
                if several:
                    given[key.value] = several
            elif text:
                given[key.value] = text
        return given

    def odd_due(self, due: date) -> str:
        """What is odd about a due date, seen from the day of the act."""
        on = self._fields.get(Key.ON)
        start = (on.day() if isinstance(on, DayField) else None) or self._link.today()
        until = self._view.line.due if self.action() is Action.RENEW else None
        return duedates.odd(self._link.words, due, start, until)

    def odd_on(self, on: date) -> str:
        """What is odd about the day of the act: it is before there was a request."""
        desk, made = self._link.desk, self._view.line.created
        return duedates.before_made(self._link.words, on, desk.local_date(made)) if desk else ""

    def submit(self) -> None:
        """Let the desk do it; what is odd is told first where nobody can have seen it yet."""
        given, number, action = self.values(), self._view.line.number, self.action()
        told = self._barcodes is None or not self._barcodes.untold()
        if not told and action not in deviations.GOES_BACK:  # those are refused by the desk
            return
        odd = self.odd_first()
        if odd:
            self._point_at_fields()
            self.wrong.say(odd, about=Key.DUE.value)
            return

        def ask(desk: Any) -> RequestView:
            from ill_desktop.services import acts

            return acts.do(desk, number, action, given)

        self.act.setEnabled(False)
        self._link.write(ask, self._done, self._failed)

    def odd_first(self) -> str:
        """What is asked back about the due date before the act is done; empty the second time."""
        odd = self._meant.odd(self.action(), self._fields.get(Key.DUE))
        return " ".join((odd, self.tr("If it is meant, press again."))) if odd else ""

    def say(self) -> None:
        """Show what the partner will be told."""
        view, words = self._view, self._link.words
        row = row_for(standpoint(view), self.action())
        partner, silent = self.hearer()
        text = ""
        if row is not None and row.says is not None and partner:
            text = saying.told(words, row.says, self._spoken(), partner, silent)
        # What is said grows with what is typed: its second line is there from the start.
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._tell_earlier(speaks=bool(text) and not silent)

    def hearer(self) -> tuple[str, bool]:
        """Who is told by the act, and whether no message can do it."""
        view = self._view
        return view.line.partner.name if view.line.partner else "", view.manual

    def _tell_earlier(self, *, speaks: bool) -> None:
        """What has not left yet leaves before what is said here, and can be taken back instead."""
        if self._earlier is None:
            self._earlier = Earlier(self._link, self.said, self._undo_earlier)
        if speaks:
            self._earlier.tell(self._view)
        else:
            self._earlier.hide()

    def _undo_earlier(self, offer: TakingBack) -> None:
        once = Qt.ConnectionType.SingleShotConnection
        self.rejected.connect(lambda: self.take_back(offer), once)
        self._leave_unsaved()

    def _spoken(self) -> dict[Key, str]:
        """The values as they are said: the date of the sum where none was typed."""
        spoken = {
            Key(name): value if isinstance(value, str) else ", ".join(value)
            for name, value in self.values().items()
        }
        # What is no amount and what is no day is promised to nobody.
        cost = amounts.as_read(spoken.pop(Key.COST, ""), self._link)
        if cost:
            spoken[Key.COST] = cost
        for key, field in self._fields.items():
            day_typed = field.field if isinstance(field, DueField) else field
            if isinstance(day_typed, DayField) and day_typed.is_wrong():
                spoken.pop(key, None)
        due = self._fields.get(Key.DUE)
        if isinstance(due, DueField) and not self._cells[Key.DUE].isHidden():
            day = due.day()
            if day is not None:
                spoken[Key.DUE] = day.isoformat()
        return spoken

    def watch_items(self) -> None:
        """A barcode that is not the one noted is told once it stands there; it stops nobody."""
        field = self._fields.get(Key.ITEM)
        if isinstance(field, (WordsField, QLineEdit)):
            self._barcodes = Barcodes(field, self._odd_items, room=self.things_in_hand)
            self.scanner.scanned.connect(self._barcodes.scanned)

    def _odd_items(self, typed: Sequence[str]) -> str:
        action, line = self.action(), self._view.line
        strap = {line.number, line.our_id} if action in deviations.GOES_BACK else set()
        odd = [code for code in typed if code not in strap]
        return deviations.other_item(self._link.words, action, odd, self._view.items)

    def _done(self, view: RequestView) -> None:
        self.done_with(view)
        self.accept()

    def _failed(self, error: DeskError) -> None:
        self.act.setEnabled(True)
        if isinstance(error, NotOfRequest) and self._barcodes is not None:
            self._barcodes.be_quiet()
        self._point_at_fields()
        self.wrong.failed(error)
        other = error.other if isinstance(error, NotOfRequest) else ""
        if other and other != self._view.line.number:
            OtherRequest(self.wrong, other).clicked.connect(lambda: self._leave_for(other))

    def _point_at_fields(self) -> None:
        self.wrong.prepare(self._link, {k.value: marked(f) for k, f in self._fields.items()})

    def _leave_for(self, number: str) -> None:
        """The wrong barcode is not worth a question; other words typed here are."""
        if self._barcodes is not None:
            self._barcodes.as_noted()
        self.leave_for(lambda: self.open_other(number))

    def event(self, event: QEvent) -> bool:
        """Whatever appears gets its room: a form never squeezes its fields."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not is_scrolled(self):
            layout = self.layout()
            tall = layout.totalHeightForWidth(self.width()) if layout else 0
            tall = max(tall, self.minimumSizeHint().height())
            self.resize(self.width(), min(tall, room_for(self).height()))
        return done


class ActForm(Asking):
    """A form from Designer: widgets called after keys, each in a cell with its label."""

    def __init__(
        self,
        link: Link,
        view: RequestView,
        partners: Sequence[PartnerView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(link, view, parent)
        self._partners = {one.symbol: one for one in partners}
        self.form = self.drawn()
        self.form.setupUi(self)
        self.act, self.wrong, self.said = self.form.act, self.form.wrong, self.form.said
        self._gather()
        self._dress()
        self.dress()
        self.show_request(view)
        self.resize(wide(self, self.width_wanted), self.sizeHint().height())

    width_wanted = 560
    papers: tuple[str, ...] = ()
    """Kinds of paper to print when it is done, where the tick that says so is set."""

    def drawn(self) -> Any:
        """The form that Designer drew."""
        raise NotImplementedError

    def dress(self) -> None:
        """Fill lists and connect what only this form has."""

    def filled(self) -> None:
        """Put what is known of the request into the fields."""

    def _gather(self) -> None:
        for key in Key:
            field = getattr(self.form, key.value.replace("-", "_"), None)
            if isinstance(field, QWidget):
                self._fields[key] = field
                self._cells[key] = getattr(self.form, f"{field.objectName()}_cell", field)
                field.setAccessibleName(getattr(self.form, f"{field.objectName()}_label").text())

    def _dress(self) -> None:
        form, words = self.form, self._link.words
        form.heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        for label in (form.about, form.more, form.said):
            label.setProperty("muted", label is not form.about)
        self.act.setProperty("filled", True)
        self.act.setDefault(True)
        self.act.clicked.connect(self.submit)
        self.unhurried = Unhurried(self.act)
        form.cancel.clicked.connect(self.reject)
        for key, known in CODES.items():
            field = self._fields.get(key)
            if isinstance(field, CodeField):
                field.offer(((code, labels.coded(words, code)) for code in known), blank=True)
                field.setEditable(key is Key.CONDITION)
        if self.papers:
            form.print_paper.setChecked(self._link.ticks.get(type(self).__name__, True))
        cost = self._fields.get(Key.COST)
        if isinstance(cost, QLineEdit):
            amounts.prepare(cost, self._link)
        for field in self._fields.values():
            changed(field, self.say)
        self._dress_days()
        self.watch_items()

    def _dress_days(self) -> None:
        for field in self._fields.values():
            if isinstance(field, DayField):
                field.prepare(self._link.words, self._link.here)
                field.past = field is self._fields.get(Key.ON)
        due, on = self._fields.get(Key.DUE), self._fields.get(Key.ON)
        if isinstance(due, DueField):
            due.field.odd = self.odd_due
        if isinstance(on, DayField):
            on.odd = self.odd_on
            on.edit.setPlaceholderText(self.tr("Empty: today"))
            if isinstance(due, DueField):
                on.changed.connect(due.field.read_again)
                on.changed.connect(lambda: due.start_on(on.day()))

    def show_request(self, view: RequestView) -> None:
        """Ask for this request from now on."""
        self._view = view
        self.unhurried.does(view.line.number)
        line, words = view.line, self._link.words
        partner = line.partner.name if line.partner else ""
        parts = (line.number, labels.of(words, line.service), partner)
        self.form.heading.setText("  ·  ".join(filter(None, parts)))
        self.form.about.setText("\n".join(wanted.lines(view)))
        more = "\n".join(filter(None, self.facts()))
        self.form.more.setText(more)
        self.form.more.setVisible(bool(more))
        self.filled()
        self.say()
        self.begin()

    def facts(self) -> tuple[str, ...]:
        """Lines worth knowing before it is decided."""
        view = self._view
        needed = view.line.needed_by
        said = [note.text for note in view.notes if note.now]
        return (
            self.tr("Needed by {day}").format(day=formats.day(self._link.words, needed))
            if needed
            else "",
            self.tr("They wrote: “{text}”").format(text=said[0]) if said else "",
        )

    def _done(self, view: RequestView) -> None:
        super()._done(view)
        if self.papers:
            ticked = self.form.print_paper.isChecked()
            self._link.ticks[type(self).__name__] = ticked
            if ticked and self.prints(view):
                self.print_for((view.line.number,), self.papers)

    def prints(self, _view: RequestView) -> bool:
        """Whether there is anything to print for what became of the request."""
        return True

    def card_address(self, purpose: str) -> str:
        """The address for a purpose on the partner's card, as a label would take it."""
        card = self.partner()
        known = {one.purpose: one.lines for one in card.addresses} if card else {}
        return "\n".join(known.get(purpose) or known.get("ship") or known.get("mail") or ())

    def way_back(self) -> tuple[str, bool]:
        """Where the loan goes back to, and whether that is from the partner's card."""
        view = self._view
        name = view.line.partner.name if view.line.partner else ""
        return said_address.way_back(view.return_address, name, self.card_address("return"))

    def partner(self) -> PartnerView | None:
        """The card of the library this is about."""
        known = self._view.line.partner
        return self._partners.get(known.symbol) if known else None
