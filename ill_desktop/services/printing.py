"""Slips and labels of requests: filled from the desk, noted when they were printed."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import Invalid, Refused, Why
from ill_desktop.domain.lifecycle.states import Action, Service, Side
from ill_desktop.printing import addresses, pages, papers, rulers, sheets
from ill_desktop.printing import stocks as stock_table
from ill_desktop.printing.papers import Paper, Sheetful
from ill_desktop.printing.sheets import Offset
from ill_desktop.services import acts
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.store import cases, directory, documents, people
from ill_desktop.store.cases import Case
from ill_desktop.words import labels
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

LABELS = {"shipping-label": "ship", "return-label": "return"}
"""The purpose of the partner's address that a label takes, whichever side."""

LABEL_STOCK = {"Letter": "5163"}

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What to print: a kind, for these requests, on a stock, from the nth label of the sheet."""

    kind: str
    numbers: tuple[str, ...]
    stock: str = ""
    start: int = 1
    offset: Offset | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and what to know about it."""

    pdf: bytes
    pages: int
    items: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StockView:
    """A stock to choose from."""

    code: str
    name: str
    page: str
    columns: int
    rows: int


def stocks() -> tuple[StockView, ...]:
    """Every stock."""
    return tuple(
        StockView(s.code, s.name, f"{s.page[0]:g} × {s.page[1]:g} mm", *s.grid)
        for s in stock_table.stocks().values()
    )


def usual_stock(desk: Desk, kind: str) -> str:
    """The stock a kind is printed on unless another is named."""
    if kind in LABELS:
        return LABEL_STOCK.get(desk.library.paper, "L7163")
    return desk.library.paper


def places(kind: str, code: str) -> int:
    """How many papers of a kind a page of the stock holds."""
    return stock_table.stock(code).cut_for(kind).per_page


def print_documents(desk: Desk, order: PrintOrder) -> Printed:
    """Make the PDF; nothing is noted yet. Raises `Missing` or `Invalid`."""
    if order.kind not in papers.KINDS:
        raise Invalid("kind", order.kind, Why.NOT_A_CODE)
    stock = stock_table.stock(order.stock or usual_stock(desk, order.kind))
    warnings: list[str] = []
    with desk.database.read() as session:
        found = [
            _paper(desk, session, cases.case_by_number(session, number), order.kind, warnings)
            for number in order.numbers
        ]
    done = sheets.sheets(
        Sheetful(order.kind, desk.words, tuple(found)), stock, order.start, order.offset
    )
    return Printed(done.pdf, done.pages, done.items, (*warnings, *done.warnings))


def was_printed(desk: Desk, order: PrintOrder) -> None:
    """Note that the papers were printed; a pull slip marks its request."""
    now = desk.clock.now()
    for number in order.numbers:
        with desk.database.work() as session:
            request = cases.case_by_number(session, number).request
            documents.add(session, request.id, order.kind, order.stock, now)
        if order.kind == "pull-slip":
            try:
                acts.do(desk, number, Action.PRINT_SLIP)
            except Refused:
                continue  # a reprint after the book was fetched is no step of the life cycle
    desk.changes.publish(Change(requests=frozenset(order.numbers)))


def test_sheet(code: str, language: str = "en") -> bytes:  # noqa: PT028 - tests a printer
    """The sheet that shows how a printer meets a stock; raises `Missing`."""
    return rulers.test_sheet(stock_table.stock(code), words_for(language))


def preview(pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
    """One page, counted from 0, as width, height and RGBA bytes."""
    return pages.picture(pdf, page, dpi)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return pages.page_count(pdf)


def _paper(desk: Desk, session: "Session", case: Case, kind: str, warnings: list[str]) -> Paper:
    request, cited = case.request, case.request.citation
    partner = directory.partner(session, request.partner_id)
    symbols = directory.symbols(session, request.partner_id) if request.partner_id else []
    names = (a.symbol for a in case.attempts if not a.ended)
    return Paper(
        number=request.number,
        title=cited.title,
        author=cited.author if cited.component_title else cited.display_author,
        edition=cited.edition,
        year=cited.year,
        publisher=cited.publisher,
        volume=f"{cited.volume} ({cited.issue})" if cited.issue else cited.volume,
        article=cited.component_title,
        article_author=cited.component_author,
        pages=cited.pages,
        identifiers=tuple(filter(None, (cited.isbn, cited.issn))),
        call_number=request.call_number or _items_call_number(case),
        location=request.location,
        items=tuple(item.barcode for item in case.items if item.barcode),
        service=labels.of(desk.words, request.service),
        is_copy=request.service is Service.COPY,
        partner=partner.name if partner else "",
        symbol=str(symbols[0]) if symbols else request.requester_symbol,
        their_id=request.their_id,
        needed_by=request.needed_by,
        due=request.due,
        conditions=labels.coded(desk.words, request.condition),
        note=request.note,
        patron_code=_patron_code(session, request.patron_id) if kind == "request-slip" else "",
        pickup=request.pickup if request.side is Side.BORROWING else "",
        suppliers=tuple(names),
        to_lines=_to_lines(desk, session, case, kind, warnings) if kind in LABELS else (),
        from_lines=_own_lines(desk, session),
        library=desk.library.name,
        printed_on=desk.today(),
        printed_at=desk.clock.now().astimezone(ZoneInfo(desk.library.zone)),
        copy=documents.copies(session, request.id, kind) + 1,
    )


def _items_call_number(case: Case) -> str:
    return next((item.call_number for item in case.items if item.call_number), "")


def _patron_code(session: "Session", patron_id: int | None) -> str:
    if patron_id is None:
        return ""
    return people.patron_codes(session, frozenset({patron_id})).get(patron_id, "")


def _to_lines(
    desk: Desk, session: "Session", case: Case, kind: str, warnings: list[str]
) -> tuple[str, ...]:
    """The partner's own address; what only a message said is used after a warning."""
    request = case.request
    partner = directory.partner(session, request.partner_id)
    known = directory.addresses(session, request.partner_id) if partner else {}
    row = known.get(LABELS[kind]) or known.get("ship") or known.get("mail")
    name = partner.name if partner else request.requester_symbol
    said = request.return_address if kind == "return-label" else request.delivery_address
    if row is not None:
        lines = (name, *addresses.block(row.lines.splitlines(), row.country, desk.library.country))
        if said and not _same(said, row.lines):
            text = mark("Paper", "{number}: the message names another address than the card.")
            warnings.append(desk.words.tr("Paper", text, number=request.number))
        return lines
    if said:
        text = mark("Paper", "{number}: this address came in a message only. Check it.")
        warnings.append(desk.words.tr("Paper", text, number=request.number))
        return (name, *addresses.block(said.splitlines(), "", desk.library.country))
    text = mark("Paper", "{number}: {partner} has no address. Add one to its card.")
    warnings.append(desk.words.tr("Paper", text, number=request.number, partner=name))
    return (name,)


def _same(said: str, known: str) -> bool:
    """Whether one has every word and number of the other: names and countries may be added."""

    def plain(text: str) -> set[str]:
        return set(_WORDS.findall(text.casefold()))

    return plain(known) <= plain(said) or plain(said) <= plain(known)


def _own_lines(desk: Desk, session: "Session") -> tuple[str, ...]:
    row = directory.addresses(session, None).get("ship")
    home = desk.library.country
    lines = addresses.block(row.lines.splitlines(), row.country or home, home) if row else ()
    return (desk.library.name, *lines)
