"""Asking for a file or a folder: every dialog begins where the last one ended."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_last: list[Path] = []


def _place() -> Path:
    """The folder that was chosen last, at first that of the documents."""
    if _last and _last[0].is_dir():
        return _last[0]
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def _remembered(name: str) -> Path:
    path = Path(name)
    _last[:] = [path.parent]
    return path


def to_save(parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
    """Where to write a file, `name` being proposed; one without an ending gets that of its kind.

    `kinds` are written as Qt wants them: `PDF (*.pdf);;JSON (*.json)`.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_place() / name), kinds)
    if not chosen:
        return None
    path = _remembered(chosen)
    ending = re.search(r"\*(\.\w+)", kind)
    usual = ending[1] if ending else Path(name).suffix
    return path if path.suffix else path.with_suffix(usual)


def to_open(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """A file to read."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_place()), kinds)
    return _remembered(chosen) if chosen else None


def a_folder(parent: QWidget, title: str, now: str = "") -> str:
    """A folder, `now` being the one that is there; empty: none."""
    return QFileDialog.getExistingDirectory(parent, title, now or str(_place()))
