"""The settings of the library: read as one card, checked and kept as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import WEEKEND
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Timer
from ill_desktop.domain.rights import Right
from ill_desktop.formats import closed_days
from ill_desktop.services import cards, duedates, files
from ill_desktop.services.backup import RETENTION_DAYS
from ill_desktop.services.calendars import AROUND
from ill_desktop.services.changes import Change
from ill_desktop.services.deadlines import RULES
from ill_desktop.services.desk import PAPERS
from ill_desktop.services.partners import PURPOSES
from ill_desktop.services.rights import require
from ill_desktop.store import directory
from ill_desktop.store import settings as kept
from ill_desktop.words.catalogue import LANGUAGES

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.rows import LibraryRow

TIMERS: Mapping[Timer, int] = {rule.timer: rule.days for rule in RULES}
"""Days after which each timer rings, as long as nobody chose others."""
BACKUP_HOURS = (1, 4, 8, 24)
RANGES: Mapping[str, tuple[int, int]] = {
    "loan_days": (1, 730),
    "hold_minutes": (0, 10_080),
    "retention_days": (1, 3650),
    "reader_margin": (0, cards.LONGEST_MARGIN),
}
_DAYS = (0, 365)


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """Everything that can be set. Weekdays count from Monday, 0; days and minutes are whole.

    Readers bring things back `reader_margin` days before the partner's due date; `both_due` prints
    both dates on the book strap. `addresses` has the lines of each purpose, `closed_days` the name
    of each day, `backup_hours` is how far backups lie apart, `second_place` a folder or nothing.
    The `zone` is fixed when the desk is made (DESIGN §5): it is shown and not kept anew.
    """

    name: str
    symbols: tuple[str, ...]
    country: str
    zone: str
    language: str
    paper: str
    addresses: Mapping[str, str]
    loan_days: int
    hold_minutes: int
    closed_weekdays: frozenset[int]
    public_holidays: bool
    closed_days: Mapping[date, str]
    timer_days: Mapping[Timer, int]
    reader_steps: bool
    reader_margin: int
    both_due: bool
    ask_next: bool
    retention_days: int
    backup_hours: int
    backup_at_quit: bool
    second_place: str


SETTINGS: Mapping[str, tuple[str, object]] = {
    "closed_weekdays": ("closed-weekdays", sorted(WEEKEND)),
    "public_holidays": ("public-holidays", True),
    "timer_days": ("timer-days", {}),
    "reader_steps": ("reader-steps", True),
    "reader_margin": duedates.MARGIN,
    "both_due": duedates.BOTH_ON_STRAP,
    "ask_next": ("ask-next", False),
    "retention_days": ("retention-days", RETENTION_DAYS),
    "backup_hours": ("backup-hours", 24),
    "backup_at_quit": ("backup-at-quit", True),
    "second_place": ("second-place", ""),
}
"""Fields kept as settings: under which key, and what holds until one is kept."""


def show(desk: "Desk") -> LibraryCard:
    """The card as it is kept."""
    with desk.database.read() as session:
        row, _ = kept.library(session)
        own = directory.addresses(session, None)
        of = {field: kept.read(session, *where) for field, where in SETTINGS.items()}
        return LibraryCard(
            name=row.name,
            symbols=tuple(map(str, directory.own_symbols(session))),
            country=row.country,
            zone=row.zone,
            language=row.language,
            paper=row.paper,
            addresses={p: own[p].lines if p in own else "" for p in PURPOSES},
            loan_days=row.loan_days,
            hold_minutes=row.hold_minutes,
            closed_days=directory.holidays(session),
            **{
                **of,
                "closed_weekdays": frozenset(of["closed_weekdays"]),
                "timer_days": {t: int(of["timer_days"].get(t, n)) for t, n in TIMERS.items()},
            },
        )


def save(desk: "Desk", card: LibraryCard) -> LibraryCard:
    """Keep a card; raises `Forbidden` or `Invalid`, and then nothing was kept."""
    require(desk, Right.SETTINGS)
    card = checked(card)
    with desk.database.work() as session:
        row, _ = kept.library(session)
        row.name, row.country = tidy(card.name), card.country
        row.language, row.paper = card.language, card.paper
        row.loan_days, row.hold_minutes = card.loan_days, card.hold_minutes
        _keep_symbols(session, card.symbols)
        _keep_addresses(session, row, card.addresses)
        directory.put_holidays(session, card.closed_days)
        for field, (key, _default) in SETTINGS.items():
            kept.write(session, key, _plain(getattr(card, field)))
    language = desk.library.language
    desk.reload()
    desk.library = replace(desk.library, language=language)
    desk.changes.publish(Change(settings=True))
    return show(desk)


def _plain(value: object) -> object:
    """As JSON has it."""
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else value


def checked(card: LibraryCard) -> LibraryCard:
    """The card with its texts tidied; raises `Invalid` naming the field."""
    if not card.name.strip():
        raise Invalid("name", "", Why.EMPTY)
    _one_of("language", card.language, LANGUAGES)
    _one_of("paper", card.paper, PAPERS)
    _one_of("backup-hours", card.backup_hours, BACKUP_HOURS)
    for field, (least, most) in RANGES.items():
        _within(field.replace("_", "-"), getattr(card, field), least, most)
    for timer, days in card.timer_days.items():
        _within(timer.value, days, *_DAYS)
    if len(card.closed_weekdays) > 6:
        raise Invalid("closed-weekdays", "7", Why.OUT_OF_RANGE)
    if card.second_place and not Path(card.second_place).is_dir():
        raise Invalid("second-place", card.second_place, Why.NOT_A_FOLDER)
    return replace(card, country=cards.read_country(card.country))


def _one_of(field: str, value: object, known: Iterable[object]) -> None:
    if value not in known:
        raise Invalid(field, str(value), Why.NOT_A_CODE)


def _within(field: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise Invalid(field, str(value), Why.OUT_OF_RANGE)


def _keep_symbols(session: "Session", texts: Iterable[str]) -> None:
    wanted = list(dict.fromkeys(Symbol.parse(text) for text in texts if text.strip()))
    if not wanted:
        raise Invalid("symbol", "", Why.EMPTY)
    for symbol in wanted:
        if directory.partner_of(session, symbol) is not None:
            raise Invalid("symbol", str(symbol), Why.ALREADY_USED)
    if wanted != directory.own_symbols(session):
        directory.put_own_symbols(session, wanted)


def _keep_addresses(session: "Session", row: "LibraryRow", given: Mapping[str, str]) -> None:
    known = directory.addresses(session, None)
    for purpose, text in given.items():
        _one_of("address", purpose, PURPOSES)
        if text.strip() or purpose in known:
            cards.put_address(session, row, purpose, text.splitlines())


def read_closed_days(desk: "Desk", path: Path) -> dict[date, str]:
    """Closed days of a calendar file or a table; raises `NoInput` or `Unreadable`."""
    year = desk.today().year
    years = range(year + AROUND[0], year + AROUND[-1] + 1)
    return closed_days.read(files.read(path), path.name, years, month_first=desk.here.month_first)


def days_of_retention(text: str) -> int:
    """The days until names are removed, as typed; raises `Invalid`."""
    days = number("retention-days", text)
    _within("retention-days", days, *RANGES["retention_days"])
    return days


def number(field: str, text: str) -> int:
    """A whole number as typed; raises `Invalid`."""
    if not text.strip().isdecimal() or len(text.strip()) > 6:
        raise Invalid(field, text, Why.NOT_A_NUMBER if text.strip() else Why.EMPTY)
    return int(text)
