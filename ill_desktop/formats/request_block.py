# house: table
"""The request block of a mail: a message as labelled lines that people read and fill in.

The labels stand in one order (FEATURES MX-7), in the reader's language; every language is read
back, quoted, wrapped and answered. Codes are written as they are, beside what stands for words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from ill_desktop.domain import remarks
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.codes import RequesterAction, ServiceType, Status
from ill_desktop.domain.days import read_day
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.money import Money
from ill_desktop.words import formats
from ill_desktop.words.catalogue import LANGUAGES, Words, words_for
from ill_desktop.words.mark import mark

FIRST, LAST = "=== ILL 1 ===", "=== ILL ==="
MOST_BLOCKS = 5
MOST_LETTERS = 2000

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "requester": mark("Block", "Requesting library"),
        "supplier": mark("Block", "Supplying library"),
        "number": mark("Block", "Request number"),
        "their-number": mark("Block", "Number at the supplying library"),
        "type": mark("Block", "Kind of request"),
        "service": mark("Block", "Service"),
        "title": mark("Block", "Title"),
        "subtitle": mark("Block", "Subtitle"),
        "author": mark("Block", "Author"),
        "article": mark("Block", "Article or chapter"),
        "article-author": mark("Block", "Author of the article"),
        "edition": mark("Block", "Edition"),
        "publisher": mark("Block", "Publisher"),
        "place": mark("Block", "Place"),
        "year": mark("Block", "Year"),
        "volume": mark("Block", "Volume"),
        "issue": mark("Block", "Issue"),
        "pages": mark("Block", "Pages"),
        "isbn": "ISBN",
        "issn": "ISSN",
        "needed-by": mark("Block", "Needed by"),
        "max-cost": mark("Block", "Pays at most"),
        "action": mark("Block", "Message"),
        "answer": mark("Block", "Answer"),
        "due": mark("Block", "Due date"),
        "reason": mark("Block", "Reason"),
        "cost": mark("Block", "Cost"),
        "condition": mark("Block", "Condition"),
        "note": mark("Block", "Note"),
    }
)

ANSWERS: Mapping[Status, str] = MappingProxyType(
    {
        Status.REQUEST_RECEIVED: mark("Block", "received"),
        Status.EXPECT_TO_SUPPLY: mark("Block", "we are looking"),
        Status.WILL_SUPPLY: mark("Block", "yes"),
        Status.LOANED: mark("Block", "sent"),
        Status.COPY_COMPLETED: mark("Block", "copy sent"),
        Status.UNFILLED: mark("Block", "no"),
        Status.RETRY_POSSIBLE: mark("Block", "later"),
        Status.OVERDUE: mark("Block", "overdue"),
        Status.RECALLED: mark("Block", "please send back"),
        Status.LOAN_COMPLETED: mark("Block", "came back"),
        Status.COMPLETED_WITHOUT_RETURN: mark("Block", "closed without return"),
        Status.CANCELLED: mark("Block", "cancelled"),
    }
)
SAYINGS: Mapping[RequesterAction, str] = MappingProxyType(
    {
        RequesterAction.STATUS_REQUEST: mark("Block", "how does it stand"),
        RequesterAction.RECEIVED: mark("Block", "it has arrived"),
        RequesterAction.CANCEL: mark("Block", "please cancel"),
        RequesterAction.RENEW: mark("Block", "please renew"),
        RequesterAction.SHIPPED_RETURN: mark("Block", "sent back"),
        RequesterAction.SHIPPED_FORWARD: mark("Block", "sent on"),
        RequesterAction.NOTIFICATION: mark("Block", "a note"),
        RequesterAction.LOST: mark("Block", "it is lost"),
    }
)
KINDS: Mapping[ServiceType, str] = MappingProxyType(
    {
        ServiceType.LOAN: mark("Block", "loan"),
        ServiceType.COPY: mark("Block", "copy"),
        ServiceType.COPY_OR_LOAN: mark("Block", "copy or loan"),
    }
)
_SPOKEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "answer": MappingProxyType({code.value: text for code, text in ANSWERS.items()}),
        "action": MappingProxyType({code.value: text for code, text in SAYINGS.items()}),
        "service": MappingProxyType({code.value: text for code, text in KINDS.items()}),
    }
)
"""Fields whose codes have words."""
DAYS, COSTS = frozenset({"needed-by", "due"}), frozenset({"max-cost", "cost"})
TO_ANSWER = ("answer", "due", "note")
"""What a library without a program fills in under a request."""

_QUOTED = re.compile(r"^[\s>|]*")
_MARK = re.compile(r"=+\s*ILL\s*1\s*=+")
_END = re.compile(r"=+\s*ILL\s*=+")

Fields = Mapping[str, str]


def labelled(fields: Fields, words: Words) -> tuple[tuple[str, str], ...]:
    """What a message says, for people: each value with its label, both in their language."""
    shown = ((key, fields[key]) for key in LABELS if fields.get(key))
    told = ((_label(words, key), _for_people(words, key, text)) for key, text in shown)
    return tuple((label, text) for label, text in told if text)


def _for_people(words: Words, key: str, text: str) -> str:
    """Days and amounts as people write them; a block to be read by programs keeps them plain."""
    if key in DAYS:
        return formats.day(words, read_day(text)) or tidy(text)
    if key in COSTS:
        with suppress(Invalid):
            return formats.money(words, Money.parse(text))
    if key == "note":
        return remarks.shown(text)
    return _spoken(words, key, text)


def write(fields: Fields, words: Words, *, answer: bool = False) -> str:
    """The block; with `answer` the lines to be filled in stand empty at its end."""
    shown = [(key, fields[key]) for key in LABELS if fields.get(key) and not (
        answer and key in TO_ANSWER)]  # fmt: skip
    if answer:
        shown += [(key, "") for key in TO_ANSWER]
    lines = (f"{_label(words, key)}: {_spoken(words, key, text)}" for key, text in shown)
    return "\n".join((FIRST, *(one.rstrip() for one in lines), LAST))


def _label(words: Words, key: str) -> str:
    return words.tr("Block", LABELS[key])


def _spoken(words: Words, key: str, text: str) -> str:
    known = _SPOKEN.get(key, {})
    return words.tr("Block", known[text]) if text in known else tidy(text)


def read(text: str) -> tuple[Fields, ...]:
    """The blocks in a text, in any language; what stands before and behind them is not read."""
    found: list[Fields] = []
    lines = iter(text.splitlines())
    for one in lines:
        if _MARK.search(one) and len(found) < MOST_BLOCKS:
            fields = _fields(lines)
            if fields:
                found.append(fields)
    return tuple(found)


def without(text: str, said: Iterable[Fields]) -> str:
    """A text without the blocks that say nothing beyond what messages say, in any language."""
    known = [_written(one) for one in said]
    left: list[str] = []
    lines = iter(text.splitlines())
    for one in lines:
        if not _MARK.search(one):
            left.append(one)
            continue
        block = list(_block(lines))
        fields = _fields(iter(block))
        if not any(fields.items() <= told.items() for told in known):
            left += [one, *block]
    return "\n".join(left)


def _written(fields: Fields) -> Fields:
    """What is read back of fields after they were written as a block."""
    lines = write(fields, words_for("en")).splitlines()
    return _fields(iter(lines[1:]))


def _block(lines: Iterator[str]) -> Iterator[str]:
    for one in lines:
        yield one
        if _END.fullmatch(tidy(_QUOTED.sub("", one)).strip()):
            return


def _fields(lines: Iterator[str]) -> Fields:
    found: dict[str, str] = {}
    key = ""
    for raw in lines:
        plain = tidy(_QUOTED.sub("", raw))
        if _END.fullmatch(plain.strip()):
            break
        label, colon, rest = plain.partition(":")
        named = _keys().get(_folded(label)) if colon else None
        if named:
            key = named
            found[key] = rest.strip() if label[:1] != "*" else rest.strip(" *")
        elif key and plain:
            found[key] = f"{found[key]} {plain}".strip()
    return {key: _code(key, text[:MOST_LETTERS]) for key, text in found.items() if text}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!?,;\"'()*")


def _keys() -> Mapping[str, str]:
    """Every label of every language, and what it names."""
    spoken = (words_for(language) for language in LANGUAGES)
    return {_folded(_label(words, key)): key for words in spoken for key in LABELS}


def _code(key: str, text: str) -> str:
    """The code a word means in any language; other words stay."""
    wanted = _folded(text)
    for code in _SPOKEN.get(key, {}):
        spoken = (_spoken(words_for(language), key, code) for language in LANGUAGES)
        if wanted in {code.casefold(), *map(_folded, spoken)}:
            return code
    return text
