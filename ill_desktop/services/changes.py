"""What an act changed, told to every screen after the commit; each decides for itself."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Numbers of requests that changed, and whether partners, messages, settings or readers did."""

    requests: frozenset[str] = frozenset()
    partners: bool = False
    messages: bool = False
    settings: bool = False
    patrons: bool = False


class Changes:
    """Who wants to hear of changes."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Call `listener` after every commit, in the thread that committed."""
        self._listeners.append(listener)

    def publish(self, change: Change) -> None:
        """Tell everyone."""
        for listener in tuple(self._listeners):
            listener(change)
