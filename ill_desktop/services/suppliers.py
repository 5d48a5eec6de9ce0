"""The supplier list of a borrowing request: who is asked next, and under which id."""

from ill_desktop.domain.errors import Invalid, Missing, NoSupplier, Why
from ill_desktop.domain.identity import Symbol, attempt_id
from ill_desktop.services.advance import LATE_STATUSES, Work
from ill_desktop.store import directory, journal, sequence
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AttemptRow


def chosen(work: Work, symbol: str) -> AttemptRow:
    """The supplier to send to: the one named, else the first of the list not tried yet."""
    if symbol:
        return _named(work, Symbol.named(symbol))
    if not work.case.untried:
        raise NoSupplier(work.case.request.number)
    return work.case.untried[0]


def _named(work: Work, symbol: Symbol) -> AttemptRow:
    for attempt in work.case.untried:
        if attempt.symbol == str(symbol):
            return attempt
    return add(work, symbol)


def add(work: Work, symbol: Symbol) -> AttemptRow:
    """Put a partner at the end of the list; raises `Missing` when it is not in the directory."""
    partner = directory.partner_of(work.session, symbol)
    if partner is None:
        raise Missing("partner", str(symbol))
    return _append(work, partner.id, str(symbol))


def _append(work: Work, partner_id: int | None, symbol: str) -> AttemptRow:
    attempt = AttemptRow(
        request_id=work.case.request.id,
        position=1 + max((a.position for a in work.case.attempts), default=0),
        partner_id=partner_id,
        symbol=symbol,
    )
    work.session.add(attempt)
    work.session.flush()
    work.case.attempts.append(attempt)
    return attempt


def same_again(work: Work) -> AttemptRow:
    """A fresh attempt with the supplier that offered a retry; the one before ends."""
    before = work.case.current
    if before is None:
        raise NoSupplier(work.case.request.number)
    before.ended = True
    again = _append(work, before.partner_id, before.symbol)
    again.state_text = before.our_id or ""
    return again


def launch(work: Work, attempt: AttemptRow) -> None:
    """Give the attempt its id, never used before, and make it the current one."""
    request = work.case.request
    lost = sequence.lost_sendings(work.session, request.number)
    attempt.ordinal = 1 + journal.sendings(work.session, request.id) + lost
    attempt.our_id = _fresh_id(work, attempt)
    attempt.sent_at = work.act.effective_at
    request.sent_anything = True
    make_current(work.case, attempt)
    work.session.flush()


def _fresh_id(work: Work, attempt: AttemptRow) -> str:
    """An id in the partner's pattern; raises `Invalid` where it is longer than they take."""
    profile = directory.profile(work.session, attempt.partner_id)
    between = "" if profile["id-pattern"] == "plain" else "-"
    our_id = attempt_id(work.case.request.number, attempt.ordinal, between)
    longest = profile.number("id-length")
    if longest and len(our_id) > longest:
        raise Invalid("id-length", our_id, Why.TOO_LONG)
    return our_id


def make_current(case: Case, attempt: AttemptRow) -> None:
    """Let this attempt speak for the request from now on."""
    request = case.request
    attempt.ended = False
    request.attempt_id = attempt.id
    request.partner_id = attempt.partner_id
    request.our_id = attempt.our_id or ""
    request.their_id = attempt.their_id


def end_current(case: Case) -> None:
    """What the current attempt says from now on is history."""
    if case.current is not None:
        case.current.ended = True


def late(case: Case, symbol: str) -> AttemptRow:
    """The attempt given up that is sending after all."""
    wanted_symbol = str(Symbol.named(symbol)) if symbol else ""
    for attempt in case.attempts:
        wanted = attempt.symbol == (wanted_symbol or attempt.symbol)
        if wanted and attempt.id != case.request.attempt_id and attempt.status in LATE_STATUSES:
            return attempt
    raise Missing("attempt", symbol)
