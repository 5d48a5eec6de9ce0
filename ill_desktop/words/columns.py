# house: table
"""Names of what the commands show to people; scripts read the keys instead."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "title": mark("Column", "Title"),
        "author": mark("Column", "Author"),
        "in": mark("Column", "In"),
        "subtitle": mark("Column", "Subtitle"),
        "edition": mark("Column", "Edition"),
        "publisher": mark("Column", "Publisher"),
        "place": mark("Column", "Place"),
        "year": mark("Column", "Year"),
        "isbn": mark("Column", "ISBN"),
        "issn": mark("Column", "ISSN"),
        "doi": mark("Column", "DOI"),
        "pmid": mark("Column", "PMID"),
        "volume": mark("Column", "Volume"),
        "issue": mark("Column", "Issue"),
        "pages": mark("Column", "Pages"),
        "items": mark("Column", "Barcode"),
        "call-number": mark("Column", "Call number"),
        "condition": mark("Column", "Condition"),
        "cost": mark("Column", "Cost"),
        "file": mark("Column", "File"),
        "partner": mark("Column", "Partner"),
        "asked": mark("Column", "Asked"),
        "patron": mark("Column", "Reader"),
        "due": mark("Column", "Due date"),
        "needed-by": mark("Column", "Needed by"),
        "flags": mark("Column", "Marks"),
        "actions": mark("Column", "Possible actions"),
        "their-id": mark("Column", "Their number"),
        "symbols": mark("Column", "Symbols"),
        "inbox": mark("Column", "They leave messages in"),
        "outbox": mark("Column", "We leave messages in"),
        "dialect": mark("Column", "Edition of ISO 18626"),
        "ship": mark("Column", "Address for parcels"),
        "return": mark("Column", "Address for returns"),
        "mail": mark("Column", "Postal address"),
        "email": mark("Column", "E-mail"),
        "invoice": mark("Column", "Address for invoices"),
        "note": mark("Column", "Note"),
        "added": mark("Column", "Added"),
        "changed": mark("Column", "Changed"),
        "rejected": mark("Column", "Left out"),
        "read": mark("Column", "Messages read"),
        "applied": mark("Column", "of these used"),
        "duplicate": mark("Column", "of these seen before"),
        "attention": mark("Column", "of these needing attention"),
        "quarantined": mark("Column", "of these put in quarantine"),
        "written": mark("Column", "Messages sent"),
        "failed": mark("Column", "Not sent, or not taken in"),
    }
)


def name(words: Words, key: str) -> str:
    """What a fact is called; what nobody named keeps its key."""
    return words.tr("Column", COLUMNS[key]) if key in COLUMNS else key
