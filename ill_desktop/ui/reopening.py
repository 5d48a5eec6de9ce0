"""Where a form that was left unsaved is found again: its page, its request, its dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.unfinished import NEW
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.dialogs import loaded, show
from ill_desktop.ui.places import Place

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Reopening(QObject):
    """Opens the form of a place; what was typed is offered in it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._ways: dict[str, Callable[[str], None]] = {
            "partner": self._partner,
            "reader": self._reader,
            "library": lambda _: window.keeping.settings(),
            "staff": lambda _: self._plain("staff_dialog:StaffDialog"),
            "note": lambda number: self._beside("note_dialogs:NoteDialog", number),
            "charge": lambda number: self._beside("note_dialogs:ChargeDialog", number),
            "act": self._act,
        }

    def open(self, place: str) -> None:
        """Go to a place: a kind, and which one of the kind."""
        kind, _, which = place.partition(" ")
        self._ways[kind](which)

    def _plain(self, dialog: str) -> None:
        window = self._window
        show(loaded(dialog)(window.link, window.notices, window))

    def _partner(self, symbol: str) -> None:
        page = self._page(Place.PARTNERS)
        if not symbol or symbol[0] == NEW:
            page.open_card(None, symbol[1:])
            return

        def ask(desk: Any) -> PartnerView:
            from ill_desktop.services import partners

            return partners.show(desk, symbol)

        self._window.link.read(ask, page.open_card, self._gone)

    def _reader(self, code: str) -> None:
        page = self._page(Place.READERS)
        if code and code[0] != NEW:
            page.open_card(code)
        else:
            page.add(code[1:])

    def _page(self, place: Place) -> Any:
        self._window.sidebar.choose(place)
        return self._window.going.page(place)

    def _beside(self, dialog: str, number: str) -> None:
        window = self._window
        window.going.go_to(number)
        show(loaded(dialog)(window.link, number, window))

    def _act(self, which: str) -> None:
        number, _, action = which.partition(" ")
        window = self._window
        window.going.go_to(number)

        def ask(desk: Any) -> RequestView:
            from ill_desktop.services import requests

            return requests.show(desk, number)

        def shown(view: RequestView) -> None:
            if Action(action) in view.actions:
                window.acting.act(view, Action(action))

        window.link.read(ask, shown, self._gone)

    def _gone(self, error: DeskError) -> None:
        self._window.notices.bar(self._window.link.sentence(error), "look")
