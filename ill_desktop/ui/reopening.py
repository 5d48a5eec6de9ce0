"""Where a form that was left unsaved is found again: its page, its request, its dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.dialogs import loaded, show
from ill_desktop.ui.places import Place
from ill_desktop.words import labels

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Reopening(QObject):
    """Opens the form of a place with what was typed in it."""

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
        self._window.link.reopening = place
        self._ways[kind](which)

    def _plain(self, dialog: str) -> None:
        window = self._window
        show(loaded(dialog)(window.link, window.notices, window))

    def _partner(self, symbol: str) -> None:
        page = self._page(Place.PARTNERS)
        if _is_new(symbol):
            page.open_card(None, symbol[1:])
            return

        def ask(desk: Any) -> PartnerView:
            from ill_desktop.services import partners

            return partners.show(desk, symbol)

        self._window.link.read(ask, page.open_card, self._gone(f"partner {symbol}"))

    def _reader(self, code: str) -> None:
        page = self._page(Place.READERS)
        if _is_new(code):
            page.add(code[1:])
        else:
            page.open_card(code, self._gone(f"reader {code}"))

    def _page(self, place: Place) -> Any:
        self._window.sidebar.choose(place)
        return self._window.going.page(place)

    def _beside(self, dialog: str, number: str) -> None:
        window = self._window
        window.going.go_to(number)
        show(loaded(dialog)(window.link, number, window))

    def _act(self, which: str) -> None:
        number, _, name = which.partition(" ")
        window, action, place = self._window, Action(name), f"act {which}"
        window.going.go_to(number)

        def ask(desk: Any) -> tuple[RequestView, Any]:
            from ill_desktop.services import requests, unfinished

            return requests.show(desk, number), unfinished.of(desk, place)

        def shown(found: tuple[RequestView, Any]) -> None:
            view, left = found
            if action in view.actions:
                window.acting.open_form(view, action)
            else:
                self._cannot(self._too_late(number, action, left), place)

        window.link.read(ask, shown, self._gone(place))

    def _too_late(self, number: str, action: Action, left: Any) -> str:
        """What was typed is shown: it may be wanted elsewhere."""
        act = labels.of(self._window.link.words, action)
        note = str(left[0].form["now"].get("note", "")).strip() if left else ""
        text = self.tr("{number}: “{act}” is no longer possible.")
        if note:
            text = self.tr("{number}: “{act}” is no longer possible. You had written: {words}")
        return text.format(number=number, act=act, words=note)

    def _gone(self, place: str) -> Callable[[DeskError], None]:
        return lambda error: self._cannot(self._window.link.sentence(error), place)

    def _cannot(self, text: str, place: str) -> None:
        """Nothing is wanted any more; the next form of the place, if there is one, only offers."""
        self._window.link.reopening = ""
        self._window.taking.cannot_open(text, lambda one: one.place == place)


def _is_new(which: str) -> bool:
    """A card not kept yet: an empty one, or one that began with what stands after the sign."""
    from ill_desktop.services.unfinished import NEW

    return which[:1] in ("", NEW)
