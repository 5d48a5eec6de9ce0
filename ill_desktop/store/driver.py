"""Which SQLite speaks to the desk. Imports no SQLAlchemy: the window's first page needs this.

One process must use one SQLite library only: two on one file break each other's locks. So
everything that opens a desk asks here.
"""

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
    """A raw connection that cannot change the file; raises the module's own errors."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    return module.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
