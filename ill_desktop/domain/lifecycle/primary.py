"""The one action the window puts in front, read without the tables wherever that will do.

The first list of the window needs it, and the tables cost as much as the list.
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from ill_desktop.domain.lifecycle.standing import STANDING
from ill_desktop.domain.lifecycle.states import Action, Flag, Milestone, Service, Side, State

ASKED = ((Flag.CANCEL_ASKED, Action.ACCEPT_CANCEL), (Flag.RENEW_ASKED, Action.RENEW))
"""What a partner asked comes first, where it can be answered."""


class Facts(NamedTuple):
    """What a choice depends on besides side, state and service."""

    flags: frozenset[Flag] = frozenset()
    more_suppliers: bool = True
    late_supplier: bool = False
    speaks_2021: bool = False
    voided: bool = False
    late: bool = False
    """A loan is past its due day."""
    to_tell: bool = False
    """A library still has to be told something by telephone or letter."""


class Standpoint(NamedTuple):
    """Where one request is: everything the tables are asked with."""

    side: Side
    state: State
    service: Service
    facts: Facts = Facts()

    @property
    def flags(self) -> frozenset[Flag]:
        """The flags that are up."""
        return self.facts.flags


def primary(at: Standpoint) -> Action | None:
    """The one action the window puts in front; None in final states (DESIGN §6)."""
    standing = STANDING[at.side, at.state]
    for asked, answer in ASKED:
        if asked in at.flags and _may(at, answer):
            return answer
    if standing.primary is Action.PRINT_SLIP and Flag.SLIP_PRINTED in at.flags:
        return Action.FETCHED
    if standing.primary is Action.SEND_NEXT and not at.facts.more_suppliers:
        return Action.GIVE_UP
    if at.service is Service.COPY and standing.copy_primary is not None:
        return standing.copy_primary
    return standing.primary


WITH_READER = MappingProxyType(
    {
        "": Action.NOTIFY,
        Milestone.NOTIFIED.value: Action.HANDED_OUT,
        Milestone.HANDED_OUT.value: Action.PATRON_RETURNED,
    }
)
"""What comes next between desk and reader, by the last step; then it goes back."""


BY_HAND = MappingProxyType({Action.ASK_STATUS: Action.RECORD_ANSWER})
"""What comes next where no message is on its way: whoever is waited for speaks to us."""


def in_front(
    first: Action | None, legal: Sequence[Action], step: str | None = None, *,
    by_hand: bool = False, wanted_back: bool = False,
) -> Action | None:  # fmt: skip
    """What the filled button of a window does: it ends no request that can still go elsewhere
    (LOOK: what ends something is never filled and never default), sends nothing back that a
    reader has not had, and waits for nobody who knows of nothing. `step` is the last one with the
    reader; None where none are noted. `by_hand`: no message reaches the library. `wanted_back`:
    the lender recalled it, so no reader is called who has not got it.
    """
    if Action.TOLD in legal:
        return Action.TOLD
    answer = BY_HAND.get(first) if by_hand and first is not None else None
    if answer is not None and answer in legal:
        return answer
    if wanted_back and step != Milestone.HANDED_OUT:
        step = None
    wanted = WITH_READER.get(step) if step is not None and first is Action.SENT_BACK else None
    if wanted is not None and wanted in legal:
        return wanted
    return Action.SEND_NEXT if first is Action.GIVE_UP and Action.SEND_NEXT in legal else first


def _may(at: Standpoint, action: Action) -> bool:
    from ill_desktop.domain.lifecycle.engine import row_for

    return row_for(at, action) is not None
