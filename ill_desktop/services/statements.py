"""Statements of open transactions: ours for a partner, and theirs laid beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.days import order_told, read_day
from ill_desktop.domain.errors import Invalid, Missing, Unreadable
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Service, Side
from ill_desktop.domain.protocol import side_of
from ill_desktop.domain.statement import PHASES, Compared, Open, Phase, Verdict, compare
from ill_desktop.formats import csv_text
from ill_desktop.printing import lists
from ill_desktop.services import files
from ill_desktop.services.desk import Desk
from ill_desktop.services.post.taken_down import Wish
from ill_desktop.services.views import DRAFT, RESENDABLE
from ill_desktop.store import directory, outbox
from ill_desktop.store.open_between import asked_as, lent_to, open_between
from ill_desktop.words import formats
from ill_desktop.words.mark import mark
from ill_desktop.words.statements import phase

if TYPE_CHECKING:
    from ill_desktop.store.rows import PartnerRow

NEVER_CONFIRMED = RESENDABLE - {"confirmed"}
COLUMNS = (
    *("role", "request", "supplier-number", "where", "due", "title"),
    *("library", "date", "addressee"),
)
"""Names in the file are the same in every language: it is for another library's program."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is open with a partner as we know it, on a day."""

    partner: str
    symbol: str
    on: date
    lines: tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both statements beside each other; `theirs_on` is the day theirs was written."""

    partner: str
    theirs_on: date | None
    lines: tuple[Compared, ...]


def statement(desk: Desk, symbol: str) -> Statement:
    """Our statement for one partner; raises `Missing`."""
    with desk.database.read() as session:
        partner = _partner(session, symbol)
        rows = open_between(session, partner.id, PHASES)
    return Statement(partner.name, symbol, desk.today(), tuple(map(_line, rows)))


def with_sender_of(desk: Desk, message_id: int) -> tuple[Open, ...]:
    """What is open with the library that wrote a message, and what the message can be about:
    whoever supplies writes about what we borrow. Nothing where nobody knows which library.
    """
    with desk.database.read() as session:
        row = outbox.message(session, message_id)
        if row is None or row.partner_id is None:
            return ()
        side = side_of(row.kind)
        states = [one for one in PHASES if side is None or one[0] is side]
        return tuple(map(_line, open_between(session, row.partner_id, states)))


def _partner(session: Any, symbol: str) -> "PartnerRow":
    partner = directory.partner_of(session, Symbol.parse(symbol))
    if partner is None:
        raise Missing("partner", symbol)
    return partner


def _line(row: Any) -> Open:
    borrower = row.side is Side.BORROWING
    return Open(
        request_id=(row.attempt_id or "") if borrower else row.their_id,
        supplier_id=(row.supplier_id or "") if borrower else row.number,
        borrower=borrower,
        phase=PHASES[row.side, row.state],
        due=row.due,
        title=row.component_title or row.title,
        number=row.number,
    )


def write(desk: Desk, symbol: str, path: Path) -> Path:
    """Our statement as a file for the partner: a PDF for its people, a CSV for its program.

    The ending of the name says which. Raises `Missing` and `CannotWrite`.
    """
    found = statement(desk, symbol)
    if path.suffix.lower() == ".pdf":
        return files.write(path, _on_paper(desk, found))
    rows = [
        (
            "borrower" if line.borrower else "lender",
            line.request_id,
            line.supplier_id,
            line.phase.value,
            line.due.isoformat() if line.due else "",
            line.title,
            desk.library.symbol,
            found.on.isoformat(),
            found.symbol,
        )
        for line in found.lines
    ]
    return files.write(path, csv_text.write_rows(COLUMNS, rows))


def _on_paper(desk: Desk, found: Statement) -> bytes:
    words = desk.words

    def name(text: str) -> str:
        return words.tr("StatementFile", text)

    header = (
        name(mark("StatementFile", "Number")),
        name(mark("StatementFile", "Request id")),
        name(mark("StatementFile", "Title")),
        name(mark("StatementFile", "Who borrows")),
        name(mark("StatementFile", "Where it is")),
        name(mark("StatementFile", "Due date")),
    )
    rows = [
        (
            line.number,
            line.request_id,
            line.title,
            desk.library.name if line.borrower else found.partner,
            phase(words, line.phase),
            formats.day(words, line.due),
        )
        for line in found.lines
    ]
    title = name(mark("StatementFile", "Open transactions"))
    about = f"{desk.library.name} · {found.partner} · {formats.day(words, found.on)}"
    return lists.pdf(lists.Listing(title, about, header, rows), desk.library.paper)


def against(desk: Desk, symbol: str, path: Path) -> Comparison:
    """A partner's statement beside ours.

    Raises `Missing`, `NoInput`, and `Unreadable` with the row that is wrong, or where the file is
    our own, of another library, or for another.
    """
    theirs, written = _read(desk, symbol, path)
    ours = statement(desk, symbol)
    with desk.database.read() as session:
        partner = _partner(session, symbol)
        known = _known(session, partner.id, compare(ours.lines, theirs))
        lines = _unheard(session, partner.id, known)
    return Comparison(ours.partner, written, tuple(lines))


def wish(symbol: str, line: Open) -> Wish:
    """What the form of a lending request is filled with from a line that only they have."""
    is_loan = line.due is not None or line.phase in (Phase.OUT, Phase.RETURNING)
    service = Service.LOAN if is_loan else Service.COPY_OR_LOAN
    return Wish(Citation(title=line.title), service, symbol, line.request_id, None, "")


def _known(session: Any, partner_id: int, lines: Sequence[Compared]) -> list[Compared]:
    """Those that only they have with our number of what it was, where it was something."""
    alone = [one.theirs for one in lines if one.ours is None and one.theirs is not None]
    lent = [one for one in alone if one.borrower]
    ids, own = {one.request_id for one in lent} - {""}, {one.supplier_id for one in lent} - {""}
    called, numbers = lent_to(session, partner_id, ids, own)
    asked = asked_as(session, {one.request_id for one in alone if not one.borrower} - {""})

    def number(one: Open) -> str:
        if not one.borrower:
            return asked.get(one.request_id, "")
        found = called.get(one.request_id) if one.request_id else None
        return found or (one.supplier_id if one.supplier_id in numbers else "")

    return [
        replace(one, theirs=replace(one.theirs, number=number(one.theirs)))
        if one.ours is None and one.theirs is not None
        else one
        for one in lines
    ]


def _unheard(session: Any, partner_id: int, lines: Sequence[Compared]) -> list[Compared]:
    """Those on which the two differ, with what they may never have got of us."""
    differ = {one.any.number for one in lines if one.verdict is not Verdict.AGREE} - {""}
    lost = {
        number: last.id
        for number, last in outbox.last_to(session, partner_id, differ).items()
        if last.state in NEVER_CONFIRMED and last.reason != DRAFT
    }
    return [
        replace(one, unheard=lost[one.any.number])
        if one.verdict is not Verdict.AGREE and one.any.number in lost
        else one
        for one in lines
    ]


def _read(desk: Desk, symbol: str, path: Path) -> tuple[list[Open], date | None]:
    """What they say, and the day they said it; a spreadsheet may have written the days anew."""
    needed = ("role", "request", "where")
    rows = csv_text.numbered_rows(files.read(path), path.name, needed)
    _check_whose(desk, symbol, path.name, [row for _, row in rows])
    month_first = desk.here.month_first
    told = order_told(row.get(name, "") for _, row in rows for name in ("date", "due"))
    order = month_first if told is None else told
    written = [read_day(row.get("date", ""), month_first=order) for _, row in rows]
    opened = [_told(row, (path.name, number), order) for number, row in rows]
    return opened, next(iter(written), None)


def _check_whose(desk: Desk, symbol: str, name: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Another library's statement would fit nothing of ours, and our own nothing of theirs.

    A file need not say whose it is.
    """
    with desk.database.read() as session:
        ours = {_spelled(str(one)) for one in directory.own_symbols(session)}
        partner = _partner(session, symbol)
        theirs = {_spelled(str(one)) for one in directory.symbols(session, partner.id)}
    for row in rows:
        by, to = row.get("library", ""), row.get("addressee", "")
        if _spelled(by) in ours:
            raise Unreadable(name, "statement-of-ours", by)
        if by and _spelled(by) not in theirs:
            raise Unreadable(name, "statement-of-another", by)
        if to and _spelled(to) not in ours:
            raise Unreadable(name, "statement-for-another", to)


def _spelled(text: str) -> str:
    """A symbol in one spelling; what is none stays as it is."""
    try:
        return str(Symbol.named(text)).casefold()
    except Invalid:
        return text.casefold()


def _told(row: dict[str, str], place: tuple[str, int], month_first: bool) -> Open:
    try:
        phase = Phase(row["where"].lower())
        borrower = {"borrower": True, "lender": False}[row["role"].lower()]
    except (KeyError, ValueError) as error:
        raise Unreadable(place[0], "not-a-statement", str(place[1])) from error
    return Open(
        request_id=row["request"],
        supplier_id=row.get("supplier-number", ""),
        borrower=borrower,
        phase=phase,
        due=read_day(row.get("due", ""), month_first=month_first),
        title=row.get("title", ""),
    )
