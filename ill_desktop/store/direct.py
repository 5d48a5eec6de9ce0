"""Statements that are put to the driver as they are.

SQLAlchemy compiles each of them once, with the types of its columns; what it does beside at every
execution costs ten times as much as a short statement itself, and the post needs two dozen for a
message. They run in the session's own transaction. For objects and for what is asked seldom,
`Session.execute` is the way.

A `LIMIT` that is a value makes SQLite plan the statement anew at every execution: where few rows
can be found, none is better.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    SelectBase,
    UpdateBase,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Statement = SelectBase | UpdateBase
Worker = Callable[[Any], Any]
"""Turns a value into what the driver takes, or what it gave into a value."""


class _Place(NamedTuple):
    """One value a statement takes: its name, and what it is where none is given under it."""

    name: str
    needed: bool
    otherwise: Any
    """As the driver takes it."""
    worker: Worker | None


class _Prepared(NamedTuple):
    sql: str
    places: tuple[_Place, ...]
    width: int
    """Columns of an answer that have a type."""
    workers: tuple[tuple[int, Worker], ...]
    """By column of an answer, where what the driver gives is not yet the value."""


class Direct:
    """One statement, prepared when it is first used; its values are given by name.

    Raises the driver's own errors, which `Database` words like all others. Whoever listens to an
    engine's statements hears these, too: then they go the ordinary way, as one always does that
    takes a list of any length.
    """

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self._ordinary = cast("Executable", statement)
        self._prepared: _Prepared | None = None
        self._varies = False

    def rows(self, session: Session, **given: Any) -> list[tuple[Any, ...]]:
        """Everything that is found; what was changed in the session is written before."""
        if session.autoflush:
            session.flush()
        connection = session.connection()
        prepared = self._ready(connection)
        if prepared is None:
            return [tuple(row) for row in connection.execute(self._ordinary, given)]
        found: list[tuple[Any, ...]] = _run(connection, prepared, given).fetchall()
        if not prepared.workers:
            return found
        if found and len(found[0]) != prepared.width:
            raise TypeError(f"a column without a type: {prepared.sql}")
        return [_worked(row, prepared.workers) for row in found]

    def row(self, session: Session, **given: Any) -> tuple[Any, ...] | None:
        """The first that is found, if any."""
        return next(iter(self.rows(session, **given)), None)

    def value(self, session: Session, **given: Any) -> Any:
        """The first column of the first that is found; None where nothing is."""
        found = self.row(session, **given)
        return None if found is None else found[0]

    def write(self, session: Session, given: Mapping[str, Any]) -> int:
        """Write one row; its number. What was changed in the session is written before."""
        session.flush()
        connection = session.connection()
        prepared = self._ready(connection)
        if prepared is None:
            done = connection.execute(self._ordinary, dict(given))
            (number,) = done.inserted_primary_key or (0,)
            return int(number)
        return int(_run(connection, prepared, given).lastrowid)

    def _ready(self, connection: Connection) -> _Prepared | None:
        """None where it has to go the ordinary way."""
        if self._varies or _is_heard(connection):
            return None
        if self._prepared is None:
            made = self.statement.compile(dialect=connection.dialect)
            if made.post_compile_params or any(one.callable for one in made.binds.values()):
                self._varies = True
                return None
            self._prepared = _prepared(made, self.statement.exported_columns)
        return self._prepared


def _prepared(made: SQLCompiler, answers: Iterable[ColumnElement[Any]]) -> _Prepared:
    """What has to be done at every execution."""
    places = []
    for name in made.positiontup or ():
        bind = made.binds[name]
        worker = _of(bind.type, made.dialect).bind_processor(made.dialect)
        value = None if bind.required else bind.value
        otherwise = value if worker is None or bind.required else worker(value)
        places.append(_Place(bind.key, bind.required, otherwise, worker))
    kinds = [_of(column.type, made.dialect) for column in answers]
    workers = (kind.result_processor(made.dialect, None) for kind in kinds)
    return _Prepared(
        str(made),
        tuple(places),
        len(kinds),
        tuple((n, worker) for n, worker in enumerate(workers) if worker is not None),
    )


def _of(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)


def _worked(row: tuple[Any, ...], workers: tuple[tuple[int, Worker], ...]) -> tuple[Any, ...]:
    values = list(row)
    for n, worker in workers:
        values[n] = worker(values[n])
    return tuple(values)


def _is_heard(connection: Connection) -> bool:
    told = connection.dispatch
    return bool(
        told.before_execute
        or told.before_cursor_execute
        or told.after_cursor_execute
        or told.after_execute
    )


def _run(connection: Connection, prepared: _Prepared, given: Mapping[str, Any]) -> Any:
    values = []
    for name, needed, otherwise, worker in prepared.places:
        if needed or name in given:
            value = given[name]
            values.append(value if worker is None else worker(value))
        else:
            values.append(otherwise)
    cursor = connection.connection.cursor()
    cursor.execute(prepared.sql, values)
    return cursor
