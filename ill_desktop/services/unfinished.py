"""What somebody was writing and had not saved: kept in the desk, so that a crash loses nothing.

It is no request yet: no number, no event, no log line. What nobody took up again for a while is
forgotten, because it may name a reader.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.citation import Citation
from ill_desktop.services.desk import Desk
from ill_desktop.services.naming import Naming
from ill_desktop.store import settings

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

KEY = "unfinished"
KEPT = timedelta(days=30)
READER, NEW = "reader", "+"
"""The place of a card of a reader; one that is new has this sign before what it began with."""
OF_REQUESTS = frozenset({"note", "charge", "act"})
"""Kinds of places that name a request."""
NO_READER = frozenset(
    {one.name for one in fields(Citation)}
    | {"@place", "@title", "purpose", "service", "number", "partner", "suppliers", "symbols"}
    | {"identifiers", "add_supplier"}
)
"""Fields that tell what a form is about: a work, a library, a choice. No reader stands there."""


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


def forget_names(session: "Session", named: Naming, code: str) -> None:
    """Take a reader who is erased out of what was written, and drop what was left in their card;
    the rest of what was written stays.
    """
    known = settings.read(session, KEY, {})
    left = {
        key: {**one, "form": _without(one["form"], named)}
        for key, one in known.items()
        if not _is_card(_place(one["form"]), named, code)
    }
    if left != known:
        settings.write(session, KEY, left)


def _is_card(place: str, named: Naming, code: str) -> bool:
    kind, _, which = place.partition(" ")
    return kind == READER and (which == code or (which[:1] == NEW and named.means(which[1:])))


def _without(held: Any, named: Naming, name: str = "") -> Any:
    """The same without the reader; what is no free text stays, or the form could not be read."""
    if name in NO_READER:
        return held
    if isinstance(held, dict):
        return {key: _without(one, named, key) for key, one in held.items()}
    if isinstance(held, list):
        return [_without(one, named, name) for one in held]
    if not isinstance(held, str):
        return held
    return "" if name == "patron" and named.means(held) else named.without(held)


def forget_requests(session: "Session", numbers: Collection[str]) -> None:
    """Drop what was left in notes, charges, acts and changes of requests that forget."""
    known = settings.read(session, KEY, {})
    left = {key: one for key, one in known.items() if _number(one["form"]) not in numbers}
    if left != known:
        settings.write(session, KEY, left)


def _number(form: Mapping[str, Any]) -> str:
    """Of which request a form is; empty for others, and for one that is no request yet."""
    kind, _, which = _place(form).partition(" ")
    if kind:
        return which.partition(" ")[0] if kind in OF_REQUESTS else ""
    return str(form.get("now", {}).get("number", ""))


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
