"""What this program is, and on whose work it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ill_desktop import __version__
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import pixmap, scaled


class About(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ILL Desktop"))
        picture = QLabel(self)
        picture.setPixmap(pixmap("ill-desktop", "", 64, self.devicePixelRatioF()))
        picture.setAccessibleName("ILL Desktop")
        name = plain_label("ILL Desktop")
        name.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        version = plain_label(self.tr("Version {version}").format(version=__version__), muted=True)
        what = plain_label(
            self.tr(
                "Interlibrary loan for one library: borrow, lend, print, count, and talk to "
                "partners by files."
            )
        )
        licence = plain_label(
            self.tr(
                "Apache License 2.0. Qt for Python is used under the LGPL; the icons are from "
                "Lucide under the ISC licence."
            ),
            muted=True,
        )
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        words = QVBoxLayout()
        for label in (name, version, what, licence):
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch(1)
        words.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 24, 24, 16)
        line.setSpacing(24)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setMinimumWidth(460)
