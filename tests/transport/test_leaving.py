"""Files left in a folder: whole, together, and none over another."""

import os
from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite, NoInput
from ill_desktop.transport import folder, leaving
from ill_desktop.transport.leaving import ToLeave


def _lying(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir()}


def test_many_files_lie_there_whole_each_under_its_name(tmp_path: Path) -> None:
    many = [ToLeave(tmp_path, f"m{n}.xml", b"%d" % n * 5000) for n in range(60)]
    assert leaving.drop_all(many) == [one.name for one in many]
    assert _lying(tmp_path) == {one.name: one.data for one in many}


def test_every_file_is_on_the_disk_before_the_first_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    to_disk = os.fsync

    def fsync(handle: int) -> None:
        to_disk(handle)
        seen.append(len(list(tmp_path.glob("m*"))))

    monkeypatch.setattr(os, "fsync", fsync)
    leaving.drop_all([ToLeave(tmp_path, f"m{n}.xml", b"x") for n in range(20)])
    assert seen == [0] * 20


def test_of_two_for_one_name_the_second_gets_a_number_and_the_same_bytes_lie_once(
    tmp_path: Path,
) -> None:
    wanted = [("a.xml", b"1"), ("A.xml", b"1"), ("a.xml", b"2"), ("a.xml", b"1")]
    left = leaving.drop_all([ToLeave(tmp_path, name, data) for name, data in wanted])
    assert left[0] == left[3] == "a.xml"
    assert left[2] == "a-2.xml"
    assert set(_lying(tmp_path).values()) == {b"1", b"2"}


def test_a_file_that_cannot_be_left_keeps_no_other_back(tmp_path: Path) -> None:
    away = tmp_path / "away"
    left = leaving.drop_all(
        [
            ToLeave(tmp_path, "a.xml", b"1"),
            ToLeave(away, "b.xml", b"2"),
            ToLeave(tmp_path, "c", b""),
        ]
    )
    assert (left[0], left[2]) == ("a.xml", "c")
    assert isinstance(left[1], CannotWrite)
    assert _lying(tmp_path) == {"a.xml": b"1", "c": b""}


def test_scratch_paper_of_a_crash_is_gone_when_the_bytes_lie_there(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"1")
    (tmp_path / ".a.xml.part").write_bytes(b"1")
    assert leaving.drop(tmp_path, "a.xml", b"1") == "a.xml"
    assert _lying(tmp_path) == {"a.xml": b"1"}


def test_a_file_written_anew_after_it_was_read_stays_to_be_read(tmp_path: Path) -> None:
    path = tmp_path / "m.xml"
    path.write_bytes(b"<first/>")
    (seen,) = folder.waiting(tmp_path)
    path.write_bytes(b"<another/>")
    assert folder.put_away(seen)
    assert path.read_bytes() == b"<another/>"
    (again,) = folder.waiting(tmp_path)
    assert folder.put_away(again)
    assert not path.exists()


def test_a_copy_is_left_whole_and_once(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"one")
    assert [leaving.copy(tmp_path, "a.pdf", source) for _ in range(2)] == ["a.pdf"] * 2
    source.write_bytes(b"two")
    assert leaving.copy(tmp_path, "a.pdf", source) == "a-2.pdf"
    with pytest.raises(NoInput):
        leaving.copy(tmp_path, "b.pdf", tmp_path / "gone")
    with pytest.raises(CannotWrite):
        leaving.copy(tmp_path / "nowhere", "b.pdf", source)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a-2.pdf", "a.pdf", "source"]
