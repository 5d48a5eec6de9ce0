"""Many files at once: the window goes on, a person's own work comes in between, one notice."""

import os
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from ill_desktop.services import beside, ledger, partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.post.test_kill import a_request_file

BAD = b"<not a message"
"""One of fifty is such a one."""
FREE = 20_000
"""From here on no request of the sample desk has a number."""


def arrive(window, count, *, bad=50):
    """Files of somebody we know, in the folder of one of our partners; one in `bad` is broken."""
    desk = window.link.desk
    one = next(p for p in partners.listed(desk) if p.inbox)
    for n in range(count):
        said = BAD if bad and n % bad == 0 else a_request_file(FREE + n)
        data = said.replace(b">ID-B<", f">{one.symbol.partition(':')[2]}<".encode())
        ours = desk.library.symbol.partition(":")[2].encode()
        path = Path(one.inbox) / f"many{n:05d}.xml"
        path.write_bytes(data.replace(b">ID-A<", b">" + ours + b"<"))
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return Path(one.inbox)


def _heard(window):
    query = LedgerQuery(direction="in", limit=0)
    found = ledger.messages(window.link.desk, query).messages
    return sum(1 for m in found if m.file.startswith("many"))


def _proof(window, qtbot, count):
    """Let them in; the longest time between two beats of the window, in seconds."""
    inbox = arrive(window, count)
    threads, beats, noted = set(), [], []
    window.link.desk.changes.subscribe(lambda _: threads.add(threading.current_thread()))
    beat = QTimer(window, interval=2)
    beat.timeout.connect(lambda: beats.append(time.monotonic()))
    beat.start()
    said = len(window.notices.said)
    number = requests.page(window.link.desk, ListQuery(limit=1)).lines[0].number
    window.exchanging.now()
    window.link.write(
        lambda desk: beside.add_note(desk, number, "in between"),
        lambda _: noted.append(len(list(inbox.iterdir()))),
    )
    qtbot.waitUntil(lambda: len(window.notices.said) > said, timeout=count * 1000)
    beat.stop()
    qtbot.waitUntil(lambda: not window.link.tasks.busy, timeout=30_000)
    assert _heard(window) == count
    assert list(inbox.iterdir()) == []
    assert threading.main_thread() not in threads
    assert len(window.notices.said) == said + 1
    assert f"read: {count}," in window.notices.said[-1]
    assert f"Need attention: {len(range(0, count, 50))}." in window.notices.said[-1]
    assert noted[0] > 0
    return sorted(b - a for a, b in pairwise(beats))


def test_many_files_come_in_beside_a_window_that_goes_on(window, qtbot):
    assert len(_proof(window, qtbot, 300)) > 20


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_ten_thousand_files_come_in_beside_a_window(window, qtbot):
    """The bound of the window's beat (RELIABILITY F4): on a machine with nothing else to do."""
    count = int(os.environ.get("ILL_FILES", "10000"))
    gaps = _proof(window, qtbot, count)
    p99 = gaps[int(len(gaps) * 0.99)] * 1000
    longest = gaps[-1] * 1000
    print(f"{count} files; beats: {len(gaps)}, p99 {p99:.0f} ms, longest {longest:.0f} ms")
    assert p99 <= 50
