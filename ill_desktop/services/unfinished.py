"""What somebody was writing and had not saved: kept in the desk, so that a crash loses nothing.

It is no request yet: no number, no event, no log line. What nobody took up again for a while is
forgotten, because it may name a reader.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ill_desktop.services.desk import Desk
from ill_desktop.store import settings

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

KEY = "unfinished"
KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One form as it was left; `form` is what the window put into it."""

    key: str
    at: datetime
    form: Mapping[str, Any]

    @property
    def place(self) -> str:
        """Which form of the window it is; empty for one of a request."""
        return _place(self.form)


def _place(form: Mapping[str, Any]) -> str:
    return str(form.get("now", {}).get("@place", ""))


def keep(desk: Desk, key: str, form: Mapping[str, Any]) -> None:
    """Keep a form as it stands now; nobody is told, because no list shows it."""
    now = desk.clock.now()
    with desk.database.work() as session:
        known = _fresh(settings.read(session, KEY, {}), now)
        settings.write(session, KEY, {**known, key: {"at": now.isoformat(), "form": dict(form)}})


def forget(desk: Desk, key: str) -> None:
    """It was saved, or thrown away."""
    now = desk.clock.now()
    with desk.database.work() as session:
        known = _fresh(settings.read(session, KEY, {}), now)
        known.pop(key, None)
        settings.write(session, KEY, known)


def forget_old(desk: Desk) -> None:
    """Let what nobody took up again go; part of forgetting readers."""
    with desk.database.work() as session:
        known = settings.read(session, KEY, {})
        fresh = _fresh(known, desk.clock.now())
        if fresh != known:
            settings.write(session, KEY, fresh)


def forget_names(session: "Session", named: re.Pattern[str], place: str) -> None:
    """Blank each field in which a name is found, and drop what was left in a place: a reader is
    erased. The rest of what was written stays.
    """
    known = settings.read(session, KEY, {})
    left = {
        key: {**one, "form": _without(one["form"], named)}
        for key, one in known.items()
        if _place(one["form"]) != place
    }
    if left != known:
        settings.write(session, KEY, left)


def _without(held: Any, named: re.Pattern[str]) -> Any:
    """The same, with nothing in place of every text that holds a name."""
    if isinstance(held, dict):
        return {key: _without(one, named) for key, one in held.items()}
    if isinstance(held, list):
        return [_without(one, named) for one in held]
    return "" if isinstance(held, str) and named.search(held) else held


def kept(desk: Desk) -> tuple[Unfinished, ...]:
    """Everything that can be taken up again, the newest first."""
    with desk.database.read() as session:
        known = _fresh(settings.read(session, KEY, {}), desk.clock.now())
    found = (
        Unfinished(key, datetime.fromisoformat(one["at"]), one["form"])
        for key, one in known.items()
    )
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def of(desk: Desk, place: str) -> tuple[Unfinished, ...]:
    """What was left in the form of a place, the newest first."""
    return tuple(one for one in kept(desk) if one.place == place)


def _fresh(known: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Without what is too old."""
    return {
        key: one for key, one in known.items() if now - datetime.fromisoformat(one["at"]) <= KEPT
    }
