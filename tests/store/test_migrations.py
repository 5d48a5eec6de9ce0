"""The migrations make what the rows say, and could make it on PostgreSQL."""

import ast
import io
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import ill_desktop.store
from ill_desktop.domain.lifecycle.states import Flag
from ill_desktop.store import upgrade, versions
from ill_desktop.store.base import Base
from ill_desktop.store.database import Database

FOLDER = Path(ill_desktop.store.__file__).parent / "migrations" / "versions"
FILES = sorted(FOLDER.glob("[0-9]*.py"))


def test_the_newest_migration_is_the_known_version() -> None:
    head = ScriptDirectory.from_config(upgrade.alembic_config()).get_current_head()
    assert head == f"{versions.KNOWN:04d}"
    assert len(FILES) == versions.KNOWN


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrating_gives_exactly_the_tables_of_the_rows(database: Database) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (kind == "table" and (name or "").startswith("request_search"))

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, Base.metadata) == []


def test_every_constraint_has_the_name_the_rows_give_it(database: Database) -> None:
    found = inspect(database.engine)
    for table in Base.metadata.tables.values():
        assert found.get_pk_constraint(table.name)["name"] == table.primary_key.name
        made = {key["name"] for key in found.get_foreign_keys(table.name)}
        assert made == {key.name for key in table.foreign_key_constraints}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_migration_imports_nothing_of_the_application(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        named = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not [name for name in named if name.startswith("ill_desktop")]


def test_the_triggers_know_every_flag(database: Database) -> None:
    with database.read() as session:
        text = (
            session.connection()
            .exec_driver_sql(
                "SELECT group_concat(sql) FROM sqlite_schema WHERE name LIKE 'counter_%'"
            )
            .scalar_one()
        )
    assert [flag for flag in Flag if f"'{flag}'" not in text] == []


def test_the_migrations_compile_for_postgresql() -> None:
    written = io.StringIO()
    config = upgrade.alembic_config()
    config.output_buffer = written
    config.attributes["dialect"] = "postgresql"
    command.upgrade(config, "head", sql=True)
    text = written.getvalue()
    for table in Base.metadata.tables:
        assert f"CREATE TABLE {table} (" in text
    assert "fts5" not in text
    assert "TRIGGER" not in text


def test_the_tables_compile_for_postgresql() -> None:
    for table in Base.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=postgresql.dialect()))
