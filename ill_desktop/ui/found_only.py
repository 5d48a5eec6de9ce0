"""A line above the list while the program itself narrowed it: what to, and the way out."""

from typing import TYPE_CHECKING

from ill_desktop.ui.over_list import OverList

if TYPE_CHECKING:
    from ill_desktop.ui.passing import Passing
    from ill_desktop.ui.window import Window


class FoundOnly(OverList):
    """Stands there after a scan, a new request or a jump; what people type they see in the box."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, "muted")
        self.button.setText(self.tr("Show all requests"))
        self.button.clicked.connect(window.list.leave_passing)
        window.list.passing_changed.connect(self._tell)
        window.sidebar.itemClicked.connect(lambda _: window.list.leave_passing())

    def _tell(self, passing: "Passing") -> None:
        said = self.tr("Only what was found for “{text}” is shown.")
        if passing.why:
            said = passing.why
        elif len(passing.only) == 1:
            said = self.tr("Only request {number} is shown.")
        elif passing.only:
            said = self.tr("“{text}” belongs to {n} requests. Choose the one you mean.")
        number = next(iter(passing.only), "")
        self.text.setText(said.format(text=passing.text, number=number, n=len(passing.only)))
        self.setVisible(any(passing))
