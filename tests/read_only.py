"""A place where nothing can be written, for a while."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only(place: Path) -> Iterator[Path]:
    """The folder as on a read-only disk; skips where this computer does not let us make one.

    Modes do not stop the administrator: it gets a read-only mount of the folder upon itself.
    """
    if os.name == "posix" and os.geteuid():
        yield from _by_modes(place)
    elif shutil.which("mount") and _run("mount", "--bind", str(place), str(place)):
        try:
            assert _run("mount", "-o", "remount,ro,bind", str(place))
            yield place
        finally:
            assert _run("umount", str(place)) or _run("umount", "-l", str(place))
    else:
        pytest.skip("no right to make a read-only place")


def _by_modes(place: Path) -> Iterator[Path]:
    was = {one: one.stat().st_mode for one in (place, *place.rglob("*"))}
    for one, mode in was.items():
        one.chmod(mode & ~0o222)
    try:
        yield place
    finally:
        for one, mode in was.items():
            one.chmod(mode)


def _run(*line: str) -> bool:
    return subprocess.run(line, capture_output=True, check=False).returncode == 0
