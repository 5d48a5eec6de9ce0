"""What a person wrote into a mail beside its message: words that are not the program's own."""

import re
from collections.abc import Collection
from functools import cache

from ill_desktop.domain.message import Message
from ill_desktop.formats import block_message, request_block
from ill_desktop.services.post.by_mail import ABOUT, ATTACHED, PLEASE
from ill_desktop.words.catalogue import LANGUAGES, words_for

BETWEEN = r"[\s>|]+"
"""What may stand between two words after a mail was wrapped, answered or forwarded."""
BEFORE = r"[\s>|]{0,20}"


def beside(text: str, messages: Collection[Message]) -> str:
    """The words of a mail without what our program writes around the messages it carries.

    A block that was filled in says more than its message: it is kept as it stands.
    """
    said = [fields for one in messages if (fields := block_message.fields_of(one))]
    left = request_block.without(text.replace("\r", ""), said)
    for own in (*_sentences(), _signature(messages)):
        left = own.sub("", left)
    left = re.sub(r"\n[\s>|]*\n", "\n\n", left)
    return left.strip() if re.search(r"\w", left) else ""


@cache
def _sentences() -> tuple[re.Pattern[str], ...]:
    return tuple(map(_pattern, (*_spoken(ABOUT), *_spoken(PLEASE))))


def _signature(messages: Collection[Message]) -> re.Pattern[str]:
    """The last lines of a mail: what is attached, the library's name, its symbol."""
    headers = [one.header for one in messages]
    agencies = [a for h in headers for a in (h.requesting_agency_id, h.supplying_agency_id) if a]
    symbols = "|".join(re.escape(str(one.symbol)) for one in agencies)
    name = rf"{BEFORE}\n{BEFORE}[^\n]{{1,300}}\n{BEFORE}(?:{symbols})" if symbols else ""
    return _pattern(*_spoken(ATTACHED), then=f"(?:{name})?")


def _spoken(text: str) -> list[str]:
    return [words.tr("Mail", text) for words in map(words_for, LANGUAGES)]


def _pattern(*texts: str, then: str = "") -> re.Pattern[str]:
    """Sentences that begin a line, however they were wrapped; a name in them may be any."""
    loosely = (BETWEEN.join(map(re.escape, text.split())) for text in texts)
    named = (one.replace(re.escape("{library}"), r"[^\n]{1,300}?") for one in loosely)
    return re.compile(rf"^{BEFORE}(?:{'|'.join(named)}){then}", re.MULTILINE)
