"""The directory of partner libraries: their symbols, addresses, folders and habits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import Invalid, Missing, UnknownKey, Unreadable, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.formats import csv_text
from ill_desktop.services import files
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.views import AddressView, PartnerRef, PartnerView
from ill_desktop.store import directory
from ill_desktop.store.rows import (
    AddressRow,
    ChannelRow,
    ExchangeProfileRow,
    PartnerRow,
    SymbolRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DIALECTS = ("1.1", "1.2", "2021")
PURPOSES = ("ship", "return", "mail", "invoice")
COLUMNS = ("name", "symbol", "country", "language", "inbox", "outbox", "address", "dialect")


@dataclass(frozen=True, slots=True)
class NewPartner:
    """A partner as typed. `inbox` is what they leave for us, `outbox` where we leave files."""

    name: str
    symbols: tuple[str, ...]
    inbox: str = ""
    outbox: str = ""
    address: tuple[str, ...] = ()
    dialect: str = "1.2"
    country: str = ""
    language: str = ""
    test: bool = False


def add(desk: Desk, new: NewPartner) -> PartnerView:
    """Put a partner into the directory; raises `Invalid`."""
    with desk.database.work() as session:
        _add(desk, session, new)
    desk.changes.publish(Change(partners=True))
    return show(desk, str(Symbol.parse(new.symbols[0])))


def _add(desk: Desk, session: "Session", new: NewPartner) -> PartnerRow:
    if not new.name.strip():
        raise Invalid("name", new.name, Why.EMPTY)
    if not new.symbols:
        raise Invalid("symbol", "", Why.EMPTY)
    row = PartnerRow(
        name=tidy(new.name),
        country=_country(new.country),
        language=new.language,
        test=new.test,
        created_at=desk.clock.now(),
    )
    session.add(row)
    session.flush()
    session.add(ExchangeProfileRow(partner_id=row.id, dialect=_dialect(new.dialect)))
    _put_symbols(session, row, new.symbols)
    _put_folders(session, row, new.inbox, new.outbox)
    if any(line.strip() for line in new.address):
        _put_address(session, row, "ship", new.address)
    return row


def _country(text: str) -> str:
    code = text.strip().upper()
    if code and (len(code) != 2 or not code.isalpha()):
        raise Invalid("country", text, Why.NOT_A_COUNTRY)
    return code


def _dialect(text: str) -> str:
    if text not in DIALECTS:
        raise Invalid("dialect", text, Why.NOT_A_CODE)
    return text


def _put_symbols(session: "Session", row: PartnerRow, texts: Sequence[str]) -> None:
    wanted = list(dict.fromkeys(Symbol.parse(text) for text in texts if text.strip()))
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


def _put_folders(session: "Session", row: PartnerRow, inbox: str, outbox: str) -> None:
    """Give the partner a channel; partners that name the same folders share one."""
    if not inbox and not outbox:
        return
    places = [str(_folder(name, text)) for name, text in (("inbox", inbox), ("outbox", outbox))]
    channel = directory.channel_of_folders(session, *places)
    if channel is None:
        channel = ChannelRow(kind="folder", inbox=places[0], outbox=places[1])
        session.add(channel)
        session.flush()
    row.channel_id = channel.id


def _folder(name: str, text: str) -> Path:
    """A folder that is there or can be made; absolute, so that every program means the same."""
    if not text.strip():
        raise Invalid(name, text, Why.EMPTY)
    path = Path(text).expanduser().absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Invalid(name, text, Why.NOT_A_FOLDER) from error
    return path


def _put_address(session: "Session", row: PartnerRow, purpose: str, lines: Sequence[str]) -> None:
    known = directory.addresses(session, row.id).get(purpose)
    text = "\n".join(line for line in map(tidy, _split(lines)) if line)
    if known is None:
        session.add(AddressRow(partner_id=row.id, purpose=purpose, lines=text, country=row.country))
    else:
        known.lines = text


def _split(lines: Sequence[str]) -> list[str]:
    return [part for line in lines for part in line.replace("\\n", "\n").splitlines()]


def listed(desk: Desk) -> tuple[PartnerView, ...]:
    """Every partner, by name."""
    with desk.database.read() as session:
        return tuple(_view(session, row) for row in directory.partners(session))


def show(desk: Desk, symbol: str) -> PartnerView:
    """One partner's card; raises `Missing`."""
    with desk.database.read() as session:
        return _view(session, _known(session, symbol))


def ref(session: "Session", partner_id: int | None) -> PartnerRef | None:
    """A partner's name and symbol."""
    row = directory.partner(session, partner_id)
    if row is None:
        return None
    symbols = directory.symbols(session, row.id)
    return PartnerRef(row.name, str(symbols[0]) if symbols else "")


def _known(session: "Session", symbol: str) -> PartnerRow:
    row = directory.partner_of(session, Symbol.parse(symbol))
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
        dialect=habits.dialect,
        addresses=tuple(
            AddressView(a.purpose, tuple(a.lines.splitlines()), a.country, a.email, a.phone)
            for a in directory.addresses(session, row.id).values()
        ),
        settings={
            "confirmations": "yes" if habits.send_confirmations else "no",
            "koha-old": "yes" if habits.koha_old else "no",
            "loan-days": str(habits.loan_days or ""),
            "answer-days": str(habits.answer_days or ""),
        },
        active=row.active,
    )


def change(desk: Desk, symbol: str, values: Mapping[str, str | Sequence[str]]) -> PartnerView:
    """Change fields of a partner's card; raises `UnknownKey`, `Invalid` or `Missing`."""
    with desk.database.work() as session:
        row = _known(session, symbol)
        for key, raw in values.items():
            put = _SETTERS.get(key)
            if put is None:
                raise UnknownKey(key, tuple(_SETTERS))
            put(session, row, [raw] if isinstance(raw, str) else list(raw))
        session.flush()
        first = str(directory.symbols(session, row.id)[0])
    desk.changes.publish(Change(partners=True))
    return show(desk, first)


Setter = Callable[["Session", PartnerRow, list[str]], None]


def _set_name(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    if not texts[-1].strip():
        raise Invalid("name", "", Why.EMPTY)
    row.name = tidy(texts[-1])


def _set_country(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    row.country = _country(texts[-1])


def _set_language(session: "Session", row: PartnerRow, texts: list[str]) -> None:
    row.language = texts[-1].strip()


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


def _address(purpose: str) -> Setter:
    def put(session: "Session", row: PartnerRow, texts: list[str]) -> None:
        _put_address(session, row, purpose, texts)

    return put


def _set_folder(name: str) -> Setter:
    def put(session: "Session", row: PartnerRow, texts: list[str]) -> None:
        channel = directory.channel(session, row.channel_id)
        inbox, outbox = (channel.inbox, channel.outbox) if channel else ("", "")
        given = texts[-1].strip()
        inbox, outbox = (given, outbox) if name == "inbox" else (inbox, given)
        if not (inbox or outbox):
            row.channel_id = None
        elif inbox and outbox:
            _put_folders(session, row, inbox, outbox)
        else:
            place = str(_folder(name, given))
            channel = ChannelRow(kind="folder", **{name: place})
            session.add(channel)
            session.flush()
            row.channel_id = channel.id

    return put


_SETTERS: Mapping[str, Setter] = MappingProxyType(
    {
        "name": _set_name,
        "symbol": _put_symbols,
        "country": _set_country,
        "language": _set_language,
        "note": _set_note,
        "inbox": _set_folder("inbox"),
        "outbox": _set_folder("outbox"),
        "address": _address("ship"),
        "return-address": _address("return"),
        "mail-address": _address("mail"),
        "invoice-address": _address("invoice"),
        "dialect": _habit("dialect", _dialect),
        "confirmations": _habit("send_confirmations", lambda t: _yes("confirmations", t)),
        "koha-old": _habit("koha_old", lambda t: _yes("koha-old", t)),
        "loan-days": _habit("loan_days", lambda t: _days("loan-days", t)),
        "answer-days": _habit("answer_days", lambda t: _days("answer-days", t)),
        "active": _set_active,
    }
)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What an import did; `rejected` are row numbers with the reason, in words."""

    added: int
    changed: int
    rejected: tuple[str, ...] = ()


def load(desk: Desk, path: Path) -> LoadReport:
    """Add partners from a CSV file with the header `COLUMNS`; known symbols are changed.

    Rows that cannot be taken are told; the others are kept.
    """
    rows = csv_text.read_rows(files.read(path), path.name)
    missing = [name for name in ("name", "symbol") if rows and name not in rows[0]]
    if missing:
        raise Unreadable(path.name, "missing-column", missing[0])
    added = changed = 0
    rejected: list[str] = []
    for number, row in enumerate(rows, 2):
        try:
            if _load_one(desk, row):
                added += 1
            else:
                changed += 1
        except Invalid as error:
            rejected.append(f"{number}: {error.field}: {error.value}")
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
        _add(
            desk,
            session,
            NewPartner(
                row.get("name", ""),
                symbols,
                row.get("inbox", ""),
                row.get("outbox", ""),
                tuple(row.get("address", "").replace(" | ", "\n").splitlines()),
                row.get("dialect") or "1.2",
                row.get("country", ""),
                row.get("language", ""),
            ),
        )
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
                one.dialect,
            )
        )
    return files.write(path, csv_text.write_rows(COLUMNS, rows))


def set_own_address(desk: Desk, purpose: str, lines: Sequence[str], country: str = "") -> None:
    """Our own address of a purpose: for labels, and for partners to send to."""
    if purpose not in PURPOSES:
        raise Invalid("purpose", purpose, Why.NOT_A_CODE)
    text = "\n".join(line for line in map(tidy, _split(lines)) if line)
    with desk.database.work() as session:
        row = directory.addresses(session, None).get(purpose)
        if row is None:
            row = AddressRow(partner_id=None, purpose=purpose)
            session.add(row)
        row.lines, row.country = text, _country(country)
    desk.changes.publish(Change(settings=True))
