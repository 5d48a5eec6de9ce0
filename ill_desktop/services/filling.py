"""Papers filled from the desk: what a slip, a label or a list shows of a request or a parcel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.citation import folded
from ill_desktop.domain.lifecycle.states import Service, Side
from ill_desktop.domain.shelves import shelf_key
from ill_desktop.printing import addresses
from ill_desktop.printing.papers import Packed, Paper
from ill_desktop.services import deadlines, duedates, said_address
from ill_desktop.services.desk import Desk
from ill_desktop.services.shown import note_views
from ill_desktop.store import cases, directory, documents, journal, parcels, people, settings
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AddressRow, ParcelRow
from ill_desktop.words import formats, labels
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

PACKING = "packing-list"
PURPOSES = {"shipping-label": "ship", "return-label": "return"}
"""The purpose of the partner's address that a label takes, whichever side."""
OF_SIDE = {Side.LENDING: "ship", Side.BORROWING: "return"}
"""The same for a packing list: what we lent goes out, what we borrowed goes back."""
WALKED = frozenset({"pull-slip"})
"""Kinds that come in the order of the shelves."""
RUSH = frozenset({"express", "rush", "urgent"})
"""Levels of service that are sooner than usual; the list is open, and read without case."""
TOGETHER = frozenset({*PURPOSES, PACKING})
"""Kinds of which one is enough for all that lies in a closed parcel."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one paper stands for: a request, or several that travel together."""

    cases: tuple[Case, ...]
    parcel: ParcelRow | None = None

    @property
    def number(self) -> str:
        """What is barcoded."""
        return self.parcel.number if self.parcel else self.cases[0].request.number


def loads(session: "Session", kind: str, numbers: Sequence[str]) -> list[Load]:
    """The requests of some numbers, put together as their parcels are; raises `Missing`.

    A packing list is for one partner's parcel, also where nobody opened one.
    """
    found: dict[object, Load] = {}
    for n, number in enumerate(numbers):
        case = None if parcels.is_parcel(number) else cases.case_by_number(session, number)
        parcel = _parcel(session, kind, number, case)
        if parcel is not None:
            found[parcel.number] = Load(_inside(session, parcel), parcel)
        elif case is not None and kind == PACKING:
            key = (case.request.side, case.request.partner_id or case.request.requester_symbol)
            known = found.get(key)
            found[key] = Load((*known.cases, case)) if known else Load((case,))
        elif case is not None:
            found[n] = Load((case,))
    return list(found.values())


def _parcel(session: "Session", kind: str, number: str, case: Case | None) -> ParcelRow | None:
    """The parcel a number is of, or the closed one its request lies in."""
    if case is None:
        return parcels.by_number(session, number)
    row = parcels.of_request(session, case.request.id) if kind in TOGETHER else None
    return row if row is not None and row.closed_at is not None else None


def _inside(session: "Session", row: ParcelRow) -> tuple[Case, ...]:
    return tuple(cases.case_by_id(session, one.id) for one in parcels.contents(session, row.id))


@dataclass(slots=True)
class Filling:
    """Fills the papers of one kind; `warnings` is what to look at before printing."""

    desk: Desk
    session: "Session"
    kind: str
    warnings: list[str]

    def papers(self, numbers: Sequence[str]) -> tuple[Paper, ...]:
        """The papers in the order in which they are worked through; raises `Missing`."""
        found = [self._paper(load) for load in loads(self.session, self.kind, numbers)]
        if self.kind in WALKED:
            found.sort(key=_walked)
        return tuple(found)

    def _paper(self, load: Load) -> Paper:
        paper = self._of_request(load.cases[0])
        parcel = load.parcel
        if parcel is None and self.kind != PACKING:
            return paper
        return replace(
            paper,
            number=load.number,
            items=tuple(i.barcode for case in load.cases for i in case.items if i.barcode),
            tracking=parcel.tracking if parcel else "",
            weight=formats.weight(self.desk.words, parcel.grams) if parcel else "",
            value=formats.money(self.desk.words, parcel.value) if parcel else "",
            packed=tuple(self._packed(case) for case in load.cases),
        )

    def _packed(self, case: Case) -> Packed:
        request = case.request
        return Packed(
            request.number,
            request.citation.display_title,
            tuple(item.barcode for item in case.items if item.barcode),
            _pieces(case),
            request.due,
            request.their_id,
            labels.coded(self.desk.words, request.condition),
        )

    def _of_request(self, case: Case) -> Paper:
        desk, session = self.desk, self.session
        request, cited = case.request, case.request.citation
        partner = directory.partner(session, request.partner_id)
        symbols = directory.symbols(session, request.partner_id) if request.partner_id else []
        earlier = duedates.for_reader(desk, session, request) if self.kind == "book-strap" else None
        paper = Paper(
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
            level=labels.level(desk.words, request.service_level),
            rush=request.service_level.lower() in RUSH,
            is_copy=request.service is Service.COPY,
            partner=partner.name if partner else "",
            symbol=str(symbols[0]) if symbols else request.requester_symbol,
            their_id=request.their_id,
            needed_by=request.needed_by,
            due=request.due,
            reader_due=earlier.day if earlier else None,
            both_due=bool(earlier) and bool(settings.read(session, *duedates.BOTH_ON_STRAP)),
            conditions=labels.coded(desk.words, request.condition),
            note=request.note,
            notes=self._notes(case) if self.kind in WALKED else (),
            patron_code=self._patron_code(request.patron_id),
            pickup=request.pickup if request.side is Side.BORROWING else "",
            suppliers=self._suppliers(case),
            pieces=_pieces(case),
            from_lines=_own_lines(desk, session),
            library=desk.library.name,
            printed_on=desk.today(),
            printed_at=desk.clock.now().astimezone(ZoneInfo(desk.library.zone)),
            copy=documents.copies(session, request.id, self.kind) + 1,
        )
        return self._addressed(case, paper) if self.kind in TOGETHER else paper

    def _notes(self, case: Case) -> tuple[str, ...]:
        """What we noted for ourselves, and what they wrote since; the newest first."""
        words, events = self.desk.words, journal.history(self.session, case.request.id)
        ours, theirs = (
            mark("Paper", "Noted {day}: {note}"),
            mark("Paper", "They wrote {day}: {note}"),
        )
        return tuple(
            words.tr(
                "Paper",
                theirs if one.theirs else ours,
                day=formats.day(words, self.desk.local_date(one.at)),
                note=one.text,
            )
            for one in note_views(self.session, case, events)
            if one.theirs or one.audience == "internal"
        )

    def _suppliers(self, case: Case) -> tuple[str, ...]:
        """Whom to ask still, and when the library that was asked should have answered."""
        if self.kind != "request-slip":
            return ()
        day = deadlines.answer_by(self.desk, self.session, case.request)
        told = self.desk.words.tr(
            "Paper", mark("Paper", "answer by {day}"), day=formats.day(self.desk.words, day)
        )
        return tuple(
            f"{one.symbol}, {told}" if day and one is case.current else one.symbol
            for one in case.attempts
            if not one.ended
        )

    def _patron_code(self, patron_id: int | None) -> str:
        if patron_id is None or self.kind != "request-slip":
            return ""
        return people.patron_codes(self.session, frozenset({patron_id})).get(patron_id, "")

    def _addressed(self, case: Case, paper: Paper) -> Paper:
        """The partner's own address; for the way back the one this loan came with goes first."""
        request = case.request
        partner = directory.partner(self.session, request.partner_id)
        card = directory.profile(self.session, request.partner_id)
        paper = replace(paper, telephone=card.telephone, courier=card.courier)
        known = directory.addresses(self.session, request.partner_id) if partner else {}
        purpose = PURPOSES.get(self.kind) or OF_SIDE[request.side]
        row = known.get(purpose) or known.get("ship") or known.get("mail")
        name = partner.name if partner else request.requester_symbol
        said = request.return_address if purpose == "return" else request.delivery_address
        said = said_address.meant(said, name)
        differs = row is not None and said_address.differs(said, row.lines)
        if differs:
            text = mark("Paper", "{number}: the message names another address than the card.")
            self._warn(text, number=request.number)
        if row is not None and not (differs and purpose == "return"):
            return self._to(paper, name, row)
        if said:
            if row is None:
                text = mark("Paper", "{number}: this address came in a message only. Check it.")
                self._warn(text, number=request.number)
            return self._as_said(paper, name, said)
        text = mark("Paper", "{number}: {partner} has no address. Add one to its card.")
        self._warn(text, number=request.number, partner=name)
        return replace(paper, to_lines=(name,))

    def _to(self, paper: Paper, name: str, row: AddressRow) -> Paper:
        home = self.desk.library.country
        source = mark("Paper", "Address from the partner’s card")
        return replace(
            paper,
            to_lines=(name, *addresses.block(row.lines.splitlines(), row.country, home)),
            to_source=self.desk.words.tr("Paper", source) if self._tells_source else "",
            abroad=bool(row.country) and row.country != home,
        )

    def _as_said(self, paper: Paper, name: str, said: str) -> Paper:
        lines = addresses.block(said.splitlines(), "", self.desk.library.country)
        source = mark("Paper", "Address from this loan’s message")
        return replace(
            paper,
            to_lines=(name, *lines),
            to_source=self.desk.words.tr("Paper", source) if self._tells_source else "",
            abroad=bool(lines) and lines[-1] in addresses.COUNTRIES.values(),
        )

    @property
    def _tells_source(self) -> bool:
        """Only on the way back is there a choice to tell of (FEATURES BW-7)."""
        return self.kind == "return-label"

    def _warn(self, text: str, **values: str) -> None:
        self.warnings.append(self.desk.words.tr("Paper", text, **values))


def _pieces(case: Case) -> int:
    """How many volumes a request is, whether or not each has its barcode here."""
    return max(1, case.request.pieces, len(case.items))


def _items_call_number(case: Case) -> str:
    return next((item.call_number for item in case.items if item.call_number), "")


def _walked(paper: Paper) -> tuple[object, ...]:
    """Where it stands on the way along the shelves; without a call number, by its title."""
    return paper.location.casefold(), shelf_key(paper.call_number), folded(paper.title)


def _own_lines(desk: Desk, session: "Session") -> tuple[str, ...]:
    row = directory.addresses(session, None).get("ship")
    home = desk.library.country
    lines = addresses.block(row.lines.splitlines(), row.country or home, home) if row else ()
    return (desk.library.name, *lines)
