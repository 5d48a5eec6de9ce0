"""One way of speaking SQL for all desks, so that what was compiled for one serves the next.

SQLAlchemy keeps compiled statements by dialect, and every engine has a dialect of its own. A start
with a sample desk, a restore or `ill demo` opens several desks one after the other.
"""

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

NAME = "sqlite+desk"
COMPILED = LRUCache[Any, Any](500)
"""What an engine is given as its `compiled_cache`: the statements are few, their values are not
in them. Lists of many lengths may make many of one; those asked long ago go."""


class DeskDialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's own for SQLite, with transactions that begin; one is as good as another."""

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin where SQLAlchemy says so: the driver is told not to begin anything by itself."""
        if not dbapi_connection.in_transaction:
            dbapi_connection.execute("BEGIN")

    def __eq__(self, other: object) -> bool:
        return type(other) is DeskDialect

    def __hash__(self) -> int:
        return hash(DeskDialect)


registry.register(NAME.replace("+", "."), __name__, DeskDialect.__name__)
