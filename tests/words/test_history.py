"""The history tells what happened and who did it."""

import pytest

from ill_desktop.domain.lifecycle.states import Action, Heard, Timer
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.history import DONE, event, outcome

ENGLISH, INDONESIAN = words_for("en"), words_for("id")


@pytest.mark.parametrize("action", Action)
def test_every_act_is_told_in_the_past_in_both_languages(action: Action) -> None:
    assert event(ENGLISH, action, "staff") == DONE[action]
    assert event(INDONESIAN, action, "staff") != DONE[action]


def test_what_was_done_is_told_with_where_it_stands_now() -> None:
    told = outcome(ENGLISH, "26000123", Action.COPY_RECEIVED, "Completed")
    assert told == "26000123: copy received. Now: completed."
    assert outcome(ENGLISH, "26000123", Action.SENT_BACK, "Sent back") == "26000123: sent back."
    told = outcome(ENGLISH, "26000123", Action.CLOSE, "Closed by staff")
    assert told == "26000123: closed by hand."
    assert outcome(ENGLISH, "26000123", Action.REMIND, "") == "26000123: reminder sent."
    told = outcome(ENGLISH, "26000123", Action.ASK_RETRY, "Asked to try again")
    assert told == "26000123: asked them to try again."
    told = outcome(ENGLISH, "26000123", Action.DO_NOT_RETRY, "Not supplied, ask next")
    assert told == "26000123: not to be tried again here. Now: not supplied, ask next."
    told = outcome(ENGLISH, "26000123", Action.SENT_ON, "Sent back")
    assert told == "26000123: sent on to another library. Now: sent back."
    told = outcome(INDONESIAN, "26000123", Action.WILL_SUPPLY, "Akan diambil dari rak")
    assert told.endswith(" akan memenuhi. Sekarang: akan diambil dari rak.")


def test_where_it_stands_is_not_told_where_the_words_say_so() -> None:
    told = outcome(ENGLISH, "26000123", Action.CHECKING, "Being checked")
    assert told == "26000123: we said that we are checking."
    told = outcome(ENGLISH, "26000123", Action.CANNOT_SUPPLY, "Not supplied")
    assert told == "26000123: we said that we cannot supply."
    told = outcome(INDONESIAN, "26000123", Action.SEND, "Menunggu jawaban")
    assert told == "26000123: permintaan dikirim."
    told = outcome(INDONESIAN, "26000123", Action.RECEIVED, "Sudah di sini")
    assert told == "26000123: diterima."


@pytest.mark.parametrize("kind", [*Heard, *Timer, "created", "undo"])
def test_whatever_else_happens_is_told_in_both_languages(kind: str) -> None:
    assert event(ENGLISH, kind, "partner") not in {kind, event(INDONESIAN, kind, "partner")}


@pytest.mark.parametrize("kind", sorted(set(map(str, Action)) & set(map(str, Heard))))
def test_one_code_means_another_thing_when_the_partner_was_the_one(kind: str) -> None:
    said = [event(ENGLISH, kind, source) for source in ("staff", "partner", "by-hand")]
    assert said[0] != said[1] == said[2]


def test_a_code_that_nobody_knows_stays_as_it_is() -> None:
    assert event(ENGLISH, "made-up", "staff") == "made-up"
