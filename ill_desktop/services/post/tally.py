"""What a round of the post did: counted while it runs, and told when it is over."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from ill_desktop.domain.errors import CannotWrite

COUNTED = ("read", "applied", "duplicate", "attention", "quarantined", "written", "failed")
"""What is told in numbers, by the names of DESIGN §7."""


def never() -> bool:
    """Nobody asks the post to stop."""
    return False


@dataclass(frozen=True, slots=True)
class PostReport:
    """One run in numbers; `read` is the sum of the four after it (DESIGN §7)."""

    read: int
    applied: int
    duplicate: int
    attention: int
    quarantined: int
    written: int
    failed: int
    absent: tuple[str, ...] = ()
    """Partners whose inbox could not be looked into, by name."""
    locked: tuple[str, ...] = ()
    """Partners of whom a file has been kept from being read for long, by name."""
    drafts: int = 0
    """Of those written, the mails that lie ready until a person sends them."""
    confirming: int = 0
    """Of those written, the confirmations that left by themselves."""
    more: bool = False
    """Whether something was left for the next portion."""
    wanted: bool = False
    """Whether another program was turned away meanwhile and waits for its turn."""
    failing: tuple[str, ...] = ()
    """Partners of whom a file or mail could not be taken in for long, by name: our own code
    failed."""

    @property
    def sent(self) -> int:
        """The messages that left and say more than that one was read, and wait for nobody."""
        return self.written - self.drafts - self.confirming

    @property
    def odd(self) -> int:
        """How many of the messages read a person has to look at."""
        return self.attention + self.quarantined

    def then(self, later: Self) -> "PostReport":
        """This portion and a later one of the same round, which meets again what still fails."""
        both = self + later
        if later.more:
            return replace(both, failed=max(self.failed, later.failed))
        return replace(
            both,
            failed=later.failed,
            absent=later.absent,
            locked=later.locked,
            failing=later.failing,
            more=False,
        )

    def __add__(self, other: Self) -> "PostReport":
        """Two parts of one round as one."""
        numbers = {
            n: getattr(self, n) + getattr(other, n) for n in (*COUNTED, "drafts", "confirming")
        }
        return PostReport(
            **numbers,
            absent=_both(self.absent, other.absent),
            locked=_both(self.locked, other.locked),
            more=self.more or other.more,
            wanted=other.wanted,
            failing=_both(self.failing, other.failing),
        )


def _both(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*some, *more}))


@dataclass(slots=True)
class Tally:
    """What one run did; `touched` are request numbers."""

    counts: Counter[str] = field(default_factory=Counter)
    touched: set[str] = field(default_factory=set)
    after_crash: bool = False
    absent: list[str] = field(default_factory=list)
    """Whose inbox could not be looked into: partners, by name."""
    held: dict[str, str] = field(default_factory=dict)
    """Files that could not be read now, with the partner's name."""
    failing: dict[str, str] = field(default_factory=dict)
    """Files our own code could not apply, with the partner's name."""
    late: frozenset[str] = frozenset()
    """Those of both that have stayed for long."""
    unsure: bool = False
    """Whether a file may lie in an inbox still although what it says was kept."""
    briefly: bool = False
    """Whether somebody waits: one portion of the work, and the rest in the next."""
    stopped: Callable[[], bool] = never
    """Whether the program was asked to stop: what is under way is finished, the rest stays."""
    more: bool = False
    wanted: bool = False
    trouble: CannotWrite | None = None
    """What kept a file from being kept; told when the round is over."""

    def report(self) -> PostReport:
        """The round in numbers, and of whom something is to be told."""
        return PostReport(
            **{name: self.counts[name] for name in COUNTED},
            absent=tuple(self.absent),
            locked=self._late(self.held),
            drafts=self.counts["drafts"],
            confirming=self.counts["confirming"],
            more=self.more,
            wanted=self.wanted,
            failing=self._late(self.failing),
        )

    def _late(self, files: Mapping[str, str]) -> tuple[str, ...]:
        """The partners of those files that are late, by name."""
        return tuple(sorted({name for path, name in files.items() if path in self.late}))
