"""From a MARC record to a citation: MARC 21 (INDOMARC is shaped like it) and UNIMARC."""

import re

from ill_desktop.domain.citation import Citation, Material, tidy
from ill_desktop.formats.found import Found
from ill_desktop.formats.marc.record import Field, MarcRecord

_ISBD = " /:;,=."
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_UNTITLED = dict.fromkeys("uvxy", "holdings") | {"z": "authority"}
_ISXN = re.compile(r"^[\s]*([0-9Xx][0-9Xx -]{6,16}[0-9Xx])")


def unpunctuated(text: str) -> str:
    """Text without the ISBD signs that part it from what followed; an initial keeps its dot."""
    cleaned = tidy(text)
    bare = cleaned.rstrip(_ISBD)
    dotted = cleaned[len(bare) :].startswith(".") and re.search(r"(?:^|[\s.])\w$", bare)
    return f"{bare}." if dotted else bare


def is_unimarc(record: MarcRecord) -> bool:
    """Whether the title stands in 200, as UNIMARC has it."""
    return record.first("245") is None and bool(record.value("200", "a"))


def citation_of(record: MarcRecord) -> Citation:
    """What the record describes, as far as a citation needs it."""
    return _unimarc(record) if is_unimarc(record) else _marc21(record)


def found_in(record: MarcRecord) -> Found:
    """The citation with what was odd about its record."""
    citation = citation_of(record)
    kind = "" if citation.display_title else _UNTITLED.get(record.leader[6:7], "")
    reasons = (*record.warnings, kind) if kind else tuple(record.warnings)
    return Found(citation, reasons, identifiers_of(record))


def _title(record: MarcRecord) -> Field | None:
    return record.first("245") or record.first("240", "130", "222") or _vernacular(record)


def _vernacular(record: MarcRecord) -> Field | None:
    """The title in its own script."""
    return next((f for f in record.all("880") if f.first("6").startswith("245")), None)


def _marc21(record: MarcRecord) -> Citation:
    title = _title(record)
    main = unpunctuated(title.first("a") or title.first("k")) if title else ""
    rest = unpunctuated(" ".join(title.get("b"))) if title else ""
    parts = [unpunctuated(part) for part in title.get("np")] if title else []
    whole = ". ".join(filter(None, (main, *parts)))
    host = record.first("773")
    author = _author(record)
    published = record.first("264", "260")
    shared = {
        "edition": unpunctuated(record.value("250", "a")),
        "publisher": unpunctuated(published.first("b")) if published else "",
        "place": unpunctuated(published.first("a")) if published else "",
        "year": _year(record, published),
        "series": unpunctuated(record.value("490", "a") or record.value("830", "a")),
        "doi": _doi(record),
        "isbn": _number(record, "020"),
        "issn": _number(record, "022"),
    }
    if host is not None and host.first("t") and _is_part(record, host):
        return _part(host, ": ".join(filter(None, (whole, rest))), author, shared)
    return Citation(title=whole, subtitle=rest, author=author, material=_material(record), **shared)


def _is_part(record: MarcRecord, host: Field) -> bool:
    """Whether 773 names the whole of a part, and not the package an e-book was sold in."""
    return record.leader[7:8] in ("a", "b") or bool(host.get("gq"))


def _part(host: Field, title: str, author: str, shared: dict[str, str]) -> Citation:
    """An article or chapter: the record is the part, 773 the whole."""
    numbers = {"isbn": _isxn(host.first("z")), "issn": _isxn(host.first("x"))}
    where = " ".join(host.get("gq"))
    year = _first_year(where) or _first_year(host.first("d"))
    known = {key: value or shared[key] for key, value in numbers.items()}
    return Citation(
        title=unpunctuated(host.first("t")),
        component_title=title,
        component_author=author,
        pages=_pages(where),
        volume=_after(where, r"(?:vol|v|jil|jilid|bd)\.?\s*"),
        issue=_after(where, r"(?:no|nr|nomor|issue|iss)\.?\s*"),
        material=Material.CHAPTER if known["isbn"] else Material.ARTICLE,
        **{**shared, **known, "year": shared["year"] or year},
    )


def _pages(text: str) -> str:
    found = re.search(
        r"(?i)(?<![a-z])(?:pp?|hlm|hal|s)\.?\s*([0-9A-Za-z]+\s*[-–]\s*[0-9A-Za-z]+|\d+)", text
    )
    return found[1] if found else ""


def _after(text: str, label: str) -> str:
    found = re.search(rf"(?i)(?<![a-z]){label}([0-9A-Za-z/]+)", text)
    return found[1] if found else ""


def _author(record: MarcRecord) -> str:
    main = record.first("100", "110", "111") or record.first("700", "710", "711")
    if main is None:
        return ""
    name = (
        " ".join(main.get("abc")) if main.tag in ("110", "710", "111", "711") else main.first("a")
    )
    return unpunctuated(name)


def _year(record: MarcRecord, published: Field | None) -> str:
    years = [_first_year(text) for text in (published.get("c") if published else [])]
    fixed = record.first("008")
    stated = fixed.text[7:11] if fixed else ""
    return next(filter(None, years), "") or (stated if _YEAR.fullmatch(stated) else "")


def _first_year(text: str) -> str:
    found = _YEAR.search(text)
    return found[1] if found else ""


def _number(record: MarcRecord, tag: str) -> str:
    return next(filter(None, (_isxn(value) for f in record.all(tag) for value in f.get("a"))), "")


def _isxn(text: str) -> str:
    found = _ISXN.match(text)
    return found[1].strip() if found else ""


def _doi(record: MarcRecord) -> str:
    for one in record.all("024"):
        if one.first("2").lower() == "doi":
            return one.first("a")
    return ""


_BY_TYPE = {"e": Material.MAP, "f": Material.MAP, "c": Material.SCORE, "d": Material.SCORE,
            "g": Material.AUDIOVISUAL, "i": Material.AUDIOVISUAL,
            "j": Material.AUDIOVISUAL}  # fmt: skip


def _material(record: MarcRecord) -> Material:
    kind, level = record.leader[6:7], record.leader[7:8]
    if record.first("502") is not None:
        return Material.THESIS
    if level == "s":
        return Material.JOURNAL
    return _BY_TYPE.get(kind, Material.BOOK)


def _unimarc(record: MarcRecord) -> Citation:
    title = record.first("200")
    published = record.first("210", "214")
    author = record.first("700", "710", "701", "702")
    name = ", ".join(filter(None, (author.first("a"), author.first("b")))) if author else ""
    return Citation(
        title=unpunctuated(title.first("a")) if title else "",
        subtitle=unpunctuated(" ".join(title.get("e"))) if title else "",
        author=unpunctuated(name) or (unpunctuated(title.first("f")) if title else ""),
        edition=unpunctuated(record.value("205", "a")),
        publisher=unpunctuated(published.first("c")) if published else "",
        place=unpunctuated(published.first("a")) if published else "",
        year=_first_year(published.first("d")) if published else "",
        isbn=_number(record, "010"),
        issn=_number(record, "011"),
        series=unpunctuated(record.value("225", "a")),
        material=Material.JOURNAL if record.leader[7:8] == "s" else Material.BOOK,
    )


def identifiers_of(record: MarcRecord) -> dict[str, str]:
    """Numbers of the record in catalogues."""
    found = {}
    control = record.first("001")
    if control is not None and control.text.strip():
        found["control-number"] = tidy(control.text)
    for one in record.all("035"):
        value = one.first("a")
        if value.lower().startswith("(ocolc)"):
            found["oclc"] = re.sub(r"\D", "", value)
    vernacular = _vernacular(record)
    if vernacular is not None and vernacular.first("a"):
        found["vernacular-title"] = unpunctuated(vernacular.first("a"))
    return found
