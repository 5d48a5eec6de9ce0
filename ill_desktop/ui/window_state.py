"""What the window remembers by itself on this computer: size, theme, language, text size."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from ill_desktop.ui.colours import Theme

MOST_DESKS = 5
FRAME = 40
"""Room for the title line and the borders that the system draws around a window."""


class WindowState:
    """A small file of its own; nothing of the desk is in it."""

    def __init__(self, path: Path | None = None) -> None:
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        usual = QSettings(form, scope, "ill-desktop", "window")
        self._kept = QSettings(str(path), form) if path else usual
        self.seated: tuple[str, Any] | None = None
        """Initials and role of whoever is at the desk; never written down."""
        self._fit = self._desk = ""

    def sit(self, folder: Path) -> None:
        """What is remembered of one desk alone is that of the desk in this folder from now on."""
        self._desk = str(folder.absolute()).replace("/", "|").replace("\\", "|")

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
        """The language chosen for the window on this desk; empty: the desk's own."""
        return str(self._kept.value(f"language/{self._desk}", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue(f"language/{self._desk}", language)

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
        kept = str(self._kept.value(self._for_these_words(f"columns/{place}"), ""))
        pairs = (part.partition("=") for part in kept.split(" ") if part)
        return tuple((name, int(wide) if wide.isdecimal() else 0) for name, _, wide in pairs)

    def keep_columns(self, place: str, chosen: Iterable[tuple[str, int]]) -> None:
        """Remember the columns chosen for a queue."""
        kept = " ".join(f"{name}={wide}" for name, wide in chosen)
        self._kept.setValue(self._for_these_words(f"columns/{place}"), kept)

    def order(self, place: str) -> tuple[str, bool]:
        """By what a queue was put in order, and whether the latest came first; empty: as usual."""
        by, _, way = str(self._kept.value(f"order/{place}", "")).partition(" ")
        return by, way == "falling"

    def keep_order(self, place: str, by: str, *, falling: bool) -> None:
        """Remember the order chosen for a queue."""
        self._kept.setValue(f"order/{place}", f"{by} {'falling' if falling else 'rising'}")

    @property
    def place(self) -> str:
        """The queue or page of this desk that was shown last; empty: none yet."""
        return str(self._kept.value(f"place/{self._desk}", ""))

    @place.setter
    def place(self, key: str) -> None:
        self._kept.setValue(f"place/{self._desk}", key)

    @property
    def put_off(self) -> frozenset[int]:
        """The messages of this desk of which somebody said that they may leave another day."""
        kept = str(self._kept.value(f"put_off/{self._desk}", ""))
        return frozenset(int(one) for one in kept.split() if one.isdecimal())

    @put_off.setter
    def put_off(self, ids: frozenset[int]) -> None:
        if ids != self.put_off:
            self._kept.setValue(f"put_off/{self._desk}", " ".join(map(str, sorted(ids))))

    @property
    def desks(self) -> tuple[tuple[str, str], ...]:
        """Folders of the desks opened lately on this computer with their names, newest first."""
        kept = self._kept.value("desks", [])
        texts = [str(one) for one in kept] if isinstance(kept, list) else []
        return tuple(zip(texts[::2], texts[1::2], strict=False))

    def keep_desk(self, folder: Path, name: str) -> None:
        """Remember the desk that is open now."""
        others = (one for one in self.desks if one[0] != str(folder))
        newest = [(str(folder), name), *others][:MOST_DESKS]
        self._kept.setValue("desks", [text for one in newest for text in one])

    def _for_these_words(self, name: str) -> str:
        return f"{name}-{self._fit}"

    def begin(self, language: str) -> None:
        """A window opens in this language. Larger text and other words want other widths, so each
        language and text size keeps its own until the next window opens.
        """
        self._fit = f"{self.text_size * 100:.0f}-{language}"

    def keep(self, window: QMainWindow, splits: Mapping[str, QSplitter]) -> None:
        """Remember where everything stands."""
        self._kept.setValue("geometry", window.saveGeometry())
        for name, split in splits.items():
            self._kept.setValue(self._for_these_words(name), split.saveState())
        self._kept.sync()

    def restore(self, window: QMainWindow, splits: Mapping[str, QSplitter]) -> None:
        """Put everything where it stood."""
        self._put("geometry", window.restoreGeometry)
        for name, split in splits.items():
            self._put(self._for_these_words(name), split.restoreState)

    def fits(self, window: QMainWindow) -> bool:
        """Whether the window has a place from before, or room on the screen as it is."""
        if self._kept.contains("geometry"):
            return True
        room = window.screen().availableGeometry()
        if room.width() < window.minimumWidth():  # the whole of it would not do either
            return True
        return window.width() <= room.width() - FRAME and window.height() <= room.height() - FRAME

    def _put(self, name: str, put: Callable[[QByteArray], object]) -> None:
        kept = self._kept.value(name)
        if isinstance(kept, QByteArray):
            put(kept)
