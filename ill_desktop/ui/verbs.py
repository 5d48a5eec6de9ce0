"""The last line of a dialog drawn by hand: to leave it, or to do what it is about."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton


class Verbs(QHBoxLayout):
    """*Cancel* and the verb; Enter presses the verb unless it is grave."""

    def __init__(
        self, dialog: QDialog, verb: str, do: Callable[[], object], *, grave: bool = False
    ) -> None:
        super().__init__()
        self.cancel, self.act = QPushButton(self.tr("Cancel")), QPushButton(verb)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(dialog.reject)
        self.act.setProperty("filled", not grave)
        self.act.setAutoDefault(not grave)
        self.act.setDefault(not grave)
        self.act.clicked.connect(do)
        self.addStretch(1)
        self.addWidget(self.cancel)
        self.addWidget(self.act)
