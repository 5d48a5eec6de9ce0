"""The post from the window's side: now, every half minute, and what is said of it below."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit

from ill_desktop.domain.errors import Busy, Damaged, DeskError
from ill_desktop.ui import exchange_asks
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices, Offer
from ill_desktop.ui.turn import Turn

EVERY_MS = 30_000
LONGEST = 40


class Wish(NamedTuple):
    """What a person wants of a round: to be told what it did, and that all leaves at once."""

    told: bool = False
    held: bool = False

    def __or__(self, other: "Wish") -> "Wish":
        return Wish(self.told or other.told, self.held or other.held)


NOTHING = Wish()


class Exchanging(QObject):
    """Runs one post at a time, apart from the window."""

    to_leave_changed = Signal(str)
    """How many messages wait to leave and when they do, in words; empty: none waits."""
    to_tell_changed = Signal(str)
    """How many requests a library has to be told of without a message, in words; empty: none."""
    state_changed = Signal(str, bool, str)
    """What the status bar says, whether a person should look, and whose folders are away."""
    waiting_changed = Signal(int)
    """How many messages need a person."""
    beside_changed = Signal(int)
    """How many of them are about no request that needs attention itself."""
    leaving_changed = Signal(int)
    """How many messages wait to leave."""
    mails_changed = Signal(int)
    """How many mails lie ready until a person sends them."""
    rested = Signal()
    """Nothing is under way any more, and nothing was wished meanwhile."""

    def __init__(self, link: Link, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._notices = link, notices
        self.wants = ""
        """The kind of message in the ledger that waits for a person now; empty: none."""
        self._running = self._wiring = False
        self._wish = self._next = self._next_mails = NOTHING
        self._turn, self._turn_mails = Turn(notices, self), Turn(notices, self)
        self._read = self._written = self._laid = self._odd = 0
        self._asked_password = False
        self._trouble = ""
        """Why the last round did not go through, as the status bar says it."""
        self._absent: tuple[str, ...] = ()
        self._locked: tuple[str, ...] = ()
        self._failing_files: tuple[str, ...] = ()
        self._failing_mails: tuple[str, ...] = ()
        self.timer = QTimer(self, interval=EVERY_MS)
        self.timer.timeout.connect(self.run)

    def start(self) -> None:
        """From now on, every half minute; never where nothing can be kept."""
        if not self._link.view_only:
            self.timer.start()
        self.tell()

    def stop(self) -> None:
        """The window goes."""
        for one in (self.timer, self._turn, self._turn_mails):
            one.stop()

    def run(self, *, told: bool = False, held: bool = False) -> None:
        """One round, or another after the one under way; `told` says what it did even when that
        was nothing, `held` sends all.
        """
        if self._link.desk is None or self._link.view_only:
            return
        if self._running:
            self._next |= Wish(told, held)
            return
        self._begin(Wish(told, held))

    def _begin(self, wish: Wish) -> None:
        self._running, self._wish = True, wish

        def ask(desk: object) -> object:
            from ill_desktop.services import post

            return post.run(desk, now=wish.held, briefly=True)  # type: ignore[arg-type]

        self._link.write(ask, self._done, self._failed)

    def now(self) -> None:
        """The person at the desk asked for it."""
        self.run(told=True)

    def send_now(self, n: int) -> None:
        """Send what is still held back, once it was said what that means."""
        text = self.tr("{n} messages leave now. After that, Undo cannot take them back.")
        if n == 1:
            text = self.tr("1 message leaves now. After that, Undo cannot take it back.")
        self._notices.ask(
            self.parent(),  # type: ignore[arg-type]
            text.format(n=n),
            self.tr("Send now"),
            lambda: self.run(told=True, held=True),
        )

    def ask_to_leave(self) -> None:
        """Somebody looked at what waits, and wants it to leave now."""

        def ask(found: tuple[int, datetime | None]) -> None:
            if found[0]:
                self.send_now(found[0])
            else:
                self._notices.toast(self.tr("No message waits to leave."))

        self._link.read(exchange_asks.leaving, ask)

    def leave_now(self) -> None:
        """What the menu says, which names how many there are: there is nothing left to ask."""

        def go(found: tuple[int, datetime | None]) -> None:
            if found[0]:
                self.run(told=True, held=True)
            else:
                self._notices.toast(self.tr("No message waits to leave."))

        self._link.read(exchange_asks.leaving, go)

    def _done(self, report: object) -> None:
        self._trouble = ""
        self._absent = getattr(report, "absent", ())
        if not getattr(report, "more", False):
            self._locked = getattr(report, "locked", ())
            self._failing_files = getattr(report, "failing", ())
        self._turn.over()
        self._read += getattr(report, "read", 0)
        self._odd += getattr(report, "odd", 0)
        self._laid += getattr(report, "drafts", 0)
        self._written += getattr(report, "sent", 0)
        self.tell()
        if getattr(report, "more", False):
            wanted = getattr(report, "wanted", False)
            (self._turn.pause if wanted else _at_once)(lambda: self._begin(self._wish))
            return
        if self._wish.told:
            self._tell_round(self._read, self._written, self._laid, self._odd)
        self._wire(self._wish)
        self._end()

    def _end(self) -> None:
        """What was wished meanwhile gets a round of its own."""
        self._running = False
        self._turn.over()
        self._read = self._written = self._laid = self._odd = 0
        wish, self._next = self._next, NOTHING
        if wish != NOTHING:
            self._begin(wish)
        self._rest()

    def _rest(self) -> None:
        if not self._running and not self._wiring:
            self.rested.emit()

    # what needs a mail server

    def _wire(self, wish: Wish) -> None:
        """A round with the mail servers, where there are any, in a lane nobody else waits in."""
        if self._wiring:
            self._next_mails |= wish
            return
        self._wiring = True
        self._ask_mails(wish)

    def _ask_mails(self, wish: Wish) -> None:
        self._link.read(
            lambda desk: exchange_asks.mailed(desk, wish.held),
            lambda found: self._was_mailed(found, wish.told),
            lambda error: self._not_mailed(error, wish),
        )

    def _mails_end(self) -> None:
        self._wiring = False
        self._turn_mails.over()
        wish, self._next_mails = self._next_mails, NOTHING
        if wish != NOTHING:
            self._wire(wish)
        self._rest()

    def _was_mailed(self, found: tuple[object, bool], told: bool) -> None:
        self._mails_end()
        report, wants_password = found
        if report is None:
            return
        self._failing_mails = getattr(report, "failing", ())
        read, written = getattr(report, "read", 0), getattr(report, "sent", 0)
        if told or read or written:
            self._tell_mails(read, written, getattr(report, "odd", 0))
        if wants_password and not self._asked_password:
            self._asked_password = True
            offer = Offer(self.tr("Enter password…"), self._ask_password)
            self._notices.bar(self.tr("The mail server asks for your password."), "look", offer)
        self.tell()

    def _not_mailed(self, error: DeskError, wish: Wish) -> None:
        if _is_beside(error) and wish != NOTHING:
            self._turn_mails.wait(lambda: self._ask_mails(wish))
            return
        self._mails_end()
        if wish != NOTHING or not isinstance(error, Busy):
            self._notices.bar(self._link.sentence(error), "late")

    def _ask_password(self) -> None:
        dialog = QInputDialog(self.parent())  # type: ignore[arg-type]
        dialog.setWindowTitle(self.tr("Mail"))
        dialog.setLabelText(self.tr("Password of the mailbox"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.setOkButtonText(self.tr("Use password"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(self._password)
        show(dialog)

    def _password(self, typed: str) -> None:
        self._asked_password = False
        self._link.read(lambda desk: exchange_asks.use(desk, typed), lambda _: self.run())

    def _tell_round(self, read: int, written: int, laid: int, odd: int) -> None:
        """What waits is named too: pressing F5 sends nothing before its ten minutes, and a mail
        that lies ready was sent by nobody.
        """

        def tell(found: tuple[int, datetime | None]) -> None:
            out, leaves = found
            text, at = self.tr("Messages read: {read}, sent: {written}."), ""
            if leaves is not None:
                text = self.tr("Messages read: {read}, sent: {written}. {out} wait until {time}.")
                at = self._link.soon(leaves)
            elif out:
                text = self.tr("Messages read: {read}, sent: {written}, waiting to leave: {out}.")
            offer = Offer(self.tr("Send now"), lambda: self.send_now(out)) if leaves else None
            said = text.format(read=read, written=written, out=out, time=at)
            mails = self.tr("Mails ready for you to send: {n}.").format(n=laid) if laid else ""
            self._notices.toast(" ".join(filter(None, (said, self._look(odd), mails))), offer)

        self._link.read(exchange_asks.leaving, tell)

    def _look(self, odd: int) -> str:
        return self.tr("Need attention: {n}.").format(n=odd) if odd else ""

    def _tell_mails(self, read: int, written: int, odd: int) -> None:
        """A mail has its ten minutes, too."""

        def tell(found: tuple[int, datetime | None]) -> None:
            out, leaves = found
            said, offer = self.tr("Mails read: {read}, sent: {written}."), None
            if leaves is not None:
                said = self.tr("Mails read: {read}, sent: {written}. {out} wait until {time}.")
                offer = Offer(self.tr("Send now"), lambda: self.send_now(out))
            at = self._link.soon(leaves) if leaves is not None else ""
            said = said.format(read=read, written=written, out=out, time=at)
            self._notices.toast(" ".join(filter(None, (said, self._look(odd)))), offer)

        self._link.read(exchange_asks.leaving, tell)

    def _failed(self, error: DeskError) -> None:
        """What a person wished waits for its turn; the rest is done by who is at it."""
        wish = self._wish
        if _is_beside(error) and wish != NOTHING:
            self._turn.wait(lambda: self._begin(wish))
            return
        told = wish != NOTHING or not (self._trouble and isinstance(error, Damaged))
        self._end()
        if not isinstance(error, Busy):
            self.stopped(error)
        if told and (wish != NOTHING or not isinstance(error, Busy)):
            self._notices.bar(self._link.sentence(error), "late")

    def stopped(self, error: DeskError) -> None:
        """Nothing is read or sent, for now: the status bar says so until a round goes through."""
        before = self._trouble
        if isinstance(error, Damaged):
            self._trouble = self.tr("The desk is damaged: nothing is read or sent")
        elif self._link.desk is None:
            self._trouble = self.tr("The desk is not open: nothing is read or sent")
        else:
            at = self._link.moment(datetime.now().astimezone())[-5:]
            self._trouble = self.tr("The exchange failed at {time}").format(time=at)
        if self._trouble != before:  # the desk is not asked for the rest now: it may refuse
            self.state_changed.emit(self._trouble, True, "")

    def tell(self) -> None:
        """Bring the words of the status bar up to date."""
        self._link.read(exchange_asks.standing, self._say)

    def _say(self, found: exchange_asks.Standing) -> None:
        waiting, out, lying, now, *_ = found
        at = self._link.moment(now)[-5:]
        exchanged = self.tr("Exchange {time}").format(time=at)
        exchanged = self._trouble or exchanged
        parts = [self.tr("View only") if self._link.view_only else exchanged]
        if lying:
            mails = self.tr("{n} mails to be sent").format(n=lying)
            parts.append(self.tr("1 mail to be sent") if lying == 1 else mails)
        if waiting:
            many = self.tr("{n} need attention").format(n=waiting)
            parts.append(self.tr("1 needs attention") if waiting == 1 else many)
        if self._absent:
            parts.append(self._away())
        if self._locked:
            parts.append(self._kept_shut())
        failing = sorted({*self._failing_files, *self._failing_mails})
        if failing:
            parts.append(self._not_taken_in(failing))
        whose = (*self._absent, *self._locked, *failing)
        self.state_changed.emit(
            "  ·  ".join(parts), bool(self._trouble or waiting or lying or whose), ", ".join(whose)
        )
        self.wants = "attention" if waiting else "mails" if lying else ""
        self.leaving_changed.emit(out)
        self.to_leave_changed.emit(self._to_leave(found) if out else "")
        self.to_tell_changed.emit(self._to_tell(found.to_tell))
        self.waiting_changed.emit(waiting)
        self.beside_changed.emit(found.beside)
        self.mails_changed.emit(lying)

    def _to_leave(self, found: exchange_asks.Standing) -> str:
        """How many leave, and when: at its time, or in the next round where it can be reached."""
        if found.leaves is not None and found.leaves > found.at:
            one, many = self.tr("1 to leave at {time}"), self.tr("{n} to leave from {time} on")
            text = one if found.out == 1 else many
            return text.format(n=found.out, time=self._link.soon(found.leaves))
        stays = self._absent or self._link.view_only
        text = self.tr("{n} to leave") if stays else self.tr("{n} to leave now")
        return text.format(n=found.out)

    def _to_tell(self, waiting: int) -> str:
        """How many requests a library has to be told of; of very many not how many."""
        from ill_desktop.services.telling import MOST

        text = self.tr("{n} to tell") if waiting <= MOST else self.tr("more than {n} to tell")
        return text.format(n=min(waiting, MOST)) if waiting else ""

    def _away(self) -> str:
        """A folder that cannot be looked into: what is in it comes when it is back."""
        if len(self._absent) == 1:
            text = self.tr("the folder of {partner} cannot be reached")
            return text.format(partner=shortened(self._absent[0]))
        return self.tr("the folders of {n} partners cannot be reached").format(n=len(self._absent))

    def _kept_shut(self) -> str:
        """A file another program holds open: it is read as soon as that lets go."""
        if len(self._locked) == 1:
            text = self.tr("a file from {partner} cannot be opened yet")
            return text.format(partner=shortened(self._locked[0]))
        return self.tr("files from {n} partners cannot be opened yet").format(n=len(self._locked))

    def _not_taken_in(self, failing: Sequence[str]) -> str:
        """What the program itself fails at: it is tried again in every round."""
        if len(failing) == 1:
            text = self.tr(
                "a message from {partner} could not be taken in; the program’s log says why"
            )
            return text.format(partner=shortened(failing[0]))
        text = self.tr(
            "messages from {n} partners could not be taken in; the program’s log says why"
        )
        return text.format(n=len(failing))


def _at_once(act: Callable[[], None]) -> None:
    act()


def _is_beside(error: DeskError) -> bool:
    """Whether another program on this computer is at it, and soon lets go."""
    return isinstance(error, Busy) and not error.holder


def shortened(name: str) -> str:
    """A name that leaves room for what else the line says."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
