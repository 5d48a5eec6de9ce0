"""Our messages: built from the case, stamped, and queued in the commit of the act.

What is said comes from `domain.protocol`; here it meets the addresses, ids and dates of one
case. A partner whom no message reaches hears nothing; the event keeps what it has to be told.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from ill_desktop.domain import message as iso
from ill_desktop.domain import remarks
from ill_desktop.domain.codes import Reason, Status
from ill_desktop.domain.exchange import Dialect, Profile, Style
from ill_desktop.domain.gist import gist
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.message import AgencyId, Coded, Header
from ill_desktop.domain.money import Money
from ill_desktop.domain.protocol import (
    REQUEST_SAYS,
    REQUESTER_SAYS,
    SUPPLIER_SAYS,
    standing_status,
    why_not,
)
from ill_desktop.domain.speaking import Letter, as_liked, is_cut
from ill_desktop.domain.telling import UNTOLD
from ill_desktop.formats import iso18626
from ill_desktop.services import wants
from ill_desktop.services.advance import Source, Work
from ill_desktop.services.values import Values
from ill_desktop.store import directory, outbox
from ill_desktop.store.rows import PartnerRow, RequestRow


def day_end(day: date) -> datetime:
    """A day as messages write it: its last second, UTC (ISO18626 §6)."""
    return datetime.combine(day, time(23, 59, 59), UTC)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Who speaks to whom about which request, and at what instant."""

    ours: Symbol
    theirs: Symbol
    stamp: datetime


def say(work: Work, says: Says, values: Values) -> None:
    """Queue the message a step sends; where none can reach the partner, note what it was."""
    request = work.case.request
    partner = directory.partner(work.session, request.partner_id)
    if partner is not None and reaches(partner, request):
        profile = directory.profile(work.session, partner.id)
        for one, words in _messages(says, values, profile):
            _queue(work, partner, profile, _letter(work, one, words, profile))
    elif partner is not None:
        work.beside[f"{UNTOLD}{says.value}"] = [None, "new"]
    if request.side is Side.LENDING:
        request.answered = True


def _messages(says: Says, values: Values, profile: Profile) -> list[tuple[Says, Values]]:
    """What is said in how many messages: a bare ACCEPT has no room for words beside it."""
    alone = remarks.answers_conditions(says) and profile.style is Style.WORDS
    if not (alone and values.note):
        return [(says, values)]
    return [(Says.REQUESTER_NOTE, values), (says, replace(values, note=""))]


def manner(profile: Profile) -> iso18626.Manner:
    """The edition, version and prefix a partner is written to in."""
    return iso18626.Manner(profile.dialect, profile["version"], profile["prefix"])


def _queue(work: Work, partner: PartnerRow, profile: Profile, letter: Letter) -> None:
    request = work.case.request
    if partner.channel_id is None:
        return
    cut = ("note",) if is_cut(letter, profile) else ()
    fitted = iso18626.fit(as_liked(letter, profile), profile.dialect)
    lost = ", ".join((*fitted.left_out, *cut))
    outbox.queue(
        work.session,
        outbox.Outgoing(
            kind=iso.kind_of(letter).value,
            summary=_code(fitted.message),
            because=gist(fitted.message) or why_not(fitted.message),
            body=iso18626.write(fitted.message, manner(profile)),
            timestamp=letter.header.timestamp or work.act.entered_at,
            created_at=work.act.entered_at,
            channel_id=partner.channel_id,
            partner_id=partner.id,
            request_id=request.id,
            attempt_id=request.attempt_id,
            act=work.act.id,
            due_at=_leaves(work),
            reason="left-out" if lost else "",
            reason_value=lost[:300],
        ),
    )


def reaches(partner: PartnerRow, request: RequestRow) -> bool:
    """Whether messages about a request can reach a partner: the one place that decides it.

    It needs a letterbox; and what was asked by telephone without a number of theirs has no
    conversation a message could belong to. Loans brought in without a number have none either.
    """
    if request.side is Side.LENDING:
        return partner.channel_id is not None and bool(request.their_id)
    by_hand = bool(request.settings and request.settings.get("by-hand"))
    return partner.channel_id is not None and not by_hand


def _leaves(work: Work) -> datetime | None:
    """Staff messages wait for second thoughts; automatic answers go at once (DESIGN §6)."""
    if work.act.source is not Source.STAFF:
        return None
    return work.act.entered_at + timedelta(minutes=work.desk.library.hold_minutes)


def summary(letter: iso.Message) -> str:
    """The code by which lists show a message that came."""
    return gist(letter) or _code(letter)


def _code(letter: iso.Message) -> str:
    """The status, action or request type, of which the name of a file that leaves is made."""
    if isinstance(letter, iso.SupplyingAgencyMessage):
        status = letter.status_info.status if letter.status_info else None
        return status.value if status else letter.message_info.reason_for_message.value
    if isinstance(letter, iso.RequestingAgencyMessage):
        return letter.action.value
    if isinstance(letter, iso.Request):
        kind = letter.service_info.request_type if letter.service_info else None
        return kind.value if kind else "New"
    return letter.header.message_status.value


def _letter(work: Work, says: Says, values: Values, profile: Profile) -> Letter:
    who = _correspondence(work)
    if says in REQUEST_SAYS:
        return _request(work, who, says, values)
    if says in REQUESTER_SAYS:
        own = remarks.answer(says, profile.style) if remarks.answers_conditions(says) else ""
        note = " ".join(filter(None, (values.note, own)))
        return iso.RequestingAgencyMessage(_header(work, who), REQUESTER_SAYS[says], note or None)
    return _offered(_supply(work, who, says, values), says, profile)


def _offered(
    letter: iso.SupplyingAgencyMessage, says: Says, profile: Profile
) -> iso.SupplyingAgencyMessage:
    """Conditions in the partner's style: with marks, or by the book as a retry (§7.3.4)."""
    if says is not Says.CONDITIONS or letter.status_info is None:
        return letter
    info = letter.message_info
    if profile.style is Style.MARKERS:
        note = " ".join(filter(None, (info.note, remarks.OFFERS)))
        return replace(letter, message_info=replace(info, note=note))
    if profile.style is not Style.RETRY:
        return letter
    newer = profile.dialect is Dialect.V2021
    condition = "MustMeetLoanCondition" if newer else "LoanCondition"
    reason = Coded("CostExceedsMaxCost" if info.offered_costs else condition)
    return replace(
        letter,
        message_info=replace(info, reason_retry=reason),
        status_info=replace(letter.status_info, status=Status.RETRY_POSSIBLE),
    )


def _correspondence(work: Work) -> Correspondence:
    request = work.case.request
    own = directory.own_symbols(work.session)[0]
    if request.side is Side.LENDING:
        asked = request.settings.get("our_symbol")
        ours = Symbol.parse(asked) if asked else own
        theirs = Symbol.parse(request.requester_symbol)
    else:
        attempt = work.case.current
        ours, theirs = own, Symbol.parse(attempt.symbol if attempt else "")
    return Correspondence(ours, theirs, _stamp(work))


def _stamp(work: Work) -> datetime:
    """Now in whole seconds, yet later than anything said before (DESIGN §6 Repeats)."""
    now = work.act.entered_at.replace(microsecond=0)
    before = outbox.last_timestamp(work.session, work.case.request.id)
    return now if before is None or now > before else before + timedelta(seconds=1)


def _header(work: Work, who: Correspondence) -> Header:
    request = work.case.request
    lending = request.side is Side.LENDING
    supplier, requester = (who.ours, who.theirs) if lending else (who.theirs, who.ours)
    theirs, ours = request.their_id, request.number if lending else request.our_id
    return Header(
        supplying_agency_id=AgencyId.of(supplier),
        requesting_agency_id=AgencyId.of(requester),
        timestamp=who.stamp,
        requesting_agency_request_id=theirs if lending else ours,
        supplying_agency_request_id=(ours if lending else theirs) or None,
    )


def _request(work: Work, who: Correspondence, says: Says, values: Values) -> iso.Request:
    request = work.case.request
    attempt = work.case.current
    previous = attempt.state_text if attempt and says is Says.RETRY_REQUEST else ""
    header = _header(work, who)
    return iso.Request(
        header=header,
        bibliographic_info=wants.bibliographic(request),
        publication_info=wants.publication(request),
        service_info=wants.service(
            request, REQUEST_SAYS[says], previous or None, values.note or request.note
        ),
        requested_delivery_info=wants.delivery(work.session),
        requesting_agency_info=wants.requester(work.desk.library.name, work.session),
        patron_info=wants.patron(request),
        billing_info=wants.billing(request),
    )


def _supply(
    work: Work, who: Correspondence, says: Says, values: Values
) -> iso.SupplyingAgencyMessage:
    request = work.case.request
    answer = SUPPLIER_SAYS[says]
    first = Reason.STATUS_CHANGE if request.answered else Reason.REQUEST_RESPONSE
    status = answer.status or standing_status(
        request.state, request.service, request.flags, request.sent_anything
    )
    if says is Says.CANCEL_NO and not request.answered:
        status = Status.REQUEST_RECEIVED
    return iso.SupplyingAgencyMessage(
        header=_header(work, who),
        message_info=iso.MessageInfo(
            reason_for_message=answer.reason or first,
            answer_yes_no=answer.answer,
            note=values.note or None,
            reason_unfilled=_coded(values.reason) if says is Says.UNFILLED else None,
            reason_retry=_coded(values.reason) if says is Says.RETRY else None,
            offered_costs=_costs(values.cost) if says in _OFFERS else None,
            retry_after=_day(values.after) if says is Says.RETRY else None,
            retry_before=_day(values.before) if says is Says.RETRY else None,
        ),
        status_info=iso.StatusInfo(
            status=status,
            expected_delivery_date=_day(values.expected),
            due_date=_day(request.due) if status in _WITH_DUE else None,
            last_change=_last_change(work, says),
        ),
        delivery_info=_delivered(work, says, values),
        return_info=wants.return_to(work.session, work.desk.library.name, who.ours)
        if says is Says.LOANED
        else None,
    )


_OFFERS = (Says.CONDITIONS, Says.RETRY)
_WITH_DUE = (Status.LOANED, Status.OVERDUE, Status.RECALLED)
_REPEATS = (Says.SUPPLIER_NOTE, Says.CURRENT_STATUS, Says.CANCEL_NO, Says.RENEW_NO)


def _last_change(work: Work, says: Says) -> datetime:
    """When the status last changed: now for news, else since when it has been so.

    It never goes back within a conversation, whatever day staff say a thing was done on: the
    partner would take the news for old.
    """
    request = work.case.request
    known = request.told_at
    if says in _REPEATS:
        since = request.state_since.replace(microsecond=0)
        since = max(since, known) if known else since
    else:
        since = work.act.effective_at.replace(microsecond=0)
        since = max(since, known + timedelta(seconds=1)) if known else since
    request.told_at = since
    return since


def _delivered(work: Work, says: Says, values: Values) -> iso.DeliveryInfo | None:
    request = work.case.request
    sent = says in (Says.LOANED, Says.COPY_COMPLETED)
    if not sent and not (says in _OFFERS and values.condition):
        return None
    items = tuple(item.barcode for item in work.case.items if item.barcode) if sent else ()
    link = request.link if says is Says.COPY_COMPLETED else ""
    condition = values.condition or (request.condition if sent else "")
    return iso.DeliveryInfo(
        date_sent=work.act.effective_at.replace(microsecond=0),
        item_id=(link,) if link else items,
        sent_via=_coded(request.sent_via) if sent else None,
        loan_condition=(Coded(condition),) if condition else (),
        delivery_costs=(wants.costs(request.cost),) if sent and request.cost else (),
    )


def _coded(value: str) -> Coded | None:
    return Coded(value) if value else None


def _costs(money: Money | None) -> iso.Costs | None:
    return wants.costs(money) if money else None


def _day(day: date | None) -> datetime | None:
    return day_end(day) if day else None
