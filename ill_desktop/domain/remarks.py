"""What stands in a note for machines: marks, words of agreement, addresses, codes (ISO18626 §9.13).

The raw note is kept; `shown` is what people read of it.
"""

import re
from types import MappingProxyType

from ill_desktop.domain.codes import RequesterAction, Status
from ill_desktop.domain.exchange import Style
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Heard

AGREES = "#ReShareLoanConditionAgreeResponse#"
REJECTS = "#ReShareLoanConditionRejectResponse#"
OFFERS = "#ReShareAddLoanCondition# #ReShareSupplierAwaitingConditionConfirmation#"

SHIP_TO = ("#SHIP_TO#", "#ST_END#")
RETURN_TO = ("#RETURN_TO#", "#RT_END#")

_MARKER = re.compile(r"#[A-Za-z][A-Za-z_]*(?:[:-][^#\n]*)?#|^transferToCluster:.*$", re.MULTILINE)
_BLOCKS = tuple(
    re.compile(f"{re.escape(start)}(.*?){re.escape(end)}", re.DOTALL)
    for start, end in (SHIP_TO, RETURN_TO)
)
_BARE = re.compile(r"[\W_]+")
_CODE = re.compile(r"^(action|status): ([A-Za-z]+)\s*$", re.MULTILINE)

_ANSWERS = MappingProxyType(
    {
        (Says.ACCEPT, Style.MARKERS): AGREES,
        (Says.REJECT, Style.MARKERS): REJECTS,
        (Says.ACCEPT, Style.WORDS): "ACCEPT",
        (Says.REJECT, Style.WORDS): "REJECT",
    }
)
_BOTH = MappingProxyType({Says.ACCEPT: f"ACCEPT {AGREES}", Says.REJECT: f"REJECT {REJECTS}"})


def supplier(note: str | None) -> Symbol | None:
    """The library a broker writes for, where its note says `Supplier: ISIL:ID-C`."""
    found = _SUPPLIER.search(note or "")
    return Symbol(found[1].upper(), found[2]) if found else None


_SUPPLIER = re.compile(r"^Supplier:[ \t]*([^\s:]+):(\S+)[ \t]*$", re.MULTILINE)


def answers_conditions(says: Says) -> bool:
    """Whether a message says yes or no to a supplier's conditions."""
    return says in _BOTH


def answer(says: Says, style: Style) -> str:
    """What our yes or no to conditions carries; word and mark where nothing better is known."""
    return _ANSWERS.get((says, style), _BOTH[says])


def offers(note: str | None) -> bool:
    """Whether a supplier marks its answer as one with conditions."""
    return bool(note) and any(mark in str(note) for mark in OFFERS.split())


def heard_answer(note: str) -> Heard:
    """ISO18626 §7.3.4 b and c: a machine mark, or a note that is exactly the word."""
    if AGREES in note:
        return Heard.ACCEPTS
    if REJECTS in note:
        return Heard.REFUSES
    return _AGREEMENT.get(_BARE.sub("", note).upper(), Heard.NOTE)


_AGREEMENT = MappingProxyType({"ACCEPT": Heard.ACCEPTS, "REJECT": Heard.REFUSES})
_MEANT = MappingProxyType(
    {
        ("action", RequesterAction.LOST.value): Heard.SAYS_LOST,
        ("action", RequesterAction.HOLD_RETURN.value): Heard.HOLDS_RETURN,
        ("action", RequesterAction.RENEW.value): Heard.RENEW,
        ("status", Status.RECALLED.value): Heard.RECALLED,
        ("status", Status.HOLD_RETURN.value): Heard.HOLD_RETURN,
        ("status", Status.RELEASE_HOLD_RETURN.value): Heard.RELEASE_HOLD,
    }
)


def meant(note: str | None, word: str) -> Heard | None:
    """What a notification stands for whose sender's edition or profile has no code for it.

    `word` is `action` or `status`. All of these raise flags; none moves a request.
    """
    found = next((m for m in _CODE.finditer(note or "") if m[1] == word), None)
    return _MEANT.get((found[1], found[2])) if found else None


def address(note: str | None, marks: tuple[str, str]) -> str:
    """The lines of an address between two marks, or nothing."""
    _, start, rest = (note or "").partition(marks[0])
    lines, end, _ = rest.partition(marks[1])
    if not (start and end):
        return ""
    return "\n".join(line.strip() for line in lines.splitlines() if line.strip())


def shown(note: str, heard: bool = False) -> str:
    """A partner's note without what is in it for machines: what that means is told elsewhere.

    The bare word of an answer is for machines where a mark stands beside it, or where one was
    `heard` as an answer to conditions; anywhere else somebody wrote it.
    """
    answered = heard or AGREES in note or REJECTS in note
    for block in _BLOCKS:
        note = block.sub("", note)
    lines = [line.strip() for line in _CODE.sub(_uncoded, _MARKER.sub("", note)).splitlines()]
    return "\n".join(line for line in lines if line and not (answered and _is_answer(line)))


def _is_answer(line: str) -> bool:
    """Whether a line is nothing but the word that systems answer conditions with."""
    return _BARE.sub("", line).upper() in _AGREEMENT


def _uncoded(found: re.Match[str]) -> str:
    """A code that is heard goes; any other may be words."""
    return "" if (found[1], found[2]) in _MEANT else found[0]
