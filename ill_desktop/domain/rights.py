"""Who may do what at the desk: guard rails between colleagues, not a wall (RELIABILITY §5)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What somebody at the desk is."""

    STAFF = "staff"
    SUPERVISOR = "supervisor"


class Right(StrEnum):
    """Something that not everybody may do; all else everybody may."""

    READERS = "readers"
    SETTINGS = "settings"
    STAFF = "staff"
    CLOSE_MONTH = "close-month"
    RETENTION = "retention"


_BOTH = frozenset(Role)
_SUPERVISOR = frozenset({Role.SUPERVISOR})

RIGHTS: Mapping[Right, frozenset[Role]] = MappingProxyType(
    {
        Right.READERS: _BOTH,
        Right.SETTINGS: _SUPERVISOR,
        Right.STAFF: _SUPERVISOR,
        Right.CLOSE_MONTH: _SUPERVISOR,
        Right.RETENTION: _SUPERVISOR,
    }
)


def may(role: Role, right: Right) -> bool:
    """Whether a role has a right."""
    return role in RIGHTS[right]
