"""What a form says a partner will be told is what the message then carries."""

from collections.abc import Mapping

import pytest

from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services import ledger, requests
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.saying import CARRIED, SAID, told
from tests.services.desks import Pair

GIVEN: Mapping[Key, str] = {
    Key.DUE: "2026-05-04",
    Key.EXPECTED: "2026-03-20",
    Key.AFTER: "2026-04-07",
    Key.BEFORE: "2026-06-08",
    Key.COST: "15 USD",
    Key.CONDITION: "LibraryUseOnly",
    Key.VIA: "Courier",
    Key.ITEM: "NR-77120",
    Key.NOTE: "with kind regards",
}
STEPS = {
    Action.WILL_SUPPLY: Says.WILL_SUPPLY,
    Action.SUPPLY_WITH_CONDITIONS: Says.CONDITIONS,
    Action.ASK_RETRY: Says.RETRY,
    Action.CANNOT_SUPPLY: Says.UNFILLED,
    Action.SHIP: Says.LOANED,
}
REASONS = {Action.ASK_RETRY: "AtBindery", Action.CANNOT_SUPPLY: "PoorCondition"}


@pytest.mark.parametrize("action", STEPS)
def test_a_message_carries_what_was_shown_and_nothing_else(pair: Pair, action: Action) -> None:
    _, number = pair.ask()
    says = STEPS[action]
    given = {**GIVEN, Key.REASON: REASONS.get(action, "")}
    wanted = (*CARRIED[says], Key.NOTE)
    from ill_desktop.domain.lifecycle.keys import takes

    values = {key.value: given[key] for key in takes(action).all if given.get(key)}
    pair.lends(number, action, **values)
    message = next(
        one for one in requests.show(pair.lender, number).messages if one.kind.startswith("supply")
        and one.direction == "out"
    )  # fmt: skip
    body = ledger.message(pair.lender, message.id).text
    for key, value in given.items():
        if not value:
            continue
        written = value.split()[0] in body
        assert written is (key in wanted), key


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_sentence_names_the_partner_and_every_value(language: str) -> None:
    words = words_for(language)
    sentence = told(words, Says.LOANED, GIVEN, "UGM {x}", by_hand=False)
    assert sentence.startswith("UGM {x}")
    assert "15 USD" in sentence
    assert "NR-77120" in sentence
    assert "2026-05-04" not in sentence
    by_hand = told(words, Says.LOANED, GIVEN, "UGM", by_hand=True)
    assert by_hand != told(words, Says.LOANED, GIVEN, "UGM", by_hand=False)
    assert told(words, Says.GOT_IT, GIVEN, "UGM", by_hand=False) == ""
    assert told(words, Says.SUPPLIER_NOTE, {}, "UGM", by_hand=False) == ""
    assert "UGM" in told(words, Says.SUPPLIER_NOTE, {}, "UGM", by_hand=True)
    assert "with kind regards" in told(words, Says.SUPPLIER_NOTE, GIVEN, "UGM", by_hand=True)


def test_what_is_carried_has_words() -> None:
    assert set(CARRIED) <= set(SAID)
