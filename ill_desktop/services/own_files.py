"""What nothing may be written over: desks, their copies, and what else lies in a desk folder.

Every file that a person names is asked about here before it is written; the program's own files
are written past it.
"""

from pathlib import Path

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.services.folder import NAMES, PARTS, DeskFolder
from ill_desktop.store import header

HELPERS = ("-wal", "-shm", "-journal")
"""How the names end of what SQLite keeps beside a desk file."""
REASON = "a-desk"
FILLED = frozenset(PARTS) - {"templates"}
"""The parts of a desk folder that the program fills; templates are people's."""


def must_not_be_ours(path: Path, backup: bool = False) -> None:
    """Raise `CannotWrite` where a file of a desk lies, of this one or of any other.

    A `backup` may take the place of an older one.
    """
    try:
        ours = _is_ours(path.resolve(), backup)
    except (OSError, ValueError):  # who writes there says what is wrong with the name
        return
    if ours:
        raise CannotWrite(str(path), REASON)


def _is_ours(path: Path, backup: bool) -> bool:
    if header.is_ours(path):
        return not backup or header.is_at_work(path) or _is_home(path)
    return _helps_a_desk(path) or _has_a_name_of_ours(path) or _is_kept(path)


def _is_home(path: Path) -> bool:
    """Whether a desk lives under this name: its folder has the parts of a desk folder."""
    database = DeskFolder(path.parent).database
    return path.name.casefold() == database.name and DeskFolder(path.parent).backups.is_dir()


def _helps_a_desk(path: Path) -> bool:
    bases = (path.name.removesuffix(end) for end in HELPERS if path.name.endswith(end))
    return any(_is_desk_file(path.with_name(base)) for base in bases if base)


def _is_desk_file(path: Path) -> bool:
    return path.is_file() and (header.is_ours(path) or _is_home(path))


def _has_a_name_of_ours(path: Path) -> bool:
    """A damaged desk file is one still: it may be mended."""
    return path.name.casefold() in NAMES and _is_desk_file(DeskFolder(path.parent).database)


def _is_kept(path: Path) -> bool:
    """Whether a file is there already in a part of a desk folder that the program fills."""
    return path.is_file() and any(
        path.relative_to(folder).parts[0] in FILLED and _is_desk_file(DeskFolder(folder).database)
        for folder in path.parents[1:]
    )
