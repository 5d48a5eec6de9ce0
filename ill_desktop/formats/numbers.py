"""Standard numbers as people and databases write them: bare, and checked by their digits."""

import re
from dataclasses import replace

from ill_desktop.domain.citation import Citation

_ISBN = re.compile(r"(?<![0-9])(?:97[89][ -]?)?(?:[0-9][ -]?){9}[0-9Xx](?![0-9])")
_ISSN = re.compile(r"(?<![0-9A-Za-z])[0-9]{4}-?[0-9]{3}[0-9Xx](?![0-9])")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_PMID = re.compile(r"[1-9][0-9]{0,8}")


def isbn(text: str) -> str:
    """The ISBN in a text such as `urn:ISBN:979-…` or `0471383147 (pbk.)`, else the text itself."""
    return _within(_ISBN, text)


def issn(text: str) -> str:
    """The ISSN in a text, else the text itself."""
    return _within(_ISSN, text)


def doi(text: str) -> str:
    """The DOI in a text or web address, else the text itself."""
    return _within(_DOI, text).rstrip(".,;")


def _within(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else text.strip()


def bare(citation: Citation) -> Citation:
    """The citation with nothing around its numbers."""
    return replace(
        citation,
        isbn=isbn(citation.isbn),
        issn=issn(citation.issn),
        doi=doi(citation.doi),
        pmid=citation.pmid.strip(),
    )


def isbn_forms(text: str) -> tuple[str, ...]:
    """An ISBN without hyphens, and the same of ten figures for thirteen or thirteen for ten."""
    from stdnum import isbn as isbns

    plain = isbns.compact(isbn(text))
    if not isbns.is_valid(plain):
        return (plain,) if plain else ()
    long = isbns.to_isbn13(plain)
    return (long, isbns.to_isbn10(long)) if long.startswith("978") else (long,)


def wrong(citation: Citation) -> tuple[str, ...]:
    """Which of its numbers cannot be: `isbn` and `issn` by check digit, the others by shape."""
    from stdnum import isbn as isbns
    from stdnum import issn as issns

    checks = (
        ("isbn", citation.isbn, isbns.is_valid),
        ("issn", citation.issn, issns.is_valid),
        ("doi", citation.doi, _DOI.fullmatch),
        ("pmid", citation.pmid, _PMID.fullmatch),
    )
    return tuple(name for name, value, sound in checks if value and not sound(value))
