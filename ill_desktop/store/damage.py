"""Whether a desk file is whole, and the mark beside one that is not.

Whoever finds a desk damaged leaves the mark, and from then on nobody writes into it, of this
program or another on this computer. It goes when the file was read whole and found sound.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ill_desktop.domain.errors import Damaged
from ill_desktop.store import driver, failures, manners

STEPS = 10_000
"""So many steps of SQLite's own lie between two looks whether somebody wants it to stop."""


def quick_check(path: Path) -> None:
    """Raise `Damaged` where the pages of a desk do not fit together; never changes it.

    Costs less than `full_check`: indexes are not compared with their tables.
    """
    with _reading(path) as connection:
        _must_say_ok(path, connection, "quick_check")


def full_check(path: Path, stopped: Callable[[], bool] | None = None) -> bool:
    """Read everything; raises `Damaged`, never changes the file. False where it was `stopped`.

    Beside a journal that is written ahead nobody waits for it.
    """
    with _reading(path) as connection:
        if stopped is not None:
            connection.set_progress_handler(stopped, STEPS)
        try:
            must_be_sound(path, connection)
        except driver.module.OperationalError:
            if stopped is None or not stopped():
                raise
            return False
    return True


def must_be_sound(path: Path, connection: Any) -> None:
    """The same over a connection that is open."""
    _must_say_ok(path, connection, "integrity_check")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged(str(path), "foreign-keys")


def _must_say_ok(path: Path, connection: Any, check: str) -> None:
    said = connection.execute(f"PRAGMA {check}(1)").fetchone()[0]
    if said != "ok":
        raise Damaged(str(path), str(said))


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    with failures.translated(path):
        connection = driver.read_only(path)
        try:
            manners.teach_reader(connection)
            yield connection
        finally:
            connection.close()


def _mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.damaged")


def leave_mark(found: Damaged) -> bool:
    """Let everybody know; False where nothing can be written there."""
    try:
        _mark(Path(found.path)).write_text(found.detail, "utf-8")
    except OSError:
        return False
    return True


def marked(path: Path) -> Damaged | None:
    """What was found in a file, as far as nobody has found it sound since."""
    try:
        return Damaged(str(path), _mark(path).read_text("utf-8", "replace"))
    except FileNotFoundError:
        return None
    except OSError as error:
        return Damaged(str(path), error.strerror or "")


def take_mark_away(path: Path) -> None:
    """The file was read whole and is sound."""
    with suppress(OSError):
        _mark(path).unlink()
