"""An address that came with a message, held against the one on the partner's card."""

import re

_WORDS = re.compile(r"\w+")


def meant(said: str, name: str) -> str:
    """The address said; empty where a message gave a name in the place of one."""
    return "" if _plain(said) <= _plain(name) else said


def differs(said: str, card: str) -> bool:
    """Whether both say something, and neither has every word and number of the other.

    Names and countries may be added.
    """
    one, other = _plain(said), _plain(card)
    return bool(one and other) and not (one <= other or other <= one)


def way_back(said: str, name: str, card: str) -> tuple[str, bool]:
    """Where a loan goes back to, and whether that is from the card, as its label has it."""
    said = meant(said, name)
    on_card = bool(card) and not differs(said, card)
    return (card, True) if on_card else (said, False)


def _plain(text: str) -> set[str]:
    return set(_WORDS.findall(text.casefold()))
