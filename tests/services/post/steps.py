"""Every effect a program has outside itself: counted, and cut off before any one of them.

Used in a child made by `os.fork`: what watches cannot be taken away again. The seams are not ours:
Python's audit events for files, SQLAlchemy's events for the database, and `os.fsync`.
"""

import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from ill_desktop.domain.errors import DeskError
from ill_desktop.services.desk import Desk, open_desk

CUT = 9
"""How a child ends that was cut off."""
_FILES = {"os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Cut(RuntimeError):
    """What no code of ours expects."""


class Steps:
    """Counts effects below a folder; the one numbered `stop` (from 0) does not happen."""

    def __init__(self, root: Path, stop: int | None, by_exception: bool) -> None:
        self.root, self.stop, self.by_exception = str(root), stop, by_exception
        self.names: list[str] = []

    def step(self, name: str) -> None:
        self.names.append(name)
        if len(self.names) - 1 == self.stop:
            if self.by_exception:
                raise Cut(name)
            os._exit(CUT)

    def watch(self, desk: Desk) -> None:
        """From now on every effect is a step."""
        engine = desk.database.engine
        event.listen(engine, "before_cursor_execute", self._statement)
        event.listen(engine, "commit", lambda _: self.step("commit"))
        event.listen(engine, "savepoint", lambda *_: self.step("savepoint"))
        event.listen(engine, "release_savepoint", lambda *_: self.step("release"))
        to_disk = os.fsync

        def fsync(handle: int) -> None:
            self.step("fsync")
            to_disk(handle)

        os.fsync = fsync
        sys.addaudithook(self._audit)

    def _statement(self, _c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        word = statement.split(None, 1)[0].upper()
        if word in ("INSERT", "UPDATE", "DELETE", "REPLACE"):
            self.step(" ".join(statement.split()[:3]))

    def _audit(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name in _FILES and self._ours(arguments[0]):
            self.step(f"{name} {Path(os.fsdecode(arguments[0])).parent.name}")
        elif name == "open" and self._ours(arguments[0]) and int(arguments[2] or 0) & _WRITES:
            self.step(f"open {Path(os.fsdecode(arguments[0])).parent.name}")

    def _ours(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(
            self.root
        )


def cut_off(place: Path, do: Callable[[Desk], object], stop: int | None, by_exception: bool) -> (
    tuple[bool, list[str]]
):  # fmt: skip
    """Open the desk below a place in a child and `do`; whether it was cut off, and its steps."""
    told = place.parent / f"{place.name}.steps"
    child = os.fork()
    if not child:
        os._exit(_child(place, do, Steps(place, stop, by_exception), told))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, CUT), f"step {stop} ended with {code}"
    return code == CUT, json.loads(told.read_text()) if told.exists() else []


def _child(place: Path, do: Callable[[Desk], object], steps: Steps, told: Path) -> int:
    logging.disable()
    try:
        desk = open_desk(place / "desk")
        steps.watch(desk)
        do(desk)
        told.write_text(json.dumps(steps.names))
    except (Cut, DeskError):
        return CUT
    except BaseException:  # noqa: BLE001 - the parent fails the test
        sys.excepthook(*sys.exc_info())
        return 1
    stopped = steps.stop is not None and steps.stop < len(steps.names)
    return CUT if stopped else 0
