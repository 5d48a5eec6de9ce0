"""Every key of the exchange profile, every value of a choice and every preset has words."""

import pytest

from ill_desktop.domain.exchange import BY_KEY, HABITS, PRESETS, Kind
from ill_desktop.words import exchange
from ill_desktop.words.catalogue import words_for


def test_the_words_are_those_of_the_table() -> None:
    assert set(exchange.LABELS) == set(exchange.HELP) == set(BY_KEY)
    choices = {(h.key, one) for h in HABITS if h.kind is Kind.CHOICE for one in h.choices}
    assert set(exchange.CHOICES) == choices
    assert set(exchange.PRESETS) == {"", *PRESETS}


@pytest.mark.parametrize("habit", HABITS, ids=lambda h: h.key)
def test_a_key_is_named_and_explained_in_both_languages(habit) -> None:
    english, indonesian = words_for("en"), words_for("id")
    for told in (exchange.label, exchange.hint):
        assert told(english, habit)
        assert told(english, habit) != told(indonesian, habit)
