"""From a button to an act of the desk, and back: ask for what it takes, do it, offer undo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ill_desktop.domain.errors import CannotUndo, DeskError, Missing
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.lifecycle.undoing import Undo
from ill_desktop.services.views import RequestView
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import plain
from ill_desktop.ui.notices import Notices, Offer
from ill_desktop.words import labels, undoing
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.asking.earlier import TakingBack

QUESTIONS: Mapping[Action, str] = MappingProxyType(
    {
        Action.DELETE_DRAFT: mark("Acting", "The draft {number} will be deleted."),
        Action.ASK_CANCEL: mark("Acting", "{partner} will be asked to cancel {number}."),
        Action.MOVE_ON: mark("Acting", "{partner} will be told that {number} is no longer wanted."),
        Action.REPORT_LOST: mark("Acting", "{partner} will be told that {number} is lost."),
        Action.NOT_COMING_BACK: mark("Acting", "{number} will be closed without return."),
        Action.ACCEPT_CANCEL: mark("Acting", "{partner} will be told that {number} is cancelled."),
    }
)
"""Acts that a partner or the records cannot easily forget are asked about first."""
OURS_ALONE = frozenset({Action.NOT_COMING_BACK})
"""Acts whose question says what becomes of our request, not what the partner is told."""


LEAVES = frozenset({Action.SEND, Action.SEND_NEXT, Action.TRY_AGAIN, Action.REMIND})
"""Acts that are nothing but a message on its way, and called sent once they are done."""
UNDO = mark("Menus", "&Undo the last act")


@dataclass(frozen=True, slots=True)
class Undoable:
    """Something done here that can be taken back: its name, and what that means later on."""

    take_back: Callable[[], None]
    verb: str
    later: str = ""
    act: str = ""
    """What the history calls it, where it was done to one request."""
    number: str = ""
    """That request."""


def asks(view: RequestView, action: Action) -> bool:
    """Whether an act opens a form, a preview or a question before anything is done."""
    from ill_desktop.ui.action_dialog import takes_nothing

    opens = action in (Action.EDIT, Action.PRINT_SLIP) or action in QUESTIONS
    return opens or not takes_nothing(view, action)


class Acting(QObject):
    """Does what was pressed, for the request shown."""

    edit_wanted = Signal(object)
    print_wanted = Signal(str)
    papers_wanted = Signal(object, object)
    """Numbers of requests, and the kinds of paper to choose from."""
    request_wanted = Signal(str)
    """The number of another request: what was scanned belongs to it, or it is next to undo."""
    done = Signal()
    """Something was done, or several things at once: the keys belong to the list again."""
    undone = Signal(object)
    """The numbers of the requests something was taken back on: they are to be shown."""
    next_shown = Signal(str)
    """The number of a request that a form has gone on to."""
    drop_wanted = Signal(int)
    """The id of a message whose mail nobody is to send."""

    def __init__(self, link: Link, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._link, self._notices, self._window = link, notices, window
        self.listed: Callable[[], tuple[str, ...]] = tuple
        """The numbers of the list beside which something is done, from the top."""
        self._undoable: list[Undoable] = []
        """What was done here and stands; the menu names the newest, which goes first."""
        self._taken: Undoable | None = None
        """What is being taken back, or was last."""
        self._halted = False
        """What is next in turn is shown before it is taken back."""

    def act(self, view: RequestView, action: Action) -> None:
        """Ask who is there, if nobody said so; then for what an action takes, or do it at once."""
        self._link.signed(lambda: self._act(view, action))

    def _act(self, view: RequestView, action: Action) -> None:
        from ill_desktop.ui.action_dialog import takes_nothing

        if action is Action.EDIT:
            self.edit_wanted.emit(view)
        elif action is Action.PRINT_SLIP:
            self.print_wanted.emit("pull-slip")
        elif action in QUESTIONS:
            self._ask_first(view, action)
        elif takes_nothing(view, action):
            self._do(view.line.number, action)
        else:
            self._with_partners(view, action)

    def begin(self, view: RequestView) -> bool:
        """Open the form of the next act; False where that act has none and is done by its button.

        So Enter in a list never does anything by itself.
        """
        from ill_desktop.ui.action_dialog import takes_nothing

        action = view.in_front
        if action is None or action not in view.actions:
            return False
        if action in QUESTIONS or takes_nothing(view, action):
            return False
        self.act(view, action)
        return True

    def open_form(self, view: RequestView, action: Action) -> None:
        """Open the form of an act in which something was left, even where it takes nothing by now:
        nothing is done by itself.
        """
        self._link.signed(lambda: self._with_partners(view, action))

    def _ask_first(self, view: RequestView, action: Action) -> None:
        from ill_desktop.ui import silent

        line = view.line
        partner = line.partner.name if line.partner else "–"
        text = QCoreApplication.translate("Acting", QUESTIONS[action])
        question = text.format(number=line.number, partner=partner)
        untold = silent.beforehand(self._link.words, view, action)
        if untold:
            question = f"{question} {untold}" if action in OURS_ALONE else untold
        verb = labels.of(self._link.words, action)
        self._notices.ask(self._window, question, verb, lambda: self._do(line.number, action))

    def _with_partners(self, view: RequestView, action: Action) -> None:
        def ask(desk: object) -> object:
            from ill_desktop.services import partners

            return partners.listed(desk)  # type: ignore[arg-type]

        self._link.read(ask, lambda known: self._open(view, action, known))

    def _open(self, view: RequestView, action: Action, known: object) -> None:
        from ill_desktop.ui.asking.forms import form_for

        dialog = form_for(self._link, view, action, known, self._window)  # type: ignore[arg-type]
        dialog.done_with = lambda after: self._done(after, dialog.action())
        dialog.print_for = self.papers_wanted.emit
        dialog.take_back = self._take_back_earlier
        dialog.open_other = self.request_wanted.emit
        dialog.among, dialog.stand_on = self.listed(), self.next_shown.emit
        show(dialog)

    def _do(self, number: str, action: Action) -> None:
        def ask(desk: object) -> RequestView:
            from ill_desktop.services import acts

            return acts.do(desk, number, action)  # type: ignore[arg-type]

        self._link.write(ask, lambda view: self._done(view, action))

    def _done(self, view: RequestView, action: Action) -> None:
        from ill_desktop.ui import silent

        number = view.line.number
        last, words = view.events[0], self._link.words
        act, verb = last.act, labels.of(words, action)
        moved = last.state_from != last.state_to
        text = silent.done(words, view, action, view.line.label if moved else "")
        later, left = self.later(view, action), _left_over(view, action)
        undo = self._offer_act(number, act, verb, later)
        leaves = self._leaves(view)
        if leaves and action in LEAVES:
            text, leaves = self._to_leave(view, action), ""
        rest = self.tr("Not yet: {barcodes}.").format(barcodes=", ".join(left)) if left else ""
        said = " ".join(filter(None, (text, rest, leaves, later)))
        self._notices.toast(said, undo, self._slip(view, act) or self._in_vain(view))
        self.done.emit()

    def _slip(self, view: RequestView, act: str) -> Offer | None:
        """The request on paper, for a library that has to be asked by letter."""
        from ill_desktop.ui.silent import wants_slip

        numbers, kinds = (view.line.number,), ("request-slip",)
        text = self.tr("Print request slip")
        offer = Offer(text, lambda: self.papers_wanted.emit(numbers, kinds))
        return offer if wants_slip(view, act) else None

    def _in_vain(self, view: RequestView) -> Offer | None:
        """To drop the mail that lies ready for a library that has said no."""
        from ill_desktop.ui.mailing import in_vain

        first = next(iter(in_vain(view)), None)
        if first is None:
            return None
        text = self.tr("Drop mail to {partner}").format(partner=first.partner)
        return Offer(text, lambda: self.drop_wanted.emit(first.id))

    def offer_undo(self, take_back: Callable[[], None], verb: str, later: str = "") -> Offer:
        """Let Ctrl+Z take this back next; the button that does so is returned."""
        return self._offer(Undoable(take_back, verb, later))

    def for_good(self, verb: str) -> None:
        """Something was done that stays: Ctrl+Z says so before it comes to anything earlier."""
        said = self.tr("“{act}” cannot be undone.").format(act=verb)

        def say() -> None:
            self.halt()
            self._notices.toast(said)

        self._offer(Undoable(say, verb, said))

    def _offer_act(self, number: str, act: str, verb: str, later: str = "") -> Offer:
        """Let Ctrl+Z take this act on a request back next."""
        one = Undoable(lambda: self._undo(number, (act,), verb), verb, later, act, number)
        return self._offer(one)

    def _offer(self, one: Undoable) -> Offer:
        self._undoable.append(one)
        self._halted = False
        self._tell_menu()
        return Offer(self.tr("Undo"), lambda: self._take_back(one))

    def _take_back(self, one: Undoable) -> None:
        """Once only, whether by the menu or by the button of the notice."""

        def now() -> None:
            if one in self._undoable:
                self._undoable.remove(one)
                self._tell_menu()
            self._taken, self._halted = one, False
            one.take_back()

        self._link.signed(now)

    def was_sent(self, number: str) -> None:
        """Say of a request sent from its form what is said of one sent from its page."""

        def ask(desk: object) -> RequestView:
            from ill_desktop.services import requests

            return requests.show(desk, number)  # type: ignore[arg-type]

        self._link.read(ask, lambda view: self._done(view, Action.SEND))

    def was_edited(self, number: str, act: str) -> None:
        """Say of a request changed in its form that it is saved; that can be taken back, too."""
        text = self.tr("{number} is saved.").format(number=number)
        verb = labels.of(self._link.words, Action.EDIT)
        self._notices.toast(text, self._offer_act(number, act, verb))

    def later(self, view: RequestView, action: Action) -> str:
        """What Undo can do once the message of this act has left; nothing where none waits to.

        What an earlier act says to another library has nothing to do with it.
        """
        act = view.events[0].act
        ours = [m for m in view.messages if m.direction == "out" and m.act == act]
        waits = any(m.is_draft or m.state in ("held", "due") for m in ours)
        return undoing.beforehand(self._link.words, view.line.side, action) if waits else ""

    def _leaves(self, view: RequestView) -> str:
        """When what this act says leaves; nothing where it says nothing, or that left already."""
        time = self._leaving(view)
        return self.tr("The message leaves at {time}.").format(time=time) if time else ""

    def _leaving(self, view: RequestView) -> str:
        done = view.events[0].entered
        times = [m.leaves_at for m in view.messages if m.leaves_at is not None and m.at == done]
        return self._link.soon(times[0]) if times else ""

    def _to_leave(self, view: RequestView, action: Action) -> str:
        """That what waits will be sent: to call it sent and say when it leaves is a riddle."""
        text = self.tr("{number}: to be sent at {time}; until then, Undo takes it back entirely.")
        if action is Action.REMIND:
            text = self.tr("{number}: a reminder leaves at {time}; until then, Undo takes it back.")
        return text.format(number=view.line.number, time=self._leaving(view))

    def _take_back_earlier(self, offer: "TakingBack") -> None:
        """Undo what has not left, and what was done here since."""
        gone = frozenset(offer.acts)
        self._undoable = [one for one in self._undoable if one.act not in gone]
        self._tell_menu()
        verb = labels.of(self._link.words, Action(offer.kind))
        self._taken = None
        self._undo(offer.number, offer.acts, verb)

    def _tell_menu(self) -> None:
        """The menu names the act, and its tip says what undoing it means."""
        entry = self._window.findChild(QAction, "undo")
        last = self._undoable[-1] if self._undoable else None
        later = last.later if last else ""
        if entry is not None:
            named = self.tr("&Undo: {act}").format(act=_named(last) if last else "")
            entry.setText(named if last else QCoreApplication.translate("Menus", UNDO))
            entry.setStatusTip(later)
            entry.setToolTip(plain(" ".join(filter(None, (entry.iconText(), later)))))

    def undo(self) -> None:
        """Take back what the menu names: the newest thing done here that stands."""
        if not self._undoable:
            self._notices.toast(self.tr("There is nothing to undo."))
        elif self._halted:
            self._say_next(self._undoable[-1])
        else:
            self._take_back(self._undoable[-1])

    def _say_next(self, one: Undoable) -> None:
        """Whoever could not undo one thing may not mean the one before it, out of their sight."""
        self._halted = False
        text = self.tr("Nothing was undone yet. Next comes: {act}. Undo once more takes that back.")
        offer = Offer(self.tr("Undo"), lambda: self._take_back(one))
        self._notices.toast(text.format(act=_named(one)), offer)
        if one.number:
            self.request_wanted.emit(one.number)

    def _undo(self, number: str, done: Sequence[str], verb: str) -> None:
        """Take back these acts, those that were named, and no other."""

        def ask(desk: object) -> tuple[RequestView, Undo]:
            from ill_desktop.services import acts

            return [acts.undone(desk, number, act) for act in done][-1]  # type: ignore[arg-type]

        self._link.write(ask, lambda found: self._undone(found[0], found[1], verb), self.not_undone)

    def halt(self) -> None:
        """What was done last is not taken back: what comes next is shown before it is."""
        self._halted = True

    def not_undone(self, error: DeskError) -> None:
        """It could not be taken back, for good or just now; the act before it is not taken for it.

        Where nothing but a busy or full disk is in the way, it can be tried again.
        """
        one = self._taken
        self.halt()
        if one is not None and not isinstance(error, CannotUndo | Missing):
            self._undoable.append(one)
            self._tell_menu()
        self._link.tasks.failed.emit(error)

    def _undone(self, view: RequestView, how: Undo, verb: str) -> None:
        """What has left is not called back, and that is said. There is no redo: what was undone is
        done again as it was done.
        """
        line = view.line
        text = self.tr("{number} is as it was: {state}. To do it again, choose “{act}”.")
        if how is Undo.CANCEL:
            text = self.tr(
                "{number} has left and cannot be called back: {partner} is asked to cancel."
            )
        elif how is not Undo.WHOLE:
            text = self.tr(
                "{number} is as it was here: {state}. What has left cannot be called back: "
                "{partner} is told."
            )
        partner = line.partner.name if line.partner else "–"
        said = text.format(number=line.number, state=line.label, partner=partner, act=verb)
        self._notices.toast(said)
        self.undone.emit((line.number,))


def _named(one: Undoable) -> str:
    """What was done, and to which request."""
    return f"{one.verb}, {one.number}" if one.number else one.verb


def _left_over(view: RequestView, action: Action) -> list[str]:
    """The barcodes of the volumes an act on some did not speak of."""
    from ill_desktop.services.volumes import REACHES

    state = REACHES.get(action)
    return [one.barcode for one in view.items if state and one.barcode and one.state != state]
