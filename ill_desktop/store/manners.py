"""How a connection behaves: the one place that knows SQLite's pragmas.

Imports no SQLAlchemy: the window's first page is read through the same manners.
"""

from typing import Any

from ill_desktop.store import driver

APPLICATION_ID = 0x494C4C44
"""`ILLD` in the file's header: this is one of our desks."""

BUSY_MS = 5_000


def teach(connection: Any) -> None:
    """Give a new raw connection its manners (RELIABILITY §2)."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for statement in _manners():
        cursor.execute(statement)
    cursor.close()


def _manners() -> tuple[str, ...]:
    return (
        f"PRAGMA busy_timeout = {BUSY_MS}",
        f"PRAGMA journal_mode = {'WAL' if driver.wal_is_safe else 'DELETE'}",
        durability(lasting=True),
        "PRAGMA foreign_keys = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA secure_delete = ON",
        "PRAGMA cell_size_check = ON",
        "PRAGMA mmap_size = 0",
    )


def durability(*, lasting: bool) -> str:
    """Whether a commit is on the disk when it is done; if not, it outlives a kill all the same.

    Only a journal that is written ahead is whole after a power cut either way.
    """
    return f"PRAGMA synchronous = {'NORMAL' if driver.wal_is_safe and not lasting else 'FULL'}"


def teach_reader(connection: Any) -> None:
    """The manners of a connection that only reads."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA query_only = ON")
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.close()


def data_version(connection: Any) -> int:
    """Grows when another connection, of this or another program, has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def schema_version(connection: Any) -> int:
    """The number of the newest migration the file has seen; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def application_id(connection: Any) -> int:
    """Whose file it is; 0 for an empty one."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])
