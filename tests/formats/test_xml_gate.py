"""Nothing gets past the gate that could make a parser open, fetch, expand or sink."""

import codecs
import sys
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import xml_gate

for _codec in ("utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1"):
    codecs.lookup(_codec)  # Python opens a file of its own the first time
ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def reason(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        xml_gate.parse(data, "m.xml")
    assert caught.value.source == "m.xml"
    return caught.value.reason


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "iso-8859-1"])
def test_a_doctype_is_refused_in_every_encoding(codec: str) -> None:
    name = codec.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>{ENTITY}<x>&a;</x>'
    assert reason(text.encode(codec)) == "doctype"


def test_a_doctype_hidden_from_a_search_is_refused_all_the_same() -> None:
    hidden = ENTITY.replace("<!DOCTYPE", "+ADwAIQ-DOCTYPE").replace("[<!ENTITY", "[+ADwAIQ-ENTITY")
    data = f'<?xml version="1.0" encoding="UTF-7"?>{hidden}<x>&a;</x>'.encode("ascii")
    assert reason(data) in {"doctype", "encoding", "not-well-formed"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"%PDF-1.7", "not-xml"),
        (b"<HTML><body>502</body></HTML>", "error-page"),
        (b"<a>", "not-well-formed"),
        (b"<a/><a/>", "not-well-formed"),
        (b"<a>&nbsp;</a>", "not-well-formed"),
        (b"<a>&#0;</a>", "not-well-formed"),
        (b'<?xml version="1.0" encoding="UTF-8"?><a>\xff</a>', "encoding"),
        (b"<a>" * 65 + b"</a>" * 65, "too-deep"),
        (b"<a>" + b"<b/>" * 20_000 + b"</a>", "too-many-elements"),
        (b"<a>" + b" " * xml_gate.MAX_BYTES + b"</a>", "too-large"),
        (b'<a xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="x"/></a>',
         "forbidden-markup"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why(data: bytes, expected: str) -> None:
    assert reason(data) == expected


def test_the_limits_themselves_are_allowed() -> None:
    assert xml_gate.parse(b"<a>" * 64 + b"</a>" * 64).tag == "a"
    assert len(xml_gate.parse(b"<a>" + b"<b/>" * 19_999 + b"</a>")) == 19_999
    spare = xml_gate.MAX_BYTES - len(b"<a></a>")
    assert xml_gate.parse(b"<a>" + b" " * spare + b"</a>").tag == "a"


OPENED: list[str] = []
WATCHING: list[bool] = []


def _watch(event: str, args: tuple[object, ...]) -> None:
    if WATCHING and event in {"open", "socket.connect", "socket.getaddrinfo"}:
        OPENED.append(f"{event} {args[0]!r}")


def test_no_hostile_file_makes_us_open_or_fetch_anything(bad_inputs: Path) -> None:
    """Python's own opens only; that libxml2 opens nothing is the refused DOCTYPE's doing."""
    seeds = [path.read_bytes() for path in sorted(bad_inputs.glob("[xk]*.xml"))]
    xml_gate.parse(b"<a/>")
    sys.addaudithook(_watch)
    WATCHING.append(True)
    try:
        for data in seeds:
            try:
                xml_gate.parse(data)
            except Unreadable:
                continue
    finally:
        WATCHING.clear()
    assert len(seeds) > 40
    assert OPENED == []


def test_too_many_elements_are_refused_before_a_tree_of_them_is_built() -> None:
    never_closed = b"<a>" + b"<b/>" * 500_000
    assert reason(never_closed) == "too-many-elements"
