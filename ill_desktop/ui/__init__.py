"""The counter with a window: the only room that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - brings the import that is put back below

# To offer `__feature__`, which nobody here uses, PySide reads the source of every module imported
# after it: a tenth of the start, and a quarter of loading the cabinet.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
