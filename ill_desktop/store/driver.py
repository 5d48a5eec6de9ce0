"""Which SQLite speaks to the desk. Imports no SQLAlchemy: the window's first page needs this.

One process must use one SQLite library only: two on one file break each other's locks. So
everything that opens a desk asks here.
"""

import os
from pathlib import Path
from types import ModuleType
from typing import Any

WAL_SAFE_FROM = (3, 51, 3)
"""Older libraries can lose pages in WAL mode with two connections (RELIABILITY §1)."""


def _choose() -> ModuleType:
    try:
        import pysqlite3  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        return _standard()
    bundled: ModuleType = pysqlite3
    return bundled if bundled.sqlite_version_info >= WAL_SAFE_FROM else _standard()


def _standard() -> ModuleType:
    """Loaded only where it is needed: it brings another SQLite along."""
    import sqlite3

    return sqlite3


module: Any = _choose()
"""The DB-API module in use: pysqlite3 where it is there and new enough, else the standard one."""

wal_is_safe: bool = module.sqlite_version_info >= WAL_SAFE_FROM


def read_only(path: Path) -> Any:
    """A raw connection that cannot change the file; raises the module's own errors.

    Where nothing can be written SQLite cannot put the helpers of its journal beside the file. It
    needs none where no journal lies there: then all there is to know stands in the file itself.
    """
    alone = "&immutable=1" if view_only(path) and not has_journal(path) else ""
    uri = f"{path.resolve().as_uri()}?mode=ro{alone}"
    return module.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def view_only(path: Path) -> bool:
    """Whether a desk file can only be looked at: it or its folder refuses to be written."""
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def state_of(path: Path) -> int:
    """A number that changes with the file or its journal: what `data_version` is for a writer."""
    return sum(one.stat().st_mtime_ns for one in (path, *_journals(path)) if one.is_file())


def has_journal(path: Path) -> bool:
    """Whether a journal with anything in it lies beside a desk file."""
    return any(one.is_file() and one.stat().st_size for one in _journals(path))


def _journals(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-journal"))
