"""An eye on a program: it ends with code 3 when it opens what is none of its business."""

import os
import site
import sys
import sysconfig
import zoneinfo
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = 3

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = ("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.utime")
STARTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "ctypes.dl",
)

NAMES = (str, bytes, os.PathLike)


class Watch:
    """What may be opened: to be read and written `own`, to be read also `given` and the program.

    The program is Python's library with its time zones, the packages it needs and the project. A
    link counts as what it leads to.
    """

    def __init__(self, own: Path, *given: Path) -> None:
        self._own = _roots(own, Path(os.devnull))
        self._read = (*self._own, *_roots(*given, *_installation()))
        self._checks: dict[str, Callable[..., bool]] = {
            "open": self._may_open,
            "os.listdir": self._may_read,
            "os.scandir": self._may_read,
            "os.symlink": lambda _target, link, *_: self._may_change(link),
            "os.truncate": lambda path, *_: self._may_write(path),
            **dict.fromkeys(CHANGES, self._may_change),
        }

    def begin(self) -> None:
        """From now on, for as long as the program runs."""
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        check = self._checks.get(event)
        if event.startswith(STARTS) or (check is not None and not check(*arguments)):
            print("FORBIDDEN", event, arguments, flush=True)
            os._exit(FORBIDDEN)

    def _may_open(self, path: object, _mode: object, flags: int | None) -> bool:
        return self._may_write(path) if (flags or 0) & WRITES else self._may_read(path)

    def _may_read(self, path: object = ".", *_: object) -> bool:
        return not isinstance(path, NAMES) or _is_under(path, self._read)

    def _may_write(self, path: object) -> bool:
        return not isinstance(path, NAMES) or _is_under(path, self._own)

    def _may_change(self, *arguments: object) -> bool:
        """A link that is renamed or removed is that itself, and not what it leads to.

        Of folders that are emptied the last argument is the open folder the name stands in.
        """
        last = arguments[-1]
        place = f"/proc/self/fd/{last}" if isinstance(last, int) and last > 0 else os.curdir
        names = (Path(place, os.fsdecode(one)) for one in arguments if isinstance(one, NAMES))
        return all(self._may_write(one.parent) for one in names)


def _installation() -> tuple[Path, ...]:
    places = {
        *sysconfig.get_paths().values(),
        *site.getsitepackages(),
        sys.prefix,
        *zoneinfo.TZPATH,
    }
    return (ROOT, *map(Path, places))


def _roots(*places: Path) -> tuple[str, ...]:
    return tuple(f"{os.path.realpath(place)}{os.sep}" for place in places)


def _is_under(name: str | bytes | os.PathLike[str], roots: tuple[str, ...]) -> bool:
    return f"{os.path.realpath(os.fsdecode(name))}{os.sep}".startswith(roots)
