"""The first list the window shows, and the numbers in its sidebar, before anything else.

Read by the driver alone: importing SQLAlchemy would cost more than the window (BASELINES §1). A
test holds it equal to `listing`; nothing else in the program writes SQL by hand.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from ill_desktop.domain.errors import Damaged, NewerDatabase, NoDesk
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.store import driver, failures, manners
from ill_desktop.store.lines import (
    FLAGS,
    Arm,
    ListLine,
    ListPage,
    ListQuery,
    Part,
    Standing,
    Wanted,
    added,
    arms,
    arranged,
    due_range,
    ended,
    flags_of,
    order_of,
    parts,
    wanted,
)
from ill_desktop.store.versions import KNOWN


class FirstPage(NamedTuple):
    """What the window can show at once. `older` asks for an upgrade before any work."""

    page: ListPage
    counts: Mapping[Queue, int]
    older: bool


class Card(NamedTuple):
    """Whose desk it is, as far as the first page needs it."""

    name: str
    zone: str
    language: str
    test: bool
    sample: bool


@contextmanager
def looking(path: Path) -> Iterator[Any]:
    """A connection for `card` and `first_page`. For each that is opened SQLite reads what all the
    tables are, as long as the first page itself takes.

    Raises `NoDesk`, `NewerDatabase` and `Damaged`; changes nothing.
    """
    if not path.is_file():
        raise NoDesk(str(path.parent))
    with failures.translated(path):
        connection = driver.read_only(path)
        try:
            manners.teach_reader(connection)
            found = manners.schema_version(connection)
            if found > KNOWN:
                raise NewerDatabase(str(path), found, KNOWN)
            yield connection
        except _Strange as error:
            raise Damaged(str(path), str(error)) from error
        finally:
            connection.close()


def card(connection: Any) -> Card:
    """The library's card."""
    row = connection.execute("SELECT name, zone, language, test, sample FROM library").fetchone()
    if row is None:
        raise _Strange("library")
    return Card(row[0], row[1], row[2], bool(row[3]), bool(row[4]))


def first_page(connection: Any, query: ListQuery, today: date) -> FirstPage:
    """The first page of a list without `find` and `after`, and the counts of all queues."""
    if manners.schema_version(connection) < KNOWN:
        return FirstPage(ListPage((), 0, ""), dict.fromkeys(Queue, 0), older=True)
    connection.execute("BEGIN")
    rows = connection.execute("SELECT side, state, flag, n FROM counter").fetchall()
    stand = {(side, state, flag): n for side, state, flag, n in rows}
    counts = {queue: _count(connection, stand, queue, today) for queue in Queue}
    return FirstPage(_page(connection, stand, query, today), counts, older=False)


def _count(connection: Any, stand: Standing, queue: Queue, today: date) -> int:
    return _total(connection, stand, wanted(ListQuery(queue=queue)), today)


def _total(connection: Any, stand: Standing, rule: Wanted, today: date) -> int:
    if rule.due is None:
        return added(stand, rule)
    ids, given = _ids(rule, Part.WHOLE, "", today)
    return int(connection.execute(f"SELECT count(*) FROM ({ids})", given).fetchone()[0])


def _page(connection: Any, stand: Standing, query: ListQuery, today: date) -> ListPage:
    rule = wanted(query)
    if rule.impossible:
        return ListPage((), 0, "")
    most = query.limit + 1 if query.limit else _EVERY_LINE
    found: list[ListLine] = []
    for part, _ in parts(query):
        if len(found) < most and arms(rule, part):
            found += _stretch(connection, query, part, today, most - len(found))
    lines = tuple(found[: query.limit] if query.limit else found)
    more = bool(query.limit) and len(found) > query.limit
    total = _total(connection, stand, rule, today) if query.counted else -1
    return ListPage(lines, total, ended(query, lines[-1]) if more else "")


def _stretch(
    connection: Any, query: ListQuery, part: Part, today: date, most: int
) -> list[ListLine]:
    order = order_of(query)
    day = order.by.value.replace("-", "_") if order.dated else ""
    turn = "DESC" if order.falling else "ASC"
    ids, given = _ids(wanted(query), part, day, today)
    if part is Part.DATED:
        ids = f"SELECT id FROM ({ids} ORDER BY day {turn}, id {turn} LIMIT ?)"
    else:
        ids = f"{ids} ORDER BY id {turn} LIMIT ?"
    found = connection.execute(_LINES.replace("{ids}", ids), (*given, most)).fetchall()
    return arranged([_line(one) for one in found], order, part)


def _ids(rule: Wanted, part: Part, day: str, today: date) -> tuple[str, tuple[str, ...]]:
    """A select of ids and its parameters: one for each arm, as in `listing`."""
    texts, given = [], []
    for one in arms(rule, part):
        text, values = _arm(rule, one, day, today)
        texts.append(text)
        given += values
    return " UNION ALL ".join(texts), tuple(given)


def _arm(rule: Wanted, one: Arm, day: str, today: date) -> tuple[str, list[str]]:
    places = (("side", one.side), ("state", one.state))
    asked = [(f"{name} = ?", value.value) for name, value in places if value]
    if rule.due is not None:
        first, last = due_range(rule.due, today)
        asked += [("due >= ?", first.isoformat()), ("due <= ?", last.isoformat())]
    texts = [text for text, _ in asked]
    if rule.flag is not None:
        texts.append(f"{rule.flag.value.replace('-', '_')} = 1")
    if one.day is not None:
        texts.append(f"{day} IS {'NOT NULL' if one.day else 'NULL'}")
    where = f" WHERE {' AND '.join(texts)}" if texts else ""
    shown = f"id, {day} AS day" if one.day else "id"
    return f"SELECT {shown} FROM request{where}", [value for _, value in asked]


_EVERY_LINE = 2**62
_MASK = " + ".join(f"r.{f.value.replace('-', '_')} * {2**n}" for n, f in enumerate(FLAGS))
_LINES = f"""
    SELECT r.id, r.number, r.side, r.service, r.state, {_MASK},
        coalesce(nullif(r.component_title, ''), r.title),
        coalesce(nullif(r.component_author, ''), r.author),
        coalesce(reader.code, ''),
        r.partner_id, coalesce(partner.name, ''),
        coalesce((SELECT authority || ':' || value FROM symbol WHERE partner_id = r.partner_id
            ORDER BY position, id LIMIT 1), ''),
        r.our_id, r.their_id, r.needed_by, r.due, r.created_at, r.state_since,
        CASE WHEN r.state = '{State.NOT_SUPPLIED.value}' THEN EXISTS (SELECT 1 FROM attempt
            WHERE request_id = r.id AND our_id IS NULL AND NOT ended) ELSE 1 END,
        r.reader_step, coalesce(reader.name, '')
    FROM request r
    LEFT JOIN patron reader ON reader.id = r.patron_id
    LEFT JOIN partner ON partner.id = r.partner_id
    WHERE r.id IN ({{ids}}) ORDER BY r.id DESC
"""


class _Strange(Exception):
    """A row that cannot be: its page of the file is damaged."""


def _line(found: Any) -> ListLine:
    """The driver's text as the values SQLAlchemy would give; raises `_Strange`."""
    typed = list(found)
    try:
        typed[2:6] = Side(found[2]), Service(found[3]), State(found[4]), flags_of(found[5])
        typed[14:16] = _day(found[14]), _day(found[15])
        typed[16:18] = _instant(found[16]), _instant(found[17])
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise _Strange(str(error)) from error
    typed[18] = bool(found[18])
    return ListLine._make(typed)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
