"""Things tests are made of: a desk file at the price of a copy, and rows with sensible values."""

import atexit
import shutil
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.store.rows import PartnerRow, RequestRow, SymbolRow
from ill_desktop.store.upgrade import open_database

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
TODAY = date(2026, 3, 14)

_serial = count(1)


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ill-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "desk.sqlite3"
    open_database(path, create=True).close()
    return path


def desk_file(path: Path) -> Path:
    """An empty desk file at `path`; the migrations run once for all tests."""
    shutil.copyfile(_template(), path)
    return path


def a_request(**values: Any) -> RequestRow:
    """A borrowing draft, unless said otherwise, with a number nobody else has."""
    service = values.get("service", Service.LOAN)
    given = {
        "number": f"26{next(_serial):06d}",
        "side": Side.BORROWING,
        "service": service,
        "asked_service": service,
        "state": State.DRAFT,
        "citation": Citation(title="Bumi Manusia", author="Pramoedya Ananta Toer"),
        "created_at": NOON,
        "created_on": TODAY,
        "state_since": NOON,
    }
    return RequestRow(**{**given, **values})


def a_partner(name: str = "Perpustakaan Nasional", **values: Any) -> PartnerRow:
    """A partner library without symbol or channel."""
    return PartnerRow(**{"name": name, "created_at": NOON, **values})


def a_symbol(partner: PartnerRow, text: str) -> SymbolRow:
    """A symbol `AUTHORITY:VALUE` of a partner that has been flushed."""
    authority, _, value = text.partition(":")
    return SymbolRow(partner_id=partner.id, authority=authority, value=value)
