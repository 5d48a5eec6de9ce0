"""A due date that is hardly meant is asked back once, before anybody is told of it."""

from datetime import date

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.ui.asking.due import DueField

OURS = frozenset({Action.SHIP, Action.RENEW})
"""Acts whose due date is ours to give; what a partner said is taken down as it was said."""


class Meant:
    """Remembers which day was asked back: given again, it is meant."""

    def __init__(self) -> None:
        self._told: date | None = None

    def odd(self, action: Action, due: object) -> str:
        """What is odd about the day, the first time it is given."""
        if not isinstance(due, DueField) or action not in OURS:
            return ""
        day = due.field.day()
        if day is None or day == self._told:
            return ""
        told = due.field.odd(day)
        self._told = day if told else None
        return told
