"""Look-ups in the directory of partners: by symbol, by channel, with their habits."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from ill_desktop.domain.calendar import Closure
from ill_desktop.domain.exchange import Dialect, Profile
from ill_desktop.domain.identity import Symbol
from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import (
    AddressRow,
    AttemptRow,
    ChannelRow,
    ExchangeProfileRow,
    HolidayRow,
    LibrarySymbolRow,
    MessageRow,
    ParcelRow,
    PartnerKeyRow,
    PartnerRow,
    RequestRow,
    SymbolRow,
)


def partner_of(session: Session, symbol: Symbol) -> PartnerRow | None:
    """The partner known under a symbol."""
    named = {"authority": symbol.authority.upper(), "value": symbol.value}
    return session.scalar(_KNOWN_AS, named)


_KNOWN_AS = (
    select(PartnerRow)
    .join(SymbolRow, SymbolRow.partner_id == PartnerRow.id)
    .where(SymbolRow.authority == bindparam("authority"), SymbolRow.value == bindparam("value"))
)


class Known(NamedTuple):
    """What a symbol says of its partner: which it is, through what it speaks, whether for tests."""

    id: int
    channel_id: int | None
    test: bool


def known_as(session: Session, symbol: Symbol) -> Known | None:
    """Who is known under a symbol, without the card."""
    named = {"authority": symbol.authority.upper(), "value": symbol.value}
    row = _WHO.row(session, **named)
    return None if row is None else Known(*row)


_PARTNERS, _SYMBOLS = table(PartnerRow), table(SymbolRow)
_WHO = Direct(
    select(_PARTNERS.c.id, _PARTNERS.c.channel_id, _PARTNERS.c.test)
    .join(_SYMBOLS, _SYMBOLS.c.partner_id == _PARTNERS.c.id)
    .where(_SYMBOLS.c.authority == bindparam("authority"), _SYMBOLS.c.value == bindparam("value"))
)
_OURS = table(LibrarySymbolRow)
_OWN = Direct(select(_OURS.c.authority, _OURS.c.value).order_by(_OURS.c.position, _OURS.c.id))


def symbols(session: Session, partner_id: int) -> list[Symbol]:
    """A partner's symbols, the one it is addressed by first."""
    rows = session.scalars(
        select(SymbolRow)
        .where(SymbolRow.partner_id == partner_id)
        .order_by(SymbolRow.position, SymbolRow.id)
    )
    return [Symbol(row.authority, row.value) for row in rows]


def own_symbols(session: Session) -> list[Symbol]:
    """Our own symbols, the one we sign with first."""
    return [Symbol(*row) for row in _OWN.rows(session)]


def profile(session: Session, partner_id: int | None) -> Profile:
    """A partner's habits."""
    known: dict[int | None, Profile] = session.info.get(_KNOWN, {})
    if partner_id in known:
        return known[partner_id]
    row = _CARD.row(session, partner=partner_id) if partner_id is not None else None
    found = known[partner_id] = Profile() if row is None else _profile(*row)
    return found


def remember_cards(session: Session) -> None:
    """Ask for each card but once in this work, which changes none but by `heard_dialect`."""
    session.info[_KNOWN] = {}


_KNOWN = "cards"


def _profile(habits: Mapping[str, str], heard: str, loan_days: int | None,
             answer_days: int | None, settings: Mapping[str, Any]) -> Profile:  # fmt: skip
    return Profile(
        habits,
        heard,
        loan_days,
        answer_days,
        frozenset(settings.get("closed-weekdays", ())),
        tuple(Closure.parse(text) for text in settings.get("closed-days", ())),
        settings.get("reader-margin"),
        settings.get("telephone", ""),
        settings.get("courier", ""),
    )


def confirming_partners(session: Session) -> list[tuple[int, Profile]]:
    """Partners that are expected to confirm what they were sent, with their habits."""
    habits = ((one, _profile(*card)) for one, *card in _PROFILES.rows(session))
    return [(one, known) for one, known in habits if known.says("expect-confirmations")]


_CARDS = table(ExchangeProfileRow).c
_ON_CARD = (_CARDS.habits, _CARDS.heard, _CARDS.loan_days, _CARDS.answer_days, _CARDS.settings)
_CARD = Direct(select(*_ON_CARD).where(_CARDS.partner_id == bindparam("partner")))
_PROFILES = Direct(select(_CARDS.partner_id, *_ON_CARD).order_by(_CARDS.partner_id))


def answer_days(session: Session) -> list[int]:
    """The days that partners are given to answer, where their cards say so; each once."""
    return sorted(n for (n,) in _ANSWERS.rows(session) if n is not None)


_ANSWERS = Direct(select(_CARDS.answer_days).distinct())


def heard_dialect(session: Session, partner_id: int, dialect: Dialect) -> None:
    """Remember in which edition a partner wrote last."""
    row = session.get(ExchangeProfileRow, partner_id)
    if row is not None and row.heard != dialect.value:
        row.heard = dialect.value
        session.info.get(_KNOWN, {}).pop(partner_id, None)


def channels(session: Session) -> list[ChannelRow]:
    """Every channel somebody speaks through, in the order it was made."""
    used = select(PartnerRow.id).where(PartnerRow.channel_id == ChannelRow.id).exists()
    query = select(ChannelRow).where(used).order_by(ChannelRow.id)
    return list(session.scalars(query))


def letterboxes(session: Session) -> list[tuple[int, str, int, str]]:
    """Channels with an inbox, each with every partner that speaks through it, in the order made.

    Channel, inbox, partner, and the partner's name.
    """
    found = _LETTERBOXES.rows(session)
    return [(channel_id, inbox, partner_id, name) for channel_id, inbox, partner_id, name in found]


_CHANNELS = table(ChannelRow)
_LETTERBOXES = Direct(
    select(_CHANNELS.c.id, _CHANNELS.c.inbox, _PARTNERS.c.id, _PARTNERS.c.name)
    .join(_PARTNERS, _PARTNERS.c.channel_id == _CHANNELS.c.id)
    .where(_CHANNELS.c.inbox != "")
    .order_by(_CHANNELS.c.id, _PARTNERS.c.id)
)


def channel(session: Session, channel_id: int | None) -> ChannelRow | None:
    """One channel."""
    return session.get(ChannelRow, channel_id) if channel_id is not None else None


def goes_by_mail(session: Session, channel_id: int) -> bool:
    """Whether what goes through a channel goes by mail."""
    return bool(_KIND.value(session, channel=channel_id) == "mail")


_KIND = Direct(select(_CHANNELS.c.kind).where(_CHANNELS.c.id == bindparam("channel")))


def partners_on(session: Session, channel_id: int) -> list[PartnerRow]:
    """The partners that speak through a channel."""
    query = select(PartnerRow).where(PartnerRow.channel_id == channel_id).order_by(PartnerRow.id)
    return list(session.scalars(query))


def addresses(session: Session, partner_id: int | None) -> dict[str, AddressRow]:
    """Addresses by purpose; `None` asks for our own."""
    rows = (
        session.scalars(select(AddressRow).where(AddressRow.partner_id.is_(None)))
        if (partner_id is None)
        else session.scalars(select(AddressRow).where(AddressRow.partner_id == partner_id))
    )
    return {row.purpose: row for row in rows}


def closed_days(session: Session) -> frozenset[date]:
    """Days on which our desk is closed."""
    return frozenset(day for (day,) in _CLOSED.rows(session))


_CLOSED = Direct(select(table(HolidayRow).c.day))


def holidays(session: Session) -> dict[date, str]:
    """Our own closed days with their names, the first first."""
    rows = session.execute(select(HolidayRow.day, HolidayRow.name).order_by(HolidayRow.day))
    return {row.day: row.name for row in rows}


def put_holidays(session: Session, days: Mapping[date, str]) -> None:
    """Keep these closed days instead of those there are."""
    session.execute(delete(HolidayRow))
    session.add_all(HolidayRow(day=day, name=name) for day, name in days.items())


def put_own_symbols(session: Session, symbols: Sequence[Symbol]) -> None:
    """Give our library these symbols, the one it signs with first."""
    session.execute(delete(LibrarySymbolRow))
    session.add_all(
        LibrarySymbolRow(authority=one.authority, value=one.value, position=place)
        for place, one in enumerate(symbols)
    )


def partner(session: Session, partner_id: int | None) -> PartnerRow | None:
    """One partner."""
    return session.get(PartnerRow, partner_id) if partner_id is not None else None


def partners(session: Session) -> list[PartnerRow]:
    """Every partner, by name."""
    return list(session.scalars(select(PartnerRow).order_by(PartnerRow.name, PartnerRow.id)))


def forget_symbols(session: Session, partner_id: int) -> None:
    """Take a partner's symbols away, before others are put in their place."""
    session.execute(delete(SymbolRow).where(SymbolRow.partner_id == partner_id))


def is_named(session: Session, partner_id: int) -> bool:
    """Whether a request, a sending, a message or a parcel is about a partner."""
    who = {"partner": partner_id}
    return any(session.scalar(named, who) is not None for named in _NAMED)


_NAMED = tuple(
    select(rows.id).where(rows.partner_id == bindparam("partner")).limit(1)
    for rows in (RequestRow, AttemptRow, MessageRow, ParcelRow)
)


def forget_partner(session: Session, partner_id: int) -> None:
    """Take a partner away that nothing is about."""
    for rows in (SymbolRow, AddressRow, ExchangeProfileRow, PartnerKeyRow):
        session.execute(delete(rows).where(rows.partner_id == partner_id))
    session.execute(delete(PartnerRow).where(PartnerRow.id == partner_id))


def channel_alike(session: Session, wanted: ChannelRow) -> ChannelRow | None:
    """The channel of the same folders and address; several partners may share one."""
    query = select(ChannelRow).where(
        ChannelRow.kind == wanted.kind,
        ChannelRow.inbox == wanted.inbox,
        ChannelRow.outbox == wanted.outbox,
        ChannelRow.address == wanted.address,
    )
    return session.scalar(query)


def is_reached_by_mail(session: Session, address: str) -> bool:
    """Whether a partner has this mail address, whatever its case."""
    known = select(ChannelRow.address).where(ChannelRow.kind == "mail", ChannelRow.address != "")
    return address.casefold() in {one.casefold() for one in session.scalars(known)}


def mail_channel(session: Session, address: str) -> ChannelRow:
    """The channel of a mail address, whatever its case; the desk's own mailbox where none is."""
    known = select(ChannelRow).where(ChannelRow.kind == "mail").order_by(ChannelRow.id)
    found = list(session.scalars(known))
    wanted = address.casefold()
    for one in (wanted, ""):
        match = next((c for c in found if c.address.casefold() == one), None)
        if match is not None:
            return match
    own = ChannelRow(kind="mail", inbox="", outbox="", address="")
    session.add(own)
    session.flush()
    return own
