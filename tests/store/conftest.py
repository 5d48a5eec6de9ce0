"""A desk file for every test, copied from one that was made by the migrations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ill_desktop.store.database import Database
from tests.build import desk_file


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    """A desk file nobody has open."""
    return desk_file(tmp_path / "desk.sqlite3")


@pytest.fixture
def database(desk_path: Path) -> Iterator[Database]:
    """An empty desk, open."""
    opened = Database(desk_path)
    yield opened
    opened.close()
