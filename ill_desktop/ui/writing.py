"""A form being written: what was changed, kept within two seconds, and not lost on closing.

What is kept lies in the desk (`services.unfinished`); a crash costs at most the last two seconds.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from ill_desktop.ui.link import Link

KEEP_MS = 1500
"""What is left of the two seconds is for the disk."""
DOT = "•"

State = Mapping[str, Any]


class Writing(QObject):
    """Watches one form; `state` tells what it holds now."""

    def __init__(
        self, link: Link, state: Callable[[], State], form: QWidget, key: str = ""
    ) -> None:
        super().__init__(form)
        self._link, self._state, self._form = link, state, form
        self._key = key or uuid4().hex
        self._kept = bool(key)
        self._begun: State | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self, state: State | None = None) -> None:
        """What the form holds now is what it began with, unless told otherwise."""
        self._begun = dict(self._state() if state is None else state)
        self._settle()

    def begin_again(self, names: Collection[str]) -> None:
        """Some fields were filled by the program; what was typed into the others stays typed."""
        if self._begun is not None:
            now = self._state()
            self._begun = {**self._begun, **{name: now[name] for name in names}}
            self._settle()

    def _settle(self) -> None:
        """The program filled fields, too, and nobody wrote those: neither dot nor draft."""
        names = self.changed_names()
        self._mark(names)
        if not names:
            self._timer.stop()

    def changed_names(self) -> frozenset[str]:
        """The fields that are not as they were in the beginning."""
        if self._begun is None:
            return frozenset()
        now = self._state()
        return frozenset(name for name in now if now[name] != self._begun.get(name))

    @property
    def dirty(self) -> bool:
        """Whether closing would lose something."""
        return bool(self.changed_names())

    def touched(self) -> None:
        """Something was typed: mark it, and keep it soon."""
        if self._begun is None:
            return
        names = self.changed_names()
        self._mark(names)
        if names and not self._timer.isActive():
            self._timer.start()

    def untouched(self) -> None:
        """All is as it was in the beginning, or not worth keeping."""
        self._mark(frozenset())
        self._timer.stop()

    def keep(self) -> None:
        """Put what the form holds into the desk."""
        state, key, begun = dict(self._state()), self._key, dict(self._begun or {})
        self._timer.stop()
        self._kept = True

        def ask(desk: Any) -> None:
            from ill_desktop.services import unfinished

            unfinished.keep(desk, key, {"now": state, "begun": begun})

        self._link.write(ask, lambda _: None, lambda _: None)

    def take_up(self, key: str) -> None:
        """Go on with what was kept under a key: it is that which is saved or thrown away."""
        self._key, self._kept = key, True

    def forget(self, then: Callable[[Any], None] = lambda _: None) -> None:
        """It was saved, or thrown away; `then` is called when nothing of it is kept any more."""
        self._timer.stop()
        self._begun = None
        key = self._key
        if not self._kept:
            then(None)
            return

        def ask(desk: Any) -> None:
            from ill_desktop.services import unfinished

            unfinished.forget(desk, key)

        self._link.write(ask, then, then)

    def stop(self) -> None:
        """Keep nothing more; what is kept stays."""
        self._timer.stop()
        self._begun = None

    def ask_first(
        self, save: str, on_save: Callable[[], None] | None, drop: Callable[[], None]
    ) -> None:
        """Somebody closes a form that was written in: save it, throw it away, or go on.

        Without `on_save` there is nothing to save: what the form does reaches others.
        """
        box = QMessageBox(self._form)
        box.setObjectName("leaving")
        box.setWindowTitle("ILL Desktop")
        box.setText(self.tr("What you wrote in the form is not saved."))
        lose = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        on = box.addButton(self.tr("Go on writing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(on)
        box.setEscapeButton(on)
        ends = {lose: drop}
        if on_save is not None:
            ends[box.addButton(save, QMessageBox.ButtonRole.AcceptRole)] = on_save

        def end() -> None:
            done = ends.get(box.clickedButton())  # type: ignore[call-overload]
            box.deleteLater()
            if done is not None:
                done()

        box.finished.connect(end)
        box.open()

    def _mark(self, names: frozenset[str]) -> None:
        """A dot in the title and at each field that was changed; never colour alone."""
        title = self._form.windowTitle().removeprefix(f"{DOT} ")
        self._form.setWindowTitle(f"{DOT} {title}" if names else title)
        for label in self._form.findChildren(QLabel):
            name = label.objectName().removesuffix("_label")
            if label.objectName().endswith("_label"):
                text = label.text().removesuffix(f" {DOT}")
                label.setText(f"{text} {DOT}" if name in names else text)
