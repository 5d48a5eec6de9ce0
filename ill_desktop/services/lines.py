"""From what the store lists to what screens and scripts show."""

from datetime import date

from ill_desktop.domain.lifecycle.primary import Facts, Standpoint, primary
from ill_desktop.domain.lifecycle.standing import STANDING, pressing
from ill_desktop.domain.lifecycle.states import Flag, Side, State, Turn
from ill_desktop.services.line_views import PartnerRef, RequestLine
from ill_desktop.store.lines import ListLine
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words

_OUT = frozenset({State.HERE, State.ON_ITS_WAY, State.SENT_OUT, State.AT_BORROWER})


def line_view(words: Words, found: ListLine, today: date) -> RequestLine:
    """One line of a list. What is past its due date shows as late, whatever its state says."""
    facts = Facts(found.flags, more_suppliers=found.more_suppliers)
    at = Standpoint(found.side, found.state, found.service, facts)
    partner = PartnerRef(found.partner_name, found.partner_symbol)
    presses = pressing(found.side, found.state, found.flags)
    turn = turn_of(found.side, found.state, found.due, today)
    return RequestLine(
        number=found.number,
        side=found.side,
        service=found.service,
        state=found.state,
        label=labels.standing(
            words, found.side, found.state, found.reader_step, presses and presses.flag
        ),
        flags=tuple(flag for flag in Flag if flag in found.flags),
        primary_action=primary(at),
        title=found.title,
        author=found.author,
        patron=found.patron_code,
        reader_name=found.patron_name,
        partner=partner if found.partner_id is not None else None,
        our_id=found.our_id if found.side is Side.BORROWING else found.number,
        their_id=found.their_id,
        needed_by=found.needed_by,
        due=found.due,
        created=found.created_at,
        since=found.since,
        turn=presses.turn if presses and turn is not Turn.LATE else turn,
    )


def turn_of(side: Side, state: State, due: date | None, today: date) -> Turn:
    """Which of the five meanings a request has now (LOOK)."""
    if state in _OUT and due is not None and due < today:
        return Turn.LATE
    return STANDING[side, state].turn
