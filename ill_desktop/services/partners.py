"""The directory of partner libraries: their symbols, addresses, folders and habits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import WEEKDAYS
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import InUse, Invalid, Missing, UnknownKey, Why
from ill_desktop.domain.exchange import AUTO, BY_KEY
from ill_desktop.domain.identity import Symbol
from ill_desktop.formats import csv_text
from ill_desktop.services import cards, files, letterboxes
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.loading import LeftOut, LoadReport, left_out
from ill_desktop.services.views import AddressView, PartnerView
from ill_desktop.store import directory
from ill_desktop.store.rows import AddressRow, ExchangeProfileRow, PartnerRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

PURPOSES = ("ship", "return", "mail", "invoice")
EXCHANGE = ("preset", *BY_KEY)
SHARES, CLOSED, TELEPHONE, COURIER = "channel-of", "closed-days", "telephone", "courier"
KEYS = (*cards.SETTERS, *letterboxes.KEYS, SHARES, *EXCHANGE)
"""What can be changed on a card."""
COLUMNS = ("name", "symbol", "country", "language", "inbox", "outbox", "address", "dialect",
           "mail", "telephone", "courier")  # fmt: skip
Values = Mapping[str, str | Sequence[str]]
"""What is typed on a card, by key; an address and symbols are several texts."""


@dataclass(frozen=True, slots=True)
class NewPartner:
    """A partner as typed. `inbox` is what they leave for us, `outbox` where we leave files."""

    name: str
    symbols: tuple[str, ...]
    inbox: str = ""
    outbox: str = ""
    address: tuple[str, ...] = ()
    dialect: str = AUTO
    country: str = ""
    language: str = ""
    test: bool = False
    mail: str = ""


def add(desk: Desk, new: NewPartner, rest: Values = MappingProxyType({})) -> PartnerView:
    """Put a partner into the directory with the `rest` of its card, or nothing of it.

    Raises `Invalid`.
    """
    with desk.database.work() as session:
        row = _add(desk, session, new)
        _change(desk, session, row, rest)
    desk.changes.publish(Change(partners=True))
    return show(desk, str(Symbol.parse(new.symbols[0])))


def _add(desk: Desk, session: "Session", new: NewPartner) -> PartnerRow:
    if not new.name.strip():
        raise Invalid("name", new.name, Why.EMPTY)
    if not new.symbols:
        raise Invalid("symbol", "", Why.EMPTY)
    row = PartnerRow(
        name=tidy(new.name),
        country=cards.read_country(new.country),
        language=cards.read_language(new.language),
        test=new.test,
        created_at=desk.clock.now(),
    )
    session.add(row)
    session.flush()
    session.add(ExchangeProfileRow(partner_id=row.id))
    cards.put_habits(session, row, {"dialect": new.dialect})
    cards.put_symbols(session, row, new.symbols)
    _give_folders(session, row, new)
    if any(line.strip() for line in new.address):
        cards.put_address(session, row, "ship", new.address)
    return row


def _give_folders(session: "Session", row: PartnerRow, new: NewPartner) -> None:
    given = {"inbox": new.inbox, "outbox": new.outbox}
    missing = [name for name, text in given.items() if not text.strip()]
    if len(missing) == 1 and not new.mail.strip():
        raise Invalid(missing[0], "", Why.EMPTY)
    letterboxes.change(session, row, {**given, letterboxes.MAIL: new.mail})


def listed(desk: Desk) -> tuple[PartnerView, ...]:
    """Every partner, by name."""
    with desk.database.read() as session:
        return tuple(_view(session, row) for row in directory.partners(session))


def show(desk: Desk, symbol: str) -> PartnerView:
    """One partner's card; raises `Missing`."""
    with desk.database.read() as session:
        return _view(session, _known(session, symbol))


def _known(session: "Session", symbol: str) -> PartnerRow:
    row = directory.partner_of(session, Symbol.named(symbol))
    if row is None:
        raise Missing("partner", symbol)
    return row


def _view(session: "Session", row: PartnerRow) -> PartnerView:
    symbols = tuple(str(symbol) for symbol in directory.symbols(session, row.id))
    channel = directory.channel(session, row.channel_id)
    habits = directory.profile(session, row.id)
    return PartnerView(
        name=row.name,
        symbol=symbols[0] if symbols else "",
        symbols=symbols,
        country=row.country,
        language=row.language,
        note=row.note,
        inbox=channel.inbox if channel else "",
        outbox=channel.outbox if channel else "",
        mail=channel.address if channel else "",
        dialect=habits.dialect,
        addresses=tuple(
            AddressView(a.purpose, tuple(a.lines.splitlines()), a.country, a.email, a.phone)
            for a in directory.addresses(session, row.id).values()
        ),
        settings={
            **habits.shown(),
            SHARES: letterboxes.shared_with(session, row),
            "loan-days": str(habits.loan_days or ""),
            "answer-days": str(habits.answer_days or ""),
            "reader-margin": "" if habits.reader_margin is None else str(habits.reader_margin),
            "closed-weekdays": ", ".join(WEEKDAYS[day] for day in sorted(habits.closed_weekdays)),
            CLOSED: "\n".join(map(str, habits.closures)),
            TELEPHONE: habits.telephone,
            COURIER: habits.courier,
        },
        active=row.active,
    )


def change(desk: Desk, symbol: str, values: Values) -> PartnerView:
    """Change fields of a partner's card; raises `UnknownKey`, `Invalid` or `Missing`."""
    with desk.database.work() as session:
        row = _known(session, symbol)
        _change(desk, session, row, values)
        first = str(directory.symbols(session, row.id)[0])
    desk.changes.publish(Change(partners=True))
    return show(desk, first)


def _change(desk: Desk, session: "Session", row: PartnerRow, values: Values) -> None:
    for key, raw in values.items():
        texts = [raw] if isinstance(raw, str) else list(raw) or [""]
        if key == CLOSED:
            texts = cards.closures(texts, desk.here)
        if key in cards.SETTERS:
            cards.SETTERS[key](session, row, texts)
        elif key not in KEYS:
            raise UnknownKey(key, KEYS)
    habits = {key: _last(values[key]) for key in values if key in EXCHANGE}
    if habits:
        cards.put_habits(session, row, habits)
    _change_channel(session, row, values)
    session.flush()


def _change_channel(session: "Session", row: PartnerRow, values: Values) -> None:
    folders = {key: _last(values[key]) for key in letterboxes.KEYS if key in values}
    if folders:
        letterboxes.change(session, row, folders)
    if SHARES in values:
        letterboxes.share(session, row, _last(values[SHARES]))


def remove(desk: Desk, symbol: str, *, really: bool = True) -> str:
    """Take a partner out of the directory that nothing names yet; its name.

    Raises `InUse`, and does no more than that where it is not `really` meant yet.
    """
    with desk.database.work() as session:
        row = _known(session, symbol)
        name = row.name
        if directory.is_named(session, row.id):
            raise InUse(name)
        if really:
            directory.forget_partner(session, row.id)
    if really:
        desk.changes.publish(Change(partners=True))
    return name


def _last(raw: str | Sequence[str]) -> str:
    return raw if isinstance(raw, str) else next(reversed(raw), "")


def load(desk: Desk, path: Path) -> LoadReport:
    """Add partners from a CSV file with the header `COLUMNS`; known symbols are changed.

    Rows that cannot be taken are told; the others are kept.
    """
    rows = csv_text.numbered_rows(files.read(path), path.name, needs=("name", "symbol"))
    added = changed = 0
    rejected: list[LeftOut] = []
    for number, row in rows:
        try:
            if _load_one(desk, row):
                added += 1
            else:
                changed += 1
        except Invalid as error:
            rejected.append(left_out(desk.words, number, error))
    desk.changes.publish(Change(partners=True))
    return LoadReport(added, changed, tuple(rejected))


def _load_one(desk: Desk, row: Mapping[str, str]) -> bool:
    """True for a new partner, False for a known one brought up to date."""
    symbols = tuple(part.strip() for part in row.get("symbol", "").split(";") if part.strip())
    if not symbols:
        raise Invalid("symbol", "", Why.EMPTY)
    with desk.database.read() as session:
        known = directory.partner_of(session, Symbol.parse(symbols[0])) is not None
    if known:
        given: dict[str, str | Sequence[str]] = {
            key: row[key] for key in COLUMNS if key != "symbol" and row.get(key)
        }
        change(desk, symbols[0], {**given, "symbol": symbols})
        return False
    with desk.database.work() as session:
        card = _add(
            desk,
            session,
            NewPartner(
                row.get("name", ""),
                symbols,
                row.get("inbox", ""),
                row.get("outbox", ""),
                (row.get("address", ""),),
                row.get("dialect") or AUTO,
                row.get("country", ""),
                row.get("language", ""),
                mail=row.get("mail", ""),
            ),
        )
        _change(desk, session, card, {key: row.get(key, "") for key in (TELEPHONE, COURIER)})
    return True


def dump(desk: Desk, path: Path) -> Path:
    """Write the directory as CSV that `load` reads back; raises `CannotWrite`."""
    rows = []
    for one in listed(desk):
        ship = next((a.lines for a in one.addresses if a.purpose == "ship"), ())
        rows.append(
            (
                one.name,
                ";".join(one.symbols),
                one.country,
                one.language,
                one.inbox,
                one.outbox,
                " | ".join(ship),
                one.settings["dialect"],
                one.mail,
                one.settings[TELEPHONE],
                one.settings[COURIER],
            )
        )
    return files.write(path, csv_text.write_rows(COLUMNS, rows))


def set_own_address(desk: Desk, purpose: str, lines: Sequence[str], country: str = "") -> None:
    """Our own address of a purpose: for labels, and for partners to send to."""
    if purpose not in PURPOSES:
        raise Invalid("purpose", purpose, Why.NOT_A_CODE)
    text = "\n".join(line for line in map(tidy, cards.split_lines(lines)) if line)
    with desk.database.work() as session:
        row = directory.addresses(session, None).get(purpose)
        if row is None:
            row = AddressRow(partner_id=None, purpose=purpose)
            session.add(row)
        row.lines, row.country = text, cards.read_country(country)
    desk.changes.publish(Change(settings=True))
