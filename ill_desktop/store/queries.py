"""Look-ups that belong to no single thing: what a barcode means, what looks alike, who is who."""

from collections.abc import Iterable

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.orm import Session

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.domain.identity import code_key, spellings
from ill_desktop.store.lines import ListLine
from ill_desktop.store.listing import matching
from ill_desktop.store.open_between import is_open
from ill_desktop.store.rows import (
    AttemptRow,
    ItemRow,
    RequestRow,
)


def _text(name: str) -> BindParameter[str]:
    return bindparam(name)


def numbers_by_scan(session: Session, scanned: str) -> tuple[str, ...]:
    """The number of the request a barcode belongs to; raises `Missing`.

    Our number comes first, then the id of one of our attempts, then the barcode of an item of
    open requests or else of the newest, then an id a partner uses. There are several, the newest
    first, where open requests share a barcode or partners an id. Capital and small letters are
    the same.
    """
    numbers = _first(session, scanned, _SCANS)
    if not numbers:
        raise Missing("request", scanned)
    return numbers


def number_by_strap(session: Session, scanned: str) -> str:
    """The request whose own number, or that of one of its attempts, was scanned; empty for none."""
    return next(iter(_first(session, scanned, _SCANS[:2])), "")


def _first(session: Session, scanned: str, statements: Iterable[Select[str]]) -> tuple[str, ...]:
    for code in spellings(scanned) if scanned.strip() else ():
        for statement in statements:
            numbers = session.scalars(statement, {"code": code, "key": code_key(code)}).all()
            if numbers:
                return tuple(numbers)
    return ()


def _newest(statement: Select[str], most: int = 1) -> Select[str]:
    return statement.order_by(RequestRow.id.desc()).limit(most)


MOST_ALIKE = 400
"""So many requests at most are shown for one code; more were never seen."""


_CODE = _text("code")
_NUMBER = select(RequestRow.number)
_WITH_ITEM = (_NUMBER.join(ItemRow, ItemRow.request_id == RequestRow.id)
              .where(func.lower(ItemRow.barcode) == _text("key")))  # fmt: skip
_SCANS = (
    _newest(_NUMBER.where(RequestRow.number == _CODE)),
    _newest(_NUMBER.join(AttemptRow, AttemptRow.request_id == RequestRow.id)
            .where(AttemptRow.our_id == _CODE)),
    _newest(_WITH_ITEM.where(is_open()), MOST_ALIKE),
    _newest(_WITH_ITEM),
    _newest(_NUMBER.where(RequestRow.their_id == _CODE), MOST_ALIKE),
)  # fmt: skip


def similar(session: Session, citation: Citation) -> tuple[ListLine, ...]:
    """The newest requests, twenty at most, with all the title's words or a number in common.

    They are candidates: the caller compares them as closely as it likes.
    """
    numbers = (citation.isbn.replace("-", ""), citation.issn.replace("-", ""))
    return matching(session, citation.display_title, *(() if citation.component_title else numbers))
