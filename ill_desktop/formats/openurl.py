"""OpenURL 0.1 and 1.0 as key and value, one address a line."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from ill_desktop.domain.citation import Citation, Material

LONGEST = 64 * 1024
_KEYS = re.compile(
    r"(?i)(?:^|[?&;])(?:rft\.)?(?:atitle|btitle|jtitle|title|genre|issn|isbn|aulast|au|doi|"
    r"id|rft_id|rft_val_fmt|ctx_ver)="
)
_GENRES = {
    "article": Material.ARTICLE,
    "preprint": Material.ARTICLE,
    "proceeding": Material.CONFERENCE,
    "conference": Material.CONFERENCE,
    "bookitem": Material.CHAPTER,
    "book": Material.BOOK,
    "journal": Material.JOURNAL,
    "issue": Material.JOURNAL,
    "dissertation": Material.THESIS,
    "report": Material.REPORT,
}
_PARTS = frozenset({Material.ARTICLE, Material.CHAPTER, Material.CONFERENCE})


def looks_like(text: str) -> bool:
    """Whether a line has the keys of an OpenURL."""
    return any(_KEYS.search(line) for line in text.splitlines()[:50])


def read(text: str) -> Iterator[tuple[Citation | None, tuple[str, ...]]]:
    """One record a line that is not blank."""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if len(line) > LONGEST:
            yield None, ("too-long",)
        elif not _KEYS.search(line):
            yield None, ("unreadable",)
        else:
            yield _citation(_values(line.strip()))


def _values(line: str) -> Mapping[str, list[str]]:
    query = line.partition("?")[2] or line
    if "=" not in query and "%3D" in query.upper():
        query = unquote_plus(query)
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(query, keep_blank_values=False, separator="&"):
        plain = key.lower().removeprefix("rft.")
        text = unquote_plus(value) if re.search(r"%[0-9A-Fa-f]{2}", value) else value
        found.setdefault(plain, []).append(text.strip())
    return found


def _citation(values: Mapping[str, list[str]]) -> tuple[Citation, tuple[str, ...]]:
    def first(*names: str) -> str:
        return next((v for name in names for v in values.get(name, ()) if v), "")

    ids = _ids(values)
    part, whole = first("atitle"), first("jtitle", "btitle", "title", "stitle")
    given = first("genre").lower()
    material = _GENRES.get(given) or (Material.ARTICLE if part else Material.BOOK)
    author = first("au", "author") or ", ".join(
        filter(None, (first("aulast"), first("aufirst", "auinit")))
    )
    pages = first("pages") or "-".join(filter(None, (first("spage"), first("epage"))))
    shared: dict[str, Any] = {
        "publisher": first("pub"),
        "place": first("place"),
        "year": first("date", "year")[:4],
        "isbn": first("isbn") or ids.get("isbn", ""),
        "issn": first("issn", "eissn") or ids.get("issn", ""),
        "doi": ids.get("doi", "") or first("doi"),
        "pmid": ids.get("pmid", "") or first("pmid"),
        "volume": first("volume"),
        "issue": first("issue"),
        "pages": pages,
        "edition": first("edition"),
        "series": first("series"),
        "material": material,
    }
    if part and (material in _PARTS or whole):
        return Citation(title=whole, component_title=part, component_author=author, **shared), ()
    return Citation(title=whole or part, author=author, **shared), ()


def _ids(values: Mapping[str, list[str]]) -> dict[str, str]:
    """`info:doi/…`, `urn:ISBN:…`, `doi:…` and their like."""
    found = {}
    for text in (*values.get("rft_id", ()), *values.get("id", ())):
        match = re.match(r"(?i)(?:info:|urn:|https?://(?:dx\.)?)?(doi|pmid|isbn|issn)(?:\.org)?[:/]\s*(.+)",
                         text)  # fmt: skip
        if match:
            found[match[1].lower()] = match[2].strip()
    return found
