"""The figures: what each counts, from which milestones, in words printed beside it.

Declarative: `store.measures` turns a spec into SQL, tests evaluate it naively over the events.
Population rules and codes: FEATURES §3.1–3.2; B1 and B2 as amended in DESIGN §8.
"""

from dataclasses import dataclass

from ill_desktop.domain.lifecycle.states import Milestone, Service, Side

RULES = "1"
"""Version of the definitions; printed with the figures."""


@dataclass(frozen=True, slots=True)
class Part:
    """Requests of a side that reached a milestone in the period, of one service or of any."""

    side: Side
    reached: Milestone
    service: Service | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: the sum of its parts. Texts are keys of `words.figures`."""

    code: str
    parts: tuple[Part, ...]


_B, _L = Side.BORROWING, Side.LENDING

MEASURES = (
    Measure("B2", (Part(_B, Milestone.SENT),)),
    Measure(
        "B3",
        (
            Part(_B, Milestone.RECEIVED, Service.LOAN),
            Part(_B, Milestone.NOTIFIED, Service.COPY),
        ),
    ),
    Measure("L1", (Part(_L, Milestone.ARRIVED, fresh=True),)),
    Measure("L2", (Part(_L, Milestone.SUPPLIED),)),
)
