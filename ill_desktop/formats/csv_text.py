"""Tables of text: read whatever spreadsheets write, write what none of them can misread."""

import csv
import io
from collections.abc import Iterable, Sequence

from ill_desktop.domain.errors import Unreadable

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet would take for a formula at the start of a cell (RELIABILITY S8)."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def numbered_rows(
    data: bytes, source: str = "", needs: Sequence[str] = ()
) -> list[tuple[int, dict[str, str]]]:
    """Rows by the names of the header line, in lower case; raises `Unreadable`.

    Each comes with the number a spreadsheet shows beside it; the header is row 1. Comma, semicolon
    and tab are told apart by the header line; blank rows are left out. `needs` are columns that
    have to be there, even where no row is.
    """
    rows = _cells(data, source)
    first = next((n for n, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if first is None:
        raise Unreadable(source, "empty")
    names = [name.strip().lower() for name in rows[first]]
    missing = [name for name in needs if name not in names]
    if missing:
        raise Unreadable(source, "missing-column", ", ".join(missing))
    return [
        (number, dict(zip(names, (_plain(cell) for cell in row), strict=False)))
        for number, row in enumerate(rows[first + 1 :], first + 2)
        if any(cell.strip() for cell in row)
    ]


def cells(data: bytes, source: str = "") -> list[list[str]]:
    """Every row as it stands, header and blank ones included; raises `Unreadable`."""
    return [[_plain(cell) for cell in row] for row in _cells(data, source)]


def _cells(data: bytes, source: str) -> list[list[str]]:
    text = _text(data).replace("\x00", "")
    head = text.lstrip().splitlines()[:1]
    if not head:
        raise Unreadable(source, "empty")
    mark = max(",;\t", key=head[0].count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=False))
    except csv.Error as error:
        raise Unreadable(source, "not-a-table", str(error)) from error


def _text(data: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _plain(cell: str) -> str:
    """A cell without the mark that kept it from being a formula."""
    guarded = cell.startswith("'") and _dangerous(cell)
    return (cell[1:] if guarded else cell).strip()


def write_rows(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """CSV as RFC 4180 with a byte order mark, so that every spreadsheet reads the letters."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: object) -> object:
    if isinstance(cell, str) and _dangerous(cell):
        return f"'{cell}"
    return "" if cell is None else cell


def _dangerous(cell: str) -> bool:
    """Also behind marks of ours, so that reading gives back exactly what was written."""
    return cell.lstrip("'").startswith(DANGEROUS)
