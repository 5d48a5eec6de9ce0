"""A library that wrote and is not in the directory: its card, and then its message once more."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ill_desktop.services.views import MessageLine, MessageView, PartnerView
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices

if TYPE_CHECKING:
    from ill_desktop.services.post.again import Way


class Stranger(QObject):
    """Adds the sender of a message that waits because nobody knows it."""

    def __init__(self, link: Link, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._link, self._notices, self._parent = link, notices, parent

    def add(self, line: MessageLine) -> None:
        """The card with its symbol and the way it wrote; what is saved is used for the message at
        once.
        """

        def ask(desk: Any) -> "Way":
            from ill_desktop.services.post import again

            return again.came_through(desk, line.id)

        self._link.read(ask, while_there(self, lambda way: self._open(line, way)))

    def _open(self, line: MessageLine, way: "Way") -> None:
        from ill_desktop.ui.dialogs import show
        from ill_desktop.ui.partner_dialog import PartnerDialog

        dialog = PartnerDialog(self._link, None, self._parent.window())
        dialog.begin_with(line.detail)
        if way.inbox or way.mail:
            dialog.offer_way(way)
        dialog.done_with = lambda saved: self._saved(saved, line, way)
        show(dialog)

    def _saved(self, partner: PartnerView, line: MessageLine, way: "Way") -> None:
        refused = bool(way.inbox and not partner.inbox)  # who cleared the folders wants no such way

        def ask(desk: Any) -> MessageView:
            from ill_desktop.services import ledger
            from ill_desktop.services.post import again

            seen = ledger.message(desk, line.id)
            if not seen.line.in_doubt:
                return seen
            if refused:
                return again.read_again(desk, line.id)
            return again.introduced(desk, line.id, partner.symbol)

        self._link.write(ask, lambda view: self._tell(partner, view))

    def _tell(self, partner: PartnerView, view: MessageView) -> None:
        text = self.tr("{name} is saved. Its message: {state}.")
        if view.line.is_strange:
            text = self.tr("{name} is saved, but the message is from {symbol} and still waits.")
        state = view.reason_text.rstrip(".") or view.label
        symbol = view.line.detail
        self._notices.toast(text.format(name=partner.name, state=state, symbol=symbol))
