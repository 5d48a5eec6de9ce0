# house: table
"""What is told to a reader who asks what the desk knows of them."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

TITLE = mark("Reader", "What {library} knows of {name}")
ABOUT = mark("Reader", "As of {day}. Closed requests forget their reader after {days} days.")
WHAT, VALUE = mark("Reader", "What"), mark("Reader", "Value")

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "code": mark("Reader", "Code"),
        "name": mark("Reader", "Name"),
        "email": mark("Reader", "E-mail"),
        "phone": mark("Reader", "Telephone"),
        "category": mark("Reader", "Category"),
        "department": mark("Reader", "Department"),
        "pickup": mark("Reader", "Collects at"),
        "language": mark("Reader", "Language"),
        "block": mark("Reader", "Blocked because"),
        "block_until": mark("Reader", "Blocked until"),
        "number": mark("Reader", "Request"),
        "title": mark("Reader", "Title"),
        "author": mark("Reader", "Author"),
        "state": mark("Reader", "State"),
        "created": mark("Reader", "Made"),
        "call_number": mark("Reader", "Call number"),
        "location": mark("Reader", "Location"),
        "condition": mark("Reader", "Condition"),
        "note": mark("Reader", "Note"),
        "notes": mark("Reader", "Notes"),
        "charges": mark("Reader", "Charges"),
        "attachments": mark("Reader", "Files"),
        "messages": mark("Reader", "Messages"),
        "replaced": mark("Reader", "Replaced, kept for undo"),
        "earlier": mark("Reader", "Request that was theirs before"),
    }
)


def field(words: Words, key: str) -> str:
    """What a field is called."""
    return words.tr("Reader", FIELDS[key])
