"""The fields of a partner's card: how each is read, checked and kept."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ill_desktop.domain import exchange
from ill_desktop.domain.calendar import Closure, read_weekdays
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.countries import CURRENCIES, beside
from ill_desktop.domain.days import Here
from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.store import directory
from ill_desktop.store.rows import (
    AddressRow,
    ExchangeProfileRow,
    LibraryRow,
    PartnerRow,
    SymbolRow,
)
from ill_desktop.words.catalogue import LANGUAGES

if TYPE_CHECKING:
    from ill_desktop.store.database import Session


LONGEST_MARGIN = 60
"""Readers bring things back at most so many days before the partner wants them."""


def read_country(text: str) -> str:
    """A code of ISO 3166 in capitals, or nothing; raises `Invalid`."""
    code = text.strip().upper()
    if code and code not in CURRENCIES:
        raise Invalid("country", text, Why.NOT_A_COUNTRY, beside(code))
    return code


def read_language(text: str) -> str:
    """A language the program speaks, or nothing; raises `Invalid`."""
    code = text.strip().lower()
    if code and code not in LANGUAGES:
        raise Invalid("language", text, Why.NOT_A_LANGUAGE)
    return code


def put_symbols(session: "Session", row: PartnerRow, texts: Sequence[str]) -> None:
    """Give a partner these symbols instead of its own; raises `Invalid` when one is taken."""
    wanted = list(dict.fromkeys(Symbol.named(text) for text in texts if text.strip()))
    if not wanted:
        raise Invalid("symbol", "", Why.EMPTY)
    for symbol in wanted:
        other = directory.partner_of(session, symbol)
        if (other is not None and other.id != row.id) or symbol in directory.own_symbols(session):
            raise Invalid("symbol", str(symbol), Why.ALREADY_USED)
    directory.forget_symbols(session, row.id)
    for place, symbol in enumerate(wanted):
        session.add(
            SymbolRow(
                partner_id=row.id, authority=symbol.authority, value=symbol.value, position=place
            )
        )
    session.flush()


def put_address(
    session: "Session", row: PartnerRow | LibraryRow, purpose: str, lines: Sequence[str]
) -> None:
    """Write an address of a purpose: a partner's, or our own.

    One of no line is none: what stays would stand before the address used in its place.
    """
    owner = row.id if isinstance(row, PartnerRow) else None
    known = directory.addresses(session, owner).get(purpose)
    text = "\n".join(line for line in map(tidy, split_lines(lines)) if line)
    if known is not None and (text or known.email or known.phone):
        known.lines = text
    elif known is not None:
        session.delete(known)
    elif text:
        session.add(AddressRow(partner_id=owner, purpose=purpose, lines=text, country=row.country))


def split_lines(lines: Sequence[str]) -> list[str]:
    r"""Lines of a label; `\n` and ` | ` part them too, for command lines and tables."""
    apart = (line.replace("\\n", "\n").replace(" | ", "\n") for line in lines)
    return [part for line in apart for part in line.splitlines()]


Setter = Callable[["Session", PartnerRow, list[str]], None]


def _set_name(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    if not texts[-1].strip():
        raise Invalid("name", "", Why.EMPTY)
    row.name = tidy(texts[-1])


def _set_country(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    before, row.country = row.country, read_country(texts[-1])
    for address in directory.addresses(session, row.id).values():
        if address.country == before:
            address.country = row.country


def _set_language(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    row.language = read_language(texts[-1])


def _set_note(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    row.note = texts[-1].strip()


def _set_active(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    row.active = _yes("active", texts[-1])


def _yes(field: str, text: str) -> bool:
    known = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if text.strip().lower() not in known:
        raise Invalid(field, text, Why.NOT_A_CODE)
    return known[text.strip().lower()]


def _days(field: str, text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 0 < int(text) <= 730:
        raise Invalid(field, text, Why.NOT_A_NUMBER)
    return int(text)


def _profile(session: "Session", row: PartnerRow) -> ExchangeProfileRow:
    found = session.get(ExchangeProfileRow, row.id)
    if found is None:
        found = ExchangeProfileRow(partner_id=row.id)
        session.add(found)
    return found


def _habit(key: str, read: Callable[[str], Any]) -> Setter:
    def put(session: "Session", row: PartnerRow, texts: list[str]) -> None:
        setattr(_profile(session, row), key, read(texts[-1]))

    return put


def _set_reader_margin(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    text = texts[-1].strip()
    if text and not (text.isdecimal() and int(text) <= LONGEST_MARGIN):
        raise Invalid("reader-margin", text, Why.NOT_A_NUMBER)
    _note(session, row, "reader-margin", int(text) if text else None)


def _set_telephone(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    _note(session, row, "telephone", tidy(texts[-1]))


def _set_courier(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    _note(session, row, "courier", tidy(texts[-1]))


def _set_closed_weekdays(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    _note(session, row, "closed-weekdays", sorted(read_weekdays(" ".join(texts))))


def closures(texts: Sequence[str], here: Here) -> list[str]:
    """Closed days typed in any usual way, whole and in order; raises `Invalid`."""
    lines = (line for text in texts for line in re.split(r"[\n,;]", text) if line.strip())
    return sorted({str(Closure.parse(line, here=here)) for line in lines})


def _set_closed_days(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    _note(session, row, "closed-days", texts)


def _note(session: "Session", row: PartnerRow, key: str, value: object) -> None:
    """Keep a setting of the profile; the whole is replaced, or the change is not noticed."""
    profile = _profile(session, row)
    profile.settings = {**(profile.settings or {}), key: value}


def put_habits(session: "Session", row: PartnerRow, values: Mapping[str, str]) -> None:
    """Change keys of the exchange profile, `preset` first; raises `Invalid` or `UnknownKey`."""
    profile = _profile(session, row)
    profile.habits = exchange.changed(profile.habits or {}, values)


def _address(purpose: str) -> Setter:
    def put(session: "Session", row: PartnerRow, texts: list[str]) -> None:
        put_address(session, row, purpose, texts)

    return put


SETTERS: Mapping[str, Setter] = MappingProxyType(
    {
        "name": _set_name,
        "symbol": put_symbols,
        "country": _set_country,
        "language": _set_language,
        "note": _set_note,
        "telephone": _set_telephone,
        "courier": _set_courier,
        "address": _address("ship"),
        "return-address": _address("return"),
        "mail-address": _address("mail"),
        "invoice-address": _address("invoice"),
        "loan-days": _habit("loan_days", lambda t: _days("loan-days", t)),
        "answer-days": _habit("answer_days", lambda t: _days("answer-days", t)),
        "reader-margin": _set_reader_margin,
        "closed-weekdays": _set_closed_weekdays,
        "closed-days": _set_closed_days,
        "active": _set_active,
    }
)
"""By the key that is typed. Folders go together: see `letterboxes`."""
