"""Messages of every shape, for properties."""

import string
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from lxml import etree

from ill_desktop.domain import message
from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.message import (
    Coded,
    Confirmation,
    MessageKind,
    Request,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
)
from ill_desktop.formats.iso18626 import elements

ZONE = ZoneInfo("Asia/Jakarta")
SCHEMAS = {
    Dialect.V1_1: "derived/ISO-18626-v1_1-DERIVED.xsd",
    Dialect.V1_2: "ISO-18626-v1_2.xsd",
    Dialect.V2021: "ISO-18626-2021-2.xsd",
}


@cache
def schema(folder: Path, dialect: Dialect) -> etree.XMLSchema:
    """An edition's schema, read once."""
    return etree.XMLSchema(etree.parse(folder / "iso18626" / "xsd" / SCHEMAS[dialect]))


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
    lambda t: t.strip() == t and t != "" and "\ufffe" not in t and "\uffff" not in t
)
WORD = st.text(string.ascii_letters + string.digits, min_size=1, max_size=12)
BUILD = {
    str: TEXT,
    int: st.integers(0, 999),
    bool: st.booleans(),
    datetime: st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(
        lambda d: d.replace(microsecond=0, tzinfo=UTC)
    ),
    Decimal: st.integers(0, 10**7).map(lambda n: Decimal(n) / 100),
    Coded: st.builds(Coded, WORD, st.none() | WORD),
}
WRITTEN_ONLY = {"RetryInfo": {"offered_costs", "retry_before", "retry_after"}}
NEEDED = {
    (name, line.field)
    for name in elements.STRUCTURES
    for line in (*elements.ORDER[Dialect.V1_2][name], *elements.ORDER[Dialect.V2021][name])
    if line.least
}


def strategy(hint: Any, skipped: Any, most: int) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    if hint in BUILD:
        return BUILD[hint]
    if get_origin(hint) is tuple:
        inner = strategy(get_args(hint)[0], skipped, most)
        return st.lists(inner, max_size=most).map(tuple)
    if type(None) in get_args(hint):
        other = next(a for a in get_args(hint) if a is not type(None))
        return st.none() | strategy(other, skipped, most)
    if is_dataclass(hint):
        return structures(hint, skipped, most)
    return st.sampled_from([code for code in hint if code not in skipped.get("codes", ())])


def structures(cls: Any, skipped: Any, most: int) -> st.SearchStrategy[Any]:
    """Any structure without the `skipped` fields, repeats up to `most` times."""
    if cls is message.Address:
        physical = structures(message.PhysicalAddress, skipped, most).filter(filled)
        return st.builds(message.Address, st.none(), physical)
    hints = get_type_hints(cls)
    left_out = skipped.get(cls.__name__, set()) | WRITTEN_ONLY.get(cls.__name__, set())
    given = {}
    for one in fields(cls):
        if one.name in left_out:
            continue
        made = strategy(hints[one.name], skipped, most)
        if one.name == "multiple_item_request_id":
            made = st.just("") | WORD
        if (cls.__name__, one.name) in NEEDED:
            made = made.filter(lambda v: v is not None)
        given[one.name] = made
    return st.builds(cls, **given)


def letters(skipped: Any, most: int = 1) -> st.SearchStrategy[Any]:
    """Any message that is not a confirmation."""
    kinds = (Request, SupplyingAgencyMessage, RequestingAgencyMessage)
    return st.one_of(*(structures(cls, skipped, most) for cls in kinds))


def confirmations() -> st.SearchStrategy[Any]:
    """Any confirmation."""
    kinds = [kind for kind in MessageKind if kind.value.endswith("Confirmation")]
    header = structures(message.ConfirmationHeader, {}, 1).filter(
        lambda h: h.timestamp is not None and h.timestamp_received is not None
    )
    errors = st.lists(
        structures(message.ErrorData, {}, 1).filter(lambda e: e.error_type), max_size=2
    )
    return st.builds(Confirmation, st.sampled_from(kinds), header, error_data=errors.map(tuple))


def filled(value: Any) -> bool:
    """Whether a structure holds anything."""
    return any(getattr(value, f.name) not in (None, ()) for f in fields(value))


def whole(value: Any) -> Any:
    """Without structures that hold nothing: they are not written."""
    if isinstance(value, tuple):
        return tuple(one for one in map(whole, value) if one is not None)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    cleaned = {f.name: whole(getattr(value, f.name)) for f in fields(value)}
    kept = replace(value, **cleaned)
    top = isinstance(value, Request | SupplyingAgencyMessage | RequestingAgencyMessage)
    if not top and not isinstance(value, message.BibliographicInfo) and not filled(kept):
        return None
    return kept
