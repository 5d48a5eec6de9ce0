"""A whole round of the post without a person: everything there is, in short portions."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Busy
from ill_desktop.services import post
from ill_desktop.services.post import turns, wire
from ill_desktop.services.post.tally import PostReport

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

TRIES = 600
"""How often a round in the middle asks to be let in before it is given up."""


def run(desk: "Desk", now: bool = False, stop: threading.Event | None = None) -> PostReport:
    """What partners left and what is due, and then the mail servers; or until `stop` is set.

    Raises `Busy` where another program is at it in the beginning. From then on the two take turns.
    """
    stop = stop or threading.Event()
    done = post.run(desk, now, briefly=True, stopped=stop.is_set)
    while done.more and not stop.is_set():
        if done.wanted:
            stop.wait(turns.PAUSE)
        later = _let_in(lambda: post.run(desk, now, briefly=True, stopped=stop.is_set), stop)
        done = done.then(later) if later else done
    mailed = None if stop.is_set() else _let_in(lambda: wire.run(desk, now, stop.is_set), stop)
    return done + mailed if mailed else done


def _let_in(go: Callable[[], PostReport], stop: threading.Event) -> PostReport | None:
    """Go as soon as another program lets us; None if we are asked to stop before.

    Raises `Busy` where it does not, or where another computer has taken the desk.
    """
    tries = 0
    while not stop.is_set():
        try:
            return go()
        except Busy as busy:
            tries += 1
            if busy.holder or tries > TRIES:
                raise
            stop.wait(turns.ASKS)
    return None
