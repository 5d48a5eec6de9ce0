"""Two programs that exchange messages at one desk: each lets the other in between two portions."""

import contextlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from ill_desktop.domain.errors import Busy
from ill_desktop.services.folder import DeskFolder
from ill_desktop.store.locking import only_one

ASKS = 0.1
"""Seconds after which one that was turned away asks again."""
PAUSE = 0.5
"""Seconds that one with more to do leaves to another that was turned away meanwhile."""


@contextmanager
def turn(folder: DeskFolder) -> Iterator[None]:
    """Be the one post that runs; raises `Busy` beside another, which then knows of it."""
    with ExitStack() as held:
        try:
            held.enter_context(only_one(folder.post_lock))
        except Busy:
            with contextlib.suppress(OSError):
                folder.post_wanted.touch()
            raise
        if is_wanted(folder):
            with contextlib.suppress(OSError):
                folder.post_wanted.unlink()
        yield


def is_wanted(folder: DeskFolder) -> bool:
    """Whether somebody was turned away since this turn began."""
    return folder.post_wanted.exists()
