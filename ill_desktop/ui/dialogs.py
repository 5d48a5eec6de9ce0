"""Dialogs and pages are loaded when they are first wanted; nothing of them slows the start."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def show(dialog: "QDialog") -> None:
    """Open a dialog that goes away by itself; the window's thread is never held up."""
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    keep_on_screen(dialog)


def keep_on_screen(dialog: "QDialog") -> None:
    """A high dialog over a small window is centred above the edge of the screen: bring it in."""
    screen = dialog.screen().availableGeometry()
    frame = dialog.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() - frame.width()))
    top = max(screen.top(), min(frame.top(), screen.bottom() - frame.height()))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(left, top)


def loaded(name: str) -> Any:
    """A class of this room by `module:Class`."""
    from importlib import import_module

    module, _, kind = name.partition(":")
    return getattr(import_module(f"ill_desktop.ui.{module}"), kind)
