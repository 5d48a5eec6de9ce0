# house: table
"""The figures: what each counts, from which milestones, in words printed beside it.

Declarative: `store.measures` turns a spec into SQL, tests evaluate it naively over the events.
Population rules and codes: FEATURES §3.1–3.2; B1 and B2 as amended in DESIGN §8.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from statistics import fmean, median

from ill_desktop.domain.lifecycle.states import Milestone, Service, Side

RULES = "1"
"""Version of the definitions; printed with the figures."""

FEW = 5
"""An average of fewer is not shown to people, only how many there were (FEATURES §3.1)."""


class Counted(StrEnum):
    """What is counted once."""

    REQUESTS = "requests"
    SENDINGS = "sendings"
    PIECES = "pieces"
    PATRONS = "patrons"


class Formula(StrEnum):
    """How a figure comes from its parts."""

    SUM = "sum"
    DIFFERENCE = "difference"
    """`parts` less `other`."""
    SHARE = "share"
    """`parts` divided by `other`, 0 to 1."""
    DAYS = "days"
    """Calendar days from `start` to the milestone of the parts."""
    IN_TIME = "in-time"
    """Of those with a needed-by date, the share that reached it in time."""


@dataclass(frozen=True, slots=True)
class Part:
    """Requests of a side that reached a milestone in the period, of one service or of any.

    `fresh` leaves out requests that follow an earlier one, `without` those that ever reached
    another milestone.
    """

    side: Side
    reached: Milestone
    service: Service | None = None
    fresh: bool = False
    without: Milestone | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. Its texts are in `words.figures` under its code.

    `reasons`: it is broken down by reason code too.
    """

    code: str
    parts: tuple[Part, ...]
    formula: Formula = Formula.SUM
    other: tuple[Part, ...] = ()
    start: Milestone | None = None
    counted: Counted = Counted.REQUESTS
    reasons: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took: the middle, the mean, and how far it reaches."""

    n: int
    median: float
    mean: float
    p90: float
    min: float
    max: float
    unit: str = "days"


def spread(values: Sequence[int]) -> Spread | None:
    """The spread of durations in days; None where there are none. `p90` is the nearest rank."""
    if not values:
        return None
    order = sorted(values)
    return Spread(
        n=len(order),
        median=float(median(order)),
        mean=round(fmean(order), 2),
        p90=float(order[ceil(0.9 * len(order)) - 1]),
        min=float(order[0]),
        max=float(order[-1]),
    )


def share(some: int, of: int) -> float | None:
    """A ratio to four places; None where there is nothing to divide by."""
    return round(some / of, 4) if of else None


_B, _L, _M = Side.BORROWING, Side.LENDING, Milestone

_SENT = Part(_B, _M.SENT)
_LOANS_IN = Part(_B, _M.RECEIVED, Service.LOAN)
_COPIES_IN = Part(_B, _M.NOTIFIED, Service.COPY)
_FILLED = (_LOANS_IN, _COPIES_IN)
_UNFILLED = Part(_B, _M.CLOSED_UNFILLED)
_CANCELLED = Part(_B, _M.CLOSED_CANCELLED, without=_M.RECEIVED)
_NEVER_SENT = Part(_B, _M.CLOSED_CANCELLED, without=_M.SENT)
_READY = Part(_B, _M.NOTIFIED)
_ARRIVED = Part(_L, _M.ARRIVED, fresh=True)
_SUPPLIED = Part(_L, _M.SUPPLIED)
_LOANS_OUT = Part(_L, _M.SUPPLIED, Service.LOAN)
_COPIES_OUT = Part(_L, _M.SUPPLIED, Service.COPY)
_REFUSED = Part(_L, _M.NOT_SUPPLIED)
_VOIDED = (Part(_B, _M.VOIDED), Part(_L, _M.VOIDED))

# fmt: off
MEASURES = (
    Measure("B1", (_SENT, _NEVER_SENT)),
    Measure("B2", (_SENT,)),
    Measure("B2a", (Part(_B, _M.ATTEMPT_SENT),), counted=Counted.SENDINGS),
    Measure("B3", _FILLED),
    Measure("B3r", (_LOANS_IN,)),
    Measure("B3n", (_COPIES_IN,)),
    Measure("B3p", _FILLED, counted=Counted.PIECES),
    Measure("B4", (_UNFILLED,), reasons=True),
    Measure("B5", (_CANCELLED,), reasons=True),
    Measure("B6e", _FILLED, Formula.SHARE, (*_FILLED, _UNFILLED)),
    Measure("B8", (_READY,), Formula.DAYS, start=_M.CREATED),
    Measure("B10", (_READY,), Formula.IN_TIME, start=_M.CREATED),
    Measure("B17", (_SENT,), counted=Counted.PATRONS),
    Measure("L1", (_ARRIVED,)),
    Measure("L2", (_SUPPLIED,)),
    Measure("L2r", (_LOANS_OUT,)),
    Measure("L2n", (_COPIES_OUT,)),
    Measure("L2p", (_SUPPLIED,), counted=Counted.PIECES),
    Measure("L3", (_REFUSED,), reasons=True),
    Measure("L4e", (_SUPPLIED,), Formula.SHARE, (_SUPPLIED, _REFUSED)),
    Measure("L5", (Part(_L, _M.FIRST_ANSWER),), Formula.DAYS, start=_M.ARRIVED),
    Measure("L6", (_SUPPLIED,), Formula.DAYS, start=_M.ARRIVED),
    Measure("L7", (Part(_L, _M.BACK),), Formula.DAYS, start=_M.SUPPLIED),
    Measure("C1", (_SUPPLIED,), Formula.DIFFERENCE, _FILLED),
    Measure("V1", _VOIDED, reasons=True),
)
# fmt: on
