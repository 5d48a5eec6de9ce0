"""Desks for messages from elsewhere: with their agencies, and what they speak of planted."""

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.lifecycle.states import Action, Heard, Service
from ill_desktop.domain.message import (
    AgencyId,
    Confirmation,
    Message,
    MessageKind,
    Request,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
)
from ill_desktop.domain.protocol import heard_in_request
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, lending, library, partners, post, requests
from ill_desktop.services.desk import Desk, NewDesk, open_desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import PostReport
from ill_desktop.services.requests import NewRequest
from ill_desktop.store import outbox
from ill_desktop.store.cases import case_by_number
from ill_desktop.store.mailbook import LedgerQuery, page
from tests.services.desks import copied_desk

ZONE = ZoneInfo("Asia/Jakarta")
OLD = 1_700_000_000
BOOK = Citation(title="Max Havelaar")


@dataclass(frozen=True)
class Setting:
    """A desk whose symbol is a message's receiver and whose partner is its sender."""

    desk: Desk
    inbox: Path
    message: Message | None
    sender: str

    def deliver(self, path: Path, old: bool = True) -> PostReport:
        """Leave a file in the inbox, `old` as if it had lain there for long, and run the post."""
        copy = self.inbox / path.name
        shutil.copy(path, copy, follow_symlinks=False)
        if not copy.is_symlink():
            os.utime(copy, (OLD, OLD) if old else None)
        return post.run(self.desk, now=True)


def agencies(message: Message) -> tuple[AgencyId | None, AgencyId | None]:
    """Sender and receiver."""
    supplier = message.header.supplying_agency_id
    requester = message.header.requesting_agency_id
    to_lender = isinstance(message, Request | RequestingAgencyMessage) or (
        isinstance(message, Confirmation) and message.kind.value.startswith("supplying")
    )
    return (requester, supplier) if to_lender else (supplier, requester)


def symbol_of(agency: AgencyId | None, default: str) -> str:
    return str(agency.symbol) if agency and agency.agency_id_value.strip() else default


def understood(path: Path) -> Message | None:
    """What a file says, if it can be read at all."""
    try:
        return iso18626.read(path.read_bytes(), zone=ZONE).message
    except (Unreadable, OSError):
        return None


def a_setting(
    place: Path,
    path: Path,
    default: tuple[str, str] = ("ISIL:XX-SENDER", "ISIL:XX-RECEIVER"),
    koha_old: bool = False,
) -> Setting:
    """`default`: sender and receiver where the message names none."""
    message = understood(path)
    theirs, ours = agencies(message) if message else (None, None)
    sender, receiver = symbol_of(theirs, default[0]), symbol_of(ours, default[1])
    if receiver == sender:
        receiver = "ISIL:XX-RECEIVER"
    return joined(place, receiver, sender, message, koha_old=koha_old)


def joined(
    place: Path, ours: str, theirs: str, message: Message | None = None, koha_old: bool = False
) -> Setting:
    """A desk and its one partner, with folders between them."""
    desk = open_desk(shutil.copytree(_that_has_posted(), place / "desk"))
    library.save(desk, replace(library.show(desk), symbols=(ours,)))
    new = NewPartner("Partner", (theirs,), str(place / "in"), str(place / "out"))
    partners.add(desk, new)
    if koha_old:
        partners.change(desk, theirs, {"koha-old": "yes"})
    return Setting(desk, place / "in", message, theirs)


@cache
def _that_has_posted() -> Path:
    """A desk whose post has run today: what it does once a day is done."""
    folder = Path(tempfile.mkdtemp(prefix="ill-desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = copied_desk(folder / "desk", NewDesk("Desk", "ISIL:XX-DESK", test=True))
    post.run(desk)
    desk.close()
    return folder / "desk"


def plant(setting: Setting) -> str:
    """Make the request a message speaks of, under the id it uses; its number, if it has one."""
    message = setting.message
    if isinstance(message, SupplyingAgencyMessage):
        return _borrowed(setting, message.header.requesting_agency_request_id)
    if isinstance(message, RequestingAgencyMessage):
        return _lent(setting, message.header.requesting_agency_request_id)
    if isinstance(message, Confirmation):
        return _said(setting, message)
    if isinstance(message, Request) and heard_in_request(message) is Heard.REQUEST_RETRY:
        asked = message.service_info
        before = asked.requesting_agency_previous_request_id if asked else None
        number = _lent(setting, before or message.header.requesting_agency_request_id)
        acts.do(setting.desk, number, Action.ASK_RETRY, {"reason": "OnLoan"})
        post.run(setting.desk, now=True)
        return number
    return ""


def _said(setting: Setting, message: Confirmation) -> str:
    """What a confirmation confirms, written at the time it names; the number of its request."""
    desk, wanted = setting.desk, message.header.requesting_agency_request_id or "1"
    if message.kind is MessageKind.SUPPLYING_CONFIRMATION:
        number = _lent(setting, wanted)
        acts.do(desk, number, Action.WILL_SUPPLY)
    else:
        number = _borrowed(setting, wanted)
        if message.kind is MessageKind.REQUESTING_CONFIRMATION:
            post.run(desk, now=True)
            acts.do(desk, number, Action.ASK_STATUS)
    post.run(desk, now=True)
    with desk.database.work() as session:
        last = page(session, LedgerQuery(direction="out", limit=1))[0]
        row = outbox.message(session, last.id)
        assert row is not None
        row.timestamp = message.header.timestamp_received or row.timestamp
    return number


def _lent(setting: Setting, wanted: str) -> str:
    wanted = wanted.strip()
    if not wanted:
        return ""
    new = NewLending(Service.LOAN, BOOK, setting.sender, their_id=wanted)
    number = lending.record(setting.desk, new)
    with setting.desk.database.work() as session:
        row = case_by_number(session, number).request
        row.settings = {"our_symbol": setting.desk.library.symbol}
    return number


def _borrowed(setting: Setting, wanted: str) -> str:
    wanted = wanted.strip()
    if not wanted:
        return ""
    number = requests.new(setting.desk, NewRequest(Service.LOAN, BOOK, suppliers=(setting.sender,)))
    acts.do(setting.desk, number, Action.SEND)
    with setting.desk.database.work() as session:
        case = case_by_number(session, number)
        case.attempts[0].our_id = wanted
        case.request.our_id = wanted
    return number
