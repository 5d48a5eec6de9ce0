"""The kind of publication in the form of a request: which fields have a home, and what loses it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ill_desktop.domain.citation import TEXT_FIELDS, Citation, Material
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.ui.request_fields import fields_of, usual_service


class Kinds(QObject):
    """Shows the fields of the kind chosen; `begin` comes after the form is filled."""

    changed = Signal()

    def __init__(
        self, form: Any, fields: Mapping[str, QLineEdit], came: Citation, parent: QObject
    ) -> None:
        """Of a form with `material`, `service` and `lost`, and a cell and a label of each field."""
        super().__init__(parent)
        self._form, self._fields, self._came = form, fields, came
        self._first = self._kind()
        self._brought: tuple[str, ...] = ()

    def fill(self, service: Service | None = None) -> None:
        """What is known of the publication; the service mostly wanted, where none is given."""
        for name, edit in self._fields.items():
            edit.setText(getattr(self._came, name))
        self._form.material.choose(self._came.material.value)
        self._form.service.choose((service or usual_service(self._came.material)).value)
        self._first = self._kind()
        self._brought = tuple(name for name, edit in self._fields.items() if edit.text())

    def begin(self, *, suggests: bool) -> None:
        """Follow the choices; `suggests` the service that is mostly wanted of a kind."""
        form = self._form
        if suggests:
            form.material.currentIndexChanged.connect(
                lambda _: form.service.choose(usual_service(self._kind()[0]).value)
            )
        form.material.currentIndexChanged.connect(self._show)
        form.service.currentIndexChanged.connect(self._show)
        self._show()

    def _kind(self) -> tuple[Material, Service]:
        return Material(self._form.material.code()), Service(self._form.service.code())

    def homes(self) -> tuple[str, ...]:
        """The fields of this kind; what was brought with its own kind has a home there."""
        kind = self._kind()
        return (*fields_of(*kind), *(self._brought if kind == self._first else ()))

    def citation(self) -> Citation:
        """The fields that have a home; what the form never shows stays as it came."""
        homes, came = self.homes(), self._came
        typed = {n: edit.text().strip() if n in homes else "" for n, edit in self._fields.items()}
        hidden = {name: getattr(came, name) for name in TEXT_FIELDS if name not in typed}
        return Citation(**typed, **hidden, material=self._kind()[0])

    def _show(self) -> None:
        """Only what has a home; what loses it is told, and comes back with its kind."""
        form, homes, lost = self._form, self.homes(), []
        for name, edit in self._fields.items():
            cell: QWidget = getattr(form, f"{name}_cell")
            cell.setVisible(name in homes)
            if name not in homes and edit.text().strip():
                label = getattr(form, f"{name}_label").text().removesuffix(" •")
                label = label.replace("&", "")
                lost.append(f"{label}: {edit.text().strip()}")
        part = "component_title" in homes
        form.title_label.setText(
            self.tr("&Title of the journal or book") if part else self.tr("&Title")
        )
        told = self.tr("Not saved with this kind of request: {fields}.")
        form.lost.setText(told.format(fields="; ".join(lost)))
        form.lost.setVisible(bool(lost))
        self.changed.emit()
