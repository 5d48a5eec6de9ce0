"""What is accepted with conditions, in words."""

from ill_desktop.domain.money import Money
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.terms import terms

ASKED, MOST = Money.parse("15 USD"), Money.parse("10 USD")


def test_the_cost_stands_with_its_currency_and_with_what_was_allowed() -> None:
    words = words_for("en")
    both = terms(words, "LibraryUseOnly", ASKED, MOST)
    assert both == (
        "Condition: Library use only",
        "Cost: 15 USD, above the highest cost, 10 USD",
    )
    assert terms(words, "", ASKED, None) == ("Cost: 15 USD",)
    assert terms(words, "", ASKED, ASKED) == ("Cost: 15 USD",)


def test_a_cost_in_another_currency_is_not_passed_off_as_within_what_was_allowed() -> None:
    allowed = Money.parse("50000 IDR")
    assert terms(words_for("en"), "", ASKED, allowed) == (
        "Cost: 15 USD, in another currency than the highest cost, 50,000 IDR",
    )


def test_nothing_noted_is_said_and_not_left_out() -> None:
    assert len(terms(words_for("en"), "", None, MOST)) == 1
