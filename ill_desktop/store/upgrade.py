"""Open a desk file: make it, bring it up to date, or leave it alone because it is newer.

A file of this version costs one look at its header. Alembic is imported only when the file is
older, and never before a copy of it lies in `backups/`.
"""

from pathlib import Path
from typing import Any

from ill_desktop.domain.errors import Busy, CannotWrite, Damaged, DeskExists, NewerDatabase, NoDesk
from ill_desktop.store import driver, failures, manners
from ill_desktop.store.copying import PRIVATE, copy_file, remove_file
from ill_desktop.store.database import Database, engine_for, writing
from ill_desktop.store.versions import KNOWN

BACKUPS = "backups"
"""Beside the desk file; where the copy made before an upgrade is left."""


def open_database(path: Path, create: bool = False) -> Database:
    """The desk file, up to date.

    With `create` it is made and must not be there yet (`DeskExists`); else it must (`NoDesk`).
    Raises `NewerDatabase` without having touched the file, `Damaged` when it is no desk.
    """
    if create:
        _make(path)
    else:
        _check(path)
    return Database(path)


def version_of(path: Path) -> int:
    """The number of the newest migration the file has seen, read without changing anything.

    Raises `NoDesk`, and `Damaged` when the file is not a desk of ours.
    """
    if not path.is_file():
        raise NoDesk(str(path.parent))
    with failures.translated(path):
        connection = driver.read_only(path)
        try:
            version = manners.schema_version(connection)
            owner = manners.application_id(connection)
        finally:
            connection.close()
    if owner != manners.APPLICATION_ID:
        raise Damaged(str(path), "not-a-desk")
    return version


def _make(path: Path) -> None:
    """Private from the start: SQLite gives its journals the same rights."""
    try:
        path.touch(PRIVATE, exist_ok=False)
    except FileExistsError as error:
        raise DeskExists(str(path.parent)) from error
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or "") from error
    try:
        migrate(path)
    except BaseException:
        remove_file(path)
        raise


def _check(path: Path) -> None:
    found = version_of(path)
    if found > KNOWN:
        raise NewerDatabase(str(path), found, KNOWN)
    if found < KNOWN:
        if driver.view_only(path):
            raise CannotWrite(str(path), "read-only")
        copy_file(path, _free_name(path, found))
        migrate(path)


def _free_name(path: Path, found: int) -> Path:
    """A name for the copy that is not taken; a copy of an earlier try is kept."""
    folder = path.parent / BACKUPS
    folder.mkdir(exist_ok=True)
    stem = f"before-upgrade-{found:04d}-to-{KNOWN:04d}"
    tries = (folder / f"{stem}{f'-{n}' if n else ''}.sqlite3" for n in range(10_000))
    return next(name for name in tries if not name.exists())


def migrate(path: Path) -> None:
    """Run every migration the file has not seen, all of them or none.

    Foreign keys are off meanwhile, because Alembic makes tables anew, and checked at the end.
    """
    from sqlalchemy import event  # only an older file needs it
    from sqlalchemy.exc import DBAPIError

    engine = engine_for(path)
    event.listen(engine, "connect", _without_foreign_keys)
    try:
        with writing(engine).begin() as connection:
            _run_alembic(connection)
            raw = connection.connection.dbapi_connection
            if raw is None:
                raise Busy
            broken = raw.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise Damaged(str(path), f"foreign-keys: {len(broken)}")
            raw.execute(f"PRAGMA application_id = {manners.APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {KNOWN}")
    except DBAPIError as error:
        raise failures.known(error.orig, path) or error from error
    finally:
        engine.dispose()


def _without_foreign_keys(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")


def _run_alembic(connection: Any) -> None:
    from alembic import command  # half a second that nobody should wait for

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def alembic_config() -> Any:
    """What `[tool.alembic]` in pyproject says, for a program installed without it."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "ill_desktop.store:migrations")
    return config
