"""What is odd about closed days in a row: they are hardly meant, or begin in the past."""

from datetime import date

from ill_desktop.domain.calendar import Closure
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

MOST = 60
"""Closed for more days in a row: more likely a span the wrong way round than a long summer."""


def odd(words: Words, closure: Closure, today: date) -> str:
    """What may be another thing than was meant; empty where nothing is."""
    if (closure.last - closure.first).days >= MOST:
        return words.tr("Closure", mark("Closure", "So many in a row are rarely meant."))
    if closure.first < today:
        return words.tr("Closure", mark("Closure", "It begins in the past."))
    return ""
