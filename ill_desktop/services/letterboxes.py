"""How a partner is reached: through a pair of folders, or by mail."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.services import mail_addresses
from ill_desktop.settings import spelled_out
from ill_desktop.store import directory, outbox
from ill_desktop.store.rows import ChannelRow, PartnerRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

FOLDERS = ("inbox", "outbox")
"""What they leave for us, and where we leave files for them."""
MAIL = "mail"
KEYS = (*FOLDERS, MAIL)


def change(session: "Session", row: PartnerRow, given: Mapping[str, str]) -> None:
    """Set a folder or the mail address; nothing left makes the partner a manual one.

    Partners that name the same share a channel. What waits to leave goes to the new place.
    """
    channel = directory.channel(session, row.channel_id)
    before = {name: getattr(channel, name) if channel else "" for name in FOLDERS}
    wanted = {name: given.get(name, before[name]).strip() for name in FOLDERS}
    places = {name: str(_folder(name, text)) if text else "" for name, text in wanted.items()}
    known = channel.address if channel else ""
    address = mail_addresses.typed(given.get(MAIL, known), MAIL, known)
    if not any(places.values()) and not address:
        row.channel_id = None
        return
    _not_in_circles(session, row, places)
    kind = "mail" if address else "folder"
    wish = ChannelRow(kind=kind, address=address, **places)
    row.channel_id = _channel(session, row, channel, wish).id
    outbox.redirect(session, row.id, row.channel_id)


def share(session: "Session", row: PartnerRow, symbol: str) -> None:
    """Let a partner speak through another one's channel, as behind a broker; raises `Invalid`.

    Within a channel the header's agency tells who speaks.
    """
    other = directory.partner_of(session, Symbol.parse(symbol))
    if other is None or other.id == row.id or other.channel_id is None:
        raise Invalid("channel-of", symbol, Why.NOT_A_CODE)
    row.channel_id = other.channel_id
    outbox.redirect(session, row.id, other.channel_id)


def shared_with(session: "Session", row: PartnerRow) -> str:
    """The first of the other partners that speak through the same channel, by its symbol."""
    if row.channel_id is None:
        return ""
    others = (one for one in directory.partners_on(session, row.channel_id) if one.id != row.id)
    symbols = (str(symbol) for one in others for symbol in directory.symbols(session, one.id)[:1])
    return next(symbols, "")


def _not_in_circles(session: "Session", row: PartnerRow, places: Mapping[str, str]) -> None:
    """Raise `Invalid` where we would read what we leave: the partner would never get it."""
    others = [one for one in directory.channels(session) if one.id != row.channel_id]
    read = {Path(one.inbox).resolve() for one in others if one.inbox}
    left = {Path(one.outbox).resolve() for one in others if one.outbox}
    inbox, outbox_ = (Path(places[name]).resolve() if places[name] else None for name in FOLDERS)
    if inbox in left:
        raise Invalid("inbox", places["inbox"], Why.ALREADY_USED)
    if outbox_ is not None and outbox_ in {*read, inbox}:
        raise Invalid("outbox", places["outbox"], Why.ALREADY_USED)


def _channel(
    session: "Session", row: PartnerRow, present: ChannelRow | None, wish: ChannelRow
) -> ChannelRow:
    known = directory.channel_alike(session, wish)
    if known is not None:
        return known
    if present is not None and directory.partners_on(session, present.id) == [row]:
        present.inbox, present.outbox = wish.inbox, wish.outbox
        present.kind, present.address = wish.kind, wish.address
        return present
    session.add(wish)
    session.flush()
    return wish


def to_be_made(*places: str) -> tuple[Path, ...]:
    """Those of the folders typed that are not there yet; a slip of the finger may be the reason."""
    named = (spelled_out(place) for place in places if place.strip())
    return tuple(dict.fromkeys(one for one in named if not one.is_dir()))


def _folder(name: str, text: str) -> Path:
    """A folder that is there or can be made."""
    try:
        path = spelled_out(text)
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise Invalid(name, text, Why.NOT_A_FOLDER) from error
    return path
