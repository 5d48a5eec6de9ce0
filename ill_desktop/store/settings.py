"""The desk's own settings and the library's card."""

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import LibraryRow, LibrarySymbolRow, SettingRow


def read(session: Session, key: str, default: Any) -> Any:
    """A setting's value, or the default."""
    kept = _KEPT.value(session, key=key)
    return default if kept is None else kept.get("value", default)


_ROWS = table(SettingRow).c
_KEPT = Direct(select(_ROWS.value).where(_ROWS.key == bindparam("key")))


def everything(session: Session) -> dict[str, Any]:
    """Every setting that was kept, by its key."""
    kept = _EVERY.rows(session)
    return {key: value["value"] for key, value in kept if value and "value" in value}


_EVERY = Direct(select(_ROWS.key, _ROWS.value))


def write(session: Session, key: str, value: Any) -> None:
    """Keep a setting's value, any JSON."""
    row = session.get(SettingRow, key)
    if row is None:
        session.add(SettingRow(key=key, value={"value": value}))
    else:
        row.value = {"value": value}


def library(session: Session) -> tuple[LibraryRow, str]:
    """The library, and the symbol it signs with."""
    row = session.get_one(LibraryRow, 1)
    first = session.scalars(
        select(LibrarySymbolRow).order_by(LibrarySymbolRow.position, LibrarySymbolRow.id)
    ).first()
    return row, f"{first.authority}:{first.value}" if first else ""
