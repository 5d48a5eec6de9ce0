"""The one gate for all XML from outside (RELIABILITY §7).

Everything that could make a parser open, fetch or expand something is refused before anybody
looks at the content: size, DOCTYPE, depth, number of elements, XInclude.
"""

import re
from functools import cache
from typing import Any

from ill_desktop.domain.errors import Unreadable

MAX_BYTES = 2 * 1024 * 1024
LARGE_BYTES = 256 * 1024 * 1024
LARGE_ELEMENTS = 20_000_000
MAX_DEPTH = 64
MAX_ELEMENTS = 20_000

XINCLUDE = "http://www.w3.org/2001/XInclude"
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DOCTYPE = re.compile(r"<!\s*DOCTYPE", re.IGNORECASE)


def parse(data: bytes, source: str = "", *, large: bool = False) -> Any:
    """The root element; raises `Unreadable` with a reason code and, where known, the line.

    `large` is for catalogue files: many records, each as shallow as ever.
    """
    if len(data) > (LARGE_BYTES if large else MAX_BYTES):
        raise Unreadable(source, "too-large", str(len(data)))
    look(data, source)
    most = LARGE_ELEMENTS if large else MAX_ELEMENTS
    if data.count(b"<") > 3 * most:  # before a tree of them is built: it would take 70 MB
        raise Unreadable(source, "too-many-elements")
    root = _parsed(data, source)
    if root.getroottree().docinfo.doctype:
        raise Unreadable(source, "doctype")
    _measure(root, source, most)
    return root


def look(data: bytes, source: str) -> None:
    """Refuse by the characters alone what must never reach a parser; raises `Unreadable`."""
    text = _text(data)
    if not text.strip("\ufeff \t\r\n\x00"):
        raise Unreadable(source, "empty")
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if not start.startswith("<"):
        raise Unreadable(source, "not-xml")
    if start.startswith(("<!doctype html", "<html")):
        raise Unreadable(source, "error-page")
    if _DOCTYPE.search(text):
        raise Unreadable(source, "doctype")


def _text(data: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "latin-1")
    return data.decode(encoding, "replace")


def _parsed(data: bytes, source: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(source, _reason(error), str(error.lineno or "")) from error
    except ValueError as error:
        raise Unreadable(source, "not-well-formed") from error


def _reason(error: Any) -> str:
    text = str(error.msg or "").lower()
    if "depth" in text:
        return "too-deep"
    if "encoding" in text or "utf-8" in text:
        return "encoding"
    return "not-well-formed"


@cache
def _odd() -> Any:
    """Whether a small file has anything that `_measure` refuses, asked in one go."""
    from lxml import etree

    deep = "/*" * (MAX_DEPTH + 1)
    return etree.XPath(
        f"count(//*) > {MAX_ELEMENTS} or boolean({deep}) or boolean(//xi:*)",
        namespaces={"xi": XINCLUDE},
    )


def _measure(root: Any, source: str, most: int) -> None:
    if most <= MAX_ELEMENTS and not _odd()(root):
        return
    stack = [(root, 1)]
    seen = 0
    while stack:
        element, depth = stack.pop()
        seen += 1
        if depth > MAX_DEPTH:
            raise Unreadable(source, "too-deep", str(element.sourceline or ""))
        if seen > most:
            raise Unreadable(source, "too-many-elements")
        if not isinstance(element.tag, str) or element.tag.startswith(f"{{{XINCLUDE}}}"):
            raise Unreadable(source, "forbidden-markup", str(element.sourceline or ""))
        stack.extend((child, depth + 1) for child in element)
