# house: table
"""The countries a desk is likely to stand in, and time zones; others may be written."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter

from ill_desktop.domain.citation import folded
from ill_desktop.domain.countries import CURRENCIES, beside
from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.fields import CodeField
from ill_desktop.words.mark import mark

COUNTRIES: tuple[tuple[str, str], ...] = (
    ("ID", mark("Country", "Indonesia")),
    ("AU", mark("Country", "Australia")),
    ("BN", mark("Country", "Brunei")),
    ("CN", mark("Country", "China")),
    ("FR", mark("Country", "France")),
    ("DE", mark("Country", "Germany")),
    ("IN", mark("Country", "India")),
    ("JP", mark("Country", "Japan")),
    ("MY", mark("Country", "Malaysia")),
    ("NL", mark("Country", "Netherlands")),
    ("NZ", mark("Country", "New Zealand")),
    ("PH", mark("Country", "Philippines")),
    ("SG", mark("Country", "Singapore")),
    ("TH", mark("Country", "Thailand")),
    ("TL", mark("Country", "Timor-Leste")),
    ("GB", mark("Country", "United Kingdom")),
    ("US", mark("Country", "United States")),
    ("VN", mark("Country", "Vietnam")),
)


def open_to_others(field: CodeField) -> None:
    """Let somebody write what the list lacks, helped by what it has."""
    field.setEditable(True)
    field.setInsertPolicy(field.InsertPolicy.NoInsert)
    known = QCompleter(field.model(), field)
    known.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    known.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(known)
    line = field.lineEdit()
    if line is not None:
        line.editingFinished.connect(lambda: understand(field))


def understand(field: CodeField) -> None:
    """Take what is typed for the one thing of the list that it can mean."""
    typed = folded(field.currentText())
    if not typed or field.findData(field.code()) >= 0:
        return
    words = [folded(field.itemText(at)) for at in range(field.count())]
    begun = [at for at, word in enumerate(words) if word.startswith(typed)]
    meant = begun or [at for at, word in enumerate(words) if typed in word]
    if len(meant) == 1:
        field.setCurrentIndex(meant[0])


def unknown(form: Any) -> tuple[str, str] | None:
    """The field of country or zone that means nothing, or several things, and what to say of it."""
    from ill_desktop.services.desk import read_zone

    typed = form.country.currentText().strip()
    if form.country.code().upper() not in CURRENCIES:
        text = QCoreApplication.translate(
            "Country",
            "“{typed}” is not one country of the list. Choose one, or write two letters of "
            "ISO 3166, such as {known}.",
        )
        return "country", text.format(typed=typed, known=", ".join(beside(typed.upper())))
    typed = form.zone.currentText().strip()
    try:
        read_zone(form.zone.code().replace(" ", "_"))
    except DeskError:
        text = QCoreApplication.translate(
            "Country", "“{typed}” is not one time zone of the list. Choose the one meant."
        )
        return "zone", text.format(typed=typed)
    return None


def put(field: CodeField, code: str) -> None:
    """Show a code, in words where the list has them."""
    if field.findData(code) >= 0:
        field.choose(code)
    else:
        field.setEditText(code)


def choices() -> Iterator[tuple[str, str]]:
    """Codes and names in the language of the window."""
    for code, name in COUNTRIES:
        yield code, QCoreApplication.translate("Country", name)


def zones(country: str) -> Iterator[tuple[str, str]]:
    """Time zones as code and words: those of a country first, then all the others."""
    from ill_desktop.services import zones as known

    for zone in (*known.of(country), *known.elsewhere(country)):
        yield zone, zone.replace("_", " ")
