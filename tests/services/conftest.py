"""A desk, or two, for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ill_desktop.services.desk import Desk
from tests.services.desks import Pair, a_desk, a_pair


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk with a clock that stands still."""
    made = a_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """Two desks joined by folders."""
    made = a_pair(tmp_path)
    yield made
    made.close()
