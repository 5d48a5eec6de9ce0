"""What a reader of citations finds: one of these for each record, also for one it cannot read."""

from collections.abc import Mapping
from typing import NamedTuple

from ill_desktop.domain.citation import Citation


class Found(NamedTuple):
    """A citation or None; `reasons` are codes of what was odd, `identifiers` catalogue numbers."""

    citation: Citation | None
    reasons: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = {}
