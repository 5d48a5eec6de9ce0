"""What stands in the form of a request, as plain values that can be kept and put back."""

from collections.abc import Callable, Mapping
from typing import Any

from ill_desktop.ui.request_fields import ON_SCREEN
from ill_desktop.ui.supplier_list import SupplierList

LINES = (*ON_SCREEN, "patron", "max_cost", "cost", "their_id", "call_number")
LISTS = ("material", "service", "partner", "add_supplier")
DAYS = ("needed_by", "due", "asked_on")
WORDS = ("note", "item")


class Sheet:
    """The fields of one form by their names, and the libraries to ask."""

    def __init__(self, form: Any, suppliers: SupplierList) -> None:
        self._form, self._suppliers = form, suppliers

    def values(self) -> dict[str, Any]:
        """Everything that can be typed or chosen."""
        form = self._form
        return {
            **{name: getattr(form, name).text().strip() for name in LINES},
            **{name: getattr(form, name).code() for name in LISTS},
            **{name: getattr(form, name).text() for name in (*DAYS, *WORDS)},
            "suppliers": self._suppliers.symbols(),
        }

    def put(self, kept: Mapping[str, Any]) -> None:
        """Put back what was kept; what was not is empty."""
        form = self._form
        for name in LISTS:
            getattr(form, name).choose(str(kept.get(name, "")))
        for name in LINES:
            getattr(form, name).setText(str(kept.get(name, "")))
        for name in DAYS:
            getattr(form, name).edit.setText(str(kept.get(name, "")))
        for name in WORDS:
            getattr(form, name).setPlainText(str(kept.get(name, "")))
        self._suppliers.set_symbols([str(one) for one in kept.get("suppliers", ())])

    def hear(self, touched: Callable[[], None]) -> None:
        """Call when anything in it changes."""
        form = self._form
        for name in LISTS:
            getattr(form, name).currentTextChanged.connect(touched)
        for name in (*LINES, *WORDS):
            getattr(form, name).textChanged.connect(touched)
        for name in DAYS:
            getattr(form, name).changed.connect(touched)
        self._suppliers.changed.connect(touched)
