"""The desk: the open cabinet, its clock, its words, and who wants to hear of changes."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ill_desktop.domain.countries import CURRENCIES, MONTH_FIRST, beside, currency_of
from ill_desktop.domain.days import Here
from ill_desktop.domain.errors import DeskError, DeskExists, Invalid, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.rights import Role
from ill_desktop.services import soundness
from ill_desktop.services.changes import Change, Changes
from ill_desktop.services.clock import Clock, clock_for
from ill_desktop.services.folder import DeskFolder
from ill_desktop.store import crew, lease
from ill_desktop.store import settings as desk_settings
from ill_desktop.store.database import Database
from ill_desktop.store.rows import LibraryRow, LibrarySymbolRow
from ill_desktop.store.upgrade import open_database
from ill_desktop.words.catalogue import LANGUAGES, Words, words_for

PAPERS = ("A4", "Letter", "F4")


@dataclass(frozen=True, slots=True)
class LibraryView:
    """Whose desk this is."""

    name: str
    symbol: str
    zone: str
    country: str
    language: str
    paper: str
    loan_days: int
    hold_minutes: int
    test: bool
    sample: bool


@dataclass(frozen=True, slots=True)
class NewDesk:
    """What a desk is made with."""

    name: str
    symbol: str
    language: str = "en"
    country: str = "ID"
    zone: str = "Asia/Jakarta"
    paper: str = "A4"
    test: bool = False
    sample: bool = False


@dataclass(slots=True)
class Desk:
    """One open desk; everything services need is reached through it."""

    folder: DeskFolder
    database: Database
    library: LibraryView
    clock: Clock
    staff: str = ""
    """Initials of whoever is at the desk; empty: nobody was chosen."""
    role: Role = Role.SUPERVISOR
    """What whoever is there may do; a desk for one person knows supervisors only."""
    changes: Changes = field(default_factory=Changes)
    secrets: dict[str, str] = field(default_factory=dict, repr=False)
    """Passwords of this session, kept in no file."""

    @property
    def view_only(self) -> bool:
        """Whether the desk lies where nothing can be written: everything reads, nothing writes."""
        return self.database.view_only

    @property
    def words(self) -> Words:
        """The words of the desk's language."""
        return words_for(self.library.language)

    def instant_of(self, on: date | None, now: datetime) -> datetime:
        """Noon of an earlier day, or now: a day has no hour, and noon is that day in most zones."""
        if on is None or on == self.local_date(now):
            return now
        return datetime.combine(on, time(12), ZoneInfo(self.library.zone)).astimezone(now.tzinfo)

    def local_date(self, instant: datetime) -> date:
        """The day an instant falls on where the library is."""
        return instant.astimezone(ZoneInfo(self.library.zone)).date()

    def today(self) -> date:
        """The library's day."""
        return self.local_date(self.clock.now())

    @property
    def here(self) -> Here:
        """The library's day, and the order in which days are written where it is."""
        return Here(self.today(), self.library.country in MONTH_FIRST)

    @property
    def currency(self) -> str:
        """What an amount is in where nothing else is written; empty without a country."""
        return currency_of(self.library.country)

    @property
    def reader_steps(self) -> bool:
        """Whether staff note by hand that the reader was told (DESIGN §6)."""
        return bool(self.setting("reader-steps", default=True))

    def setting(self, key: str, default: Any) -> Any:
        """One of the desk's own settings."""
        kept = self.database.known("settings", desk_settings.everything)
        return deepcopy(kept.get(key, default))

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a setting."""
        with self.database.work() as session:
            desk_settings.write(session, key, value)
        self.changes.publish(Change(settings=True))

    def hold(self) -> None:
        """Say that this computer works here; raises `Busy` when another one does.

        Done when a desk is opened and by every round of the post, so that the claim of a window
        that stays open does not grow stale. What was said a moment ago is not said again.
        """
        now, ours = Clock().now(), self.database.lease
        if ours is None or not lease.is_fresh(self.database.known("lease", lease.kept), ours, now):
            with self.database.work() as session:
                self.database.lease = lease.claim(session, lease.this_computer(), now)

    def reload(self) -> None:
        """Read the library's own card again after it was changed."""
        self.library = _library(self.database)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def open_desk(path: Path) -> Desk:
    """Open the desk in a folder; raises `NoDesk`, `NewerDatabase`, `Damaged`, `Busy`.

    Where nothing can be written the desk is *view only*, and nobody lays claim to it.
    """
    folder = DeskFolder(path)
    soundness.must_be_whole(folder)
    database = open_database(folder.database)
    if not database.view_only:
        folder.make()
    library = _library(database)
    desk = Desk(folder, database, library, clock_for(library.test), role=_role(database))
    try:
        if not desk.view_only:
            desk.hold()
    except DeskError:
        database.close()
        raise
    return desk


def make_desk(path: Path, new: NewDesk) -> Desk:
    """Make a desk in a folder; raises `DeskExists` or `Invalid`, and then made nothing."""
    folder = DeskFolder(path)
    if folder.database.exists():
        raise DeskExists(str(path))
    checked = _checked(new)
    symbol = Symbol.named(new.symbol)
    folder.make()
    database = open_database(folder.database, create=True)
    with database.work() as session:
        session.add(
            LibraryRow(
                name=checked.name,
                zone=checked.zone,
                country=checked.country,
                language=checked.language,
                paper=checked.paper,
                test=checked.test,
                sample=checked.sample,
                desk_uuid=str(uuid4()),
            )
        )
        session.add(LibrarySymbolRow(authority=symbol.authority, value=symbol.value))
    database.close()
    return open_desk(path)


def _checked(new: NewDesk) -> NewDesk:
    if not new.name.strip():
        raise Invalid("name", new.name, Why.EMPTY)
    if new.language not in LANGUAGES:
        raise Invalid("language", new.language, Why.NOT_A_LANGUAGE)
    country = new.country.strip().upper()
    if country not in CURRENCIES:
        raise Invalid("country", new.country, Why.NOT_A_COUNTRY, beside(country))
    if new.paper not in PAPERS:
        raise Invalid("paper", new.paper, Why.NOT_A_CODE)
    read_zone(new.zone)
    return replace(new, name=new.name.strip(), country=country)


def read_zone(name: str) -> str:
    """An IANA name as it is; raises `Invalid`."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid("zone", name, Why.NOT_A_ZONE) from error


def _role(database: Database) -> Role:
    """Of somebody who did not say who they are."""
    with database.read() as session:
        return Role.STAFF if crew.active(session) else Role.SUPERVISOR


def _library(database: Database) -> LibraryView:
    with database.read() as session:
        row, symbol = desk_settings.library(session)
        return LibraryView(
            name=row.name,
            symbol=symbol,
            zone=row.zone,
            country=row.country,
            language=row.language,
            paper=row.paper,
            loan_days=row.loan_days,
            hold_minutes=row.hold_minutes,
            test=row.test,
            sample=row.sample,
        )
