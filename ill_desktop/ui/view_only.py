"""What tells a desk that can only be looked at: a line above the page, said again when asked."""

from typing import TYPE_CHECKING

from ill_desktop.ui.notice_views import Bar

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class ViewOnlyBar(Bar):
    """Stays above the page; whatever would write is not offered below it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        window.column.insertWidget(0, self)
        self.tell()

    def tell(self) -> None:
        """Say why nothing can be done here, again after it was closed."""
        self.say(
            self.tr(
                "This desk can only be looked at: its folder is read-only. Nothing can be saved, "
                "and messages are neither read nor sent."
            ),
            "look",
        )
