"""Every act that sends something can be undone, or says beforehand why not."""

import pytest

from ill_desktop.domain.lifecycle.engine import TABLES
from ill_desktop.domain.lifecycle.states import Action, Side, Timer
from ill_desktop.domain.lifecycle.undoing import (
    AFTER,
    BY_ITSELF,
    NOTICES,
    WHOLE,
    Undo,
    after_sending,
    by_nobody,
)
from ill_desktop.words import errors, history, undoing
from ill_desktop.words.catalogue import words_for

SENDING = {
    (side, row.trigger)
    for side, rows in TABLES.items()
    for row in rows
    if isinstance(row.trigger, Action) and row.says is not None
}


def test_the_table_has_exactly_the_acts_that_send_something() -> None:
    assert set(AFTER) == SENDING


@pytest.mark.parametrize(("side", "action"), sorted(AFTER))
def test_each_is_undone_by_a_message_or_says_why_not(side: Side, action: Action) -> None:
    way = AFTER[side, action]
    assert (way.undo is Undo.NEVER) is bool(way.reason)
    assert (way.undo in (Undo.NEVER, Undo.CANCEL)) is (way.says is None)
    assert not way.reason or way.reason in errors.UNDO
    told = {undoing.beforehand(words_for(code), side, action) for code in ("en", "id")}
    assert len(told) == 2
    assert "" not in told


def test_everything_the_program_does_by_itself_is_told_apart() -> None:
    assert set(BY_ITSELF.values()) <= set(errors.UNDO)
    assert not NOTICES & {one.value for one in (*Action, *Timer)}
    assert set(history.OTHER) >= NOTICES
    assert not any(by_nobody(kind, "staff") for kind in (*NOTICES, *Timer))


def test_what_sends_nothing_is_taken_back_entirely() -> None:
    assert after_sending(Side.BORROWING, Action.NOTIFY.value) is WHOLE
    assert after_sending(Side.LENDING, "unfilled") is WHOLE
