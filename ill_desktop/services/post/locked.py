"""Files that stay: another program keeps them from being read, or ours cannot apply them.

They are taken as soon as that is possible, and told of when it takes long.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

SETTING = "locked-files"
MAILS = "failing-mails"
"""The same of mails in the library's mailbox."""
PATIENCE = timedelta(seconds=30)
"""How long a file may stay before it is told: a copy or a virus scan takes no longer."""


def is_known(desk: "Desk", path: str) -> bool:
    """Whether a file or mail has stayed since a round before."""
    return any(path in desk.setting(one, {}) for one in (SETTING, MAILS))


def for_long(
    desk: "Desk", held: Iterable[str], more: bool, setting: str = SETTING
) -> frozenset[str]:
    """The files that have stayed for long; `held` are those of this round.

    Since when is remembered between rounds, and forgotten with the last of them; not after a
    round that left `more` unread: it has not seen all that is held.
    """
    known: dict[str, str] = desk.setting(setting, {})
    now = desk.clock.now()
    unseen = known if more else {}
    since = unseen | {path: known.get(path, now.isoformat()) for path in held}
    if since != known:
        desk.set_setting(setting, since)
    return frozenset(path for path in held if now - datetime.fromisoformat(since[path]) >= PATIENCE)
