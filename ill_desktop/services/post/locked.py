"""Files that stay: another program keeps them from being read, or ours cannot apply them.

They are taken as soon as that is possible, and told of when it takes long.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

SETTING = "locked-files"
PATIENCE = timedelta(seconds=30)
"""How long a file may stay before it is told: a copy or a virus scan takes no longer."""


def for_long(desk: "Desk", held: Mapping[str, str], more: bool) -> tuple[str, ...]:
    """Whose files have stayed for long; `held` are those of this round, with their partners.

    Since when is remembered between rounds, and forgotten with the last of them; not after a
    round that left `more` unread: it has not seen all that is held.
    """
    known: dict[str, str] = desk.setting(SETTING, {})
    now = desk.clock.now()
    unseen = known if more else {}
    since = unseen | {path: known.get(path, now.isoformat()) for path in held}
    if since != known:
        desk.set_setting(SETTING, since)
    late = {
        name for path, name in held.items() if now - datetime.fromisoformat(since[path]) >= PATIENCE
    }
    return tuple(sorted(late))
