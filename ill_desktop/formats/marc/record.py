"""One MARC record as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass, field

# fmt: off
USED = frozenset((
    "001", "008", "010", "011", "020", "022", "024", "035", "100", "110", "111", "130",
    "200", "205", "210", "214", "222", "225", "240", "245", "250", "260", "264", "490",
    "502", "700", "701", "702", "710", "711", "773", "830", "880",
))
# fmt: on
"""The fields a citation is made from; the others of a record are not even decoded."""


class NotARecord(ValueError):
    """What stands where a record should, and is none; the text is a reason code."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: control fields have `text`, data fields have `subfields` in their order."""

    tag: str
    text: str = ""
    subfields: tuple[tuple[str, str], ...] = ()

    def get(self, codes: str) -> list[str]:
        """The values of the given subfields, in the record's order, blanks left out."""
        return [value.strip() for code, value in self.subfields if code in codes and value.strip()]

    def first(self, codes: str) -> str:
        """The first of them, or nothing."""
        return next(iter(self.get(codes)), "")


@dataclass(slots=True)
class MarcRecord:
    """A leader and fields. `warnings` are codes of what was odd but could be read."""

    leader: str = ""
    fields: list[Field] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    encoding: str = ""

    def warn(self, code: str) -> None:
        """Note once that something was odd."""
        if code not in self.warnings:
            self.warnings.append(code)

    def all(self, *tags: str) -> Iterator[Field]:
        """The fields of these tags, in the order of the tags."""
        for tag in tags:
            yield from (one for one in self.fields if one.tag == tag)

    def first(self, *tags: str) -> Field | None:
        """The first of them."""
        return next(self.all(*tags), None)

    def value(self, tag: str, codes: str) -> str:
        """The first value of a subfield in any field of the tag."""
        return next((v for one in self.all(tag) for v in one.get(codes)), "")
