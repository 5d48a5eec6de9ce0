"""NBIB, the text PubMed saves: tags of four letters, one blank line between two records."""

import re
from collections.abc import Iterator, Mapping

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.found import Found

_START = re.compile(r"(?m)^\ufeff?(?=PMID ?- ?\d)")
_TAG = re.compile(r"^([A-Z]{2,4}) *- ?(.*)$")
_YEAR = re.compile(r"\d{4}")


def looks_like(text: str) -> bool:
    """Whether a line begins a record of PubMed."""
    return _START.search(text) is not None


def read(text: str) -> Iterator[Found]:
    """Every record."""
    for chunk in _START.split(text)[1:]:
        yield Found(_citation(_values(chunk)))


def _values(chunk: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    last = ""
    for line in chunk.splitlines():
        tag = _TAG.match(line)
        if tag:
            last = tag[1]
            found.setdefault(last, []).append(tag[2].strip())
        elif last and line.strip():
            found[last][-1] += f" {line.strip()}"
    return found


def _citation(values: Mapping[str, list[str]]) -> Citation:
    def first(*tags: str) -> str:
        return next((v for tag in tags for v in values.get(tag, ()) if v), "")

    numbers = (*values.get("LID", ()), *values.get("AID", ()))
    doi = next((n.removesuffix("[doi]").strip() for n in numbers if n.endswith("[doi]")), "")
    year = _YEAR.search(first("DP"))
    author = "; ".join(values.get("FAU") or values.get("AU") or ())
    title, host = first("TI").rstrip("."), first("JT", "TA")
    if not host:
        book = first("BTI") or title
        return Citation(title=book, author=author, year=year[0] if year else "", pmid=first("PMID"))
    return Citation(
        title=host,
        component_title=title,
        component_author=author,
        volume=first("VI"),
        issue=first("IP"),
        pages=first("PG"),
        year=year[0] if year else "",
        issn=first("IS").split(" ")[0],
        doi=doi,
        pmid=first("PMID"),
        material=Material.ARTICLE,
    )
