"""What a desk without any request offers in the place of its empty lists: what to do first."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ill_desktop.services.first_look import ListQuery
from ill_desktop.ui.menus import goes_and
from ill_desktop.ui.places import Place

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

FIRST = ListQuery(limit=1)


class FirstSteps(QObject):
    """Asks whether the desk is empty wherever a list is, and says the first steps there."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.list.empty.connect(self._ask)

    def _ask(self, query: "ListQuery") -> None:
        def ask(desk: Any) -> tuple[bool, bool]:
            from ill_desktop.services import partners, requests

            return bool(requests.page(desk, FIRST).lines), bool(partners.listed(desk))

        def answer(found: tuple[bool, bool]) -> None:
            requests, partners = found
            if not requests and self._window.list.query == query:
                self._say(partners)

        if not self._window.link.view_only:
            self._window.link.read(ask, answer)

    def _say(self, partners: bool) -> None:
        window = self._window
        said = self.tr(
            "This desk has no request yet. Begin with a new one, or bring in what is on loan now."
        )
        if not partners:
            said = self.tr(
                "This desk has no request yet. First add the libraries you exchange with; then "
                "bring in what is on loan now, or begin with a new request."
            )
        add = goes_and(Place.PARTNERS, "add")
        steps = [
            (self.tr("Add partner"), lambda: add(window)),
            (self.tr("Bring in current loans…"), window.actions_by_name["bring_in"].trigger),
            (self.tr("New borrowing request"), window.taking.new),
            (self.tr("Record lending"), window.taking.lend),
        ]
        window.list.listing.say_steps(said, steps[1:] if partners else steps)
