"""What there is to decide about a request, for the list of those that wait for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ill_desktop.domain.lifecycle.states import State
from ill_desktop.services import reasons
from ill_desktop.services.line_views import RequestLine
from ill_desktop.store import listing
from ill_desktop.words.terms import in_short

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.lines import ListLine


def told(
    desk: "Desk", session: "Session", found: Sequence["ListLine"], lines: Sequence[RequestLine]
) -> tuple[RequestLine, ...]:
    """The lines, each with what they ask for lending, or with what they said instead."""
    named = [one.id for one in found if one.state is State.CONDITIONS]
    asked = listing.terms(session, named)
    others = reasons.with_reasons(desk, session, found, lines)
    return tuple(
        line._replace(why=in_short(desk.words, *asked[row.id])) if row.id in asked else line
        for row, line in zip(found, others, strict=True)
    )
