"""Whatever bytes come: a reading or `Unreadable`, soon and in little memory (RELIABILITY S2)."""

import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import iso18626, package, sheets, xlsx
from ill_desktop.formats.iso18626.elements import NAMESPACE
from ill_desktop.formats.package import Manifest

ZONE = ZoneInfo("Asia/Jakarta")
SECONDS, KILOBYTES = 2.0, 50 * 1024
TOKENS = (
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#x1F4D6;", b"<![CDATA[", b"]]>",
    b"<!--", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"9" * 400, b"NaN", b"-1", b"99999-99-99",
    b"2026-03-09T00:00:00+99:99", b"<x>" * 70, b"xmlns='urn:x'", b"\xe2\x80\xae", b"<?xml ?>",
)  # fmt: skip

Reader = Callable[[bytes], object]


def read_message(data: bytes) -> object:
    return iso18626.read(data, zone=ZONE)


def read_workbook(data: bytes) -> object:
    return sheets.read(data, "loans.xlsx")


READERS: dict[str, Reader] = {
    "message": read_message,
    "package": package.unpack,
    "workbook": read_workbook,
}


def what_of(read: Reader, data: bytes) -> str:
    """What a reader says; anything it raises but `Unreadable` fails the test.

    Its own time counts, not that of a machine that does something else.
    """
    begun = time.process_time()
    try:
        read(data)
    except Unreadable as problem:
        end = problem.reason
        assert end, "a reason"
    else:
        end = "read"
    assert time.process_time() - begun < SECONDS, data[:300]
    return end


def mutated(dice: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """One to four changes: bits, bytes, pieces cut out, doubled, moved or taken from elsewhere."""
    found = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at, to = sorted((dice.randrange(len(found) + 1), dice.randrange(len(found) + 1)))
        to = min(to, at + dice.choice((1, 8, 300)))
        how = dice.randrange(6)
        if how == 0 and at < len(found):
            found[at] ^= 1 << dice.randrange(8)
        elif how == 1:
            del found[at:to]
        elif how == 2:
            found[at:at] = found[at:to] * dice.choice((1, 2, 30))
        elif how == 3:
            found[at:at] = dice.choice(TOKENS)
        elif how == 4:
            other = dice.choice(others)
            found[at:to] = other[at : at + dice.choice((1, 40, 2000))]
        else:
            found[at:to] = dice.randbytes(to - at)
    return bytes(found)


VALUES = (
    b"", b" ", b"9" * 400, b"NaN", b"-1", b"1e999", b"2026-13-45T99:99:99Z", b"2026-03-09T00:00:00",
    b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-14:00", b"&#x202E;", b"&lt;b&gt;", b"true",
    b"Loaned", b"x" * 70_000, "\u0130\u0131\u1e9e".encode(), b"../../etc/passwd", b"'; DROP TABLE",
)  # fmt: skip
_TEXT = re.compile(rb"(?<=>)[^<>]+(?=<)")
_ELEMENT = re.compile(rb"<(\w+)>[^<>]*</\1>")


def reworded(dice: random.Random, data: bytes) -> bytes:
    """The same tree with another text in it, or an element more, or less: still well-formed."""
    pattern = dice.choice((_TEXT, _TEXT, _ELEMENT))
    found = [one for one in pattern.finditer(data) if one[0].strip()]
    if not found:
        return data
    one = dice.choice(found)
    new = dice.choice(VALUES) if pattern is _TEXT else one[0] * dice.choice((0, 2, 150))
    return data[: one.start()] + new + data[one.end() :]


@pytest.fixture(scope="module")
def seeds(request: pytest.FixtureRequest, shared: Path) -> list[bytes]:
    """The real messages, and the hostile ones."""
    hostile = request.getfixturevalue("bad_inputs")
    paths = [*(shared / "iso18626" / "messages").glob("*.xml"), *hostile.glob("x*.xml")]
    return [path.read_bytes() for path in sorted(paths) if path.stat().st_size < 100_000]


def packages(seeds: list[bytes]) -> list[bytes]:
    """Real messages in packages."""
    said = Manifest("ISIL:ID-A", "ISIL:ID-B", 1, datetime(2026, 3, 9, tzinfo=UTC))
    return [package.pack(said, one, {"a.pdf": b"%PDF-1.7\n"}) for one in seeds[:12]]


def workbooks(seeds: list[bytes]) -> list[bytes]:
    """Deflated, as every workbook is, with words and days; some long enough to be cut anywhere."""
    rows = [("Bumi manusia", date(2026, 12, 24), 12.5, None), ("Ça & là", None, 1e300, "x" * 500)]
    return [
        xlsx.workbook([xlsx.Sheet("Loans", ("Title", "Due", "Cost", "Note"), rows * times)])
        for times in (1, 5, 40)
    ]


BASES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "message": list,
    "package": packages,
    "workbook": workbooks,
}


def _peak() -> int:
    """Kilobytes of the most memory ever used; 0 where nobody counts them."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _fuzzed(kind: str, seeds: list[bytes], count: int, seed: int) -> Counter[str]:
    dice, ends = random.Random(seed), Counter[str]()
    bases = BASES[kind](seeds)
    for base in bases:
        ends[what_of(READERS[kind], base)] += 0
    for _ in range(count):
        base = dice.choice(bases)
        words = dice.randrange(4) if kind == "message" else 0
        for _ in range(words):
            base = reworded(dice, base)
        data = base if words and dice.random() < 0.5 else mutated(dice, base, bases)
        before = _peak()
        ends[what_of(READERS[kind], data)] += 1
        assert _peak() - before < KILOBYTES, "one input took more memory than any may"
    return ends


@pytest.mark.parametrize("kind", READERS)
def test_a_changed_message_is_read_or_refused(kind: str, seeds: list[bytes]) -> None:
    ends = _fuzzed(kind, seeds, 1000, seed=1)
    if kind == "workbook":  # of which there is one thing to say
        assert min(ends["read"], ends["not-a-table"]) > 10, ends
    else:
        assert len(ends) > 3, ends


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", READERS)
def test_a_quarter_of_a_million_changed_messages(kind: str, seeds: list[bytes]) -> None:
    count = int(os.environ.get("ILL_FUZZ", "250000"))
    ends = _fuzzed(kind, seeds, count, seed=2)
    print(f"{kind}: {count} mutations, {dict(ends.most_common())}")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=600))
def test_any_bytes_at_all_are_no_message(data: bytes) -> None:
    for read in READERS.values():
        what_of(read, data)


NAMES = ("ISO18626Message", "request", "header", "supplyingAgencyMessage", "statusInfo", "note")


def _trees() -> st.SearchStrategy[str]:
    leaf = st.text(st.characters(codec="utf-8", exclude_characters="<&\x00"), max_size=20)
    return st.recursive(
        leaf,
        lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, max_size=4)).map(
            lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
        ),
        max_leaves=12,
    )


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_trees())
def test_any_tree_of_our_elements_is_read_or_refused(inner: str) -> None:
    root = f'<ISO18626Message xmlns="{NAMESPACE}">{inner}</ISO18626Message>'
    what_of(read_message, root.encode())
