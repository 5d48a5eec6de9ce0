"""Readers: their cards, and what they asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import folded, tidy
from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.lifecycle.engine import is_final
from ill_desktop.domain.rights import Right
from ill_desktop.services import mail_addresses
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.lines import line_view
from ill_desktop.services.rights import require
from ill_desktop.services.views import PatronView
from ill_desktop.store import listing, people
from ill_desktop.store.rows import PatronRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

NEEDED = ("code", "name")
COLUMNS = ("code", "name", "email", "phone", "category", "department", "pickup", "language")


@dataclass(frozen=True, slots=True)
class PatronCard:
    """A reader with what stands in the way: a block with its reason, until a day or lifted."""

    view: PatronView
    block: str = ""
    block_until: date | None = None

    def blocked(self, today: date) -> bool:
        """Whether nothing should be asked for today."""
        return bool(self.block) and (self.block_until is None or today <= self.block_until)


@dataclass(frozen=True, slots=True)
class Found:
    """Some readers by name; `more`: there are others, find more closely."""

    patrons: tuple[PatronView, ...]
    total: int
    more: bool = False


MOST_ON_SHELF = 200
"""So many requests of a reader are shown at once."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The requests of a reader, the newest first."""

    open: tuple[RequestLine, ...]
    closed: tuple[RequestLine, ...]


def put(desk: Desk, session: "Session", known: PatronRow | None, values: Mapping[str, str]) -> None:
    """Add a reader or fill in the one known; what is not among the values stays."""
    row = known if known is not None else _new(desk, values["code"])
    session.add(row)
    _fill(row, {name: values[name] for name in COLUMNS[1:] if name in values})


def _new(desk: Desk, code: str) -> PatronRow:
    return PatronRow(code=code, added_at=desk.clock.now())


def _fill(row: PatronRow, values: Mapping[str, str]) -> None:
    for name, text in values.items():
        setattr(row, name, tidy(text))
    row.folded = folded(f"{row.code} {row.name} {row.email} {row.phone}".replace(" / ", " "))


def listed(desk: Desk) -> tuple[PatronView, ...]:
    """Every reader, by code."""
    with desk.database.read() as session:
        return tuple(map(view, people.patrons(session)))


def view(row: PatronRow) -> PatronView:
    """A reader as staff see them."""
    return PatronView(*(getattr(row, name) for name in COLUMNS))


def find(desk: Desk, text: str = "", limit: int = 200) -> Found:
    """Readers whose code, name, e-mail or telephone number holds every word, by name."""
    with desk.database.read() as session:
        rows = people.matching(session, folded(text).split(), limit + 1)
        total = people.count(session)
    return Found(tuple(map(view, rows[:limit])), total, len(rows) > limit)


def every(desk: Desk, text: str, at_once: int) -> Iterator[tuple[PatronView, ...]]:
    """Whoever `find` finds, however many they are, some at a time."""
    with desk.database.read() as session:
        for rows in people.streamed(session, folded(text).split(), at_once):
            yield tuple(map(view, rows))


def show(desk: Desk, code: str) -> PatronCard:
    """One reader's card; raises `Missing`."""
    with desk.database.read() as session:
        row = _known(session, code)
        return PatronCard(view(row), row.block, row.block_until)


def _known(session: "Session", code: str) -> PatronRow:
    row = people.patron(session, code)
    if row is None:
        raise Missing("patron", code)
    return row


def save(desk: Desk, card: PatronCard, known: str = "") -> PatronCard:
    """Add a reader, or change the one `known` by code; raises `Forbidden` or `Invalid`."""
    require(desk, Right.READERS)
    code = tidy(card.view.code)
    for field, text in (("code", code), ("name", card.view.name.strip())):
        if not text:
            raise Invalid(field, "", Why.EMPTY)
    with desk.database.work() as session:
        row = _known(session, known) if known else _new(desk, code)
        other = people.patron(session, code)
        if other is not None and other is not row:
            raise Invalid("code", code, Why.ALREADY_USED)
        mail_addresses.several(card.view.email, "email", row.email or "")
        row.code = code
        _fill(row, {name: getattr(card.view, name) for name in COLUMNS[1:]})
        row.block, row.block_until = tidy(card.block), card.block_until if card.block else None
        session.add(row)
    desk.changes.publish(Change(patrons=True))
    return show(desk, code)


def shelf(desk: Desk, code: str, most: int | None = MOST_ON_SHELF) -> Shelf:
    """What a reader asked for, the newest; closed requests only while they remember the reader."""
    today = desk.today()
    with desk.database.read() as session:
        ids = people.requests_of(session, _known(session, code).id, most)
        found = [line_view(desk.words, one, today) for one in listing.lines(session, ids)]
    over = [is_final(one.side, one.state) for one in found]
    return Shelf(
        tuple(one for one, closed in zip(found, over, strict=True) if not closed),
        tuple(one for one, closed in zip(found, over, strict=True) if closed),
    )
