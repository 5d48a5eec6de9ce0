"""What a partner asks for lending, told where it is accepted or refused."""

from ill_desktop.domain.charges import exceeds
from ill_desktop.domain.money import Money
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark


def terms(words: Words, condition: str, cost: Money | None, most: Money | None) -> tuple[str, ...]:
    """A line each for condition and cost, with a word where it is more than was allowed.

    Where neither is noted, the line that says so: nobody accepts what nobody read.
    """
    lines = []
    if condition:
        named = mark("Terms", "Condition: {condition}")
        lines.append(words.tr("Terms", named, condition=labels.coded(words, condition)))
    if cost is not None:
        text = mark("Terms", "Cost: {cost}")
        lines.append(words.tr("Terms", text, cost=beside(words, cost, most)))
    if not lines:
        none = mark("Terms", "No condition or cost is on record. Read what they wrote first.")
        lines.append(words.tr("Terms", none))
    return tuple(lines)


def in_short(words: Words, condition: str, cost: Money | None, most: Money | None) -> str:
    """Both on one line of a list: the cost first, which is short and is never cut."""
    named = labels.coded(words, condition) if condition else ""
    parts = [part for part in (beside(words, cost, most), named) if part]
    return " · ".join(parts or terms(words, condition, cost, most))


def beside(words: Words, cost: Money | None, most: Money | None) -> str:
    """A cost, with a word where it is more than was allowed or nobody can tell; empty for none."""
    asked, allowed = formats.money(words, cost), formats.money(words, most)
    if cost is None or most is None:
        return asked
    if cost.currency != most.currency:
        text = mark("Terms", "{cost}, in another currency than the highest cost, {most}")
    elif exceeds(cost, most):
        text = mark("Terms", "{cost}, above the highest cost, {most}")
    else:
        return asked
    return words.tr("Terms", text, cost=asked, most=allowed)
