"""Writing a row that nobody looks at again in the same work: at a tenth of an object's cost."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import bindparam, insert
from sqlalchemy.orm import Session

from ill_desktop.store.base import Base, default_of, table
from ill_desktop.store.direct import Direct


def put(session: Session, row: type[Base], values: Mapping[str, Any]) -> int:
    """Write a row at once, by column; its number. What is not given has its default.

    Whatever else was changed is written before it, so that it can be referred to. Raises
    `TypeError` for a column that there is not.
    """
    return _into(row, tuple(values)).write(session, values)


@cache
def _into(row: type[Base], given: tuple[str, ...]) -> Direct:
    """How a row is written of which these columns are given: the others stand in the statement."""
    columns = {column.key: column for column in table(row).c}
    if not columns.keys() >= set(given):
        raise TypeError(f"{row.__name__} has no {', '.join(set(given) - columns.keys())}")
    made = {name: default_of(column) for name, column in columns.items() if name not in given}
    constant = {name: make() for name, make in made.items() if make is not None}
    taken = {name: bindparam(name, type_=columns[name].type) for name in given}
    return Direct(insert(table(row)).values({**constant, **taken}))
