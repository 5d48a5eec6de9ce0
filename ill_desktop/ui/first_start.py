"""The first start: make a desk for the library, or open the sample."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QWidget

from ill_desktop._built.forms.first_start import Ui_FirstStart
from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.appearance import LANGUAGES
from ill_desktop.ui.fields import mark_wrong
from ill_desktop.ui.tasks import Answers, Tasks
from ill_desktop.ui.theme import scaled
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.errors import sentence

ZONES = (
    "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Singapore", "Asia/Kuala_Lumpur",
    "Asia/Manila", "Asia/Bangkok", "Asia/Tokyo", "Australia/Sydney", "Europe/Amsterdam",
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Los_Angeles", "UTC",
)  # fmt: skip
"""The usual ones; any other may be written."""
PAPERS = ("A4", "F4", "Letter")


class FirstStart(QDialog):
    """Ends with a desk in `folder`, or with none."""

    def __init__(
        self, folder: Path, language: str, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.folder, self._language, self._tasks = folder, language, tasks
        self.form = Ui_FirstStart()
        self.form.setupUi(self)
        self._dress()
        form = self.form
        form.cancel.clicked.connect(self.reject)
        form.make.clicked.connect(self._make)
        form.sample.clicked.connect(self._sample)
        self.resize(600, self.sizeHint().height())

    def _dress(self) -> None:
        form = self.form
        form.heading.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        form.explain.setProperty("muted", True)
        form.place.setProperty("muted", True)
        place = self.tr("The desk is kept in {folder}").format(folder=self.folder)
        form.place.setText(place)
        form.language.offer(LANGUAGES.items())
        form.language.choose(self._language)
        form.zone.offer((zone, zone.replace("_", " ")) for zone in ZONES)
        form.zone.setEditable(True)
        form.paper.offer((paper, paper) for paper in PAPERS)
        form.country.setText("ID")
        form.country.setMaxLength(2)
        form.wrong.setProperty("wrong", True)
        form.wrong.hide()
        form.make.setProperty("filled", True)
        form.make.setDefault(True)

    def _make(self) -> None:
        form = self.form
        name, symbol = form.name.text().strip(), form.symbol.text().strip()
        country, zone = form.country.text().strip(), form.zone.code().replace(" ", "_")
        language, paper = form.language.code(), form.paper.code()

        def work(_progress: object) -> None:
            from ill_desktop.services.desk import NewDesk, make_desk

            make_desk(self.folder, NewDesk(name, symbol, language, country, zone, paper)).close()

        self._start(work)

    def _sample(self) -> None:
        language = self.form.language.code()
        self.folder = self.folder.with_name(f"{self.folder.name}-sample")
        self.form.wrong.setText(self.tr("The sample desk is being made…"))
        self.form.wrong.show()

        def work(_progress: object) -> None:
            from ill_desktop.services.folder import DeskFolder
            from ill_desktop.services.sample import sample_desk

            if not DeskFolder(self.folder).database.is_file():
                sample_desk(self.folder, language).close()

        self._start(work)

    def _start(self, work: Callable[[Any], None]) -> None:
        for button in (self.form.make, self.form.sample):
            button.setEnabled(False)
        self._tasks.write(work, Answers(lambda _: self.accept(), self._failed))

    def _failed(self, error: DeskError) -> None:
        form = self.form
        for button in (form.make, form.sample):
            button.setEnabled(True)
        form.wrong.setText(sentence(words_for(self._language), error))
        form.wrong.show()
        name = getattr(error, "field", "")
        for key in ("name", "symbol", "country", "zone"):
            mark_wrong(getattr(form, key), key == name)
