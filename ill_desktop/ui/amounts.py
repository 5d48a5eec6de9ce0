"""A line for an amount of money: how it is typed at this desk, and how it was read."""

from PySide6.QtWidgets import QLineEdit

from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.money import Money, example
from ill_desktop.ui.link import Link


def prepare(line: QLineEdit, link: Link) -> None:
    """The desk's own currency as an example; on leaving the line the amount as it was read."""
    line.setPlaceholderText(example(link.currency()))
    line.editingFinished.connect(lambda: line.setText(as_read(line.text(), link)))


def as_read(typed: str, link: Link) -> str:
    """`50.000` as `50000 IDR`; what is no amount as it was typed."""
    try:
        return str(Money.parse(typed, currency=link.currency()))
    except Invalid:
        return typed
