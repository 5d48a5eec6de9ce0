"""Which of the things a library can say are likely where a request stands now."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.primary import Standpoint
from ill_desktop.domain.lifecycle.states import Flag, Heard

ANSWERS_TO: Mapping[Heard, Flag] = MappingProxyType(
    {
        Heard.CANCEL_YES: Flag.CANCEL_ASKED,
        Heard.CANCEL_NO: Flag.CANCEL_ASKED,
        Heard.RENEW_YES: Flag.RENEW_ASKED,
        Heard.RENEW_NO: Flag.RENEW_ASKED,
        Heard.RELEASE_HOLD: Flag.HOLD_RETURN,
    }
)
"""What is said to a question, and the flag that is up while it waits."""
ODD = frozenset({Flag.ATTENTION, Flag.UNREAD, Flag.LOST})
"""Set where something is to be looked at, which nobody waits for."""


def is_likely(at: Standpoint, said: Heard) -> bool:
    """Whether it leads on from here as it usually goes, answers what was asked, or wants something
    new. What comes late, crosses or has to be looked at is not likely.
    """
    row = row_for(at, said)
    if row is None:
        return False
    if said in ANSWERS_TO:
        return ANSWERS_TO[said] in at.flags
    if row.to is not None and row.to is not at.state:
        return set(row.sets) <= {Flag.CONDITIONS_OPEN}
    return bool(set(row.sets) - ODD)
