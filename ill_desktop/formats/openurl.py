"""OpenURL 0.1 and 1.0 as key and value, one address a line."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.found import Found

LONGEST = 512 * 1024
LONGEST_VALUE = 2000
_KEYS = re.compile(
    r"(?i)(?:^|[?&;])(?:rft\.)?(?:atitle|btitle|jtitle|title|genre|issn|isbn|aulast|au|doi|"
    r"id|rft_id|rft_val_fmt|ctx_ver)="
)
_ID = re.compile(
    r"(?i)(?:info:|urn:|https?://(?:dx\.)?)?(doi|pmid|isbn|issn|oclcnum)(?:\.org)?[:/]\s*(.+)"
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


def read(text: str) -> Iterator[Found]:
    """One record a line that is not blank."""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if len(line) > LONGEST:
            yield Found(None, ("too-long",))
        elif not _KEYS.search(line):
            yield Found(None, ("unreadable",))
        else:
            yield _found(line.strip().replace("&amp;", "&"))


def _found(line: str) -> Found:
    """One address; cut and warned of where a value is longer than any title."""
    values = _values(line)
    texts = [text for several in values.values() for text in several]
    odd = {
        "too-long": any(len(text) > LONGEST_VALUE for text in texts),
        "encoding": any(re.search(r"%[0-9A-Fa-f]{2}|\ufffd", text) for text in texts),
    }
    cut = {key: [text[:LONGEST_VALUE] for text in several] for key, several in values.items()}
    ids = _ids(cut)
    oclc = {"oclc": ids["oclcnum"]} if "oclcnum" in ids else {}
    return Found(_citation(cut, ids), tuple(code for code, so in odd.items() if so), oclc)


def _values(line: str) -> Mapping[str, list[str]]:
    """Keys in lower case without their prefix; decoded once only, as they were encoded once."""
    query = line.partition("?")[2] or line
    if "=" not in query and "%3D" in query.upper():
        query = unquote_plus(query)
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(query, keep_blank_values=False, separator="&"):
        found.setdefault(key.lower().removeprefix("rft."), []).append(value.strip())
    return found


def _citation(values: Mapping[str, list[str]], ids: Mapping[str, str]) -> Citation:
    def first(*names: str) -> str:
        return next((v for name in names for v in values.get(name, ()) if v), "")

    part, whole = first("atitle"), first("jtitle", "btitle", "title", "stitle")
    material = _GENRES.get(first("genre").lower()) or _by_format(first("rft_val_fmt"), part)
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
        return Citation(title=whole, component_title=part, component_author=author, **shared)
    return Citation(title=whole or part, author=author, **shared)


def _by_format(name: str, part: str) -> Material:
    """The material where no genre is given."""
    if part:
        return Material.ARTICLE
    kinds = {"journal": Material.JOURNAL, "dissertation": Material.THESIS}
    return kinds.get(name.rpartition(":")[2].lower(), Material.BOOK)


def _ids(values: Mapping[str, list[str]]) -> dict[str, str]:
    """`info:doi/…`, `urn:ISBN:…`, `doi:…` and their like."""
    found = {"oclcnum": values["oclcnum"][0]} if "oclcnum" in values else {}
    for text in (*values.get("rft_id", ()), *values.get("id", ())):
        match = _ID.match(text)
        if match:
            found[match[1].lower()] = match[2].strip()
    return found
