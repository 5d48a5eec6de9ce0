"""What may be done at a desk: the one question every guarded service asks first."""

from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Forbidden
from ill_desktop.domain.lifecycle.engine import Standpoint, choices
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.rights import Right, may

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


def require(desk: "Desk", right: Right) -> None:
    """Raise `Forbidden` when whoever is at the desk may not do this."""
    if not may(desk.role, right):
        raise Forbidden(right.value)


def offered(desk: "Desk", at: Standpoint) -> tuple[Action, ...]:
    """What staff may do with a request; nothing at a desk that can only be looked at."""
    return () if desk.view_only else choices(at)
