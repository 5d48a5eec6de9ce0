"""Real catalogue files of twenty-five projects: nothing lost, nothing garbled, nothing raised."""

import contextlib
import io
import random
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pymarc
import pytest

from ill_desktop.domain.citation import folded
from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats.citations import Intake, read_citations
from ill_desktop.formats.marc import cited, iso2709, marcxml
from ill_desktop.formats.marc.record import NotARecord
from tests.formats.test_citations import is_sound, survives

NOT_OURS = (".json", ".tsv", ".mrk", ".ndj", ".mij", ".txt")
LARGE = 400_000


def files(folder: Path, most: int) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir()):
        if path.stat().st_size <= most and not path.name.endswith(NOT_OURS):
            yield path.name, path.read_bytes()


def read(data: bytes, name: str) -> Intake | None:
    try:
        return read_citations(data, name)
    except Unreadable:
        return None


def counted(found: Intake, data: bytes) -> int:
    """The number of records by other means than ours."""
    if found.kind == "marc":
        ended = data.rstrip(b" \t\r\n\x00\x1a").endswith(b"\x1d")
        return data.count(b"\x1d") + (not ended)
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return len(re.findall(rb"<(?:\w+:)?leader[\s>]", data))
    parts = {"leader", "controlfield", "datafield"}
    return sum(
        element.tag.rpartition("}")[2] == "record"
        and any(child.tag.rpartition("}")[2] in parts for child in element)
        for element in root.iter()
    )


def account(folder: Path, most: int) -> None:
    wrong, total = [], 0
    for name, data in files(folder, most):
        found = read(data, name)
        if found is None or data.startswith(b"\x1f\x8b"):
            continue
        total += 1
        assert is_sound(found), name
        if len(found.records) != counted(found, data):
            wrong.append(name)
    assert total > 300
    assert len(wrong) <= total // 1000, wrong


def test_every_record_of_real_files_is_accounted_for(shared: Path) -> None:
    account(shared / "marc", LARGE)


@pytest.mark.long
def test_every_record_of_large_real_files_is_accounted_for(shared: Path) -> None:
    account(shared / "marc", 1 << 30)


def test_real_files_that_are_catalogue_records_are_taken(shared: Path) -> None:
    refused = [name for name, data in files(shared / "marc", LARGE) if read(data, name) is None]
    assert refused == []


def other_title(piece: bytes) -> str:
    """The title by pymarc's reading, or nothing where it fails or complains."""
    try:
        piece.decode("utf-8")
        is_utf8 = True
    except UnicodeDecodeError:
        is_utf8 = False
    with contextlib.redirect_stderr(io.StringIO()) as said, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            title = pymarc.Record(data=piece, force_utf8=is_utf8)["245"]
        except (pymarc.exceptions.PymarcException, ValueError, KeyError, IndexError, TypeError):
            return ""
    if said.getvalue():
        return ""
    return " ".join(
        [*title.get_subfields("a")[:1], *title.get_subfields("n", "p"), *title.get_subfields("b")]
    )


def compare_titles(folder: Path, step: int) -> tuple[int, list[str]]:
    compared, differing = 0, []
    for name, data in files(folder, 1 << 30):
        if not iso2709.looks_like(data):
            continue
        for piece in list(iso2709.pieces(data))[::step]:
            theirs = folded(other_title(piece).replace("/", " "))
            if not theirs:
                continue
            compared += 1
            try:
                ours = cited.citation_of(iso2709.parse(piece))
            except NotARecord:
                differing.append(name)
                continue
            title = f"{ours.component_title or ours.title} {ours.subtitle}"
            if folded(title.replace("/", " ")) != theirs:
                differing.append(f"{name}: {title}")
    return compared, differing


def test_titles_are_those_another_reader_gives(shared: Path) -> None:
    compared, differing = compare_titles(shared / "marc", 7)
    assert compared > 300
    assert len(differing) <= compared * 0.005, differing


@pytest.mark.long
def test_all_titles_are_those_another_reader_gives(shared: Path) -> None:
    compared, differing = compare_titles(shared / "marc", 1)
    assert compared > 3000
    assert len(differing) <= compared * 0.005, differing


def test_real_files_of_all_kinds_are_survived(shared: Path) -> None:
    folders = [shared / "citations", shared / "indonesia"]
    for path in (path for folder in folders for path in sorted(folder.iterdir())):
        if path.stat().st_size <= 100_000:
            assert survives(path.read_bytes()), path.name


def test_indonesian_records_are_read_whole(shared: Path) -> None:
    (path,) = (shared / "indonesia").glob("*.mrc")
    found = read_citations(path.read_bytes(), path.name)
    assert [record.reasons for record in found.records] == [(), ()]
    assert all(r.citation and r.citation.author and r.citation.year for r in found.records)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A file as bad lines, bad disks and bad programs leave it."""
    wounded = bytearray(data[: 1 << 15])
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(wounded) + 1)
        wounded[place : place + chance.choice((0, 0, 1, 5, 200))] = chance.choice(
            (
                b"",
                b"\x1d",
                b"\x1e",
                b"\x1f",
                b"\x1b(N",
                b"\xff",
                b"<",
                b"</record>",
                b"{",
                b"%",
                b"@",
            )
        )
    return bytes(wounded)


def wounded_files(shared: Path, rounds: int) -> list[str]:
    chance = random.Random(20260302)
    paths = [*(shared / "marc").iterdir(), *(shared / "citations").iterdir()]
    small = sorted(path for path in paths if 0 < path.stat().st_size < 12_000)
    died = []
    for number in range(rounds):
        path = chance.choice(small)
        if not survives(mutate(path.read_bytes(), chance)):
            died.append(f"{number} {path.name}")
    return died


def test_wounded_real_files_are_survived(shared: Path) -> None:
    assert wounded_files(shared, 1500) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_very_many_wounded_real_files_are_survived(shared: Path) -> None:
    assert wounded_files(shared, 250_000) == []


def test_real_files_read_piecewise_give_the_same_citations(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogues = [one for one in files(shared / "marc", 60_000) if one[0].endswith(".xml")]
    as_trees = {name: read(data, name) for name, data in catalogues}
    monkeypatch.setattr(marcxml, "WHOLE", 1)
    for name, data in catalogues:
        pieces, whole = read(data, name), as_trees[name]
        assert pieces is not None, name
        assert whole is not None, name
        assert [r.citation for r in pieces.records] == [r.citation for r in whole.records], name
