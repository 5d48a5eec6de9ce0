# house: table
"""A list of requests as a file: every row of it, in the columns as shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.domain.queues import QUEUES, DueRule
from ill_desktop.formats import csv_text, xlsx
from ill_desktop.printing import lists
from ill_desktop.services import files, requests
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.progress import Progress
from ill_desktop.store import listing
from ill_desktop.store.lines import ListQuery
from ill_desktop.words import formats, labels
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.services.figures import Which
    from ill_desktop.words.catalogue import Words

FORMATS = ("xlsx", "csv", "pdf")
AT_ONCE = 500
REQUESTS = (mark("Paper", "{n} request"), mark("Paper", "{n} requests"))
ROWS = (mark("Paper", "{n} row"), mark("Paper", "{n} rows"))
Cell = Callable[["Desk", RequestLine], object]


@dataclass(frozen=True, slots=True)
class ListOrder:
    """What is to be saved: the list as it stands on the screen, columns by their names there."""

    title: str
    query: ListQuery
    columns: tuple[str, ...]
    behind: "tuple[str, Which] | None" = None
    """A month as `YYYY-MM` and a figure: the requests behind it are meant, not those of a query."""


@dataclass(frozen=True, slots=True)
class TableOrder:
    """What is to be saved of a page that lists something else: its texts as they are read there."""

    title: str
    header: tuple[str, ...]
    pages: "Callable[[Desk], Iterator[Sequence[Sequence[str]]]]"
    """Some rows at a time, the first first; how many there are is not counted beforehand."""


def _late(desk: "Desk", line: RequestLine) -> object:
    late = line.turn is Turn.LATE and line.due is not None
    return (desk.today() - line.due).days if late and line.due is not None else None


# fmt: off
COLUMNS: Mapping[str, tuple[tuple[str, Cell], ...]] = MappingProxyType({
    "number": ((mark("ListFile", "Number"), lambda d, r: r.number),),
    "title": ((mark("ListFile", "Title"), lambda d, r: r.title),
              (mark("ListFile", "Author"), lambda d, r: r.author)),
    "partner": ((mark("ListFile", "Partner"), lambda d, r: r.partner.name if r.partner else ""),),
    "due": ((mark("ListFile", "Due date"), lambda d, r: r.due),
            (mark("ListFile", "Days late"), _late)),
    "needed-by": ((mark("ListFile", "Needed by"), lambda d, r: r.needed_by),),
    "state": ((mark("ListFile", "State"), lambda d, r: r.label),),
    "side": ((mark("ListFile", "Side"), lambda d, r: labels.of(d.words, r.side)),),
    "service": ((mark("ListFile", "Service"), lambda d, r: labels.of(d.words, r.service)),),
    "patron": ((mark("ListFile", "Reader"), lambda d, r: r.reader_name or r.patron),),
    "our-number": ((mark("ListFile", "Our number"), lambda d, r: r.our_id),),
    "their-number": ((mark("ListFile", "Their number"), lambda d, r: r.their_id),),
    "created": ((mark("ListFile", "Created"), lambda d, r: d.local_date(r.created)),),
    "since": ((mark("ListFile", "Since"), lambda d, r: d.local_date(r.since)),),
})
# fmt: on
SHELF = (mark("ListFile", "Call number"), mark("ListFile", "Location"))


def save(
    desk: "Desk", order: ListOrder | TableOrder, path: Path, progress: Progress | None = None
) -> Path:
    """Write all rows of a list; the ending of the name says how. Raises `CannotWrite`, `Invalid`.

    Stopped through `progress`, nothing is written.
    """
    form = path.suffix.lower().lstrip(".")
    if form not in FORMATS:
        raise Invalid("file", path.name, Why.NOT_A_CODE)
    return files.write(path, made(desk, order, form, progress))


def made(
    desk: "Desk", order: ListOrder | TableOrder, form: str = "pdf", progress: Progress | None = None
) -> bytes:
    """All rows of a list as the bytes of one of the formats."""
    if isinstance(order, TableOrder):
        texts = _texts(desk, order, progress)
        return _written(desk, form, _Table(order.title, order.header, texts, ROWS))
    shown = [column for key in order.columns for column in COLUMNS[key]]
    late = order.query.queue is not None and QUEUES[order.query.queue].due is DueRule.PAST
    header = [desk.words.tr("ListFile", name) for name, _ in shown]
    header += [desk.words.tr("ListFile", name) for name in SHELF] if late else []
    rows = (
        [*(cell(desk, line) for _, cell in shown), *shelf]
        for line, shelf in _of(desk, order, progress, late=late)
    )
    return _written(desk, form, _Table(order.title, header, rows, REQUESTS))


def _texts(desk: "Desk", order: TableOrder, progress: Progress | None) -> Iterator[Sequence[str]]:
    done = 0
    for rows in order.pages(desk):
        yield from rows
        done += len(rows)
        if progress is not None:
            progress.step(done, 0)


def _of(
    desk: "Desk", order: ListOrder, progress: Progress | None, *, late: bool
) -> Iterator[tuple[RequestLine, Sequence[str]]]:
    if order.behind is None:
        yield from _lines(desk, order.query, progress, late=late)
        return
    from ill_desktop.services import statistics

    month, which = order.behind
    for line in statistics.behind(desk, month, month, which, limit=0).lines:
        yield line, ()


def _lines(
    desk: "Desk", query: ListQuery, progress: Progress | None, *, late: bool
) -> Iterator[tuple[RequestLine, Sequence[str]]]:
    """Every line from the newest on, with its place on the shelf where that is wanted."""
    asked = query._replace(limit=AT_ONCE, after="")
    done, total = 0, 0
    while True:
        page = requests.page(desk, asked)
        total = page.total if page.total >= 0 else total
        shelves = _shelves(desk, page.lines) if late else {}
        for line in page.lines:
            yield line, shelves.get(line.number, ())
        done += len(page.lines)
        if progress is not None:
            progress.step(done, max(total, done))
        if not page.next:
            return
        asked = asked._replace(after=page.next, counted=False)


def _shelves(desk: "Desk", lines: Sequence[RequestLine]) -> dict[str, tuple[str, str]]:
    with desk.database.read() as session:
        return listing.shelves(session, [line.number for line in lines])


class _Table(NamedTuple):
    """What is written, and what its rows are called where they are counted."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[object]]
    counted: tuple[str, str]


def _written(desk: "Desk", form: str, table: "_Table") -> bytes:
    """Read as they are written; only a paper has to have all of them before it begins."""
    if form == "csv":
        return csv_text.write_rows(table.header, table.rows)
    if form == "xlsx":
        return xlsx.workbook([xlsx.Sheet(table.title, table.header, table.rows)])
    words = desk.words
    today = formats.day(words, desk.today())
    told = [[_told(words, cell) for cell in row] for row in table.rows]
    n = words.count("Paper", len(told), *table.counted)
    about = f"{desk.library.name} · {today} · {n}"
    return lists.pdf(lists.Listing(table.title, about, table.header, told), desk.library.paper)


def _told(words: "Words", cell: object) -> str:
    """A cell for people: a file for programs has its dates in ISO form, a page has not."""
    if isinstance(cell, date):
        return formats.day(words, cell)
    return "" if cell is None else str(cell)
