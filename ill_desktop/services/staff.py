"""Who is at the desk: initials in every event, a PIN where one is wanted.

A desk without any staff is a desk for one person, who may do everything. The PIN keeps colleagues
from acting in each other's name; it does not hide anything from somebody who has the file.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.rights import Right, Role
from ill_desktop.services.changes import Change
from ill_desktop.services.rights import require
from ill_desktop.store import crew
from ill_desktop.store.rows import StaffRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

LONGEST_INITIALS = 8
SHORTEST_PIN = 4
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True)
class StaffView:
    """Somebody who works here."""

    initials: str
    name: str
    role: Role
    has_pin: bool
    active: bool = True


@dataclass(frozen=True, slots=True)
class StaffCard:
    """Somebody as typed; `pin` None leaves the PIN as it is, an empty one takes it away."""

    initials: str
    name: str = ""
    role: Role = Role.STAFF
    pin: str | None = None
    active: bool = True


def listed(desk: "Desk") -> tuple[StaffView, ...]:
    """Everybody, those who left included."""
    with desk.database.read() as session:
        return tuple(map(_view, crew.everybody(session)))


def _view(row: StaffRow) -> StaffView:
    return StaffView(row.initials, row.name, Role(row.role), bool(row.pin), row.active)


def save(desk: "Desk", card: StaffCard, known: str = "") -> StaffView:
    """Add somebody, or change the one `known` by initials; raises `Forbidden` or `Invalid`.

    The first one is at the desk from then on.
    """
    require(desk, Right.STAFF)
    initials = _checked(card)
    with desk.database.work() as session:
        first = not crew.everybody(session)
        row = _row(session, initials, known)
        row.name, row.role, row.active = tidy(card.name), card.role.value, card.active
        if card.pin is not None:
            row.pin = hashed(card.pin) if card.pin else ""
        session.flush()
        _must_have_supervisor(session, card)
        view = _view(row)
    if first or (known and known == desk.staff):
        desk.staff, desk.role = view.initials, view.role
    desk.changes.publish(Change(settings=True))
    return view


def _checked(card: StaffCard) -> str:
    initials = tidy(card.initials)
    if not initials:
        raise Invalid("initials", "", Why.EMPTY)
    if len(initials) > LONGEST_INITIALS:
        raise Invalid("initials", initials, Why.TOO_LONG)
    if card.pin and (len(card.pin) < SHORTEST_PIN or not card.pin.isdecimal()):
        raise Invalid("pin", "", Why.NOT_A_PIN)
    return initials


def _row(session: "Session", initials: str, known: str) -> StaffRow:
    row = crew.person(session, known) if known else StaffRow(initials=initials)
    if row is None:
        raise Missing("staff", known)
    if initials != known:
        _must_be_free(session, initials, row)
    row.initials = initials
    session.add(row)
    return row


def _must_be_free(session: "Session", initials: str, row: StaffRow) -> None:
    """In the history nobody tells two apart whose initials differ only in their case."""
    for other in crew.everybody(session):
        if other is not row and other.initials.casefold() == initials.casefold():
            raise Invalid("initials", other.initials, Why.ALREADY_USED)


def _must_have_supervisor(session: "Session", card: StaffCard) -> None:
    there = crew.active(session)
    if there and not any(row.role == Role.SUPERVISOR for row in there):
        raise Invalid("role", card.initials, Why.NO_SUPERVISOR)


def sign_on(desk: "Desk", initials: str, pin: str = "") -> StaffView:
    """Somebody sits down; raises `Missing`, or `Invalid` when it is not their PIN."""
    with desk.database.read() as session:
        row = crew.person(session, initials)
        if row is None or not row.active:
            raise Missing("staff", initials)
        if row.pin and not fits(pin, row.pin):
            raise Invalid("pin", initials, Why.WRONG_PIN)
        view = _view(row)
    desk.staff, desk.role = view.initials, view.role
    desk.changes.publish(Change(settings=True))
    return view


def sign_off(desk: "Desk") -> None:
    """The chair is empty: whoever comes is staff until they say who they are."""
    with desk.database.read() as session:
        desk.role = Role.STAFF if crew.active(session) else Role.SUPERVISOR
    desk.staff = ""
    desk.changes.publish(Change(settings=True))


def hashed(pin: str) -> str:
    """Salt and scrypt hash of a PIN, as kept."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${hashlib.scrypt(pin.encode(), salt=salt, **_SCRYPT).hex()}"


def fits(pin: str, kept: str) -> bool:
    """Whether a PIN is the one that was kept."""
    salt, _, known = kept.partition("$")
    found = hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **_SCRYPT)
    return hmac.compare_digest(found, bytes.fromhex(known))
