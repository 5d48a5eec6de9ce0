"""What every row has in common: names of constraints, column types, defaults.

Rows are records; rules about them live in `domain` and `services`.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, Any, cast

from sqlalchemy import (
    JSON,
    Date,
    DateTime,
    Dialect,
    Enum,
    MetaData,
    String,
    Table,
    Text,
    inspect,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC without a mark on disk. A naive value is a bug."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What an event's difference is read back as."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write the instant as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError(f"an instant without a zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read it back as an aware UTC instant."""
        return None if value is None else value.replace(tzinfo=UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """The same, straight from SQLite's text: a list reads fifty of them at every key."""
        return _instant if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


@lru_cache(4096)
def _instant(text: str | None) -> datetime | None:
    """Remembered: a list is read again after every change, and its instants stay."""
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


class Amount(TypeDecorator[Decimal]):
    """An amount of money kept as the digits that were written, so that none is rounded."""

    impl = String(20)
    cache_ok = True

    @property
    def python_type(self) -> type[Decimal]:
        """What an event's difference is read back as."""
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write plain digits, never an exponent."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the same decimal back, trailing zeros included."""
        return None if value is None else Decimal(value)


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


Pk = Annotated[int, mapped_column(primary_key=True)]
"""A row's number, given by the database, never shown to anyone."""

Long = Annotated[str, mapped_column(Text, default="")]
"""Text of any length; empty means *not given*."""


class Base(DeclarativeBase):
    """Every table. Attributes left out of the constructor have their default at once."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it as it is
        datetime: Utc(),
        date: Date(),
        Decimal: Amount(),
        str: String(),
        dict[str, Any]: JSON(none_as_null=True),
        dict[str, str]: JSON(none_as_null=True),
        StrEnum: Enum(
            StrEnum, native_enum=False, create_constraint=False, length=40, values_callable=_values
        ),
    }

    def __init__(self, **values: Any) -> None:
        for name, value in ({**_defaults(type(self)), **values}).items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value() if name not in values else value)


def table(row: type[Base]) -> Table:
    """The table of a row, for questions that want no objects: they cost a third of the others."""
    return cast("Table", row.__table__)


@cache
def _defaults(row: type[Base]) -> Mapping[str, Callable[[], Any]]:
    """What each column holds when nothing is said, by attribute name, as a function."""
    found: dict[str, Callable[[], Any]] = {}
    for attribute in inspect(row).column_attrs:
        made = default_of(attribute.columns[0])
        if made is not None:
            found[attribute.key] = made
    return found


def default_of(column: object) -> Callable[[], Any] | None:
    """What makes the value of a column where none is given."""
    default = getattr(column, "default", None)
    if default is None:
        return None
    if default.is_scalar:
        return _always(default.arg)
    return _made_by(default.arg) if default.is_callable else None


def _always(value: object) -> Callable[[], object]:
    return lambda: value


def _made_by(make: Any) -> Callable[[], object]:
    return lambda: cast("object", make(None))
