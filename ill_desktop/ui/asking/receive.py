"""What came is marked received: pieces, due date, and whatever is not as it should be."""

from typing import Any

from ill_desktop._built.forms.receive import Ui_Receive
from ill_desktop.domain import codes
from ill_desktop.domain.calendar import Before
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services.views import RequestView
from ill_desktop.ui import arrived
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.asking.base import ActForm
from ill_desktop.ui.facts import reader_of
from ill_desktop.ui.plain_label import keep_lines
from ill_desktop.words import deviations, formats, labels
from ill_desktop.words import duedates as told


class ReceiveForm(ActForm):
    """Nothing needs to be typed where everything is as announced."""

    width_wanted = 660
    papers = ("book-strap", "request-slip")

    def drawn(self) -> Any:
        return Ui_Receive()

    def dress(self) -> None:
        form, words = self.form, self._link.words
        self._proposed = ""
        self._without_due = False
        """Whether somebody was told that it would be received without a due date."""
        known = codes.DEVIATION
        form.reason.offer(((code, labels.coded(words, code)) for code in known), blank=True)
        form.reason.currentIndexChanged.connect(lambda _: self._propose())
        form.due.changed.connect(self._other_due)
        form.due.changed.connect(self._look_for_reader)
        form.reader_due.setProperty("muted", True)
        form.reader_due.hide()
        form.pieces.valueChanged.connect(lambda _: self._fewer())

    def action(self) -> Action:
        copied = self.form.reason.code() == deviations.CAME_AS_COPY
        if copied and Action.COPY_RECEIVED in self._view.actions:
            return Action.COPY_RECEIVED
        return Action.RECEIVED

    def facts(self) -> tuple[str, ...]:
        view, words = self._view, self._link.words
        due, back = view.line.due, self.way_back()[0].replace("\n", ", ")
        condition = labels.coded(words, view.condition)
        return (
            arrived.sentence(words, view),
            self.tr("They want it back by {day}").format(day=formats.day(words, due))
            if due
            else "",
            self.tr("Condition: {text}").format(text=condition) if condition else "",
            self.tr("Goes back to: {text}").format(text=back) if back else "",
            self.tr("For: {reader}").format(reader=reader_of(view)) if view.line.patron else "",
        )

    def filled(self) -> None:
        form, view = self.form, self._view
        form.due.set_day(view.line.due)
        keep_lines(form.reader_due, 2 if view.line.patron and view.line.due else 0)
        form.pieces.setValue(max(view.pieces, len(view.items)))
        barcodes = [one.barcode for one in view.items if one.barcode]
        form.item.setPlainText("\n".join(barcodes))
        if view.condition:
            form.condition.setCurrentText(labels.coded(self._link.words, view.condition))
        form.cost.setText(formats.money(self._link.words, view.cost))
        form.act.setFocus()  # from where a scan goes to the barcodes, due date or none

    def odd_first(self) -> str:
        """A loan without a due date is in no list of those due: nobody means that by accident."""
        known = self._view.line.due is not None or self.form.due.text()
        if known or self._without_due or self.action() is not Action.RECEIVED:
            return super().odd_first()
        self._without_due = True
        return self.tr(
            "No due date is known: it will never be overdue. Press again to receive it without."
        )

    def _look_for_reader(self) -> None:
        """When the reader has to bring it back, by the day that stands in the field."""
        number, day, label = self._view.line.number, self.form.due.day(), self.form.reader_due
        label.hide()
        if day is None:
            return

        def ask(desk: Any) -> Before | None:
            from ill_desktop.services import duedates

            return duedates.for_reader_by(desk, number, day)

        def tell(found: Before | None) -> None:
            if found is not None and found.until == self.form.due.day():
                words = self._link.words
                day = told.before(words, found)
                label.setText(self.tr("Reader returns it by {day}").format(day=day))
                label.show()

        self._link.read(ask, while_there(self, tell))

    def _other_due(self) -> None:
        """A day other than theirs is a deviation; say so unless another one is chosen."""
        form, day = self.form, self.form.due.day()
        differs = day is not None and self._view.line.due is not None
        if differs and day != self._view.line.due and not form.reason.code():
            form.reason.choose(deviations.OTHER_DUE_DATE)
        elif form.reason.code() == deviations.OTHER_DUE_DATE:
            self._propose()

    def _fewer(self) -> None:
        form = self.form
        wanted = max(self._view.pieces, len(self._view.items))
        if form.pieces.value() < wanted and not form.reason.code():
            form.reason.choose(deviations.PIECES_MISSING)
        elif form.reason.code() == deviations.PIECES_MISSING:
            self._propose()

    def _propose(self) -> None:
        """Words for the partner, as long as nobody wrote others."""
        form, view = self.form, self._view
        if form.note.text() not in ("", self._proposed):
            return
        day = form.due.day()
        self._proposed = deviations.note(
            self._link.words,
            form.reason.code(),
            due=formats.day(self._link.words, day),
            came=form.pieces.value(),
            sent=max(view.pieces, len(view.items)),
        )
        form.note.setPlainText(self._proposed)

    def prints(self, view: RequestView) -> bool:
        """No strap goes around a copy that came in place of a loan."""
        return view.line.service is not Service.COPY
