"""What tells the sample desk from a real one: a line that offers to leave it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.settings import usual_desk
from ill_desktop.ui.notice_views import Bar
from ill_desktop.ui.notices import Offer

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

ENDING = "-sample"


def sample_of(folder: Path) -> Path:
    """Where the sample desk lies beside a desk."""
    return folder.with_name(f"{folder.name}{ENDING}")


def own_beside(sample: Path, wished: Path) -> Path:
    """Where a desk of one's own would lie, seen from the sample that is open."""
    if wished != sample:
        return wished
    if sample.name.endswith(ENDING):
        return sample.with_name(sample.name.removesuffix(ENDING))
    usual = usual_desk()
    return usual if usual != sample else sample.with_name(f"{sample.name}-own")


class SampleBar(Bar):
    """Stays above the page as long as the sample is open."""

    def __init__(self, window: "Window", leave: Callable[[], None]) -> None:
        super().__init__(window)
        self.setObjectName("bar")
        self._leave = leave
        window.column.insertWidget(0, self)
        self.tell()

    def tell(self) -> None:
        """Say what this is, again after the offer was taken and called off."""
        text = self.tr("This is a sample desk: everything in it is invented. Try what you like.")
        self.say(text, "", Offer(self.tr("Start with an empty desk"), self._leave))
