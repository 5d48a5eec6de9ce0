"""RIS, as reference managers and databases write it: each record by itself, whatever is amiss."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.found import Found

_TAG = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)$")
_START = re.compile(r"(?m)^\ufeff?[ \t]*TY  ?- ?")
_END = re.compile(r"(?m)^[ \t]*ER  ?-")
_TYPES = {
    "JOUR": Material.ARTICLE,
    "JFULL": Material.JOURNAL,
    "MGZN": Material.ARTICLE,
    "NEWS": Material.ARTICLE,
    "EJOUR": Material.ARTICLE,
    "CHAP": Material.CHAPTER,
    "ECHAP": Material.CHAPTER,
    "CPAPER": Material.CONFERENCE,
    "CONF": Material.CONFERENCE,
    "THES": Material.THESIS,
    "RPRT": Material.REPORT,
    "MAP": Material.MAP,
    "MUSIC": Material.SCORE,
    "VIDEO": Material.AUDIOVISUAL,
    "SOUND": Material.AUDIOVISUAL,
}
_PARTS = frozenset({Material.ARTICLE, Material.CHAPTER, Material.CONFERENCE})


def looks_like(text: str) -> bool:
    """Whether a line begins a RIS record."""
    return _START.search(text) is not None


def read(text: str) -> Iterator[Found]:
    """Every record; one that misses its end is read and warned of."""
    for chunk in _START.split(text)[1:]:
        body, *ended = _END.split(chunk, maxsplit=1)
        values = _values(f"TY  - {body}")
        yield Found(_citation(values), () if ended else ("no-end",))


def _values(chunk: str) -> Mapping[str, list[str]]:
    """The tags of a record in their order, continued lines joined."""
    found: dict[str, list[list[str]]] = {}
    last = ""
    for line in chunk.splitlines():
        tag = _TAG.match(line.lstrip("\ufeff ").rstrip())
        if tag:
            last = tag[1]
            found.setdefault(last, []).append([tag[2].strip()])
        elif last and line.strip():
            found[last][-1].append(line.strip())
    return {tag: [" ".join(lines) for lines in values] for tag, values in found.items()}


def _citation(values: Mapping[str, list[str]]) -> Citation:
    def first(*tags: str) -> str:
        return next((v for tag in tags for v in values.get(tag, ()) if v), "")

    kind = _TYPES.get(first("TY").upper()[:6].strip(), Material.BOOK)
    serial = first("SN")
    numbers: dict[str, Any] = {"isbn" if len(_digits(serial)) > 8 else "issn": serial}
    pages = "-".join(filter(None, (first("SP"), first("EP"))))
    author = "; ".join(values.get("AU") or values.get("A1") or ())
    shared: dict[str, Any] = {
        "publisher": first("PB"),
        "place": first("CY", "PP"),
        "year": first("PY", "Y1", "DA").split("/")[0].strip(),
        "doi": first("DO"),
        "volume": first("VL"),
        "issue": first("IS"),
        "pages": pages,
        "edition": first("ET"),
        "series": first("T3"),
        "material": kind,
        **numbers,
    }
    title = first("TI", "T1", "CT", "BT")
    host = first("JO", "JF", "T2", "JA", "BT")
    if kind in _PARTS and host and host != title:
        return Citation(title=host, component_title=title, component_author=author, **shared)
    return Citation(title=title or host, author=author, **shared)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text)
