"""`ill post`: read what partners left, run timers, write what is due; and the ledger."""

import argparse
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.cli.stdout import put
from ill_desktop.domain.errors import Busy, CannotWrite
from ill_desktop.services import ledger
from ill_desktop.services.desk import Desk
from ill_desktop.services.post import PostReport, turns, whole
from ill_desktop.services.post.tally import COUNTED
from ill_desktop.services.views import MessageLine
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.words import columns, labels
from ill_desktop.words.mark import mark

EVERY = 10.0
"""Seconds between two rounds of `--watch` (RELIABILITY §3)."""
INTERRUPTED = 130
"""How a program ends that was stopped by Ctrl+C."""

AWAY = mark("Post", "The folder of {partner} cannot be reached. It is read when it is back.")
HELD = mark("Post", "A file from {partner} cannot be opened yet. It is read as soon as it can be.")
FAILING = mark(
    "Post",
    "A message from {partner} could not be taken in and stays there; the program’s log says why.",
)

LAID = (
    mark("Post", "{n} mail is ready. Send it and mark it as sent: ill post sent ID."),
    mark("Post", "{n} mails are ready. Send them and mark them as sent: ill post sent ID."),
)

LINE_KEYS = ("id", "direction", "kind", "request", "partner", "state", "file", "at", "reason")


def run(asked: argparse.Namespace, out: Output) -> int:
    """One round, or rounds until the program is asked to stop.

    Asked in the middle of a round, it finishes what is at hand and leaves the rest where it is.
    """
    with at_desk(out) as desk, _asked_to_stop() as stop:
        code = (_watch if asked.watch else _round)(desk, out, asked.now, stop)
    return INTERRUPTED if stop.by_ctrl_c else code


def _round(desk: Desk, out: Output, now: bool, stop: "Stop") -> int:
    report = whole.run(desk, now, stop)
    _tell(out, report)
    _show(out, _counts(report))
    return 1 if report.failed else 0


def _tell(out: Output, report: PostReport, before: PostReport | None = None) -> None:
    """Say whose folder or file cannot be read now; not again what was said `before`."""
    for text, name in ((AWAY, "absent"), (HELD, "locked"), (FAILING, "failing")):
        known = getattr(before, name) if before else ()
        for partner in getattr(report, name):
            if partner not in known:
                out.say(out.words.tr("Post", text, partner=partner))
    if report.drafts:
        out.say(out.words.count("Post", report.drafts, *LAID))


def _counts(report: PostReport) -> Counter[str]:
    return Counter({name: getattr(report, name) for name in COUNTED})


def _show(out: Output, counts: Counter[str]) -> None:
    if out.json:
        out.data({name: counts[name] for name in COUNTED})
    else:
        out.lines((columns.name(out.words, name), counts[name]) for name in COUNTED)


def _watch(desk: Desk, out: Output, now: bool, stop: "Stop") -> int:
    """Rounds until Ctrl+C or the system asks to stop; then the sum of them all."""
    desk.database.must_be_writable()  # waiting would not help
    total: Counter[str] = Counter()
    before: PostReport | None = None
    while not stop.is_set():
        try:
            report = whole.run(desk, now, stop)
        except Busy as busy:  # another computer that took the desk does not let go in a moment
            stop.wait(EVERY if busy.holder else turns.ASKS)
            continue
        except CannotWrite as error:
            out.say(out.sentence(error))
            stop.wait(EVERY)
            continue
        _tell(out, report, before)
        before, counts = report, _counts(report)
        total.update(counts)
        if any(counts.values()):
            shown = (f"{columns.name(out.words, n)} {counts[n]}" for n in COUNTED if counts[n])
            out.say(", ".join(shown))
        stop.wait(EVERY)
    _show(out, total)
    return 1 if total["failed"] else 0


class Stop(threading.Event):
    """Set once the program is asked to stop, be it by Ctrl+C or by the system."""

    by_ctrl_c = False


@contextmanager
def _asked_to_stop() -> Iterator[Stop]:
    """Let the signals that end a program end it after what is at hand; a second Ctrl+C at once."""
    stop = Stop()

    def ask(number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGINT:
            stop.by_ctrl_c = True
            signal.signal(signal.SIGINT, signal.default_int_handler)
        stop.set()

    before = {one: signal.signal(one, ask) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def line_document(line: MessageLine) -> dict[str, object]:
    """A message of the ledger with the keys scripts rely on."""
    return {key: getattr(line, key) for key in LINE_KEYS}


def listed(asked: argparse.Namespace, out: Output) -> None:
    """The ledger, the newest first."""
    with at_desk(out) as desk:
        page = ledger.messages(desk, LedgerQuery(state=asked.state, limit=0))
        if out.json:
            out.data({"messages": [line_document(line) for line in page.messages]})
            return
        out.lines(
            (m.id, m.direction, m.kind, m.summary, m.request, _state(out, m), m.file)
            for m in page.messages
        )


def _state(out: Output, line: MessageLine) -> str:
    return labels.message_state(out.words, line.standing)


def show(asked: argparse.Namespace, out: Output) -> None:
    """One message with its text."""
    with at_desk(out) as desk:
        view = ledger.message(desk, asked.id)
        if out.json:
            files = [{"name": one.name, "size": one.size} for one in view.files]
            out.data({**line_document(view.line), "text": view.text, "files": files})
        else:
            out.say(f"{view.line.file}: {view.label} {view.reason_text}")
            for one in view.files:
                out.say(f"+ {one.name}, {one.size} B")
            out.text(view.text)


def resend(asked: argparse.Namespace, out: Output) -> None:
    """Queue the same bytes again."""
    with at_desk(out) as desk:
        view = ledger.resend(desk, asked.id)
        if out.json:
            out.data(line_document(view.line))
        else:
            put(view.line.id)


def sent(asked: argparse.Namespace, out: Output) -> None:
    """A person has sent the mail that lay ready."""
    with at_desk(out) as desk:
        view = ledger.mark_sent(desk, asked.id)
        if out.json:
            out.data(line_document(view.line))
        else:
            put(view.line.id)
