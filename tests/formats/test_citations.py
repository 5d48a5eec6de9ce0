"""Citations of any kind: told by content, every record accounted for, nothing bad shown."""

import gzip
import io
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.citation import TEXT_FIELDS
from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats.citations import MOST_TEXT, Intake, Record, Verdict, read_citations
from tests.formats.records import changed, collection, marc
from tests.formats.records import marcxml as element

SAMPLES = {
    "marc": marc(),
    "marcxml": collection(element()),
    "ris": b"TY  - BOOK\nTI  - Bumi manusia\nER  - \n",
    "bibtex": b"@book{a, title={Bumi manusia}}",
    "openurl": b"https://r.example/?rft.btitle=Bumi+manusia&rft.genre=book",
}


def is_sound(found: Intake) -> bool:
    """What holds for every intake: counted from 1, each with a verdict, nothing unprintable."""
    return (
        [record.index for record in found.records] == list(range(1, len(found.records) + 1))
        and sum(found.count(verdict) for verdict in Verdict) == len(found.records)
        and all(map(_is_sound, found.records))
    )


def _is_sound(record: Record) -> bool:
    if record.citation is None:
        return record.verdict is Verdict.REJECTED and bool(record.reasons)
    texts = [getattr(record.citation, name) for name in TEXT_FIELDS]
    shown = "".join((*texts, *record.identifiers.values()))
    return (record.verdict is Verdict.WARNED) == bool(record.reasons) and not any(
        ord(c) < 32 or 127 <= ord(c) < 160 for c in shown
    )


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("name", ["", "x.mrc", "x.ris", "x.bib", "x.xml", "x.txt", "x.pdf"])
def test_the_kind_is_told_by_the_content_whatever_the_name(kind: str, name: str) -> None:
    found = read_citations(SAMPLES[kind], name)
    assert found.kind == kind
    assert [record.citation and record.citation.title for record in found.records] == [
        "Bumi manusia"
    ]


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_packed_file_is_unpacked(kind: str) -> None:
    assert read_citations(gzip.compress(SAMPLES[kind])).kind == kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xff" * 5000, "unknown-format"),
        (b"%PDF-1.7\n\x1e\x1d%%EOF", "unknown-format"),
        (b"PK\x03\x04\x1d\x1e\x1f00026nam", "unknown-format"),
        (b"\x1f\x8bnot really packed", "unknown-format"),
        (b"just a sentence about a book", "unknown-format"),
        (b"<html><body>502</body></html>", "unknown-format"),
        (SAMPLES["marc"].translate(None, b"\x1d\x1e"), "signs-lost"),
        (SAMPLES["ris"] + b"x" * MOST_TEXT, "too-large"),
        (gzip.compress(b"\x00" * (65 * 1024 * 1024)), "too-large"),
    ],
    ids=range(11),
)
def test_what_holds_no_citation_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_citations(data, "x")
    assert (refused.value.reason, refused.value.source) == (reason, "x")


def test_verdicts_say_which_record_and_why() -> None:
    data = marc() + marc(changed(f245=None)) + marc(changed(f245=None, f020=None)) + marc()[:99]
    assert [(r.index, r.verdict, r.reasons) for r in read_citations(data).records] == [
        (1, Verdict.ACCEPTED, ()),
        (2, Verdict.WARNED, ("no-title",)),
        (3, Verdict.REJECTED, ("no-title",)),
        (4, Verdict.REJECTED, ("truncated",)),
    ]


def test_a_wrong_check_digit_is_warned_of_and_kept() -> None:
    (record,) = read_citations(marc(changed(f020=(("a", "9789791227002"),)))).records
    assert record.citation is not None
    assert (record.citation.isbn, record.reasons) == ("9789791227002", ("isbn",))


def test_text_in_a_title_stays_text() -> None:
    title = "<img src=//evil/x> =1+1 {{ 7*7 }} %s"
    (record,) = read_citations(marc(changed(f245=(("a", title),)))).records
    assert record.citation is not None
    assert record.citation.title == title


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=6)), max_size=4),
    st.integers(1, 3),
)
def test_damaged_files_are_read_or_refused(
    kind: str, wounds: list[tuple[int, bytes]], times: int
) -> None:
    data = bytearray(SAMPLES[kind] * times)
    for place, bits in wounds:
        data[place : place + len(bits)] = bits
    assert survives(bytes(data))


def survives(data: bytes) -> bool:
    """Whether any bytes end in a sound intake or in a refusal, and in nothing else."""
    try:
        return is_sound(read_citations(data, "x"))
    except Unreadable as refused:
        return bool(refused.reason)


MANY = 300_000
SLOW = {
    "blank lines": b"\n" * MANY + b"x",
    "bibtex blanks": b"@book{a, author={a" + b" " * MANY + b"b}, title={x}}",
    "bibtex accents": b"@book{a, title={" + b"\\'e" * MANY + b"}}",
    "bibtex strings": b"@string{a={b}}\n@string{c=b}\n" * 1500 + b"@book{a, title={x}}\n" * 1500,
    "ris lines": b"TY  - BOOK\nTI  - x\n" + b"a\n" * MANY,
    "openurl keys": b"rft.title=x&" + b"a=b&" * MANY,
    "marc terminators": b"00026nam a2200025   4500" + b"\x1e" * MANY + b"\x1d",
    "marc stops": marc(changed(f245=(("a", "x" + "." * 9000 + "x"),))) * 20,
    "xml starts": b"<c>" + b"<record><leader>" * (MANY // 20),
    "xml attributes": b"<c><record><leader/><datafield " + b'a:b="c" ' * MANY + b"/></record>",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", SLOW)
def test_files_made_to_take_for_ever_do_not(name: str) -> None:
    assert survives(SLOW[name])


BAD: dict[str, tuple[int, int, int] | str] = {  # (accepted, warned, rejected) or the refusal
    "m01": (0, 0, 1), "m02": (2, 0, 1), "m03": (1, 1, 0), "m04": (2, 1, 0), "m05": (1, 1, 0),
    "m06": (1, 1, 0), "m07": (1, 1, 0), "m08": (1, 1, 0), "m09": (1, 1, 0), "m10": (1, 1, 0),
    "m11": (1, 1, 0), "m12": (1, 1, 1), "m13": (1, 1, 0), "m14": (1, 0, 0), "m15": (1, 1, 0),
    "m16": (1, 1, 0), "m17": (1, 1, 0), "m18": (1, 1, 0), "m19": (2, 0, 0), "m20": (3, 0, 0),
    "m21": (0, 1, 0), "m22": (1, 1, 0), "m23": (1, 1, 0), "m24": (1, 0, 1),
    "m25": "unknown-format", "m26": "signs-lost", "m27": (3, 0, 0), "m28": "empty",
    "m29": (0, 0, 1), "m30": (2, 0, 0),
    "k01": "doctype", "k02": (1, 0, 1), "k03": (0, 1, 0), "k04": (1, 0, 0), "k05": (1, 1, 0),
    "k06": (1, 0, 0), "k07": (0, 0, 1), "k08": (0, 0, 1),
    "c01": (1, 0, 0), "c02": (0, 1, 0), "c03": (1, 0, 0), "c04": (0, 1, 0), "c05": (1, 0, 0),
    "c06": (1, 0, 1), "c07": (0, 0, 1), "c08": (1, 0, 0), "c13": (0, 1, 0), "c14": (0, 1, 0),
}  # fmt: skip


def outcome(path: Path) -> tuple[int, ...] | str:
    try:
        found = read_citations(path.read_bytes(), path.name)
    except Unreadable as refused:
        return refused.reason
    assert is_sound(found)
    return tuple(found.count(verdict) for verdict in Verdict)


@pytest.mark.parametrize("code", BAD)
def test_each_hostile_file_ends_as_it_should(code: str, bad_inputs: Path) -> None:
    (path,) = bad_inputs.glob(f"{code}_*")
    assert outcome(path) == BAD[code]


def test_hostile_titles_are_read_right(bad_inputs: Path) -> None:
    def title(code: str) -> str:
        (path,) = bad_inputs.glob(f"{code}_*")
        citation = read_citations(path.read_bytes()).records[0].citation
        return citation.display_title if citation else ""

    assert title("m14") == "толстой"
    assert title("m23") == "Judul tanpa indikator"
    assert title("c04") == "Études sur l’Islam indonésien"
    assert title("k06").startswith("<")


def test_every_hostile_file_is_survived_by_this_reader(
    bad_inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    files = [(p.name, p.read_bytes()) for p in sorted(bad_inputs.rglob("*")) if p.is_file()]
    read_citations(SAMPLES["marc"], "")
    read_citations(SAMPLES["bibtex"], "")

    def watch(event: str, args: tuple[Any, ...]) -> None:
        if watching and (event.startswith("socket") or event == "open"):
            opened.append(args)

    watching = True
    sys.addaudithook(watch)
    said = io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setattr(sys, "stdout", said)
    survived = {name: survives(data) for name, data in files}
    watching = False
    assert [name for name, well in survived.items() if not well] == []
    assert [args for args in opened if not str(args[0]).endswith((".py", ".pyc", ".so"))] == []
    assert said.getvalue() == ""


def test_the_libraries_log_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    survives(b"@book{a, title={x}\n@book{b, title={y}, title={z}}")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
