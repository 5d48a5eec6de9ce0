"""Who works at the desk: initials, role, PIN."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ill_desktop._built.forms.staff import Ui_Staff
from ill_desktop.domain.rights import Right, Role
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.dialogs import on_ctrl_enter
from ill_desktop.ui.kept_form import KeptForm
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.supervised import Supervised
from ill_desktop.ui.tables import dress
from ill_desktop.words.mark import mark


class StaffDialog(KeptForm):
    """Shows everybody; the fields below are those of the row chosen, or of somebody new."""

    choices_count = True

    def __init__(self, link: Link, _notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._known = ""
        self._usual = Role.STAFF
        """What somebody new most likely is; the first one has to be supervisor."""
        self.form = Ui_Staff()
        self.form.setupUi(self)
        self.setWindowTitle(self.tr("Staff"))
        self._roles = {
            Role.STAFF: self.tr("Staff member"),
            Role.SUPERVISOR: self.tr("Supervisor"),
        }
        self._dress()
        self._wire()
        self._new()
        self._refresh()
        self.resize(620, 540)
        self.supervised = Supervised(self, link, Right.STAFF)
        self.supervised.guard(self.form.save, self.form.close_button)

    def _dress(self) -> None:
        form = self.form
        form.role.offer((role.value, word) for role, word in self._roles.items())
        form.explain.setProperty("muted", True)
        named = ("initials", "pin", "role")
        form.wrong.prepare(self._link, {name: getattr(form, name) for name in named})
        form.save.setProperty("filled", True)
        form.save.setDefault(True)
        on_ctrl_enter(self, form.save)
        columns: tuple[Column[Any], ...] = (
            Column(mark("Table", "Initials"), lambda one: one.initials),
            Column(mark("Table", "Name"), lambda one: one.name),
            Column(mark("Table", "Role"), lambda one: self._roles[one.role]),
            Column(mark("Table", "PIN"), lambda one: self._yes(one.has_pin)),
            Column(mark("Table", "Works here"), lambda one: self._yes(one.active)),
        )
        self.model: Table[Any] = Table(columns, self)
        dress(form.people, self.model, 1)

    def _yes(self, so: bool) -> str:
        return self.tr("yes") if so else "–"

    def _wire(self) -> None:
        form = self.form
        form.close_button.clicked.connect(self.reject)
        form.new_person.clicked.connect(self._new)
        form.save.clicked.connect(self._submit)
        form.people.selectionModel().currentRowChanged.connect(self._choose)

    def _refresh(self) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services import staff

            return staff.listed(desk)

        self._link.read(ask, while_there(self, self._show))

    def _show(self, people: Any) -> None:
        self.model.fill(people)
        if not people:
            self._usual = Role.SUPERVISOR
            self.form.role.choose(self._usual.value)
            self.begin_again(self.form.role)  # nobody chose it

    def _choose(self, index: Any, _before: object = None) -> None:
        person = index.data(ROW)
        if person is not None:
            self._fill(person.initials, person.name, person.role, person.active)
            self._known = person.initials
            self.keep_as(f"staff {self._known}")

    def _new(self) -> None:
        self.form.people.clearSelection()
        self._fill("", "", self._usual, active=True)
        self._known = ""
        self.form.initials.setFocus()
        self.keep_as("staff ")

    def _fill(self, initials: str, name: str, role: Role, active: bool) -> None:
        form = self.form
        form.initials.setText(initials)
        form.name.setText(name)
        form.role.choose(role.value)
        form.pin.clear()
        form.no_pin.setChecked(False)
        form.active.setChecked(active)
        form.wrong.hide()

    def _submit(self) -> None:
        form, known = self.form, self._known
        initials, name = form.initials.text(), form.name.text()
        role, active = Role(form.role.code()), form.active.isChecked()
        pin = "" if form.no_pin.isChecked() else (form.pin.text() or None)

        def ask(desk: Any) -> Any:
            from ill_desktop.services import staff

            return staff.save(desk, staff.StaffCard(initials, name, role, pin, active), known)

        self._link.write(ask, lambda _: self._saved(), self.form.wrong.failed)

    def _saved(self) -> None:
        self._usual = Role.STAFF
        self._new()
        self._refresh()
