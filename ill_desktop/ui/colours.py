# house: table
"""The palettes of the window, as plain colours (LOOK): light, dark and high contrast."""

from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from ill_desktop.domain.lifecycle.states import Turn


class Theme(StrEnum):
    """What the person at the desk chose; *system* follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Ink(NamedTuple):
    """What is written, and the ground it is written on."""

    text: str
    ground: str


class Colours(NamedTuple):
    """One palette by role; every pair reaches WCAG AA."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    hairline: str
    border: str
    accent: str
    accent_text: str
    accent_hover: str
    selected: str
    selected_text: str
    hover: str
    done: Ink
    theirs: Ink
    ours: Ink
    look: Ink
    late: Ink
    off: Ink
    """What cannot be used now: its words, and the ground of a button that is otherwise filled."""
    off_line: str
    hint: str
    """The example in an empty field: it must not be taken for something typed."""
    line: int = 1

    @property
    def over(self) -> Ink:
        """What ended in vain: neither well nor badly for whoever looks for work."""
        return Ink(self.muted, self.hover)

    def of(self, turn: Turn) -> Ink:
        """The colours of one of the five meanings."""
        return {
            Turn.OURS: self.ours,
            Turn.THEIRS: self.theirs,
            Turn.LOOK: self.look,
            Turn.LATE: self.late,
            Turn.DONE: self.done,
        }[turn]


LIGHT = Colours(
    window="#F4F5F6", surface="#FFFFFF", raised="#FAFBFC", text="#1B1F23", muted="#57606A",
    hairline="#D0D7DE", border="#8C959F", accent="#0B6B8F", accent_text="#FFFFFF",
    accent_hover="#095A79", selected="#D6ECF5", selected_text="#1B1F23", hover="#EAEDF0",
    done=Ink("#17713F", "#E3F5EA"), theirs=Ink("#6B4FA0", "#F0EBFA"),
    ours=Ink("#2456A4", "#E7EFFB"), look=Ink("#8A5200", "#FFF3DC"),
    late=Ink("#B42318", "#FDECEA"), off=Ink("#7B848E", "#E3E7EB"), off_line="#D0D7DE",
    hint="#57606A",
)  # fmt: skip

DARK = Colours(
    window="#15181B", surface="#1C2024", raised="#23282D", text="#E6E9EC", muted="#A3ABB4",
    hairline="#343B42", border="#6A737D", accent="#4FB6DC", accent_text="#06212C",
    accent_hover="#74C6E4", selected="#12394A", selected_text="#E6E9EC", hover="#262C32",
    done=Ink("#63C78F", "#12301F"), theirs=Ink("#BBA4EC", "#2A2042"),
    ours=Ink("#86B2F4", "#142745"), look=Ink("#F0B849", "#3A2A08"),
    late=Ink("#FF8B80", "#3D1714"), off=Ink("#7A838D", "#262C32"), off_line="#343B42",
    hint="#A3ABB4",
)  # fmt: skip

CONTRAST = Colours(
    window="#000000", surface="#000000", raised="#000000", text="#FFFFFF", muted="#FFFFFF",
    hairline="#FFFFFF", border="#FFFFFF", accent="#FFE600", accent_text="#000000",
    accent_hover="#FFF27A", selected="#FFFFFF", selected_text="#000000", hover="#333333",
    done=Ink("#7CFC9A", "#000000"), theirs=Ink("#D9C7FF", "#000000"),
    ours=Ink("#9CC8FF", "#000000"), look=Ink("#FFD479", "#000000"),
    late=Ink("#FF9A90", "#000000"), off=Ink("#949494", "#000000"), off_line="#949494",
    hint="#B8B8B8", line=2,
)  # fmt: skip

PALETTES = MappingProxyType({Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST})

CHIP_ICONS = MappingProxyType(
    {
        Turn.OURS: "circle-dot",
        Turn.THEIRS: "hourglass",
        Turn.LOOK: "triangle-alert",
        Turn.LATE: "octagon-alert",
        Turn.DONE: "circle-check",
    }
)
"""The icon of a meaning: it is told by shape and word too, never by colour alone."""
OVER_ICON = "x"
"""What ended without being supplied is done, too, but bears no tick."""
