# house: table
"""The figures: what each counts, from which milestones, in words printed beside it.

Declarative: `store.measures` turns a spec into SQL, tests evaluate it naively over the events.
Population rules and codes: FEATURES §3.1–3.2; B1 and B2 as amended in DESIGN §8.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from statistics import fmean, median
from types import MappingProxyType

from ill_desktop.domain.lifecycle.states import Milestone, Service, Side

RULES = "3"
"""Version of the definitions; printed with the figures."""

FEW = 5
"""An average of fewer is not shown to people, only how many there were (FEATURES §3.1)."""


STALE_DAYS = 30
"""Work in hand is stale when nothing happened to it for more days than a loan usually lasts."""


class Counted(StrEnum):
    """What is counted once."""

    REQUESTS = "requests"
    SENDINGS = "sendings"
    PIECES = "pieces"
    PAGES = "pages"
    """The pages of copies: those that were sent, else those of their citations."""
    UNPAGED = "unpaged"
    """The copies of which neither tells how many."""
    PATRONS = "patrons"


class By(StrEnum):
    """How a figure is broken down; what each request has one of sums to the whole."""

    SERVICE = "service"
    MATERIAL = "material"
    PARTNER = "partner"
    COUNTRY = "country"
    ABROAD = "abroad"
    AGREEMENT = "agreement"
    LEVEL = "level"
    VIA = "via"
    CATEGORY = "category"
    DEPARTMENT = "department"
    LANGUAGE = "language"
    DECADE = "decade"
    MONTH = "month"
    REASON = "reason"
    STATE = "state"


class Formula(StrEnum):
    """How a figure comes from its parts."""

    SUM = "sum"
    DIFFERENCE = "difference"
    """`parts` less `other`."""
    SHARE = "share"
    """`parts` divided by the sum of `parts` and `other`, 0 to 1."""
    RATIO = "ratio"
    """`parts` divided by `other`, any size."""
    DAYS = "days"
    """Calendar days from `start` to `end`."""
    WORKING_DAYS = "working-days"
    """Days on which our library is open after `start`, `end` included."""
    ON_TARGET = "on-target"
    """Of those with both dates, the share within `target` working days."""
    IN_TIME = "in-time"
    """Of those with a needed-by date, the share that reached it in time."""
    OPEN = "open"
    """Requests in hand when the period ended; no milestones, the states of that day."""
    OLDEST = "oldest"
    """The age in days of the oldest of them."""
    STALE = "stale"
    """How many of them nothing happened to for `STALE_DAYS`."""


STANDING = frozenset({Formula.OPEN, Formula.OLDEST, Formula.STALE})
"""Formulas about the end of the period: months do not add up."""
LASTING = frozenset({Formula.DAYS, Formula.WORKING_DAYS, Formula.ON_TARGET, Formula.IN_TIME})
"""Formulas about how long something took."""


class Target(StrEnum):
    """A number of working days promised; a desk may set its own (`targets`)."""

    LOAN = "loan"
    COPY = "copy"
    ANSWER = "answer"


TARGETS: Mapping[Target, int] = MappingProxyType(
    {Target.LOAN: 10, Target.COPY: 3, Target.ANSWER: 5}
)


@dataclass(frozen=True, slots=True)
class Part:
    """Requests of a side that reached a milestone in the period, of one service or of any.

    `fresh` leaves out requests that follow an earlier one, `without` those that ever reached
    one of these milestones. `unsaid` is the reason where none was given.
    """

    side: Side
    reached: Milestone
    service: Service | None = None
    fresh: bool = False
    without: tuple[Milestone, ...] = ()
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. Its texts are in `words.figures` under its code.

    `end` is the milestone of the parts unless said otherwise. `reasons`: it is broken down by
    reason code too. `months` back from the end of the period are counted; 0 is the period.
    """

    code: str
    parts: tuple[Part, ...] = ()
    formula: Formula = Formula.SUM
    other: tuple[Part, ...] = ()
    start: Milestone | None = None
    end: Milestone | None = None
    counted: Counted = Counted.REQUESTS
    reasons: bool = False
    months: int = 0


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


Value = int | float | Spread | None
"""A count, a share or ratio, how long something took, or nothing to count."""


def spread(values: Sequence[int], unit: str = "days") -> Spread | None:
    """The spread of durations; None where there are none. `p90` is the nearest rank."""
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
        unit=unit,
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
_GONE = _M.CLOSED_CANCELLED
_CANCELLED = Part(_B, _GONE, without=(_M.RECEIVED, _M.NOTIFIED), unsaid="withdrawn")
_NEVER_SENT = Part(_B, _GONE, without=(_M.SENT,))
_USED = (_SENT, _NEVER_SENT)
_READY = Part(_B, _M.NOTIFIED)
_ARRIVED = Part(_L, _M.ARRIVED, fresh=True)
_SUPPLIED = Part(_L, _M.SUPPLIED)
_LOANS_OUT = Part(_L, _M.SUPPLIED, Service.LOAN)
_COPIES_OUT = Part(_L, _M.SUPPLIED, Service.COPY)
_REFUSED = Part(_L, _M.NOT_SUPPLIED)

_VOIDED = (Part(_B, _M.VOIDED), Part(_L, _M.VOIDED))
_ANSWERED = Part(_L, _M.FIRST_ANSWER)
_DAYS, _OPEN_DAYS = Formula.DAYS, Formula.WORKING_DAYS

# fmt: off
MEASURES = (
    Measure("B1", _USED),
    Measure("B2", (_SENT,)),
    Measure("B2a", (Part(_B, _M.ATTEMPT_SENT),), counted=Counted.SENDINGS),
    Measure("B3", _FILLED),
    Measure("B3r", (_LOANS_IN,)),
    Measure("B3n", (_COPIES_IN,)),
    Measure("B3p", _FILLED, counted=Counted.PIECES),
    Measure("B3g", (_COPIES_IN,), counted=Counted.PAGES),
    Measure("B3gu", (_COPIES_IN,), counted=Counted.UNPAGED),
    Measure("B4", (_UNFILLED,), reasons=True),
    Measure("B5", (_CANCELLED,), reasons=True),
    Measure("B6e", _FILLED, Formula.SHARE, (_UNFILLED,)),
    Measure("B8", (_READY,), _DAYS, start=_M.CREATED),
    Measure("B8d", (_READY,), _DAYS, start=_M.CREATED, end=_M.SENT),
    Measure("B8s", (_READY,), _DAYS, start=_M.SENT, end=_M.SHIPPED),
    Measure("B8c", (_READY,), _DAYS, start=_M.SHIPPED, end=_M.RECEIVED),
    Measure("B8n", (_READY,), _DAYS, start=_M.RECEIVED),
    Measure("B8p", (Part(_B, _M.HANDED_OUT),), _DAYS, start=_M.NOTIFIED),
    Measure("B8t", (_READY,), Formula.ON_TARGET, start=_M.CREATED),
    Measure("B10", (_READY,), Formula.IN_TIME, start=_M.CREATED),
    Measure("B17", _USED, counted=Counted.PATRONS),
    Measure("L1", (_ARRIVED,)),
    Measure("L2", (_SUPPLIED,)),
    Measure("L2r", (_LOANS_OUT,)),
    Measure("L2n", (_COPIES_OUT,)),
    Measure("L2p", (_SUPPLIED,), counted=Counted.PIECES),
    Measure("L2g", (_COPIES_OUT,), counted=Counted.PAGES),
    Measure("L2gu", (_COPIES_OUT,), counted=Counted.UNPAGED),
    Measure("L3", (_REFUSED,), reasons=True),
    Measure("L4e", (_SUPPLIED,), Formula.SHARE, (_REFUSED,)),
    Measure("L5", (_ANSWERED,), _OPEN_DAYS, start=_M.ARRIVED),
    Measure("L5t", (_ANSWERED,), Formula.ON_TARGET, start=_M.ARRIVED),
    Measure("L6", (_SUPPLIED,), _DAYS, start=_M.ARRIVED),
    Measure("L7", (Part(_L, _M.BACK),), _DAYS, start=_M.SUPPLIED),
    Measure("C1", (_SUPPLIED,), Formula.DIFFERENCE, _FILLED),
    Measure("C1y", (_SUPPLIED,), Formula.DIFFERENCE, _FILLED, months=12),
    Measure("C1r", (_SUPPLIED,), Formula.RATIO, _FILLED),
    Measure("W1", formula=Formula.OPEN),
    Measure("W1o", formula=Formula.OLDEST),
    Measure("W1s", formula=Formula.STALE),
    Measure("V1", _VOIDED, reasons=True),
)
# fmt: on


def measure(code: str) -> Measure:
    """The measure of a code; raises `KeyError`."""
    return _BY_CODE[code]


_BY_CODE = {one.code: one for one in MEASURES}
