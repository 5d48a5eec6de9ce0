"""Readers from a list of the library's own system, seen row by row before any is written."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from ill_desktop._built.forms.bring_in_readers import Ui_BringInReaders
from ill_desktop.domain.reader_columns import FIELDS, lacking
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import Column
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.table_import import Places, TableImport
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.formats.sheets import Sheet


class BringInReaders(TableImport):
    """A code that is known is brought up to date; what has no column stays as it is."""

    FIELDS: ClassVar = FIELDS

    def __init__(self, link: Link, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(link, notices, Ui_BringInReaders(), parent)
        self.form.about.setText(
            self.tr(
                "Readers come from a list that your library system saves. A reader whose code is "
                "known is brought up to date; what has no column stays as it is."
            )
        )

    def columns(self) -> tuple[Column[Any], ...]:
        return (
            Column(mark("Table", "Row"), lambda r: str(r.row), right=True),
            Column(mark("Table", "What happens to it"), self._what),
            Column(mark("Table", "Code"), lambda r: r.values.get("code", "")),
            Column(mark("Table", "Name"), lambda r: r.values.get("name", "")),
            Column(mark("Table", "E-mail"), lambda r: r.values.get("email", "")),
            Column(mark("Table", "Category"), lambda r: r.values.get("category", "")),
        )

    def _what(self, row: Any) -> str:
        if row.error is not None:
            return self._link.sentence(row.error)
        fates = {
            "added": self.tr("Will be added"),
            "changed": self.tr("Will be brought up to date"),
            "same": self.tr("Nothing changes"),
        }
        return fates[row.fate]

    def lacking(self, places: Places) -> Sequence[str]:
        return lacking(places)

    def looking(self, sheet: "Sheet", places: Places) -> Callable[[Any], Any]:
        def look(desk: Any) -> Any:
            from ill_desktop.services import reader_file

            return reader_file.look(desk, sheet, places)

        return look

    def counted(self, rows: Sequence[Any]) -> str:
        fates = [row.fate for row in rows]
        text = self.tr(
            "To add: {added}. To bring up to date: {changed}. The same already: {same}. "
            "Not usable: {wrong}."
        )
        return text.format(
            added=fates.count("added"),
            changed=fates.count("changed"),
            same=fates.count("same"),
            wrong=fates.count(None),
        )

    def bringing(self, rows: Sequence[Any]) -> Callable[[Any, Any], Any]:
        def work(desk: Any, progress: Any) -> Any:
            from ill_desktop.services import reader_file

            return reader_file.bring_in(desk, rows, progress)

        return work

    def brought(self, answer: Any) -> str:
        text = self.tr("Readers added: {added}, brought up to date: {changed}.")
        return text.format(added=answer.added, changed=answer.changed)
