"""Nothing the desk knows may be without a name in both languages."""

from enum import StrEnum

import pytest

from ill_desktop.domain import codes
from ill_desktop.domain.citation import Material
from ill_desktop.domain.lifecycle.engine import states
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.standing import STANDING, pressing
from ill_desktop.domain.lifecycle.states import (
    Action,
    Flag,
    Heard,
    Service,
    Side,
    State,
    Timer,
    Turn,
)
from ill_desktop.domain.queues import Queue
from ill_desktop.formats.iso18626.reader import WAITS
from ill_desktop.printing import papers
from ill_desktop.services.values import REASONS
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words, words_for

ENGLISH, INDONESIAN = words_for("en"), words_for("id")
ENUMS = (Action, Flag, Queue, Side, Service, Turn, Heard, Timer, Material, Key)
SAME = {"Audiovisual"}
"""Words that are the same in both languages."""


@pytest.mark.parametrize("member", [m for enum in ENUMS for m in enum], ids=lambda m: f"{m!r}")
def test_every_member_has_a_name_in_both_languages(member: StrEnum) -> None:
    english, indonesian = labels.of(ENGLISH, member), labels.of(INDONESIAN, member)
    assert english
    assert indonesian
    assert english != indonesian or english in SAME


@pytest.mark.parametrize("side", Side)
def test_every_state_of_a_side_has_a_name_of_its_own(side: Side) -> None:
    for words in (ENGLISH, INDONESIAN):
        names = [labels.state(words, side, state) for state in states(side)]
        assert len(set(names)) == len(names)


def test_both_life_cycles_are_named_and_nothing_else_is() -> None:
    assert set(labels.STATES) == {(side, state) for side in Side for state in states(side)}


def test_every_reason_code_that_can_be_chosen_has_words() -> None:
    chosen = {code for known in REASONS.values() for code in known} | set(codes.LOAN_CONDITION)
    assert chosen <= set(labels.REASONS)


def test_every_way_of_sending_has_words() -> None:
    assert set(codes.SENT_VIA) <= set(labels.VIAS)
    assert labels.coded(INDONESIAN, "Courier") == "Kurir"


def test_a_foreign_code_stays_as_it_came() -> None:
    assert labels.coded(INDONESIAN, "Made{up}Code") == "Made{up}Code"
    assert labels.message_reason(ENGLISH, "made-up") == "made-up"
    assert labels.message_state(ENGLISH, "made-up") == "made-up"


def test_every_document_has_a_name() -> None:
    assert set(papers.KINDS) <= set(labels.DOCUMENTS)


def test_every_finding_that_makes_a_message_wait_has_words() -> None:
    assert set(WAITS) <= set(labels.MESSAGE_REASONS)


def test_queues_of_one_sidebar_are_told_apart() -> None:
    for words in (ENGLISH, INDONESIAN):
        assert len({labels.of(words, queue) for queue in Queue}) == len(Queue)


@pytest.mark.parametrize("words", [ENGLISH, INDONESIAN])
def test_what_presses_has_words_of_its_own(words: Words) -> None:
    found = {
        (side, presses.flag)
        for side, state in STANDING
        for presses in (pressing(side, state, frozenset({flag})) for flag in Flag)
        if presses is not None
    }
    assert found == set(labels.PRESSING)
    names = [labels.standing(words, side, State.HERE, "", flag) for side, flag in found]
    assert not set(names) & {labels.state(words, *place) for place in STANDING}
