"""One MARC record as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass, field


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
