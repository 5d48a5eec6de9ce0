"""Readers, by code. They are in no search index of requests (DESIGN §5)."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import (
    Select,
    bindparam,
    delete,
    exists,
    func,
    literal_column,
    select,
    union,
    update,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.citation import folded
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import PatronRow, PatronWordRow, RequestRow

MOST = 20
"""So many readers are found among requests: of more, another word tells them apart."""
FEWEST_LETTERS, LONGEST = 3, 200
_AFTER_ALL = chr(0x10FFFF)
"""What a word begins with lies before the same with this behind it: where words are ordered by
their characters, as in SQLite. PostgreSQL does so under COLLATE "C" only."""


class Asking(NamedTuple):
    """A reader with requests."""

    id: int
    code: str
    name: str


def patron(session: Session, code: str) -> PatronRow | None:
    """The reader of a code."""
    return session.scalar(select(PatronRow).where(PatronRow.code == code))


def patrons(session: Session) -> list[PatronRow]:
    """Every reader, by code."""
    return list(session.scalars(select(PatronRow).order_by(PatronRow.code)))


def codes_and_names(session: Session) -> list[tuple[str, str]]:
    """Every reader's code and name."""
    return [(code, name) for code, name in session.execute(_CODES)]


_CODES = select(PatronRow.code, PatronRow.name)


def matching(session: Session, words: Sequence[str], most: int) -> list[PatronRow]:
    """Readers that hold every word, by name; words are folded already."""
    return list(session.scalars(_holding(words).limit(most)))


def _holding(words: Sequence[str]) -> Select[PatronRow]:
    query = select(PatronRow).order_by(PatronRow.name, PatronRow.id)
    for word in words:
        query = query.where(PatronRow.folded.contains(word, autoescape=True))
    return query


def streamed(session: Session, words: Sequence[str], at_once: int) -> Iterator[list[PatronRow]]:
    """Every reader that holds the words, by name, some at a time."""
    query = _holding(words).execution_options(yield_per=at_once)
    yield from map(list, session.scalars(query).partitions())


def asking(session: Session, text: str) -> list[Asking]:
    """Some readers with requests: of this code, or with words that begin as all of the text's."""
    typed = text.encode("utf-8", "ignore").decode().strip()[:LONGEST]
    words = folded(typed).split()
    long = sum(map(len, words)) >= FEWEST_LETTERS
    asked = words if long else []
    begun = {f"from{n}": word for n, word in enumerate(asked)}
    before = {f"to{n}": word + _AFTER_ALL for n, word in enumerate(asked)}
    given = {"code": typed, **begun, **before}
    return [Asking(*row) for row in _asking(len(asked)).rows(session, **given)]


@cache
def _asking(words: int) -> Direct:
    """Readers with requests of a `code`, or with all of so many words: it is asked at every key."""
    reader, word = PatronRow.__table__.c, PatronWordRow.__table__.c
    each = [
        select(word.patron_id).where(
            word.word >= bindparam(f"from{n}"), word.word < bindparam(f"to{n}")
        )
        for n in range(words)
    ]
    coded = select(reader.id).where(reader.code == bindparam("code"))
    begun = [each[0].where(*(word.patron_id.in_(one) for one in each[1:]))] if each else []
    theirs = exists().where(RequestRow.patron_id == reader.id)
    query = select(reader.id, reader.code, reader.name).where(
        reader.id.in_(union(coded, *begun)), theirs
    )
    return Direct(query.order_by(reader.id).limit(literal_column(str(MOST))))


def words_are_kept(session: Session) -> bool:
    """Whether the words readers are found by are those of the readers."""
    kept = select(PatronWordRow.word, PatronWordRow.patron_id)
    readers = session.execute(select(PatronRow.id, PatronRow.folded))
    wanted = {(word, who) for who, text in readers for word in text.split(" ") if word}
    return {(word, who) for word, who in session.execute(kept)} == wanted


def rebuild_words(session: Session) -> None:
    """Make the words anew; the triggers see every reader again."""
    session.execute(delete(PatronWordRow))
    session.execute(update(PatronRow).values(folded=PatronRow.folded))


def asked(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """How many requests some readers have."""
    query = select(RequestRow.patron_id, func.count()).where(RequestRow.patron_id.in_(ids))
    return {who: n for who, n in session.execute(query.group_by(RequestRow.patron_id)) if who}


def count(session: Session) -> int:
    """How many readers there are."""
    return session.scalar(select(func.count()).select_from(PatronRow)) or 0


def requests_of(session: Session, patron_id: int, most: int | None) -> list[int]:
    """The newest requests of a reader, or all, as rows."""
    query = select(RequestRow.id).where(RequestRow.patron_id == patron_id)
    return list(session.scalars(query.order_by(RequestRow.id.desc()).limit(most)))


def patron_codes(session: Session, ids: frozenset[int]) -> dict[int, str]:
    """Codes of readers by their rows."""
    rows = session.execute(select(PatronRow.id, PatronRow.code).where(PatronRow.id.in_(ids)))
    return {row.id: row.code for row in rows}
