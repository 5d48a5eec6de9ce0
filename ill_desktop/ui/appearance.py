"""How the window looks and speaks: theme, language, size of the text, as somebody chose them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ill_desktop.ui.colours import Theme
from ill_desktop.ui.window_state import WindowState
from ill_desktop.words.mark import mark

THEMES: Mapping[str, str] = {
    Theme.SYSTEM.value: mark("Menus", "As the desktop"),
    Theme.LIGHT.value: mark("Menus", "Light"),
    Theme.DARK.value: mark("Menus", "Dark"),
    Theme.CONTRAST.value: mark("Menus", "High contrast"),
}
LANGUAGES: Mapping[str, str] = {"en": "English", "id": "Bahasa Indonesia"}
"""Languages are called by their own names in every language."""
SMALLEST, LARGEST = 0.8, 2.0


class Appearance(QObject):
    """Keeps what was chosen; the window is made anew with it."""

    changed = Signal(str)
    """Which of language, theme and text was changed."""

    def __init__(self, state: WindowState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state

    @property
    def theme(self) -> str:
        """The theme chosen."""
        return self._state.theme.value

    def choose_theme(self, code: str) -> None:
        """Wear another theme."""
        self._state.theme = Theme(code)
        self.changed.emit("theme")

    def choose_language(self, code: str) -> None:
        """Speak another language."""
        self._state.language = code
        self.changed.emit("language")

    def usual(self) -> None:
        """Text as large as the desktop's."""
        self.scale(1 / self._state.text_size)

    def scale(self, by: float) -> None:
        """Make the text larger or smaller."""
        self._state.text_size = min(LARGEST, max(SMALLEST, self._state.text_size * by))
        self.changed.emit("text")
