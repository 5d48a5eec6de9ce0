"""`ill post`: read what partners left, run timers, write what is due; and the ledger."""

import argparse
import signal
import threading
from types import FrameType

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.domain.errors import Busy, Invalid, Usage, Why
from ill_desktop.services import ledger, post
from ill_desktop.services.desk import Desk
from ill_desktop.services.views import MessageLine
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.words import labels

EVERY = 10.0
"""Seconds between two rounds of `--watch` (RELIABILITY §3)."""

LINE_KEYS = ("id", "direction", "kind", "request", "partner", "state", "file", "at", "reason")


def run(asked: argparse.Namespace, out: Output) -> int:
    """One round, or rounds until the program is asked to stop."""
    with at_desk(out) as desk:
        if asked.watch:
            return _watch(desk, out, asked.now)
        return _round(desk, out, asked.now)


def _round(desk: Desk, out: Output, now: bool) -> int:
    report = post.run(desk, now=now)
    if out.json:
        out.data(report)
    else:
        names = ("read", "applied", "duplicate", "attention", "quarantined", "written", "failed")
        out.lines((name, getattr(report, name)) for name in names)
    return 1 if report.failed else 0


def _watch(desk: Desk, out: Output, now: bool) -> int:
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    while not stop.is_set():
        try:
            report = post.run(desk, now=now)
        except Busy:
            stop.wait(1)
            continue
        if report.read or report.written or report.failed:
            out.say(f"read {report.read}, written {report.written}, failed {report.failed}")
        stop.wait(EVERY)
    return 0


def line_document(line: MessageLine) -> dict[str, object]:
    """A message of the ledger with the keys scripts rely on."""
    found = {key: getattr(line, key) for key in LINE_KEYS}
    for key in ("request", "partner", "file", "reason", "kind"):
        found[key] = found[key] or None
    return found


def listed(asked: argparse.Namespace, out: Output) -> None:
    """The ledger, the newest first."""
    if asked.state and asked.state not in labels.MESSAGE_STATES:
        raise Invalid("state", asked.state, Why.NOT_A_CODE)
    with at_desk(out) as desk:
        page = ledger.messages(desk, LedgerQuery(state=asked.state, limit=0))
        if out.json:
            out.data({"messages": [line_document(line) for line in page.messages]})
            return
        out.lines(
            (one.id, one.direction, one.kind, one.summary, one.request, one.state, one.file)
            for one in page.messages
        )


def show(asked: argparse.Namespace, out: Output) -> None:
    """One message with its text."""
    _known(asked.id)
    with at_desk(out) as desk:
        view = ledger.message(desk, asked.id)
        if out.json:
            out.data({**line_document(view.line), "text": view.text})
        else:
            out.say(f"{view.line.file}: {view.label} {view.reason_text}")
            print(view.text)


def resend(asked: argparse.Namespace, out: Output) -> None:
    """Queue the same bytes again."""
    _known(asked.id)
    with at_desk(out) as desk:
        view = ledger.resend(desk, asked.id)
        if out.json:
            out.data(line_document(view.line))
        else:
            print(view.line.id)


def _known(message_id: int) -> None:
    if not 0 < message_id < 2**62:
        raise Usage(f"{message_id}: 1, 2, 3 …")
