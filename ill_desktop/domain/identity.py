"""Names by which libraries and requests are known (DESIGN §4)."""

import re
import string
from dataclasses import dataclass

from ill_desktop.domain.errors import Invalid, Why

_SYMBOL = re.compile(
    r"^(?P<authority>[A-Za-z0-9][A-Za-z0-9_.-]{0,39}):(?P<value>\S(?:.{0,118}\S)?)$"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A library's code within an authority: `ISIL:ID-JKT-PNRI`.

    The authority compares without case, the value exactly (ISO18626 §3.1).
    """

    authority: str
    value: str

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Read `AUTHORITY:VALUE`; raises `Invalid`."""
        found = _SYMBOL.match(text.strip())
        if found is None:
            raise Invalid("symbol", text, Why.NOT_A_SYMBOL)
        return cls(found["authority"].upper(), found["value"])

    @classmethod
    def named(cls, text: str) -> "Symbol":
        """The same as staff type it: an ISIL needs no authority. Raises `Invalid`."""
        typed = spelled(text)
        return cls.parse(typed if typed.startswith("ISIL:") else text)

    @property
    def key(self) -> tuple[str, str]:
        """What two spellings of one symbol have in common."""
        return self.authority.upper(), self.value

    def __str__(self) -> str:
        return f"{self.authority}:{self.value}"


_ISIL = re.compile(r"^[A-Z0-9]{1,4}-[A-Za-z0-9:/-]{1,11}$", re.IGNORECASE)


def spelled(text: str) -> str:
    """A symbol with the authority it lacks: ISIL where it looks like one, else our own, LOCAL.

    What names an authority and is no symbol stays as it is, to be refused.
    """
    typed = "".join(text.split())
    if not typed or ":" in typed:
        return typed
    return f"ISIL:{typed}" if _ISIL.match(typed) else f"LOCAL:{typed}"


def is_symbol(text: str) -> bool:
    """Whether it can be read as a symbol: with its authority, or an ISIL that needs none named."""
    return bool(_SYMBOL.match(text.strip())) or bool(_ISIL.match("".join(text.split())))


def is_odd(text: str) -> bool:
    """Whether something calls itself an ISIL and does not look like one (ISO 15511)."""
    authority, _, value = text.partition(":")
    return authority.upper() == "ISIL" and not _ISIL.match(value)


def request_number(year: int, serial: int) -> str:
    """The barcoded number `YYNNNNNN` of the nth request of a year."""
    if not 0 < serial < 1_000_000:
        raise Invalid("number", str(serial), Why.OUT_OF_RANGE)
    return f"{year % 100:02d}{serial:06d}"


_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def code_key(code: str) -> str:
    """What two spellings of one barcode have in common, as the store's index of them has it.

    A keyboard's locked capitals turn a scanner's letters round: no two codes differ in that alone.
    """
    return code.strip().translate(_SMALL)


def spellings(code: str) -> tuple[str, ...]:
    """A code as typed, in capital and in small letters, and with its letters turned round."""
    typed = code.strip()
    return tuple(dict.fromkeys((typed, typed.upper(), typed.lower(), typed.swapcase())))


def attempt_id(number: str, ordinal: int, between: str = "-") -> str:
    """The `requestingAgencyRequestId` of the nth sending of a request.

    A number always has eight digits, so it can be told from the ordinal without a dash too.
    """
    return f"{number}{between}{ordinal}"
