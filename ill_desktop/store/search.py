"""Full-text search over requests: the one place that knows FTS5.

The index itself and the triggers that keep it are made by the first migration.
"""

import unicodedata
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, column, func, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal

LONGEST = 200
MOST_WORDS = 12
_BLANKS = {c: " " for c in range(0xA0) if unicodedata.category(chr(c)) == "Cc"}
"""For every control character; there are none above."""

index = table("request_search", column("rowid"))
"""The index as a table: a row for each request, `rowid` being the request's id."""


class Matches(ColumnElement[bool]):
    """Whether a row of the index holds the words of the bound parameter `find`."""

    _traverse_internals = [("find", InternalTraversal.dp_clauseelement)]  # noqa: RUF012 - SQLAlchemy wants it so

    def __init__(self) -> None:
        self.find: BindParameter[str] = bindparam("find")


@compiles(Matches)
def _in_general(element: Matches, compiler: SQLCompiler, **kw: Any) -> str:
    words = compiler.process(func.websearch_to_tsquery("simple", element.find), **kw)
    return f"request_search.words @@ {words}"


@compiles(Matches, "sqlite")
def _in_sqlite(element: Matches, compiler: SQLCompiler, **kw: Any) -> str:
    return f"request_search MATCH {compiler.process(element.find, **kw)}"


@lru_cache(64)
def words(text: str) -> str:
    """What was typed as a question FTS5 cannot misread; empty when nothing is worth asking.

    Every word is quoted. The last one may be unfinished, unless a blank follows it. A single
    letter after other words counts as not yet typed: asking for it costs more than it finds.
    """
    clean = text.encode("utf-8", "ignore").decode()[:LONGEST]
    clean = clean.translate(_BLANKS)
    typed = [word for word in clean.split() if any(map(_counts, word))][:MOST_WORDS]
    if not typed:
        return ""
    finished = clean[-1:].isspace()
    last = typed[-1]
    quoted = [f'"{word.replace(chr(34), chr(34) * 2)}"' for word in typed]
    if finished:
        return " ".join(quoted)
    if len(typed) > 1 and len(last) == 1:
        return " ".join(quoted if last.isdigit() else quoted[:-1])
    return f"{' '.join(quoted)} *"


def finds_nothing(text: str) -> bool:
    """Whether something was typed that no request can hold: signs, and no letter or figure."""
    return bool(text.strip()) and not words(text)


def any_of(*texts: str) -> str:
    """A question for requests that hold all the words of any of the texts."""
    asked = [words(f"{text} ") for text in texts]
    return " OR ".join(f"({text})" for text in asked if text)


def _counts(letter: str) -> bool:
    """Whether the tokenizer sees a letter or figure rather than a gap."""
    return unicodedata.category(letter)[0] in "LN" or unicodedata.category(letter) == "Co"


def check(session: Session) -> None:
    """Compare the index with the requests; raises the driver's *corrupt* when they differ."""
    session.connection().exec_driver_sql(
        "INSERT INTO request_search (request_search, rank) VALUES ('integrity-check', 1)"
    )


def rebuild(session: Session) -> None:
    """Make the index anew from the requests."""
    session.connection().exec_driver_sql(
        "INSERT INTO request_search (request_search) VALUES ('rebuild')"
    )
