"""Current loans from a list, so that a library can start on any day (issue 3 §4).

Each becomes a request as it stands: here from a partner, or out with one. Nothing is sent, no
milestone is written and no figure counts it: it did not happen this month, nor at this desk.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain import days
from ill_desktop.domain.citation import Citation, folded, tidy
from ill_desktop.domain.current_loans import NEEDED
from ill_desktop.domain.errors import DeskError, Invalid, Missing, Why
from ill_desktop.domain.identity import Symbol, code_key, spelled
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.formats import sheets
from ill_desktop.services import suppliers
from ill_desktop.services.advance import Act, Work, record_import
from ill_desktop.services.changes import Change
from ill_desktop.services.editing import give_patron
from ill_desktop.services.progress import Progress
from ill_desktop.services.reader import Named
from ill_desktop.services.values import read_date
from ill_desktop.store import directory, loans, people
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import ItemRow, PartnerRow, RequestRow
from ill_desktop.store.sequence import next_number

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class Loan:
    """One row, read."""

    title: str
    author: str = ""
    partner_id: int = 0
    partner: str = ""
    symbol: str = ""
    barcode: str = ""
    due: date | None = None
    since: date | None = None
    their_id: str = ""
    our_id: str = ""
    patron: str = ""
    call_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What would become of a row: a loan, or an error, or the request that it already is.

    `row` is its number in the file; `known` is that request, or `row 7` of the same file as `7`.
    """

    row: int
    cells: Mapping[str, str]
    loan: Loan | None = None
    error: DeskError | None = None
    known: str = ""
    key: str = ""

    @property
    def good(self) -> bool:
        """Whether it can be brought in."""
        return self.loan is not None and not self.known


DAYS = ("due", "since")
"""The columns that hold days."""


def order_of(desk: "Desk", sheet: sheets.Sheet, columns: Mapping[str, int]) -> tuple[bool, bool]:
    """Whether the month comes first in the days of a file, and whether that is certain.

    One day that can be read in one way only proves it for all; else it is as the library writes.
    """
    places = [columns[name] for name in DAYS if 0 <= columns.get(name, -1) < len(sheet.header)]
    texts = [row[at] for _, row in sheet.rows for at in places]
    told = days.order_told(texts)
    if told is not None:
        return told, True
    return desk.here.month_first, not days.doubtful(texts)


def look(
    desk: "Desk",
    sheet: sheets.Sheet,
    columns: Mapping[str, int],
    side: Side,
    month_first: bool = False,
) -> tuple[Looked, ...]:
    """Every row with what would become of it; nothing is written."""
    with desk.database.read() as session:
        reader = _Reader(desk, session, side, month_first)
        return reader.marked(
            [
                reader.row(n, {f: row[at] for f, at in columns.items() if 0 <= at < len(row)})
                for n, row in sheet.rows
            ]
        )


_HOUR = re.compile(r"(?<=\d)[T ]+\d{1,2}:\d\d.*$")
"""What stands behind the day in a column of hours."""
_PARTS = re.compile(r"\d+|[^\W\d_]+")
"""A day in a file has three: which year is meant is not for us to guess."""


class _Reader:
    """Reads rows against one state of the desk."""

    def __init__(
        self, desk: "Desk", session: "Session", side: Side, month_first: bool = False
    ) -> None:
        self._session, self._side, self._desk = session, side, desk
        self._here = days.Here(desk.today(), month_first)
        self._patrons: Named | None = None
        self._by_name: dict[str, list[PartnerRow]] = {}
        for row in directory.partners(session):
            self._by_name.setdefault(folded(row.name), []).append(row)

    def row(self, number: int, cells: Mapping[str, str]) -> Looked:
        """One row, its error kept."""
        try:
            loan = self._loan(cells)
        except DeskError as error:
            return Looked(number, cells, error=error)
        return Looked(number, cells, loan, key=_key(self._side, loan))

    def _loan(self, cells: Mapping[str, str]) -> Loan:
        for field in NEEDED:
            if not cells.get(field, "").strip():
                raise Invalid(field, "", Why.EMPTY)
        partner, symbol = self._partner(cells["partner"])
        return Loan(
            tidy(cells["title"]),
            tidy(cells.get("author", "")),
            partner.id,
            partner.name,
            symbol,
            tidy(cells.get("barcode", "")),
            self._day("due", cells),
            self._day("since", cells, latest=self._desk.today()),
            tidy(cells.get("their-id", "")),
            tidy(cells.get("our-id", "")),
            self._patron(tidy(cells.get("patron", ""))),
            tidy(cells.get("call-number", "")),
            tidy(cells.get("note", "")),
        )

    def _partner(self, text: str) -> tuple[PartnerRow, str]:
        """By symbol, or by the whole name where only one is called so; raises `Missing`."""
        row = self._known_as(text)
        if row is None:
            named = self._by_name.get(folded(text), [])
            row = named[0] if len(named) == 1 else None
        if row is None:
            raise Missing("partner", text.strip())
        known = directory.symbols(self._session, row.id)
        return row, str(known[0]) if known else ""

    def _known_as(self, text: str) -> PartnerRow | None:
        """By a symbol as it is typed anywhere: without its authority, in small letters."""
        for symbol in (text, spelled(text), spelled(text).upper()):
            try:
                row = directory.partner_of(self._session, Symbol.parse(symbol))
            except Invalid:
                row = None
            if row is not None:
                return row
        return None

    def _patron(self, text: str) -> str:
        """The code of the reader with this code, or with this name where only one has it."""
        if not text or people.patron(self._session, text) is not None:
            return text
        if self._patrons is None:
            self._patrons = Named.of(people.codes_and_names(self._session))
        return self._patrons.code(text)

    def _day(self, field: str, cells: Mapping[str, str], latest: date | None = None) -> date | None:
        """A day, whatever hour stands behind it; raises `Invalid`."""
        text = cells.get(field, "").strip()
        if not text:
            return None
        if len(_PARTS.findall(text)) < 3:
            told = days.example(month_first=self._here.month_first)
            raise Invalid(field, text, Why.NOT_A_DATE, (told,))
        day = read_date(_HOUR.sub("", text), field, self._here)
        if latest is not None and day > latest:
            raise Invalid(field, day.isoformat(), Why.IN_THE_FUTURE)
        return day

    def marked(self, rows: Sequence[Looked]) -> tuple[Looked, ...]:
        """The rows, those that are in the desk or stand twice in the file marked."""
        keys = [row.key for row in rows if row.loan]
        barcodes = [row.loan.barcode for row in rows if row.loan and row.loan.barcode]
        before = loans.brought(self._session, [_act(key) for key in keys])
        lent = loans.with_barcodes(self._session, self._side, barcodes)
        seen: dict[str, str] = {}
        told = []
        for row in rows:
            known = ""
            if row.loan is not None:
                known = before.get(_act(row.key), "") or lent.get(code_key(row.loan.barcode), "")
                known = known or seen.get(row.key, "")
                seen.setdefault(row.key, str(row.row))
            told.append(Looked(row.row, row.cells, row.loan, row.error, known, row.key))
        return tuple(told)


def _key(side: Side, loan: Loan) -> str:
    """What makes two rows the same loan: the copy, else everything that tells loans apart."""
    named = loan.barcode or "|".join((loan.title, loan.their_id, loan.our_id, str(loan.due)))
    return f"{side.value}|{loan.partner_id}|{folded(named)}"


def _act(key: str) -> str:
    return f"import-{hashlib.sha256(key.encode()).hexdigest()[:25]}"


def bring_in(
    desk: "Desk", rows: Sequence[Looked], side: Side, progress: Progress | None = None
) -> tuple[str, ...]:
    """Make requests of the rows that are good; all of them, or none when it is stopped.

    What came into the desk since it was looked at is left out. The numbers are returned.
    """
    numbers: list[str] = []
    good = [row for row in rows if row.good]
    with desk.database.work() as session:
        again = _Reader(desk, session, side).marked(good)
        for done, row in enumerate(again, 1):
            if row.good and row.loan is not None:
                numbers.append(_keep(desk, session, row.loan, row.key, side))
            if progress is not None:
                progress.step(done, len(again))
    desk.changes.publish(Change(requests=frozenset(numbers)))
    return tuple(numbers)


def _keep(desk: "Desk", session: "Session", loan: Loan, key: str, side: Side) -> str:
    now = desk.clock.now()
    begun = _noon(desk, loan.since) if loan.since else now
    borrowing = side is Side.BORROWING
    row = RequestRow(
        number=next_number(session, desk.today().year),
        side=side,
        service=Service.LOAN,
        asked_service=Service.LOAN,
        state=State.HERE if borrowing else State.SENT_OUT,
        created_at=begun,
        created_on=desk.local_date(begun),
        state_since=now,
        due=loan.due,
        partner_id=loan.partner_id,
        their_id=loan.their_id,
        requester_symbol="" if borrowing else loan.symbol,
        call_number=loan.call_number,
        note=loan.note,
        answered=True,
        sent_anything=True,
        uncounted=True,
    )
    row.citation = Citation(title=loan.title, author=loan.author)
    row.settings = {"by-hand": borrowing and not loan.our_id}
    if loan.patron:
        give_patron(session, row, loan.patron)
    session.add(row)
    session.flush()
    work = Work(desk, session, Case(row, [], []), Act(now, now, staff=desk.staff, id=_act(key)))
    if borrowing:
        _asked(work, loan, begun)
    item = ItemRow(
        request_id=row.id,
        barcode=loan.barcode,
        call_number=loan.call_number,
        state="here" if borrowing else "sent",
        due=loan.due,
    )
    session.add(item)
    work.case.items.append(item)
    record_import(work)
    return row.number


def _asked(work: Work, loan: Loan, begun: datetime) -> None:
    """The attempt that brought it, under the number the partner knows where that is told."""
    attempt = suppliers.add(work, Symbol.parse(loan.symbol))
    attempt.ordinal = 1
    attempt.our_id = loan.our_id or f"{work.case.request.number}-1"
    attempt.their_id = loan.their_id
    attempt.sent_at = begun
    attempt.status = "Loaned"
    suppliers.make_current(work.case, attempt)


def _noon(desk: "Desk", day: date) -> datetime:
    """Noon of a day: it has no hour, and noon is that day everywhere near."""
    return datetime.combine(day, time(12), ZoneInfo(desk.library.zone)).astimezone(
        desk.clock.now().tzinfo
    )
