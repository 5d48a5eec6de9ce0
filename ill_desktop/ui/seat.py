"""Who is at the desk, in the line at the foot of the window; not there at a desk for one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QToolButton

from ill_desktop.services.changes import Change
from ill_desktop.words.other_language import INTO

if TYPE_CHECKING:
    from ill_desktop.services.staff import StaffView
    from ill_desktop.ui.shortcuts import Command
    from ill_desktop.ui.window import Window


class Seat(QObject):
    """A button that says whose initials the next act carries, with a menu to change it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._asks = self._choosing = False
        self._turn = 0
        self._then: Callable[[], None] | None = None
        self._people: Sequence[StaffView] = ()
        self.button = QToolButton(window)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolTip(self.tr("Who is at the desk"))
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._put_off))
        self.button.hide()
        window.status.addPermanentWidget(self.button)
        window.link.opened.connect(self._sit_again)
        window.link.changed.connect(self._heard)

    def _sit_again(self) -> None:
        """A window made anew, for another language or theme, knows who sat there."""
        desk, seated = self._window.link.desk, self._window.state.seated
        if desk is not None and seated is not None:
            desk.staff, desk.role = seated
        self.refresh()

    def first(self, then: Callable[[], None]) -> None:
        """Do something once it is known who does it; at a desk for one person, at once."""
        if not self._asks:
            then()
            return
        self._then, self._choosing = then, False
        self._window.notices.toast(self.tr("Say first who is at the desk: choose your initials."))
        self._ask_who()

    def _ask_who(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().topLeft()))

    def commands(self) -> "tuple[Command, ...]":
        """What Ctrl+K knows of it: who is there, signing on by initials and name, and off."""
        from ill_desktop.ui.shortcuts import Command

        if not self._people:
            return ()
        who = self.tr("Who is at the desk")
        off = Command(self.tr("Sign off"), who, "", self._leave)
        first = Command(who, "", "", self._ask_who)
        return (first, *self._signing_on(), *(() if self._asks else (off,)))

    def called(self, initials: str) -> "tuple[Command, ...]":
        """Signing on for whoever has these initials, in capital or small letters."""
        meant, each = (
            initials.strip().casefold(),
            zip(self._people, self._signing_on(), strict=True),
        )
        return tuple(one for person, one in each if person.initials.casefold() == meant)

    def _signing_on(self) -> "tuple[Command, ...]":
        from ill_desktop.ui.shortcuts import Command

        who, sign_on = self.tr("Who is at the desk"), self.tr("Sign on")
        names = (f"{one.initials} {one.name}".strip() for one in self._people)
        return tuple(
            Command(f"{sign_on}{INTO}{name}", who, "", partial(self.choose, one))
            for one, name in zip(self._people, names, strict=True)
        )

    def _put_off(self) -> None:
        """The menu went away without an answer: nothing is done later of itself."""
        if not self._choosing:
            self._then = None

    def _give_up(self) -> None:
        self._then = None

    def _heard(self, change: Change) -> None:
        if change.settings:
            self.refresh()

    def refresh(self) -> None:
        """Ask again who works here and who is there; of answers side by side the newest counts."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import staff

            return [one for one in staff.listed(desk) if one.active], desk.staff, desk.role

        self._turn = turn = self._turn + 1
        self._window.link.read(
            ask, lambda found: self._show(*found) if turn == self._turn else None
        )

    def _show(self, people: Any, now: str, role: Any) -> None:
        self._window.state.seated = (now, role) if now else None
        self._people = people
        self.button.setVisible(bool(people))
        self._asks = bool(people) and not now
        name = next((one.name for one in people if one.initials == now), "")
        said = f"{now} · {name}" if name else now
        self.button.setText(said or self.tr("Who are you?"))
        self.button.setAccessibleName(self.tr("At the desk: {who}").format(who=said or "–"))
        self.menu.clear()
        for one in people:
            line = f"{one.initials}  {one.name}".replace("&", "&&")
            entry = self.menu.addAction(line)
            entry.setCheckable(True)
            entry.setChecked(one.initials == now)
            entry.triggered.connect(lambda _=False, who=one: self.choose(who))
        self.menu.addSeparator()
        nobody = self.menu.addAction(self.tr("Nobody"))
        nobody.triggered.connect(lambda _=False: self._leave())
        then, self._then = (self._then, None) if now else (None, self._then)
        if then is not None:
            then()

    def choose(self, person: Any) -> None:
        """Let somebody sit down, after their PIN where they have one."""
        from ill_desktop.ui.pin_dialog import sit_down

        self._choosing = True
        sit_down(self._window.link, person, self._window, self._give_up)

    def _leave(self) -> None:
        def ask(desk: Any) -> None:
            from ill_desktop.services import staff

            staff.sign_off(desk)

        self._window.link.write(ask, lambda _: None)
