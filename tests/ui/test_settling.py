"""What stays is set aside from the garbage collector once it is all there."""

import gc
from collections.abc import Iterator

import pytest

from ill_desktop.ui.settling import Settling


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_nothing_is_set_aside_while_the_program_still_loads(qtbot):
    settling = Settling(last="a.module.nobody.has")
    before = gc.get_freeze_count()
    settling.look()
    assert gc.get_freeze_count() == before
    assert settling.timer.isActive()


def test_what_is_there_is_set_aside_and_no_more_is_waited_for(qtbot):
    settling = Settling(last=__name__)
    before = gc.get_freeze_count()
    settling.look()
    assert gc.get_freeze_count() > before + 10_000
    assert not settling.timer.isActive()
