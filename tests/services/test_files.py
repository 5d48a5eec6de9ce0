"""Files that people name."""

from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite, NoInput
from ill_desktop.services import files


def test_a_file_is_written_whole_and_over_an_older_one(tmp_path: Path) -> None:
    for data in (b"older and longer", b"new"):
        assert files.write(tmp_path / "a.pdf", data).read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("name", ["none/a.pdf", "file/a.pdf", "folder", "a\0b", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_and_left_alone(tmp_path: Path, name) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite):
        files.write(tmp_path / name, b"data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize("name", ["none", "folder", "a\0b", "x" * 300, "file/a"])
def test_what_is_no_file_is_no_input(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    with pytest.raises(NoInput):
        files.read(tmp_path / name)
