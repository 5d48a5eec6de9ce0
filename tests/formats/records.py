"""Catalogue records made for tests: right ones, from which each test breaks one thing."""

from collections.abc import Sequence

SLIM = "http://www.loc.gov/MARC21/slim"

Content = str | Sequence[tuple[str, str]]
BOOK: tuple[tuple[str, Content], ...] = (
    ("001", "ill000001"),
    ("008", "260302s2005    io            000 0 ind d"),
    ("020", (("a", "9789791227001 (jil. lengkap)"),)),
    ("100", (("a", "Toer, Pramoedya Ananta,"), ("d", "1925-2006."))),
    ("245", (("a", "Bumi manusia :"), ("b", "sebuah roman /"), ("c", "Pramoedya A. Toer."))),
    ("260", (("a", "Jakarta :"), ("b", "Lentera Dipantara,"), ("c", "2005."))),
)


def changed(**fields: Content | None) -> tuple[tuple[str, Content], ...]:
    """The book with fields replaced, added or (None) left out: `changed(f245=None)`."""
    given = {name[1:]: content for name, content in fields.items()}
    kept = [(tag, given.pop(tag, content)) for tag, content in BOOK]
    return tuple((tag, c) for tag, c in (*kept, *given.items()) if c is not None)


def field_bytes(content: Content, encoding: str = "utf-8") -> bytes:
    if isinstance(content, str):
        return content.encode(encoding) + b"\x1e"
    parts = "".join(f"\x1f{code}{value}" for code, value in content)
    return f"  {parts}\x1e".encode(encoding)


def marc(
    fields: Sequence[tuple[str, Content]] = BOOK, leader: str = "nam a", encoding: str = "utf-8"
) -> bytes:
    """One ISO 2709 record; `leader` are its positions 5 to 9."""
    bodies = [(tag, field_bytes(content, encoding)) for tag, content in fields]
    return assembled([(tag.encode(), body) for tag, body in bodies], leader)


def assembled(
    bodies: Sequence[tuple[bytes, bytes]], leader: str = "nam a", order: Sequence[int] | None = None
) -> bytes:
    """A record of given field bytes; `order` puts the directory in another order than they have."""
    entries, place = [], 0
    for tag, body in bodies:
        entries.append(b"%s%04d%05d" % (tag, len(body), place))
        place += len(body)
    directory = b"".join(entries[n] for n in (order or range(len(entries)))) + b"\x1e"
    base = 24 + len(directory)
    head = f"{base + place + 1:05d}{leader}22{base:05d} a 4500".encode()
    return head + directory + b"".join(body for _, body in bodies) + b"\x1d"


def marcxml(fields: Sequence[tuple[str, Content]] = BOOK, leader: str = "nam a") -> str:
    """One MARCXML record element, without declaration or namespace."""
    rows = [f"<leader>00000{leader}2200000 a 4500</leader>"]
    for tag, content in fields:
        if isinstance(content, str):
            rows.append(f'<controlfield tag="{tag}">{content}</controlfield>')
        else:
            parts = "".join(f'<subfield code="{c}">{v}</subfield>' for c, v in content)
            rows.append(f'<datafield tag="{tag}" ind1=" " ind2=" ">{parts}</datafield>')
    return f"<record>{''.join(rows)}</record>"


def collection(*records: str) -> bytes:
    return (
        f'<?xml version="1.0"?><collection xmlns="{SLIM}">{"".join(records)}</collection>'.encode()
    )
