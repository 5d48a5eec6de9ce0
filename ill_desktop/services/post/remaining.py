"""Files that were read but may not be taken away: noted once, not read again."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.services.post.arriving import Letterbox, stamp
from ill_desktop.transport import folder
from ill_desktop.transport.folder import Arrival

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

SETTING = "stuck-files"


def note(desk: "Desk", stuck: Mapping[str, str]) -> None:
    """Remember files by path, with when they were last changed."""
    desk.set_setting(SETTING, {**_known(desk), **stuck})


def tried_again(desk: "Desk", box: Letterbox, arrivals: list[Arrival]) -> dict[str, str]:
    """Those that remain: it is tried again to take them away, and those gone are forgotten."""
    noted = _known(desk)
    if not noted:
        return {}
    here = {str(one.path): one for one in arrivals}
    left = {
        path: seen
        for path, seen in noted.items()
        if Path(path).parent != box.inbox
        or (path in here and stamp(here[path]) == seen and not folder.put_away(here[path]))
    }
    if left != noted:
        desk.set_setting(SETTING, left)
    return left


def _known(desk: "Desk") -> dict[str, str]:
    found: dict[str, str] = desk.setting(SETTING, {})
    return found
