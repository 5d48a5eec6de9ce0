"""What each staff action does to the case besides moving its state.

The table `EFFECTS` names one small function an action; `perform` puts step, effect and message
into one event.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ill_desktop.domain import codes
from ill_desktop.domain.errors import Invalid, Refused, Why
from ill_desktop.domain.exchange import Style
from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.rows import Step
from ill_desktop.domain.lifecycle.states import Action, Heard, Milestone, Service
from ill_desktop.domain.protocol import known_reason
from ill_desktop.services import attachments, duedates, facts, letters, suppliers, volumes
from ill_desktop.services.advance import Work, advance, reach, restore_state, standpoint
from ill_desktop.services.milestones import ENDINGS, ending
from ill_desktop.services.values import REASONS, Values
from ill_desktop.store import directory, journal, notes
from ill_desktop.words import deviations

Effect = Callable[[Work, Values], None]

_FREE_REASON = frozenset({Action.VOID, Action.REOPEN})


def reason_code(action: Action, values: Values) -> str:
    """The code an event keeps; words typed instead of a code become *other* and a note."""
    if action in _FREE_REASON and values.reason not in codes.CLOSE_REASON:
        return "other" if values.reason else ""
    if action is Action.RECORD_ANSWER:
        return known_reason(values.reason)
    return values.reason if action in REASONS or action in _FREE_REASON else ""


def perform(work: Work, action: Action, values: Values) -> None:
    """Do one action to the case: step, effect and messages in one event."""
    values = _told_whole(work, action, volumes.of_request(work, action, values))
    if action in (Action.RECORD_ANSWER, Action.RECORD_MESSAGE):
        _record(work, action, values)
    elif volumes.stays_open(work.case, action, values):
        volumes.part_of(work, action, values)
    elif action is Action.USE_ATTEMPT:
        _use_attempt(work, values)
    else:
        with advance(work, action) as step:
            EFFECTS.get(action, _nothing)(work, values)
            _say_all(work, step, values)
            _keep_note(work, action, step, values)
        _after(work, action)


def _told_whole(work: Work, action: Action, values: Values) -> Values:
    """Whoever may wait for a loan to come back is told of a copy in its stead, whatever else is."""
    if action is not Action.COPY_RECEIVED or work.case.request.service is Service.COPY:
        return values
    told = deviations.note(work.desk.words, deviations.CAME_AS_COPY)
    if told in values.note:
        return values
    return replace(values, note=" ".join(filter(None, (told, values.note))))


def _nothing(work: Work, values: Values) -> None:
    pass


def _say_all(work: Work, step: Step, values: Values) -> None:
    for says in step.says:
        letters.say(work, says, values)
    if step.trigger is Action.MOVE_ON or step.trigger is Action.REFUSE_CONDITIONS:
        suppliers.end_current(work.case)


def _keep_note(work: Work, action: Action, step: Step, values: Values) -> None:
    words = values.note
    if action in _FREE_REASON and values.reason not in codes.CLOSE_REASON:
        words = "\n".join(filter(None, (values.reason, words)))
    if words:
        audience = "partner" if step.says else "internal"
        _note(work, words, audience)


def _note(work: Work, words: str, audience: str) -> None:
    """Words that came with the act; they go with it when it is taken back."""
    by = notes.Written(work.act.entered_at, work.act.staff)
    work.notes.append(notes.add(work.session, work.case.request.id, words, audience, by))


def _after(work: Work, action: Action) -> None:
    """Milestones that depend on a setting or on what came before."""
    if action is Action.RECEIVED and not work.desk.reader_steps:
        reach(work, Milestone.NOTIFIED)


def _record(work: Work, action: Action, values: Values) -> None:
    """Run the row of what a partner said by telephone or letter; nothing is sent."""
    heard = values.answer if action is Action.RECORD_ANSWER else values.message
    at = standpoint(work)
    request = work.case.request
    if heard is None or row_for(at, action) is None or row_for(at, heard) is None:
        name = heard.value if heard else action.value
        side = request.side.value
        raise Refused(request.number, request.state.value, name, side, said=heard is not None)
    if heard is Heard.OFFERS_CONDITIONS:
        _need_terms(values)
    with advance(work, heard):
        facts.from_values(work, heard, values)
        words = "\n".join(filter(None, (_own_words(values.reason), values.note)))
        if words:
            _note(work, words, "partner")


def _own_words(reason: str) -> str:
    """What they said instead of one of the reasons of the lists."""
    return "" if known_reason(reason) == reason else reason


def _use_attempt(work: Work, values: Values) -> None:
    """Make an attempt current that had been given up, and hear again what it said."""
    chosen = suppliers.late(work.case, values.supplier)
    with advance(work, Action.USE_ATTEMPT) as step:
        for says in step.says:
            letters.say(work, says, values)
        suppliers.end_current(work.case)
        suppliers.make_current(work.case, chosen)
    heard = Heard.LOANED if chosen.status == "Loaned" else Heard.COPY_COMPLETED
    with advance(work, heard):
        facts.again(work, chosen)


def _send(work: Work, values: Values) -> None:
    suppliers.launch(work, suppliers.chosen(work, values.supplier))


def _try_again(work: Work, values: Values) -> None:
    request = work.case.request
    by_the_book = directory.profile(work.session, request.partner_id).style is Style.RETRY
    if values.cost is not None:
        request.max_cost = values.cost
    elif by_the_book and request.cost is not None:
        request.max_cost = request.cost
    suppliers.launch(work, suppliers.same_again(work))


def _received(work: Work, values: Values) -> None:
    request = work.case.request
    request.due = values.due or request.due
    request.pieces = values.pieces or request.pieces
    _note_terms(work, values)
    volumes.in_hand(work, values.item, "here")


def _note_terms(work: Work, values: Values) -> None:
    request = work.case.request
    if values.condition:
        request.condition = values.condition
    if values.cost is not None:
        request.cost = values.cost


def _sent_back(work: Work, values: Values) -> None:
    volumes.put(work, values.item, "sent-back")


def _fetched(work: Work, values: Values) -> None:
    volumes.in_hand(work, values.item, "wanted")


def _ship(work: Work, values: Values) -> None:
    request = work.case.request
    request.sent_anything = True
    request.due = values.due or request.due or duedates.on_loan(work)
    request.sent_via = values.via or request.sent_via
    _note_terms(work, values)
    volumes.sent_out(work, values.item)


def _send_copy(work: Work, values: Values) -> None:
    request = work.case.request
    request.sent_anything = True
    request.link = values.url or request.link
    request.sent_via = values.via or ("URL" if values.url else request.sent_via)
    counted = attachments.enclose(work, values.file) if values.file is not None else 0
    request.page_count = counted or values.pages
    _note_terms(work, values)


def _need_terms(values: Values) -> None:
    """Conditions of which nothing is known leave nothing to decide, on either side."""
    if not (values.condition or values.cost or values.note):
        raise Invalid("condition", "", Why.EMPTY)


def _conditions(work: Work, values: Values) -> None:
    _need_terms(values)
    _note_terms(work, values)
    work.case.request.expected_on = values.expected
    _found(work, values)


def _expected(work: Work, values: Values) -> None:
    request = work.case.request
    request.expected_on = values.expected or request.expected_on
    request.due = values.due or request.due
    _found(work, values)


def _found(work: Work, values: Values) -> None:
    """Where the wanted thing stands, as the catalogue told."""
    request = work.case.request
    request.call_number = values.call_number or request.call_number
    volumes.in_hand(work, values.item, "wanted")


def _renew(work: Work, values: Values) -> None:
    work.case.request.due = values.due or duedates.renewed(work)


def _recall(work: Work, values: Values) -> None:
    request = work.case.request
    request.due = values.due or duedates.recalled(work)


def _back(work: Work, values: Values) -> None:
    volumes.put(work, values.item, "back")


def _reopen(work: Work, values: Values) -> None:
    """The state before the ending; what was reached with the ending is not reached after all."""
    request = work.case.request
    events = journal.standing(journal.history(work.session, request.id)[::-1])
    end = ending(events, request.state)
    if end.before is None:
        raise Refused(request.number, request.state.value, Action.REOPEN.value, request.side.value)
    restore_state(work, end.before)
    journal.forget_milestones(work.session, end.act, request.id)
    journal.forget_milestone_kinds(work.session, request.id, ENDINGS, end.since)


def _copy_here(work: Work, values: Values) -> None:
    if values.file is not None:
        attachments.keep(work, values.file)
    if work.case.request.service is Service.COPY_OR_LOAN:
        work.case.request.service = Service.COPY


EFFECTS: Mapping[Action, Effect] = MappingProxyType(
    {
        Action.SEND: _send,
        Action.SEND_NEXT: _send,
        Action.TRY_AGAIN: _try_again,
        Action.RECEIVED: _received,
        Action.COPY_RECEIVED: _copy_here,
        Action.SENT_BACK: _sent_back,
        Action.SENT_ON: _sent_back,
        Action.CHECKING: _expected,
        Action.WILL_SUPPLY: _expected,
        Action.SUPPLY_WITH_CONDITIONS: _conditions,
        Action.FETCHED: _fetched,
        Action.SHIP: _ship,
        Action.SEND_COPY: _send_copy,
        Action.RENEW: _renew,
        Action.RECALL: _recall,
        Action.IS_BACK: _back,
        Action.REOPEN: _reopen,
    }
)
