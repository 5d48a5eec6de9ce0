"""Another desk in the place of the one that is open: its folder, typed, chosen, or of lately."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from ill_desktop.domain.errors import DeskError, NoDesk
from ill_desktop.services.folder import DeskFolder
from ill_desktop.settings import spelled_out
from ill_desktop.ui import first_desk
from ill_desktop.ui.choose_file import a_folder
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tasks import Answers
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.verbs import Verbs
from ill_desktop.ui.wrong import Wrong

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

WHERE = Qt.ItemDataRole.UserRole


class OtherDesk(QDialog):
    """Looks whether a desk is there before the one that is open is left."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Open another desk"))
        self.setMinimumWidth(520)
        self.folder, self.lately = QLineEdit(), QListWidget()
        self.wrong = Wrong(self)
        self.wrong.prepare(window.link, {"folder": self.folder})
        self._build()
        self._fill()

    def _build(self) -> None:
        heading = plain_label(self.windowTitle())
        heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        about = plain_label(self.tr("It opens in place of this one."), muted=True)
        label, choose = plain_label(self.tr("Folder of the desk")), QPushButton(self.tr("Choose…"))
        label.setBuddy(self.folder)
        self.folder.setAccessibleName(label.text())
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        self._lately_label = plain_label(self.tr("Opened recently"))
        self.lately.setAccessibleName(self._lately_label.text())
        self.lately.currentItemChanged.connect(self._take)
        self.lately.itemActivated.connect(lambda _: self.submit())
        verbs = Verbs(self, self.tr("Open desk"), self.submit)
        self.act = verbs.act
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (heading, about, label):
            column.addWidget(part)
        column.addLayout(line)
        column.addWidget(self._lately_label)
        column.addWidget(self.lately, 1)
        column.addWidget(self.wrong)
        column.addLayout(verbs)

    def _fill(self) -> None:
        """Those of lately that are still there, without the one that is open."""
        open_now = self._window.link.desk.folder.root if self._window.link.desk else None
        for folder, name in self._window.state.desks:
            if Path(folder) != open_now and DeskFolder(Path(folder)).database.is_file():
                item = QListWidgetItem(f"{name}\n{folder}", self.lately)
                item.setData(WHERE, folder)
        for part in (self._lately_label, self.lately):
            part.setVisible(bool(self.lately.count()))
        if self.lately.count():
            self.lately.setCurrentRow(0)
            self.lately.setFocus()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.folder.setText(str(item.data(WHERE)))

    def _choose(self) -> None:
        title, now = self.tr("Choose the folder of a desk"), self.folder.text()
        name = a_folder(self, title, now)
        if name:
            self.folder.setText(name)

    def submit(self) -> None:
        """Look for the desk, and go there."""
        typed = self.folder.text().strip()
        if not typed:
            self._failed(NoDesk(""))
            return
        self.act.setEnabled(False)
        answers = Answers(self._found, self._failed)
        self._window.tasks.read(first_desk.opened(spelled_out(typed)), answers)

    def _found(self, folder: Path) -> None:
        self.accept()
        self._window.desk_wanted.emit(folder)

    def _failed(self, error: DeskError) -> None:
        self.act.setEnabled(True)
        self.wrong.failed(error)
        if isinstance(error, NoDesk):
            text = self.tr("There is no desk in {folder}. Choose the folder with desk.sqlite3.")
            self.wrong.say(text.format(folder=self.folder.text().strip() or "–"))
            self.folder.setFocus()
