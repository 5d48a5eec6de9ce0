# house: table
"""The countries a desk is likely to stand in, with their time zones; others may be written."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCompleter

from ill_desktop.ui.fields import CodeField
from ill_desktop.words.mark import mark

COUNTRIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ID", mark("Country", "Indonesia"), ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")),
    ("AU", mark("Country", "Australia"), ("Australia/Sydney", "Australia/Perth")),
    ("BN", mark("Country", "Brunei"), ("Asia/Brunei",)),
    ("CN", mark("Country", "China"), ("Asia/Shanghai",)),
    ("FR", mark("Country", "France"), ("Europe/Paris",)),
    ("DE", mark("Country", "Germany"), ("Europe/Berlin",)),
    ("IN", mark("Country", "India"), ("Asia/Kolkata",)),
    ("JP", mark("Country", "Japan"), ("Asia/Tokyo",)),
    ("MY", mark("Country", "Malaysia"), ("Asia/Kuala_Lumpur",)),
    ("NL", mark("Country", "Netherlands"), ("Europe/Amsterdam",)),
    ("NZ", mark("Country", "New Zealand"), ("Pacific/Auckland",)),
    ("PH", mark("Country", "Philippines"), ("Asia/Manila",)),
    ("SG", mark("Country", "Singapore"), ("Asia/Singapore",)),
    ("TH", mark("Country", "Thailand"), ("Asia/Bangkok",)),
    ("TL", mark("Country", "Timor-Leste"), ("Asia/Dili",)),
    ("GB", mark("Country", "United Kingdom"), ("Europe/London",)),
    ("US", mark("Country", "United States"), ("America/New_York", "America/Los_Angeles")),
    ("VN", mark("Country", "Vietnam"), ("Asia/Ho_Chi_Minh",)),
)


def open_to_others(field: CodeField) -> None:
    """Let somebody write what the list lacks, helped by what it has."""
    field.setEditable(True)
    field.setInsertPolicy(field.InsertPolicy.NoInsert)
    known = QCompleter(field.model(), field)
    known.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    field.setCompleter(known)


def put(field: CodeField, code: str) -> None:
    """Show a code, in words where the list has them."""
    if field.findData(code) >= 0:
        field.choose(code)
    else:
        field.setEditText(code)


def choices() -> Iterator[tuple[str, str]]:
    """Codes and names in the language of the window."""
    for code, name, _ in COUNTRIES:
        yield code, QCoreApplication.translate("Country", name)


def zones(country: str) -> Iterator[tuple[str, str]]:
    """Time zones as code and words: those of a country first, then all the others."""
    own = [zone for code, _, several in COUNTRIES if code == country for zone in several]
    rest = [zone for code, _, several in COUNTRIES if code != country for zone in several]
    for zone in (*own, *sorted(rest), "UTC"):
        yield zone, zone.replace("_", " ")
