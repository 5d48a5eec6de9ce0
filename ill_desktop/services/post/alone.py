"""One file, one mail, one message never stops another: what our own code fails at is its alone."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.services.post import locked

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

log = logging.getLogger(__name__)


class Failed(Exception):
    """Nothing became of one thing; `trouble` is what kept it from being kept, where that is known.

    A transaction it was in must not go on; everything else about it is in the cause.
    """

    def __init__(self, trouble: CannotWrite | None = None) -> None:
        super().__init__()
        self.trouble = trouble


@contextmanager
def alone(desk: "Desk") -> Iterator[None]:
    """Whatever goes wrong inside is of this one thing: raises `Failed`.

    What the desk's own file refuses is nobody's fault here, and goes on as it is.
    """
    try:
        yield
    except CannotWrite as error:
        raise Failed(error) from error
    except Exception as error:
        if desk.database.refuses(error):
            raise
        raise Failed from error


@contextmanager
def apart(desk: "Desk", session: "Session") -> Iterator[None]:
    """The same within work that goes on with others: what this one had written is taken back."""
    with alone(desk), session.begin_nested():
        yield


def tell(desk: "Desk", path: str, bad: Failed) -> None:
    """Say in the log why our own code failed at a file or mail: once, and not in every round."""
    if bad.trouble is None and not locked.is_known(desk, path):
        log.error("a message could not be taken in", exc_info=bad.__cause__)
