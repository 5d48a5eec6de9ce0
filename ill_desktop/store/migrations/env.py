"""How Alembic runs our migrations. It hands over a connection, or writes SQL for another dialect.

`attributes["connection"]` comes from `store.upgrade`. Without one, `alembic -x desk=FILE …`
works on that desk, for whoever writes the next migration.
"""

from pathlib import Path
from typing import Any, Literal

from alembic import context
from sqlalchemy import Enum
from sqlalchemy.engine import Connection
from sqlalchemy.types import TypeDecorator

from ill_desktop.store import rows  # noqa: F401 - fills the metadata
from ill_desktop.store.base import Amount, Base, Utc

SEARCH = "request_search"
"""The full-text index and what SQLite makes beside it are no tables of ours to compare."""


def ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether Alembic should look at a thing it found in the file."""
    return not (kind == "table" and name is not None and name.startswith(SEARCH))


def plainly(kind: str, thing: Any, autogen: Any) -> str | Literal[False]:
    """Write our own column types as what they are on disk: migrations import no application."""
    if kind != "type":
        return False
    if isinstance(thing, Enum):
        return "sa.String(40)"
    if isinstance(thing, Utc):
        return "sa.DateTime()"
    if isinstance(thing, Amount):
        return "sa.String(20)"
    if isinstance(thing, TypeDecorator):
        raise TypeError(f"no plain form for {thing!r}")
    return False


def run(connection: Connection | None, **options: Any) -> None:
    """Bring one database up to date."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=ours,
        render_item=plainly,
        render_as_batch=True,
        **options,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    """Choose between writing SQL, the connection handed over, and a desk named by hand."""
    if context.is_offline_mode():
        dialect = context.config.attributes.get("dialect", "sqlite")
        run(None, dialect_name=dialect, literal_binds=True)
        return
    handed = context.config.attributes.get("connection")
    if handed is not None:
        run(handed)
        return
    from ill_desktop.store.database import engine_for

    with engine_for(Path(context.get_x_argument(as_dictionary=True)["desk"])).begin() as connection:
        run(connection)


main()
