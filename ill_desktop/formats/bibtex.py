"""BibTeX through bibtexparser, entry by entry, so that a broken one spoils no other."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.found import Found

LONGEST = 64 * 1024
"""Characters of an entry that are looked at; parsers take long over more."""

_ENTRY = re.compile(r"(?m)^[ \t]*@(?=\s*[A-Za-z]+\s*[{(])")
_KEYLESS = re.compile(r"^(@\s*\w+\s*[{(])(?=\s*[\w-]+\s*=)")
_STRING = re.compile(r"(?i)\s*string\s*[{(]\s*([^\s={}(),]+)\s*=")
_WORD = re.compile(r"[^\s={}(),#\"]+")
_NOT_ENTRIES = frozenset({"comment", "preamble", "string"})
_TYPES = {
    "article": Material.ARTICLE,
    "inbook": Material.CHAPTER,
    "incollection": Material.CHAPTER,
    "inproceedings": Material.CONFERENCE,
    "conference": Material.CONFERENCE,
    "proceedings": Material.CONFERENCE,
    "phdthesis": Material.THESIS,
    "mastersthesis": Material.THESIS,
    "thesis": Material.THESIS,
    "techreport": Material.REPORT,
    "report": Material.REPORT,
    "periodical": Material.JOURNAL,
}
_PARTS = frozenset({Material.ARTICLE, Material.CHAPTER, Material.CONFERENCE})


def looks_like(text: str) -> bool:
    """Whether the text holds an entry."""
    return _ENTRY.search(text) is not None


def read(text: str) -> Iterator[Found]:
    """Every entry; strings of the file are known to all of them."""
    chunks = [chunk for chunk in _ENTRY.split(text)[1:] if chunk.strip()]
    named = ((_STRING.match(chunk), chunk) for chunk in chunks)
    strings = {name[1].lower(): f"@{chunk}\n" for name, chunk in named if name}
    for chunk in chunks:
        if _kind(chunk) not in _NOT_ENTRIES:
            entry = f"@{chunk}"[:LONGEST]
            used = strings.keys() & set(_WORD.findall(entry.lower()))
            yield _entry(entry, "".join(strings[name] for name in used))


def _kind(chunk: str) -> str:
    return re.split(r"[\s{(]", chunk.strip(), maxsplit=1)[0].lower()


def _entry(chunk: str, strings: str) -> Found:
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    keyed = _KEYLESS.sub(r"\1-,", chunk)
    try:
        library = parse_string(
            f"{strings}{keyed}",
            append_middleware=[middlewares.LatexDecodingMiddleware()],
        )
    except (ValueError, IndexError, KeyError, RecursionError, AttributeError, TypeError):
        return Found(None, ("unreadable",))
    entry, odd = _last(library)
    if entry is None:
        return Found(None, ("unreadable",))
    values = {f.key.lower(): _plain(str(f.value)) for f in entry.fields}
    return Found(_citation(entry.entry_type.lower(), values), odd)


def _last(library: Any) -> tuple[Any, tuple[str, ...]]:
    """The entry asked for, also where it gives a field twice: the first of them counts."""
    if library.entries:
        return library.entries[-1], ()
    twice = [block for block in library.failed_blocks if hasattr(block, "duplicate_keys")]
    return (twice[-1].ignore_error_block, ("duplicate-field",)) if twice else (None, ())


def _plain(value: str) -> str:
    return " ".join(re.sub(r"[{}]", "", value).split())


def _citation(kind: str, values: Mapping[str, str]) -> Citation:
    def first(*names: str) -> str:
        return next((values[name] for name in names if values.get(name)), "")

    material = _TYPES.get(kind, Material.BOOK)
    people = re.split(r"\s+and\s+", first("author", "editor"))
    author = "; ".join(name for name in people if name != "others")
    title, host = first("title"), first("journal", "journaltitle", "booktitle")
    shared = {
        "publisher": first("publisher", "school", "institution"),
        "place": first("address", "location"),
        "year": first("year", "date")[:4],
        "isbn": first("isbn"),
        "issn": first("issn"),
        "doi": first("doi"),
        "pmid": first("pmid"),
        "volume": first("volume"),
        "issue": first("number", "issue"),
        "pages": re.sub(r"-{2,3}|–", "-", first("pages")),
        "edition": first("edition"),
        "series": first("series"),
    }
    if material in _PARTS and host:
        return Citation(
            title=host, component_title=title, component_author=author, material=material, **shared
        )
    return Citation(
        title=title or host,
        subtitle=first("subtitle"),
        author=author,
        material=material,
        **shared,
    )
