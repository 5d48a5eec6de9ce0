"""Two people compare their keys by telephone; only then is a seal worth anything."""

from typing import Any

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.views import PartnerView
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.wrong import Wrong
from ill_desktop.words import packages
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.mark import mark


class SealDialog(QDialog):
    """Shows our eight words and those of every key the partner used."""

    def __init__(self, link: Link, partner: PartnerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._partner = link, partner
        self._gaps: tuple[Any, ...] = ()
        self.setWindowTitle(self.tr("Seal"))
        self.resize(720, 460)
        how = self.tr(
            "Call {partner}. Read them these words, and let them read theirs. "
            "If theirs are listed below, trust that key."
        )
        told = plain_label(how.format(partner=partner.name), muted=True)
        told.setWordWrap(True)
        self.ours = plain_label()
        self.ours.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        self.ours.setWordWrap(True)
        self.ours.setAccessibleName(self.tr("Our words"))
        self.wrong = Wrong(self)
        self.wrong.prepare(link)
        columns: tuple[Column[Any], ...] = (
            Column(mark("Table", "Their words"), lambda key: key.words),
            Column(mark("Table", "Seen"), lambda key: link.day(key.seen_at)),
            Column(mark("Table", "Trusted"), lambda key: self.tr("yes") if key.trusted else ""),
        )
        self.model: Table[Any] = Table(columns, self)
        self.table = table_view(self.model, self.tr("Keys of the partner"), 0)
        self.table.selectionModel().currentRowChanged.connect(lambda _: self._offer())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for one in (told, self.ours, self.table):
            column.addWidget(one, 1 if one is self.table else 0)
        column.addLayout(self._lost())
        column.addWidget(self.wrong)
        column.addLayout(self._buttons())
        self._ask(lambda made, desk: made.view(desk, partner.symbol))

    def _lost(self) -> QHBoxLayout:
        """Which of their packages never came, and a letter that asks for them."""
        self.lost = plain_label()
        self.lost.setWordWrap(True)
        self.copy = QPushButton(self.tr("Copy a letter that asks for them"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        line = QHBoxLayout()
        line.setSpacing(8)
        for one in (self.lost, self.copy):
            line.addWidget(one, 1 if one is self.lost else 0)
            one.hide()
        return line

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.trust = QPushButton(self.tr("Trust this key"))
        self.trust.setAutoDefault(False)
        self.trust.clicked.connect(self._trust)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(close)
        line.addWidget(self.trust)
        self._offer()
        return line

    def _ask(self, how: Any) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services import sealing

            return how(sealing, desk)

        self._link.write(ask, self._show, self.wrong.failed)

    def _show(self, view: Any) -> None:
        self.wrong.hide()
        self.ours.setText(view.ours.words)
        self.model.fill(view.theirs)
        if view.theirs:
            self.table.selectRow(0)
        self._gaps = view.gaps
        one, many = (
            self.tr("{n} of their packages never came: number {numbers}."),
            self.tr("{n} of their packages never came: numbers {numbers}."),
        )
        lost = (one if view.missing == 1 else many).format(
            n=view.missing, numbers=packages.numbers(view.gaps)
        )
        self.lost.setText(lost)
        for shown in (self.lost, self.copy):
            shown.setVisible(view.missing > 0)
        self._offer()

    def _offer(self) -> None:
        key = self.table.currentIndex().data(ROW)
        self.trust.setEnabled(key is not None and not key.trusted)

    def _trust(self) -> None:
        key = self.table.currentIndex().data(ROW)
        symbol = self._partner.symbol
        self._ask(lambda made, desk: made.trust(desk, symbol, key.public))

    def _copy(self) -> None:
        """The letter, in their language, for a mail or any other way that reaches them."""
        library = self._link.desk.library if self._link.desk else None
        if library is None:
            return
        words = words_for(self._partner.language or self._link.words.language)
        letter = packages.asked_for(words, self._gaps, library.name, library.zone)
        QGuiApplication.clipboard().setText(letter)
        self.copy.setText(self.tr("Copied"))
