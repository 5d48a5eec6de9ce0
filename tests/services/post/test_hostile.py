"""Hostile and broken files in the inbox: none crashes, opens, connects or is applied in silence.

What each is to end as stands in the set's own table (RELIABILITY §8); where the design decided
otherwise, it stands here with the reason.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from ill_desktop.services.post.collecting import log
from ill_desktop.words import labels
from ill_desktop.words.catalogue import LANGUAGES, words_for

ROOT = Path(__file__).resolve().parents[3]
SLOWEST = 2.0
"""Seconds of the processor for one file, whatever stands in it."""
LARGEST = 50.0
"""Megabytes that one file may take while it is read."""
GROUPS = {"iso18626", "package", "name", "special"}

Ends = dict[tuple[str, str], SimpleNamespace]

ALLOWED = {
    "ACCEPT": {"applied"},
    "ACCEPT-WARN": {"applied"},
    "REVIEW": {"attention"},
    "QUARANTINE": {"quarantined"},
    "REFUSE": {"quarantined", "refused"},
    "IGNORE": {"ignored"},
    "IGNORE-DUPLICATE": {"duplicate"},
}
CODES = {
    "E_AMOUNT": "bad-amount",
    "E_DUPLICATE_NAME": "package-duplicate",
    "E_EMPTY": "empty",
    "E_FIELD_TOO_LONG": "too-long",
    "E_ID_REUSED": "id-reused",
    "E_NO_REQUEST_ID": "not-usable",
    "E_NOT_FOR_US": "not-for-us",
    "E_NOT_ISO18626": "error-page",
    "E_NOT_REGULAR": "",
    "E_NOT_XML": "a-document",
    "E_PATH": "package-path",
    "E_RATIO": "package-ratio",
    "E_SENDER_MISMATCH": "sender-mismatch",
    "E_TIMESTAMP": "bad-timestamp",
    "E_TOO_MANY_ELEMENTS": "too-many",
    "E_UNKNOWN_REQUEST": "unknown-request",
    "E_XML_DEPTH": "too-deep",
    "E_XML_DOCTYPE": "doctype",
    "E_XML_ENCODING": "encoding",
    "E_XML_MALFORMED": "not-well-formed",
    "E_ZIP": "package-broken",
    "W_BIDI": "turned-text",
    "W_CLOCK_SKEW": "clock-ahead",
    "W_NO_TIMEZONE": "date-without-zone",
}
"""What the table calls a reason, and what we do. `E_SCHEMA` is any of several."""
SCHEMA = {
    "x16_missing_header.xml": "no-header",
    "x17_unknown_status.xml": "not-usable",
    "x41_xinclude.xml": "forbidden-markup",
}
OTHERWISE = {
    # an absent or foreign namespace waits for attention (DESIGN §6)
    "x12_wrong_namespace.xml": ("attention", "foreign-namespace"),
    "x13_no_namespace.xml": ("attention", "no-namespace"),
    # such a time is not believed, so nothing comes to look old; a clock that is wrong would
    # otherwise keep all of a partner's messages from use (LIFECYCLE §2.5, ISO18626 §8.3.9: warn)
    "x19_timestamp_far_future.xml": ("applied", "clock-ahead"),
    # the end is that of the set of messages, in whatever order: nothing to warn of (DESIGN §6)
    "x33_out_of_order_completed_then_loaned.xml": ("applied", ""),
    # a message not for us waits under Needs attention (DESIGN §6)
    "x34_not_for_us.xml": ("attention", "not-for-us"),
    # it was left alone while it was just written, and has come to rest since
    "x37_empty.xml": ("quarantined", "empty"),
    # "RESTORE refuses"
    "z06_backup_wrong_magic.illbackup": ("refused", "damaged"),
}
"""Where the design decided otherwise than the table, or the table speaks of two moments."""
PHASES = {"x07_truncated_mid_tag.xml", "x37_empty.xml"}
CONFLICT = "n_copy (DESKTOP-7 conflicted copy 2026-03-02).xml"
UNMOVED = {"x33_out_of_order_completed_then_loaned.xml"}
"""What is applied and yet leaves its request where it was: it goes into the history."""


@pytest.fixture(scope="module")
def ends(bad_inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Ends:
    work = tmp_path_factory.mktemp("desks")
    line = [sys.executable, "-m", "tests.services.post.hostile_child", str(bad_inputs), str(work)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-600:] + done.stderr[-2000:]
    seen = [SimpleNamespace(**json.loads(line)) for line in done.stdout.splitlines()]
    return {(one.desk, one.name): one for one in seen}


@pytest.fixture(scope="module")
def manifest(bad_inputs: Path) -> Mapping[str, tuple[str, str]]:
    """The kind of every file of the set, and what is expected of it."""
    found = {}
    for line in (bad_inputs / "MANIFEST.tsv").read_text("utf-8").splitlines()[1:]:
        name, kind, *_, expected = line.split("\t")
        plain = name.encode("ascii").decode("unicode_escape")
        found[plain] = (kind, expected)
    assert len(found) == 123
    return found


def wanted(name: str, expected: str) -> tuple[set[str], str | None]:
    """The states a file may end in, and the reason where the table names one."""
    if name in OTHERWISE:
        state, reason = OTHERWISE[name]
        return {state}, reason
    word = "|".join(sorted(ALLOWED, key=len, reverse=True))
    verdict = re.search(rf"\b(?:{word})(?:/(?:{word}))*\b", expected)
    assert verdict is not None, (name, expected)
    states = {one for said in verdict[0].split("/") for one in ALLOWED[said]}
    code = re.search(r"\b[EW]_[A-Z0-9_]+", expected)
    if code is None:
        return states, "" if verdict[0] == "ACCEPT" else None
    return states, SCHEMA[name] if code[0] == "E_SCHEMA" else CODES[code[0]]


def test_every_file_ends_as_its_row_of_the_table_says(
    ends: Ends, manifest: Mapping[str, tuple[str, str]]
) -> None:
    rows = {name: row[1] for name, row in manifest.items() if row[0] in GROUPS}
    assert len(rows) == 43 + 6 + 11 + 3
    wrong = []
    for name, expected in rows.items():
        if name == CONFLICT:
            continue
        end = ends["restore" if name.endswith(".illbackup") else "own", name]
        states, reason = wanted(name, expected)
        if end.state not in states or reason not in (None, end.reason):
            wrong.append((name, end.state, end.reason, expected))
    assert wrong == []
    assert set(OTHERWISE) <= set(rows)


def test_a_file_that_may_still_be_written_is_left_alone(ends: Ends) -> None:
    assert {ends["just written", name].state for name in PHASES} == {"ignored"}


def test_a_copy_a_sync_client_made_is_a_duplicate_or_waits(ends: Ends) -> None:
    same, other = ends["own same", CONFLICT], ends["own other", CONFLICT]
    assert (same.state, same.reason) == ("duplicate", "same-bytes")
    assert (other.state, other.reason) == ("attention", "id-reused")


def test_only_what_is_applied_moves_a_request(ends: Ends) -> None:
    for (desk, name), end in ends.items():
        assert end.moved <= (end.state == "applied"), name
        if desk == "own" and end.state == "applied":
            assert end.moved is (name not in UNMOVED), name


def test_no_file_costs_much_or_leaves_the_desk_unsound(ends: Ends) -> None:
    for key, end in ends.items():
        assert end.seconds < SLOWEST, key
        assert end.megabytes < LARGEST, key
        assert end.sound, key


def test_the_bytes_of_every_file_are_kept(ends: Ends) -> None:
    for key, end in ends.items():
        assert end.kept, key
        assert end.put_away is (end.state == "quarantined"), key


def test_what_is_not_applied_always_has_a_reason_in_words(ends: Ends) -> None:
    told = {end.reason for end in ends.values() if end.state not in {"ignored", "applied"}}
    told |= {end.reason for end in ends.values() if end.state == "applied"} - {""}
    assert "" not in told
    assert len(told) > 25
    spoken = [words_for(language) for language in LANGUAGES]
    for reason in told - {"damaged"}:
        said = {labels.message_reason(words, reason) for words in spoken}
        assert len(said) == len(LANGUAGES), reason
        assert reason not in said


def test_the_log_has_one_line_for_what_waits_or_is_put_away_and_no_word_of_it(ends: Ends) -> None:
    for key, end in ends.items():
        if end.state not in ("attention", "quarantined"):
            assert end.log == [], key
            continue
        (line,) = end.log
        *_, said = line.partition(f"INFO {log.name} ")
        assert re.fullmatch(rf"\w+ {end.hash[:16]}: {end.state}, {end.reason}", said), line
        assert len(line) <= 300, key


def test_every_file_was_delivered_to_both_desks(ends: Ends, bad_inputs: Path) -> None:
    files = [
        path for place in (bad_inputs, bad_inputs / "names") for path in place.iterdir()
        if path.is_symlink() or not path.is_dir()
    ]  # fmt: skip
    assert len(files) > 100
    for role in ("lender", "borrower"):
        assert len([name for desk, name in ends if desk == role]) == len(files)


def test_a_second_request_under_a_used_number_is_never_applied(ends: Ends) -> None:
    starts = ("x10_", "x25_", "x26_", "x27_", "x28_")
    found = [
        (end.state, end.reason) for (desk, name), end in ends.items()
        if desk == "lender" and name.startswith(starts)
    ]  # fmt: skip
    assert found == [("attention", "id-reused")] * len(starts)
