"""Writing a row that nobody looks at again in the same work: at a tenth of an object's cost."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import insert
from sqlalchemy.orm import Session

from ill_desktop.store.base import Base, default_of, table
from ill_desktop.store.direct import Direct


def put(session: Session, row: type[Base], values: Mapping[str, Any]) -> int:
    """Write a row at once, by column; its number. What is not given has its default.

    Whatever else was changed is written before it, so that it can be referred to. Raises
    `TypeError` for a column that there is not.
    """
    into = _into(row)
    if not values.keys() <= into.columns.keys():
        raise TypeError(f"{row.__name__} has no {', '.join(values.keys() - into.columns.keys())}")
    given = {
        name: values[name] if name in values else make() for name, make in into.columns.items()
    }
    return into.statement.write(session, given)


class _Into(NamedTuple):
    """How a row is written: its columns but for a number the database gives, with defaults."""

    statement: Direct
    columns: Mapping[str, Callable[[], Any]]


@cache
def _into(row: type[Base]) -> _Into:
    rows = table(row)
    numbered = rows.autoincrement_column
    columns = {
        column.key: default_of(column) or _nothing for column in rows.c if column is not numbered
    }
    return _Into(Direct(insert(rows), list(columns)), columns)


def _nothing() -> None:
    return None
