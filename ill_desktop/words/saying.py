# house: table
"""What a partner will be told by a step, in words, before it is told."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.days import read_day
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

SAID: Mapping[Says, str] = MappingProxyType(
    {
        Says.EXPECT: mark("Said", "we expect to supply"),
        Says.WILL_SUPPLY: mark("Said", "we will supply"),
        Says.CONDITIONS: mark("Said", "we supply on a condition"),
        Says.UNFILLED: mark("Said", "we cannot supply"),
        Says.RETRY: mark("Said", "try again"),
        Says.LOANED: mark("Said", "we sent it"),
        Says.COPY_COMPLETED: mark("Said", "we sent a copy"),
        Says.RENEW_YES: mark("Said", "renewed"),
        Says.RENEW_NO: mark("Said", "not renewed"),
        Says.ACCEPT: mark("Said", "we accept their conditions"),
        Says.REJECT: mark("Said", "we refuse their conditions"),
        Says.RECEIVED: mark("Said", "we received it"),
        Says.SHIPPED_RETURN: mark("Said", "we sent it back"),
        Says.SHIPPED_FORWARD: mark("Said", "we sent it on"),
    }
)

CARRIED: Mapping[Says, tuple[Key, ...]] = MappingProxyType(
    {
        Says.EXPECT: (Key.EXPECTED,),
        Says.WILL_SUPPLY: (Key.EXPECTED,),
        Says.CONDITIONS: (Key.CONDITION, Key.COST, Key.EXPECTED),
        Says.RETRY: (Key.REASON, Key.AFTER, Key.BEFORE, Key.COST, Key.CONDITION),
        Says.UNFILLED: (Key.REASON,),
        Says.LOANED: (Key.DUE, Key.ITEM, Key.VIA, Key.CONDITION, Key.COST),
        Says.COPY_COMPLETED: (Key.URL, Key.VIA, Key.COST),
        Says.RENEW_YES: (Key.DUE,),
    }
)
"""What a message carries beside its note; everything else stays with us."""
DAYS = frozenset({Key.DUE, Key.EXPECTED, Key.AFTER, Key.BEFORE})


def told(words: Words, says: Says, values: Mapping[Key, str], partner: str, by_hand: bool) -> str:
    """`UGM will be told: we cannot supply; reason: not on shelf.`; empty for what has no words."""
    if says not in SAID:
        return ""
    parts = [words.tr("Said", SAID[says])]
    parts += [
        f"{labels.of(words, key).lower()}: {_shown(words, key, values[key])}"
        for key in (*CARRIED.get(says, ()), Key.NOTE)
        if values.get(key)
    ]
    pattern = (
        mark("Said", "No message about this goes to {partner}. Tell them: {what}.")
        if by_hand
        else mark("Said", "{partner} will be told: {what}.")
    )
    return words.tr("Said", pattern, partner=partner, what="; ".join(parts))


def _shown(words: Words, key: Key, value: str) -> str:
    if key is Key.NOTE:
        return f"“{value}”"
    if key in DAYS:
        return formats.day(words, read_day(value)) or value
    return labels.coded(words, value)
