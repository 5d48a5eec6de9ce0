# house: table
"""What is known of each state: who acts next, by when, and the one primary action (DESIGN §6)."""

from types import MappingProxyType
from typing import NamedTuple

from ill_desktop.domain.lifecycle.states import Action, Applies, Flag, Side, State, Turn

ALL, LOAN, COPY = Applies.ALL, Applies.LOAN, Applies.COPY


class Standing(NamedTuple):
    """A state as staff see it. `target_days` are calendar days until it counts as stale."""

    turn: Turn
    primary: Action | None = None
    copy_primary: Action | None = None
    target_days: int | None = None
    applies: Applies = ALL
    final: bool = False
    attention: bool = False


def _final(applies: Applies = ALL) -> Standing:
    return Standing(Turn.DONE, applies=applies, final=True)


_B, _L, _S, _A, _T = Side.BORROWING, Side.LENDING, State, Action, Turn

# fmt: off
STANDING = MappingProxyType({
    (_B, _S.DRAFT):           Standing(_T.OURS,   _A.SEND, target_days=2),
    (_B, _S.SENT):            Standing(_T.THEIRS, _A.ASK_STATUS, target_days=7),
    (_B, _S.EXPECTED):        Standing(_T.THEIRS, _A.ASK_STATUS, target_days=7),
    (_B, _S.WILL_SUPPLY):     Standing(_T.THEIRS, _A.RECEIVED, _A.ASK_STATUS, target_days=14),
    (_B, _S.CONDITIONS):      Standing(_T.LOOK,   _A.ACCEPT_CONDITIONS, target_days=5,
                                       attention=True),
    (_B, _S.RETRY):           Standing(_T.LOOK,   _A.TRY_AGAIN, target_days=5, attention=True),
    (_B, _S.NOT_SUPPLIED):    Standing(_T.LOOK,   _A.SEND_NEXT, target_days=2, attention=True),
    (_B, _S.ON_ITS_WAY):      Standing(_T.OURS,   _A.RECEIVED, target_days=14, applies=LOAN),
    (_B, _S.COPY_SENT):       Standing(_T.OURS,   _A.COPY_RECEIVED, _A.COPY_RECEIVED, 2, COPY,
                                       attention=True),
    (_B, _S.HERE):            Standing(_T.OURS,   _A.SENT_BACK, applies=LOAN),
    (_B, _S.SENT_BACK):       Standing(_T.THEIRS, _A.ASK_STATUS, target_days=21, applies=LOAN),
    (_B, _S.DONE):            _final(),
    (_B, _S.CANCELLED):       _final(),
    (_B, _S.UNFILLED):        _final(),
    (_B, _S.CLOSED):          _final(),
    (_L, _S.NEW):             Standing(_T.OURS,   _A.WILL_SUPPLY, target_days=2, attention=True),
    (_L, _S.EXPECTED):        Standing(_T.OURS,   _A.WILL_SUPPLY, target_days=5),
    (_L, _S.WAIT_CONDITIONS): Standing(_T.THEIRS, _A.CONDITIONS_ACCEPTED, target_days=5),
    (_L, _S.TO_FETCH):        Standing(_T.OURS,   _A.PRINT_SLIP, target_days=2),
    (_L, _S.TO_SEND):         Standing(_T.OURS,   _A.SHIP, _A.SEND_COPY, target_days=1),
    (_L, _S.SENT_OUT):        Standing(_T.THEIRS, _A.IS_BACK, target_days=14, applies=LOAN),
    (_L, _S.AT_BORROWER):     Standing(_T.THEIRS, _A.IS_BACK, applies=LOAN),
    (_L, _S.COMING_BACK):     Standing(_T.OURS,   _A.IS_BACK, target_days=21, applies=LOAN),
    (_L, _S.DONE):            _final(),
    (_L, _S.UNFILLED):        _final(),
    (_L, _S.RETRY_OFFERED):   _final(),
    (_L, _S.CANCELLED):       _final(),
    (_L, _S.LOST):            _final(LOAN),
    (_L, _S.CLOSED):          _final(),
})
# fmt: on

_ASKABLE = (_S.NEW, _S.EXPECTED, _S.WAIT_CONDITIONS, _S.TO_FETCH, _S.TO_SEND, _S.AT_BORROWER)
_OUT = (_S.SENT_OUT, _S.AT_BORROWER)
_PRESSING = (
    (_B, Flag.RECALLED, (_S.ON_ITS_WAY, _S.HERE), _T.LOOK),
    (_B, Flag.CANCEL_ASKED, (_S.ON_ITS_WAY, _S.COPY_SENT), _T.LOOK),
    (_L, Flag.CANCEL_ASKED, _ASKABLE, _T.LOOK),
    (_L, Flag.RENEW_ASKED, _OUT, _T.LOOK),
    (_L, Flag.RECALLED, _OUT, _T.THEIRS),
)


class Pressing(NamedTuple):
    """What says more of a request than its state, and who acts next because of it."""

    flag: Flag
    turn: Turn


def pressing(side: Side, state: State, flags: frozenset[Flag]) -> Pressing | None:
    """The first thing that presses, if anything does."""
    for of, flag, at, turn in _PRESSING if flags else ():
        if of is side and flag in flags and state in at:
            return Pressing(flag, turn)
    return None


def states(side: Side) -> tuple[State, ...]:
    """The states of one side, in the order of the life cycle."""
    return tuple(state for (of, state) in STANDING if of is side)


def is_final(side: Side, state: State) -> bool:
    """Whether nothing more is expected to happen."""
    return STANDING[side, state].final
