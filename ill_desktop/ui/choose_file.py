"""Asking for a file or a folder: every dialog begins where the last one ended."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = re.compile(r"\*(\.\w+)")
_last: list[Path] = []


def _place() -> Path:
    """The folder that was chosen last, at first that of the documents, or of the person: where it
    is not there, the window of the system would open wherever the program was started from.
    """
    if _last and _last[0].is_dir():
        return _last[0]
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    known = Path(QStandardPaths.writableLocation(documents))
    return known if known.is_dir() else Path.home()


def _remembered(name: str) -> Path:
    path = Path(name)
    _last[:] = [path.parent]
    return path


_KEPT_FROM_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
"""What no file may be called by on some system, and blanks."""


def file_name(*parts: str, ending: str) -> str:
    """A name proposed for a file, of words in the language of the desk: `slip-26000123.pdf`."""
    words = (_KEPT_FROM_NAMES.sub("-", part).strip("-.") for part in parts)
    return f"{'-'.join(filter(None, words)).lower()}.{ending}"


def to_save(parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
    """Where to write a file, `name` being proposed; one without an ending gets that of its kind.

    `kinds` are written as Qt wants them: `PDF (*.pdf);;JSON (*.json)`. Where the whole name is
    that of a file which is there, it is asked for once more: nobody was asked about that one.
    """
    known = {ending.lower() for ending in ENDING.findall(kinds)} or {Path(name).suffix}
    proposed = str(_place() / name)
    while True:
        chosen, kind = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
        if not chosen:
            return None
        path = _remembered(chosen)
        if path.suffix.lower() in known:
            return path
        usual = (*ENDING.findall(kind), Path(name).suffix)[0]
        whole = path.with_name(path.name + usual)
        if not whole.exists():
            return whole
        proposed = str(whole)


def to_open(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """A file to read."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_place()), kinds)
    return _remembered(chosen) if chosen else None


def a_folder(parent: QWidget, title: str, now: str = "") -> str:
    """A folder, `now` being the one that is there; empty: none."""
    return QFileDialog.getExistingDirectory(parent, title, now or str(_place()))
