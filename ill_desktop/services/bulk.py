"""The same act on several requests: what is legal, what would happen, doing it, taking it back.

Each request is a step of its own: one that cannot be done holds no other up, and stopping in the
middle leaves every request either done or untouched. Undo takes back those that were done.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.primary import in_front
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services import acts, telling
from ill_desktop.services.advance import Act, Work, standpoint
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.lines import line_view
from ill_desktop.services.progress import Progress
from ill_desktop.services.rights import offered
from ill_desktop.services.values import REASONS, Raw
from ill_desktop.store import cases, listing, outbox

ONE_BY_ONE = frozenset(
    {
        Action.EDIT, Action.DELETE_DRAFT, Action.PRINT_SLIP, Action.RECORD_ANSWER,
        Action.RECORD_MESSAGE, Action.WRITE_MESSAGE, Action.USE_ATTEMPT, Action.ASK_RETRY,
        Action.SUPPLY_WITH_CONDITIONS, Action.ACCEPT_CONDITIONS, Action.REOPEN, Action.VOID,
    }
)  # fmt: skip
"""What says something else of each request, or cannot be taken back."""


@dataclass(frozen=True, slots=True)
class Several:
    """Some requests together: their lines, and how many of them each act is legal for."""

    lines: tuple[RequestLine, ...]
    actions: tuple[tuple[Action, int], ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an act would do: the numbers it would change, and why it cannot change the others."""

    action: Action
    will: tuple[str, ...]
    cannot: tuple[tuple[RequestLine, DeskError], ...]
    reasons: tuple[str, ...]
    """Codes of which one has to be given with the act; empty when it needs none."""
    after: tuple[tuple[RequestLine, str], ...] = ()
    """Those it would change as they would stand then, each with who would be told of it."""
    silent: Mapping[str, str] = field(default_factory=dict)
    """By number, the library that no message would tell of it: somebody has to."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: numbers with the act each can be undone by, and what failed after all."""

    done: tuple[tuple[str, str], ...]
    failed: tuple[tuple[str, DeskError], ...]
    stopped: bool = False
    silent: tuple[str, ...] = ()
    """Libraries that were told by no message."""


def together(desk: Desk, numbers: Sequence[str]) -> Several:
    """The requests as a group; the act that is next for most of them comes first."""
    today, now = desk.today(), desk.clock.now()
    lines, legal, next_acts = [], Counter[Action](), Counter[Action | None]()
    with desk.database.read() as session:
        for number in numbers:
            case = cases.case_by_number(session, number)
            at = standpoint(Work(desk, session, case, Act(now, now)))
            can = offered(desk, at)
            legal.update(one for one in can if one not in ONE_BY_ONE)
            lines.append(line_view(desk.words, listing.line(session, number), today))
            next_acts[in_front(lines[-1].primary_action, can)] += 1
    order = sorted(legal, key=lambda one: (-next_acts[one], -legal[one]))
    return Several(tuple(lines), tuple((one, legal[one]) for one in order))


def outlook(desk: Desk, numbers: Sequence[str], action: Action, progress: Progress) -> Outlook:
    """Rehearse an act on each request, and take every one back at once."""
    needed = REASONS.get(action, ()) if Key.REASON in takes(action).needs else ()
    values: Raw = {"reason": needed[0]} if needed else {}
    after: list[tuple[RequestLine, str]] = []
    silent: dict[str, str] = {}
    cannot = []
    for at, number in enumerate(numbers):
        progress.step(at, len(numbers))
        try:
            line, told, untold = _rehearsed(desk, number, action, values)
            after.append((line, told))
            silent |= {number: untold} if untold else {}
        except DeskError as problem:
            with desk.database.read() as session:
                line = line_view(desk.words, listing.line(session, number), desk.today())
            cannot.append((line, problem))
    progress.step(len(numbers), len(numbers))
    will = tuple(line.number for line, _ in after)
    return Outlook(action, will, tuple(cannot), tuple(needed), tuple(after), silent)


def _rehearsed(
    desk: Desk, number: str, action: Action, values: Raw
) -> tuple[RequestLine, str, str]:
    """How it would stand then, who would be told, and who not; raises what the act would."""
    with desk.database.rehearsal() as session:
        act = acts.perform(desk, session, number, action, values)
        session.flush()
        told, untold = outbox.told_by(session, act), telling.silent(session, number, act)
        line = line_view(desk.words, listing.line(session, number), desk.today())
    return line, told, untold


def do_many(
    desk: Desk, numbers: Sequence[str], action: Action, values: Raw, progress: Progress
) -> Done:
    """Do one act on every request it can be done on; stopping keeps what is done."""
    done: list[tuple[str, str]] = []
    failed: list[tuple[str, DeskError]] = []
    silent: list[str] = []
    for at, number in enumerate(numbers):
        if progress.stopped:
            break
        progress.tell(at, len(numbers))
        try:
            with desk.database.work() as session:
                act = acts.perform(desk, session, number, action, values)
                silent.append(telling.silent(session, number, act))
            done.append((number, act))
        except DeskError as error:
            failed.append((number, error))
    desk.changes.publish(Change(requests=frozenset(number for number, _ in done)))
    stopped, untold = len(done) + len(failed) < len(numbers), dict.fromkeys(filter(None, silent))
    return Done(tuple(done), tuple(failed), stopped, tuple(untold))


def undo_many(desk: Desk, done: Sequence[tuple[str, str]], progress: Progress) -> Done:
    """Take an act back on every request where it is still the last; the others are named."""
    taken: list[tuple[str, str]] = []
    failed: list[tuple[str, DeskError]] = []
    for at, (number, act) in enumerate(done):
        progress.tell(at, len(done))
        try:
            acts.undo(desk, number, act)
            taken.append((number, act))
        except DeskError as error:
            failed.append((number, error))
    return Done(tuple(taken), tuple(failed))
