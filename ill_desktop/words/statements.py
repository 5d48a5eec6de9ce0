# house: table
"""Where an open transaction stands and what two statements say of it, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.statement import Phase, Verdict
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

PHASES: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.ASKED: mark("Statement", "asked for"),
        Phase.PROMISED: mark("Statement", "promised"),
        Phase.OUT: mark("Statement", "on loan"),
        Phase.RETURNING: mark("Statement", "on its way back"),
    }
)

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.AGREE: mark("Statement", "Both agree"),
        Verdict.DIFFER: mark("Statement", "They say otherwise"),
        Verdict.ONLY_OURS: mark("Statement", "Only we know of it"),
        Verdict.ONLY_THEIRS: mark("Statement", "Only they know of it"),
    }
)


def phase(words: Words, one: Phase) -> str:
    """Where a transaction stands."""
    return words.tr("Statement", PHASES[one])


def verdict(words: Words, one: Verdict) -> str:
    """What two statements say of one transaction."""
    return words.tr("Statement", VERDICTS[one])


def nothing_open(words: Words) -> str:
    """What we say of a transaction that only they have, and that we know of."""
    return words.tr("Statement", mark("Statement", "no longer open"))
