"""What a supplier leaves in our inbox about a request of ours, as files."""

import io
from datetime import timedelta

import pypdf

from ill_desktop.domain import message as iso
from ill_desktop.domain.codes import Reason, Status
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import AgencyId, Header
from ill_desktop.formats import iso18626, package
from tests.services.desks import OURS, START, THEIRS


def _says(number: str, status: Status) -> bytes:
    then = START + timedelta(hours=1)
    header = Header(
        supplying_agency_id=AgencyId.of(Symbol.parse(THEIRS)),
        requesting_agency_id=AgencyId.of(Symbol.parse(OURS)),
        timestamp=then,
        requesting_agency_request_id=f"{number}-1",
        supplying_agency_request_id=f"S-{number}",
    )
    said = iso.MessageInfo(Reason.STATUS_CHANGE), iso.StatusInfo(status, last_change=then)
    return iso18626.write(iso.SupplyingAgencyMessage(header, *said))


def a_loan_sent(number: str) -> bytes:
    """The message that the book of a request is on its way."""
    return _says(number, Status.LOANED)


def a_copy_sent(number: str) -> bytes:
    """A package with the message that a copy was sent, and its scan."""
    return package.pack(
        package.Manifest(THEIRS, OURS, int(number), START),
        _says(number, Status.COPY_COMPLETED),
        {package.plain_name(f"{number}.pdf", 1): a_scan(number)},
    )


def a_scan(number: str) -> bytes:
    """Another one for each request."""
    made, out = pypdf.PdfWriter(), io.BytesIO()
    made.add_blank_page(200, 200)
    made.write(out)
    return out.getvalue() + f"%{number}\n".encode()
