"""What a library has to be told by telephone or letter, until somebody has done it."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ill_desktop.services.views import RequestView, ToTell
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label


class ToTellBar(QWidget):
    """Stands under the buttons of a request, the first of which marks it told; away where
    everybody knows everything.
    """

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = link.words
        self.text = plain_label()
        self.text.setProperty("warn", True)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.text)
        self.hide()

    def show_request(self, view: RequestView) -> None:
        """One line for each library, with where it is rung up and the note on its card."""
        self.setVisible(bool(view.to_tell))
        by_library: dict[str, list[ToTell]] = {}
        for one in view.to_tell:
            by_library.setdefault(one.partner, []).append(one)
        self.text.setText("\n".join(map(self._line, by_library.values())))

    def _line(self, waiting: list[ToTell]) -> str:
        from ill_desktop.words import saying

        text = self.tr("Tell {partner} by telephone or letter: {what}.")
        card, says = waiting[0], [one.says for one in waiting]
        what = saying.listed(self._words, says)
        line = text.format(partner=card.partner, what=what)
        return "\n".join(filter(None, (line, card.telephone, card.note)))
