"""What was odd about a record that was taken from a file, in one sentence each."""

from types import MappingProxyType

from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

REASONS = MappingProxyType(
    {
        "length": mark("Record", "Its length is not the one it claims."),
        "leader": mark("Record", "Its leader is not a proper one."),
        "base-address": mark("Record", "Its fields do not begin where it claims."),
        "directory": mark("Record", "Its directory does not fit its fields."),
        "directory-count": mark("Record", "Its directory lists more or fewer fields than it has."),
        "indicators": mark("Record", "A field lacks its indicators."),
        "subfield": mark("Record", "A subfield lacks its code."),
        "encoding": mark("Record", "Its letters are not in the encoding it claims. Check them."),
        "namespace": mark("Record", "It does not say that it is MARCXML."),
        "truncated": mark("Record", "It breaks off."),
        "too-short": mark("Record", "It is empty."),
        "no-fields": mark("Record", "It is empty."),
        "deleted": mark("Record", "Those who sent it have deleted it."),
        "holdings": mark("Record", "It lists holdings and describes no publication."),
        "authority": mark("Record", "It is about a name or subject and describes no publication."),
        "no-title": mark("Record", "It has no title."),
        "no-end": mark("Record", "Its end is missing."),
        "duplicate-field": mark("Record", "It gives a field twice. The first counts."),
        "too-long": mark("Record", "It is too long. Part of it was left out."),
        "unreadable": mark("Record", "It cannot be read."),
        "not-well-formed": mark("Record", "Its XML is broken."),
        "isbn": mark("Record", "Its ISBN has a wrong check digit."),
        "issn": mark("Record", "Its ISSN has a wrong check digit."),
        "doi": mark("Record", "Its DOI does not look like one."),
        "pmid": mark("Record", "Its PMID is not a number of PubMed."),
    }
)


def reason(words: Words, code: str) -> str:
    """A reason code of a record, in words; what can also befall a message is told as there."""
    return (
        words.tr("Record", REASONS[code]) if code in REASONS else labels.message_reason(words, code)
    )
