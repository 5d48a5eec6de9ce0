"""What services ask of the cabinet that is neither a list of requests nor a figure.

`listing`, `ledger` and `first_page` hold the lists; rows found here stay inside the service.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, or_, select
from sqlalchemy.orm import Session

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.store import search
from ill_desktop.store.lines import ListLine, ListPage, ListQuery
from ill_desktop.store.listing import counts, line, matching, page, standing
from ill_desktop.store.rows import (
    AttachmentRow,
    AttemptRow,
    DocumentRow,
    HolidayRow,
    ItemRow,
    LibraryRow,
    PartnerRow,
    PatronRow,
    RequestRow,
    SettingRow,
    StaffRow,
    SymbolRow,
)

__all__ = (
    "ListLine", "ListPage", "ListQuery", "attachments_of", "counts", "documents_of", "holidays",
    "library", "line", "number_by_scan", "page", "partners", "patron_by_code", "patrons",
    "put_setting", "request_by_number", "setting", "settings", "similar", "staff", "standing",
    "symbols_of_partners",
)  # fmt: skip


def _text(name: str) -> BindParameter[str]:
    return bindparam(name)


def library(session: Session) -> LibraryRow:
    """Whose desk it is; raises `Missing` in a file that was never set up."""
    row = session.get(LibraryRow, 1)
    if row is None:
        raise Missing("library", "")
    return row


def request_by_number(session: Session, number: str) -> RequestRow:
    """The request of a number; raises `Missing`."""
    row = session.scalar(_BY_NUMBER, {"number": number})
    if row is None:
        raise Missing("request", number)
    return row


_BY_NUMBER = select(RequestRow).where(RequestRow.number == _text("number"))


def number_by_scan(session: Session, scanned: str) -> str:
    """The number of the request a barcode belongs to; raises `Missing`.

    Our number comes first, then the id of one of our attempts, then the barcode of an item of
    the newest request, then an id a partner uses.
    """
    code = scanned.strip()
    for statement in _SCANS:
        number = session.scalar(statement, {"code": code}) if code else None
        if number is not None:
            return number
    raise Missing("request", scanned)


def _newest(statement: Select[str]) -> Select[str]:
    return statement.order_by(RequestRow.id.desc()).limit(1)


_CODE = _text("code")
_NUMBER = select(RequestRow.number)
_SCANS = (
    _newest(_NUMBER.where(RequestRow.number == _CODE)),
    _newest(_NUMBER.join(AttemptRow, AttemptRow.request_id == RequestRow.id)
            .where(AttemptRow.our_id == _CODE)),
    _newest(_NUMBER.join(ItemRow, ItemRow.request_id == RequestRow.id)
            .where(ItemRow.barcode == _CODE)),
    _newest(_NUMBER.where(RequestRow.their_id == _CODE)),
)  # fmt: skip


def similar(session: Session, citation: Citation) -> tuple[ListLine, ...]:
    """The newest requests, twenty at most, with all the title's words or a number in common.

    They are candidates: the caller compares them as closely as it likes.
    """
    numbers = (citation.isbn.replace("-", ""), citation.issn.replace("-", ""))
    words = search.any_of(citation.display_title, *(() if citation.component_title else numbers))
    return matching(session, words) if words else ()


def patron_by_code(session: Session, code: str) -> PatronRow:
    """The reader with a code; raises `Missing`."""
    row = session.scalar(select(PatronRow).where(PatronRow.code == code))
    if row is None:
        raise Missing("patron", code)
    return row


def patrons(session: Session, find: str = "") -> Sequence[PatronRow]:
    """Readers by name and code; `find` narrows to those whose name or code holds the text."""
    statement = select(PatronRow).order_by(PatronRow.name, PatronRow.code)
    if find:
        held = (PatronRow.name.icontains(find, autoescape=True),
                PatronRow.code.icontains(find, autoescape=True))  # fmt: skip
        statement = statement.where(or_(*held))
    return session.scalars(statement).all()


def partners(session: Session) -> Sequence[PartnerRow]:
    """All partners by name."""
    return session.scalars(select(PartnerRow).order_by(PartnerRow.name, PartnerRow.id)).all()


def symbols_of_partners(session: Session) -> Mapping[int, tuple[str, ...]]:
    """The symbols of every partner as `AUTHORITY:VALUE`, the one it is addressed by first."""
    statement = select(SymbolRow.partner_id, SymbolRow.authority, SymbolRow.value).order_by(
        SymbolRow.partner_id, SymbolRow.position, SymbolRow.id
    )
    found: dict[int, tuple[str, ...]] = {}
    for partner, authority, value in session.execute(statement):
        found[partner] = (*found.get(partner, ()), f"{authority}:{value}")
    return found


def documents_of(session: Session, request_id: int) -> Sequence[DocumentRow]:
    """What was printed for a request, in order."""
    statement = select(DocumentRow).where(DocumentRow.request_id == request_id)
    return session.scalars(statement.order_by(DocumentRow.id)).all()


def attachments_of(session: Session, request_id: int) -> Sequence[AttachmentRow]:
    """The files that belong to a request, in order."""
    statement = select(AttachmentRow).where(AttachmentRow.request_id == request_id)
    return session.scalars(statement.order_by(AttachmentRow.id)).all()


def holidays(session: Session) -> Sequence[HolidayRow]:
    """The days our desk is closed, in order."""
    return session.scalars(select(HolidayRow).order_by(HolidayRow.day)).all()


def staff(session: Session) -> Sequence[StaffRow]:
    """Who works at the desk, by initials."""
    return session.scalars(select(StaffRow).order_by(StaffRow.initials)).all()


def settings(session: Session) -> Mapping[str, Any]:
    """All of the desk's own settings."""
    return {row.key: row.value for row in session.scalars(select(SettingRow))}


def setting(session: Session, key: str, otherwise: Any = None) -> Any:
    """One of the desk's own settings."""
    row = session.get(SettingRow, key)
    return otherwise if row is None else row.value


def put_setting(session: Session, key: str, value: Any) -> None:
    """Keep a setting; any JSON value."""
    session.merge(SettingRow(key=key, value=value))
