# house: table
"""The keys that stand in no menu: who hears one takes it from here, and so does their sheet.

QKeySequence, which knows what a key is called on this system, is loaded when it is first wanted.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QKeySequence

WINDOW = Qt.ShortcutContext.WindowShortcut
KEYPAD = Qt.KeyboardModifier.KeypadModifier
TWICE = ("Return", "Ctrl+Return")
"""The same key as Enter to whoever reads of it."""


class KeyRow(NamedTuple):
    """Keys that do the same, where they do it, and what; the texts are marked under `Keys`."""

    where: str
    keys: tuple[str, ...]
    text: str

    @property
    def told(self) -> tuple[str, ...]:
        """The keys as people call them."""
        from PySide6.QtGui import QKeySequence

        return tuple(native(QKeySequence(one)) for one in self.keys if one not in TWICE)

    def means(self, event: "QKeyEvent") -> bool:
        """Whether it was one of these keys, wherever on the keyboard it stands."""
        from PySide6.QtGui import QKeySequence

        held = event.modifiers() & ~KEYPAD
        pressed = QKeySequence(event.key() | held.value)
        return any(QKeySequence(one) == pressed for one in self.keys)

    def bind(
        self, owner: QWidget, do: Callable[[], object], context: Qt.ShortcutContext = WINDOW
    ) -> None:
        """Let the keys do it wherever the owner hears them."""
        from PySide6.QtGui import QKeySequence, QShortcut

        for one in self.keys:
            QShortcut(QKeySequence(one), owner, do, context=context)

    def tell_on(self, button: QWidget) -> None:
        """Let the button they press say so."""
        button.setToolTip(self.told[0])


def native(keys: "QKeySequence") -> str:
    """Keys as this system writes them."""
    return keys.toString(keys.SequenceFormat.NativeText)


EVERYWHERE = mark("Keys", "Everywhere")
IN_QUEUES = mark("Keys", "In the queues")
IN_LIST = mark("Keys", "In the list of requests")
IN_FORMS = mark("Keys", "In forms")
IN_REQUEST = mark("Keys", "In a borrowing request")
IN_ANSWER = mark("Keys", "In an answer")
IN_SAID = mark("Keys", "Where an answer or message is recorded")
IN_HANDBOOK = mark("Keys", "In the handbook")
IN_FIRST = mark("Keys", "At the first start")

BACK = KeyRow(
    EVERYWHERE,
    ("Esc",),
    mark("Keys", "From a request to its list, from a page back to where you were"),
)
MENUS = KeyRow(EVERYWHERE, ("F10",), mark("Keys", "Menus"))
INTO = KeyRow(IN_QUEUES, ("Right", "Return", "Enter"), mark("Keys", "To the list of the queue"))
OUT = KeyRow(IN_LIST, ("Left",), mark("Keys", "To the queues"))
NEXT = KeyRow(IN_LIST, ("Return", "Enter"), mark("Keys", "Do what is next for the request"))
OFFERED = KeyRow(IN_LIST, ("Shift+F10", "Menu"), mark("Keys", "What can be done with the request"))
DONE = KeyRow(
    IN_FORMS, ("Ctrl+Return", "Ctrl+Enter"), mark("Keys", "Press the button that ends the form")
)
DRAFT = KeyRow(IN_REQUEST, ("Ctrl+S",), mark("Keys", "Save the draft"))
EARLIER = KeyRow(IN_REQUEST, ("Alt+Up",), mark("Keys", "Ask this library earlier"))
LATER = KeyRow(IN_REQUEST, ("Alt+Down",), mark("Keys", "Ask this library later"))
AWAY = KeyRow(IN_REQUEST, ("Delete",), mark("Keys", "Do not ask this library"))
ANSWERS = KeyRow(IN_ANSWER, ("1", "2", "3", "4"), mark("Keys", "Choose the answer"))
SAID = KeyRow(IN_SAID, tuple("123456789"), mark("Keys", "Choose what they said"))
FIND = KeyRow(IN_HANDBOOK, ("Ctrl+F",), mark("Keys", "Find"))
CLOSE = KeyRow(IN_HANDBOOK, ("Esc",), mark("Keys", "Close"))
PAGE_BEFORE = KeyRow(IN_FIRST, ("Alt+Left",), mark("Keys", "The page before"))

KEYS: tuple[KeyRow, ...] = (
    BACK, MENUS, INTO, OUT, NEXT, OFFERED, DONE, DRAFT, EARLIER, LATER, AWAY, ANSWERS, SAID,
    FIND, CLOSE, PAGE_BEFORE,
)  # fmt: skip
"""Every one, as the sheet tells them."""
