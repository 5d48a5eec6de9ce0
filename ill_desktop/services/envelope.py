"""Who is speaking: channel, header and directory have to agree (DESIGN §6, ISO18626 §8.3)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import (
    AgencyId,
    Confirmation,
    Message,
    Request,
    RequestingAgencyMessage,
)
from ill_desktop.store import directory

if TYPE_CHECKING:
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class Sender:
    """The partner that wrote, through which channel, and under which names."""

    partner_id: int
    channel_id: int
    theirs: Symbol
    ours: Symbol
    test: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a message waits for a person; `reason` is a code worded in `words.labels`."""

    reason: str
    value: str = ""
    partner_id: int | None = None


def sender(session: "Session", channel_id: int, message: Message) -> Sender | Doubt:
    """Bind a message to the partner it must come from, or say what does not agree."""
    theirs, ours = speakers(message)
    if theirs is None:
        return Doubt("unknown-sender")
    partner = directory.known_as(session, theirs.symbol)
    if partner is None:
        return Doubt("unknown-sender", str(theirs.symbol))
    if partner.channel_id != channel_id:
        return Doubt("sender-mismatch", str(theirs.symbol))
    own = directory.own_symbols(session)
    if ours is not None and ours.symbol not in own:
        return Doubt("not-for-us", str(ours.symbol), partner.id)
    to = ours.symbol if ours else own[0]
    return Sender(partner.id, channel_id, theirs.symbol, to, partner.test)


def speakers(message: Message) -> tuple[AgencyId | None, AgencyId | None]:
    """Who wrote, and to whom."""
    header = message.header
    supplier, requester = header.supplying_agency_id, header.requesting_agency_id
    if isinstance(message, Request | RequestingAgencyMessage):
        return requester, supplier
    if isinstance(message, Confirmation) and message.kind.value.startswith("supplying"):
        return requester, supplier
    return supplier, requester
