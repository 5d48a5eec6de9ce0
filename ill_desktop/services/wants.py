"""What a request asks for, as the parts of an ISO 18626 request, and back again."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from ill_desktop.domain import message as iso
from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.codes import RequestType, ServiceType
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.domain.message import AgencyId, Coded
from ill_desktop.domain.money import Money
from ill_desktop.printing import addresses
from ill_desktop.store import directory
from ill_desktop.store.rows import AddressRow, RequestRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

SERVICE_TYPES = {
    Service.LOAN: ServiceType.LOAN,
    Service.COPY: ServiceType.COPY,
    Service.COPY_OR_LOAN: ServiceType.COPY_OR_LOAN,
}
SERVICES = {theirs: ours for ours, theirs in SERVICE_TYPES.items()}

PUBLICATION_TYPES = {
    Material.BOOK: "Book",
    Material.ARTICLE: "Article",
    Material.CHAPTER: "Chapter",
    Material.THESIS: "Thesis",
    Material.JOURNAL: "Journal",
    Material.REPORT: "Report",
    Material.CONFERENCE: "ConferenceProc",
    Material.MAP: "Map",
    Material.SCORE: "MusicScore",
    Material.AUDIOVISUAL: "Movie",
}
_MATERIALS = {code.casefold(): material for material, code in PUBLICATION_TYPES.items()}


def bibliographic(request: RequestRow) -> iso.BibliographicInfo:
    """The citation, in the protocol's terms (ISO18626 §3.3)."""
    cited = request.citation
    numbers = (("ISBN", cited.isbn), ("ISSN", cited.issn))
    records = (("PMID", cited.pmid), ("OCLC", request.identifiers.get("oclc", "")))
    return iso.BibliographicInfo(
        title=cited.title or None,
        author=cited.author or None,
        subtitle=cited.subtitle or None,
        series_title=cited.series or None,
        edition=cited.edition or None,
        title_of_component=cited.component_title or None,
        author_of_component=cited.component_author or None,
        volume=(cited.volume,) if cited.volume else (),
        issue=cited.issue or None,
        pages_requested=cited.pages or None,
        bibliographic_item_id=tuple(
            iso.BibliographicItemId(number, Coded(code)) for code, number in numbers if number
        ),
        bibliographic_record_id=tuple(
            iso.BibliographicRecordId(Coded(code), number) for code, number in records if number
        ),
        information_source=f"doi:{cited.doi}" if cited.doi else None,
    )


def citation(message: iso.Request) -> Citation:
    """The protocol's terms as a citation."""
    info = message.bibliographic_info
    published = message.publication_info or iso.PublicationInfo()
    numbers = {
        n.bibliographic_item_identifier_code.value.upper(): n.bibliographic_item_identifier
        for n in info.bibliographic_item_id
    }
    records = {
        r.bibliographic_record_identifier_code.value.upper(): r.bibliographic_record_identifier
        for r in info.bibliographic_record_id
    }
    source = info.information_source or ""
    return Citation(
        title=info.title or "",
        subtitle=info.subtitle or "",
        author=info.author or "",
        edition=info.edition or "",
        publisher=published.publisher or "",
        place=published.place_of_publication or "",
        year=published.publication_date or "",
        isbn=numbers.get("ISBN", ""),
        issn=numbers.get("ISSN", ""),
        doi=source[4:] if source.lower().startswith("doi:") else "",
        pmid=records.get("PMID", ""),
        component_title=info.title_of_component or "",
        component_author=info.author_of_component or "",
        volume=", ".join(info.volume),
        issue=info.issue or "",
        pages=info.pages_requested or "",
        series=info.series_title or "",
        material=_material(message, published),
    ).tidied()


def _material(message: iso.Request, published: iso.PublicationInfo) -> Material:
    kind = published.publication_type
    found = _MATERIALS.get(kind.value.casefold()) if kind else None
    if found is None and message.bibliographic_info.title_of_component:
        return Material.ARTICLE
    return found or Material.BOOK


def publication(request: RequestRow) -> iso.PublicationInfo | None:
    """Publisher, place, year and kind, where any is known."""
    cited = request.citation
    kind = PUBLICATION_TYPES.get(cited.material)
    return iso.PublicationInfo(
        publisher=cited.publisher or None,
        publication_type=Coded(kind) if kind else None,
        publication_date=cited.year or None,
        place_of_publication=cited.place or None,
    )


def service(
    request: RequestRow, kind: RequestType, previous: str | None, note: str
) -> iso.ServiceInfo:
    """Loan or copy, until when, and which request it follows."""
    return iso.ServiceInfo(
        request_type=kind,
        requesting_agency_previous_request_id=previous,
        service_type=SERVICE_TYPES[request.asked_service],
        service_level=Coded(request.service_level) if request.service_level else None,
        need_before_date=_day(request.needed_by),
        loan_condition=(Coded(agreed),) if (agreed := _agreed(request, kind)) else (),
        note=note or None,
    )


def _agreed(request: RequestRow, kind: RequestType) -> str:
    """The condition a retry agrees to; a partner that is answered otherwise does not mind."""
    return request.condition if kind is RequestType.RETRY else ""


def _day(day: date | None) -> datetime | None:
    return datetime.combine(day, time(23, 59, 59), UTC) if day else None


def costs(money: Money) -> iso.Costs:
    """An amount as messages write it."""
    return iso.Costs(Coded(money.currency), money.amount)


def money(amount: iso.Costs | None) -> Money | None:
    """An amount as we keep it; None where the currency is no currency."""
    if amount is None or amount.monetary_value < 0:
        return None
    code = amount.currency_code.value.strip().upper()
    return Money(amount.monetary_value, code) if len(code) == 3 else None


def billing(request: RequestRow) -> iso.BillingInfo | None:
    """The most we would pay."""
    limit = request.max_cost
    return iso.BillingInfo(maximum_costs=costs(limit)) if limit else None


def patron(request: RequestRow) -> iso.PatronInfo | None:
    """The reader's code, and only where staff chose to send it (FEATURES PA-3)."""
    code = request.patron_code_sent
    return iso.PatronInfo(patron_id=code) if code else None


def _physical(row: AddressRow) -> iso.PhysicalAddress:
    lines = [line for line in row.lines.splitlines() if line.strip()]
    return iso.PhysicalAddress(
        line1=lines[0] if lines else None,
        line2=", ".join(lines[1:]) or None,
        country=Coded(row.country) if row.country else None,
    )


def delivery(session: "Session") -> tuple[iso.RequestedDeliveryInfo, ...]:
    """Our own address for parcels, where we have one."""
    row = directory.addresses(session, None).get("ship")
    if row is None or not row.lines.strip():
        return ()
    return (iso.RequestedDeliveryInfo(1, iso.Address(physical_address=_physical(row))),)


def requester(name: str, session: "Session") -> iso.RequestingAgencyInfo:
    """Our name and e-mail address."""
    row = directory.addresses(session, None).get("mail")
    mail = (
        (iso.Address(iso.ElectronicAddress(Coded("Email"), row.email)),)
        if row and row.email
        else ()
    )
    return iso.RequestingAgencyInfo(name=name or None, address=mail)


def return_to(session: "Session", name: str, ours: Symbol) -> iso.ReturnInfo:
    """Where a loan goes back to."""
    own = directory.addresses(session, None)
    row = own.get("return") or own.get("ship")
    return iso.ReturnInfo(AgencyId.of(ours), name or None, _physical(row) if row else None)


def address_lines(address: iso.PhysicalAddress | None) -> str:
    """An address from a message as label lines, in the order of its country."""
    if address is None:
        return ""
    country = address.country.value if address.country else ""
    postal = addresses.Postal(
        tuple(filter(None, (address.line1, address.line2))),
        address.locality or "",
        address.region.value if address.region else "",
        address.postal_code or "",
        country,
    )
    return "\n".join(filter(None, (*addresses.lines(postal), country)))
