"""What the window remembers by itself on this computer: size, theme, language, text size."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from ill_desktop.ui.colours import Theme


class WindowState:
    """A small file of its own; nothing of the desk is in it."""

    def __init__(self, path: Path | None = None) -> None:
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        usual = QSettings(form, scope, "ill-desktop", "window")
        self._kept = QSettings(str(path), form) if path else usual
        self.seated: tuple[str, Any] | None = None
        """Initials and role of whoever is at the desk; never written down."""

    @property
    def theme(self) -> Theme:
        """The theme chosen."""
        known = {one.value: one for one in Theme}
        return known.get(str(self._kept.value("theme", "")), Theme.SYSTEM)

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._kept.setValue("theme", theme.value)

    @property
    def language(self) -> str:
        """The language chosen for the window; empty: that of the desk."""
        return str(self._kept.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def text_size(self) -> float:
        """How much larger than the desktop's the text is."""
        try:
            return min(2.0, max(0.8, float(str(self._kept.value("text", 1.0)))))
        except ValueError:
            return 1.0

    @text_size.setter
    def text_size(self, factor: float) -> None:
        self._kept.setValue("text", factor)

    def columns(self, place: str) -> tuple[tuple[str, int], ...]:
        """The columns chosen for a queue in their order, with widths; empty: the usual ones."""
        kept = str(self._kept.value(f"columns/{place}-{self.text_size * 100:.0f}", ""))
        pairs = (part.partition("=") for part in kept.split(" ") if part)
        return tuple((name, int(wide) if wide.isdecimal() else 0) for name, _, wide in pairs)

    def keep_columns(self, place: str, chosen: Iterable[tuple[str, int]]) -> None:
        """Remember the columns chosen for a queue."""
        kept = " ".join(f"{name}={wide}" for name, wide in chosen)
        self._kept.setValue(f"columns/{place}-{self.text_size * 100:.0f}", kept)

    @property
    def _split_name(self) -> str:
        """Larger text wants other widths: each size keeps its own."""
        return f"split-{self.text_size * 100:.0f}"

    def keep(self, window: QMainWindow, split: QSplitter) -> None:
        """Remember where everything stands."""
        self._kept.setValue("geometry", window.saveGeometry())
        self._kept.setValue(self._split_name, split.saveState())
        self._kept.sync()

    def restore(self, window: QMainWindow, split: QSplitter) -> None:
        """Put everything where it stood."""
        places = (("geometry", window.restoreGeometry), (self._split_name, split.restoreState))
        for name, put in places:
            kept = self._kept.value(name)
            if isinstance(kept, QByteArray):
                put(kept)
