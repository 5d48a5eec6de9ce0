"""Answers for a form that may have been closed before they came."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid


def while_there(thing: QObject, then: Callable[[Any], None]) -> Callable[[Any], None]:
    """Call `then` with the answer, unless Qt has deleted the thing it speaks to."""

    def heard(answer: Any) -> None:
        if isValid(thing):
            then(answer)

    return heard
