"""Dialogs and pages are loaded when they are first wanted; nothing of them slows the start."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def show(dialog: "QDialog") -> None:
    """Open a dialog that goes away by itself; the window's thread is never held up."""
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def loaded(name: str) -> Any:
    """A class of this room by `module:Class`."""
    from importlib import import_module

    module, _, kind = name.partition(":")
    return getattr(import_module(f"ill_desktop.ui.{module}"), kind)
