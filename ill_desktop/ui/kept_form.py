"""A form whose typing outlives a crash: kept while it is written, offered when it opens again.

What is offered is put into the fields only when somebody says so, here or by *Open form*, and only
the fields that were changed: nothing is merged by itself. Saving or discarding takes it away.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui.alive import while_there
from ill_desktop.ui.filled_in import FilledIn
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.writing import Writing

HIGHEST = 700
"""A form is never higher than the smallest screen."""
PLACE, TITLE, MORE = "@place", "@title", "@more"
"""What is kept beside the fields: what the form is about, what it is called, what lists hold."""


class KeptForm(QDialog):
    """Calls `keep_as` when it is filled, and again when it goes on to something else."""

    choices_count = False
    """Whether a choice is as much a change as words are: on a card, which shows what is kept."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._place = ""
        self._filled_in: FilledIn | None = None
        self._writing: Writing | None = None
        self._left: Left | None = None

    def more(self) -> Mapping[str, Any]:
        """What was entered and stands in no field, as plain values."""
        return {}

    def put_more(self, more: Mapping[str, Any]) -> None:
        """Put that back."""

    def keep_as(self, place: str) -> None:
        """Keep what is typed from now on as of this place: a kind, and which one of the kind."""
        if self._link.view_only:
            return
        before, self._place = self._writing, place
        if self._filled_in is None:
            self._filled_in = FilledIn(self)
            self._filled_in.hear(self._was_touched)
        self._writing = Writing(self._link, self._written, self)
        self._writing.begin()
        # What is thrown away here must be gone before it is asked what was left.
        self._let_go(before, while_there(self, lambda _: self._look_for_left()))

    def begin_again(self, part: QWidget) -> None:
        """A part of the form was filled by the program, not by somebody."""
        if self._writing is not None and self._filled_in is not None:
            self._writing.begin_again(self._filled_in.within(part))

    def touched(self) -> None:
        """Something was entered that stands in no field."""
        self._was_touched()

    def _written(self) -> dict[str, Any]:
        fields = self._filled_in.values() if self._filled_in else {}
        beside = {PLACE: self._place, TITLE: self.windowTitle().lstrip("• ")}
        return {**fields, MORE: dict(self.more()), **beside}

    def _is_written(self) -> bool:
        """Whether words were typed: of an act, a choice alone is made again in a moment."""
        fields, writing = self._filled_in, self._writing
        if fields is None or writing is None:
            return False
        changed = writing.changed_names() - {PLACE, TITLE}
        return any(self.choices_count or fields.is_typed(n) or n == MORE for n in changed)

    def _was_touched(self) -> None:
        if self._writing is None:
            return
        if not self._is_written():
            self._writing.untouched()
            return
        if self._left is not None:
            self._left.another_time()
        self._writing.touched()

    # what was left

    def _look_for_left(self) -> None:
        place = self._place
        wanted = self._link.reopening == place
        if wanted:  # by this form and no later one, whatever is found
            self._link.reopening = ""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import unfinished

            return unfinished.of(desk, place)

        self._link.read(ask, while_there(self, lambda kept: self._offer_left(place, kept, wanted)))

    def _offer_left(self, place: str, kept: Any, wanted: bool) -> None:
        """The newest of what was left here; while somebody is writing already, another time."""
        here = place == self._place and not self._is_written()
        if not kept or not here or self._writing is None:
            return
        at = self._link.moment(kept[0].at)
        self._left = self._left or Left(self)
        if wanted:
            before = self._written()
            self._left.say_filled(at, lambda: self._put_back(before))
            self._take_up_left(kept[0])
            self._make_room()
            return
        self._left.say(
            at, lambda: self._take_up_left(kept[0]), lambda: self._throw_away_left(kept[0])
        )
        self._make_room()

    def _take_up_left(self, kept: Any) -> None:
        fields, writing = self._filled_in, self._writing
        if fields is None or writing is None:
            return
        now, begun, here = kept.form["now"], kept.form["begun"], self._written()
        changed = {name: text for name, text in now.items() if text != begun.get(name)}
        others = [n for n in changed if n in here and here[n] not in (begun.get(n), now[n])]
        writing.take_up(kept.key)
        fields.put(changed)
        if MORE in changed:
            self.put_more(differences(begun.get(MORE, {}), now[MORE], here[MORE]))
        writing.touched()
        names = [fields.label(name) for name in others if name not in (PLACE, TITLE, MORE)]
        if self._left is not None:
            self._left.tell_others(names)
            self._make_room()

    def _put_back(self, before: Mapping[str, Any]) -> None:
        """The form as it was before it was filled in; what was left in it is thrown away."""
        if self._filled_in is not None:
            self._filled_in.put({n: one for n, one in before.items() if isinstance(one, str)})
            self.put_more(before[MORE])
        self.keep_as(self._place)

    def _make_room(self) -> None:
        """The line takes nothing from the fields."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wanted = max(self.height(), layout.totalHeightForWidth(self.width()))
            self.resize(self.width(), min(wanted, max(HIGHEST, self.height())))

    def _throw_away_left(self, kept: Any) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services import unfinished

            unfinished.forget(desk, kept.key)

        self._link.write(ask, while_there(self, lambda _: self._look_for_left()))

    # leaving

    def _forget_written(self) -> None:
        before, self._writing = self._writing, None
        self._let_go(before, lambda _: None)

    def _let_go(self, writing: Writing | None, then: Callable[[Any], None]) -> None:
        if self._left is not None:
            self._left.hide()
        if writing is None:
            then(None)
            return
        writing.forget(then)
        writing.deleteLater()

    def accept(self) -> None:
        """It was saved."""
        self._forget_written()
        super().accept()

    def reject(self) -> None:
        """Close; what was typed is asked about first."""
        self.leave_for(lambda: None)

    def leave_for(self, elsewhere: Callable[[], None]) -> None:
        """Close and go on elsewhere, unless somebody would rather go on writing."""

        def leave() -> None:
            self._leave_unsaved()
            elsewhere()

        if self._writing is None or not self._is_written():
            leave()
            return
        save = self.findChild(QPushButton, "save")
        verb = save.text().replace("&", "") if save is not None else ""
        self._writing.ask_first(verb, save.click if save is not None else None, leave)

    def _leave_unsaved(self) -> None:
        self._forget_written()
        super().reject()


def differences(
    begun: Mapping[str, Any], now: Mapping[str, Any], here: Mapping[str, Any]
) -> dict[str, Any]:
    """What lists hold here, with what was added, changed and taken away while it was written."""
    kept = {name: one for name, one in here.items() if name in now or name not in begun}
    return kept | {name: one for name, one in now.items() if begun.get(name) != one}


class Left(QFrame):
    """The line at the head of a form that tells what was left in it."""

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        self.setObjectName("bar")
        self.setProperty("tone", "look")
        self._text = plain_label(parent=self)
        self._text.setWordWrap(True)
        self.go_on, self.discard = QPushButton(self), QPushButton(self)
        self.go_on.setText(self.tr("Go on writing"))
        self.discard.setText(self.tr("Discard"))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self._text, 1)
        for button in (self.go_on, self.discard):
            button.setAutoDefault(False)
            line.addWidget(button)
        fixed = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fixed.setHeightForWidth(True)
        self.setSizePolicy(fixed)
        column = form.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self)

    def say(self, at: str, go_on: Any, discard: Any) -> None:
        """Offer what was left at a moment."""
        text = self.tr("Written {moment}, not saved.")
        self._tell(text.format(moment=at))
        self._wire(go_on, discard)

    def say_filled(self, at: str, discard: Any) -> None:
        """What was left at a moment stands in the fields."""
        text = self.tr("Filled in with what was written {moment} and not saved.")
        self._tell(text.format(moment=at))
        self._wire(lambda: None, discard)
        self.go_on.hide()

    def _wire(self, go_on: Any, discard: Any) -> None:
        for button, act in ((self.go_on, go_on), (self.discard, discard)):
            if button.property("wired"):
                button.clicked.disconnect()
            button.setProperty("wired", True)
            button.clicked.connect(self.hide)
            button.clicked.connect(act)
            button.show()

    def another_time(self) -> None:
        """Somebody began anew: what was left stays, and is offered when the form opens again."""
        if self.go_on.isVisibleTo(self):
            self.hide()

    def tell_others(self, names: list[str]) -> None:
        """Which of the fields taken up hold something else by now."""
        if names:
            text = self.tr("Changed elsewhere since then: {fields}.").format(
                fields=", ".join(names)
            )
            filled = self.discard.isVisibleTo(self) and not self.isHidden()
            self._tell(f"{self._text.text()} {text}" if filled else text)
            self.go_on.hide()
            self.discard.setVisible(filled)

    def _tell(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
