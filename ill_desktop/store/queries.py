"""Look-ups that belong to no single thing: what a barcode means, what looks alike, who is who."""

from collections.abc import Iterable

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.orm import Session

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.domain.identity import code_key, spellings
from ill_desktop.store.lines import ListLine
from ill_desktop.store.listing import matching
from ill_desktop.store.rows import (
    AttemptRow,
    ItemRow,
    RequestRow,
)


def _text(name: str) -> BindParameter[str]:
    return bindparam(name)


def number_by_scan(session: Session, scanned: str) -> str:
    """The number of the request a barcode belongs to; raises `Missing`.

    Our number comes first, then the id of one of our attempts, then the barcode of an item of
    the newest request, then an id a partner uses. Capital and small letters are the same.
    """
    number = _first(session, scanned, _SCANS)
    if not number:
        raise Missing("request", scanned)
    return number


def number_by_strap(session: Session, scanned: str) -> str:
    """The request whose own number, or that of one of its attempts, was scanned; empty for none."""
    return _first(session, scanned, _SCANS[:2])


def _first(session: Session, scanned: str, statements: Iterable[Select[str]]) -> str:
    for code in spellings(scanned) if scanned.strip() else ():
        for statement in statements:
            number = session.scalar(statement, {"code": code, "key": code_key(code)})
            if number is not None:
                return number
    return ""


def _newest(statement: Select[str]) -> Select[str]:
    return statement.order_by(RequestRow.id.desc()).limit(1)


_CODE = _text("code")
_NUMBER = select(RequestRow.number)
_SCANS = (
    _newest(_NUMBER.where(RequestRow.number == _CODE)),
    _newest(_NUMBER.join(AttemptRow, AttemptRow.request_id == RequestRow.id)
            .where(AttemptRow.our_id == _CODE)),
    _newest(_NUMBER.join(ItemRow, ItemRow.request_id == RequestRow.id)
            .where(func.lower(ItemRow.barcode) == _text("key"))),
    _newest(_NUMBER.where(RequestRow.their_id == _CODE)),
)  # fmt: skip


def similar(session: Session, citation: Citation) -> tuple[ListLine, ...]:
    """The newest requests, twenty at most, with all the title's words or a number in common.

    They are candidates: the caller compares them as closely as it likes.
    """
    numbers = (citation.isbn.replace("-", ""), citation.issn.replace("-", ""))
    return matching(session, citation.display_title, *(() if citation.component_title else numbers))
