"""Every real message, on a desk set up for it: as a stranger to its request, and knowing it."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.message import (
    AgencyId,
    Confirmation,
    Message,
    Request,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, check, ledger, lending, partners, post, requests
from ill_desktop.services.desk import Desk, NewDesk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import PostReport
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.cases import case_by_number
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import copied_desk

ZONE = ZoneInfo("Asia/Jakarta")
OLD = 1_700_000_000
UNREADABLE = {
    "constructed__doctype-xxe.xml",
    "constructed__encoding-broken-utf8.xml",
    "constructed__html-error-page.xml",
    "constructed__truncated.xml",
    "crosslink__msg-invalid.xml",
}
NOT_USABLE = {
    "crosslink__misc-request-mock-multiple.xml",
    "crosslink__reqmsg-invalid-action.xml",
    "crosslink__request-no-reqid.xml",
    "crosslink__supmsg-invalid-status.xml",
}


@dataclass(frozen=True)
class Setting:
    """A desk whose symbol is a message's receiver and whose partner is its sender."""

    desk: Desk
    inbox: Path
    message: Message | None

    def deliver(self, path: Path) -> PostReport:
        copy = self.inbox / path.name
        shutil.copyfile(path, copy)
        os.utime(copy, (OLD, OLD))
        return post.run(self.desk, now=True)


def names(shared_messages: Path) -> list[Path]:
    return sorted(shared_messages.glob("*.xml"))


def _agencies(message: Message) -> tuple[AgencyId | None, AgencyId | None]:
    """Sender and receiver."""
    supplier = message.header.supplying_agency_id
    requester = message.header.requesting_agency_id
    to_lender = isinstance(message, Request | RequestingAgencyMessage) or (
        isinstance(message, Confirmation) and message.kind.value.startswith("supplying")
    )
    return (requester, supplier) if to_lender else (supplier, requester)


def _symbol(agency: AgencyId | None, default: str) -> str:
    return str(agency.symbol) if agency and agency.agency_id_value.strip() else default


def a_setting(place: Path, path: Path, koha_old: bool = False) -> Setting:
    try:
        message = iso18626.read(path.read_bytes(), zone=ZONE).message
    except Unreadable:
        message = None
    theirs, ours = _agencies(message) if message else (None, None)
    sender = _symbol(theirs, "ISIL:XX-SENDER")
    receiver = _symbol(ours, "ISIL:XX-RECEIVER")
    if receiver == sender:
        receiver = "ISIL:XX-RECEIVER"
    desk = copied_desk(place / "desk", NewDesk("Desk", receiver, test=True))
    partners.add(
        desk,
        NewPartner("Partner", (sender,), str(place / "in"), str(place / "out")),
    )
    if koha_old:
        partners.change(desk, sender, {"koha-old": "yes"})
    return Setting(desk, place / "in", message)


@pytest.fixture
def messages(shared: Path) -> Path:
    return shared / "iso18626" / "messages"


@pytest.fixture
def setting(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Setting]:
    made = a_setting(tmp_path, request.param)
    yield made
    made.desk.close()


def _summed(report: PostReport) -> bool:
    parts = report.applied + report.duplicate + report.attention + report.quarantined
    return report.read == parts and report.failed == 0


def test_every_message_ends_in_the_ledger_and_the_counts_add_up(
    messages: Path, tmp_path: Path
) -> None:
    ends: dict[str, str] = {}
    for n, path in enumerate(names(messages)):
        setting = a_setting(tmp_path / str(n), path)
        report = setting.deliver(path)
        assert report.read == 1, path.name
        assert _summed(report), path.name
        assert not list(setting.inbox.iterdir()), path.name
        (line,) = ledger.messages(setting.desk, LedgerQuery(direction="in")).messages
        ends[path.name] = line.state
        again = setting.deliver(path)
        assert (again.read, again.applied) == (1, 0), path.name
        assert check.check(setting.desk).ok, path.name
        setting.desk.close()
    assert len(ends) == len(names(messages)) > 70
    assert {name for name, end in ends.items() if end == "quarantined"} == UNREADABLE
    applied = {name for name, end in ends.items() if end == "applied"}
    assert not applied & NOT_USABLE
    assert not {name for name in applied if name.startswith("koha__")}
    assert {n for n in ends if n.startswith(("oclc__NewRequest", "crosslink__request-loaned"))} <= (
        applied
    )


def test_every_answer_finds_the_request_it_speaks_of(messages: Path, tmp_path: Path) -> None:
    heard = 0
    for n, path in enumerate(names(messages)):
        setting = a_setting(tmp_path / str(n), path)
        if isinstance(setting.message, SupplyingAgencyMessage | RequestingAgencyMessage):
            number = _plant(setting)
            if number:
                report = setting.deliver(path)
                assert _summed(report), path.name
                view = requests.show(setting.desk, number)
                if report.applied:
                    heard += 1
                    assert view.messages, path.name
                assert check.check(setting.desk).ok, path.name
        setting.desk.close()
    assert heard >= 30


def _plant(setting: Setting) -> str:
    """Make the request a message speaks of, under the id it uses."""
    message = setting.message
    assert message is not None
    theirs, _ours = _agencies(message)
    wanted = message.header.requesting_agency_request_id.strip()
    if not wanted or theirs is None:
        return ""
    symbol = str(theirs.symbol)
    book = Citation(title="Max Havelaar")
    if isinstance(message, RequestingAgencyMessage):
        number = lending.record(
            setting.desk, NewLending(Service.LOAN, book, symbol, their_id=wanted)
        )
        with setting.desk.database.work() as session:
            row = case_by_number(session, number).request
            row.settings = {"our_symbol": setting.desk.library.symbol}
        return number
    number = requests.new(setting.desk, NewRequest(Service.LOAN, book, suppliers=(symbol,)))
    acts.do(setting.desk, number, Action.SEND)
    with setting.desk.database.work() as session:
        case = case_by_number(session, number)
        case.attempts[0].our_id = wanted
        case.request.our_id = wanted
    return number


@pytest.mark.parametrize("name", ["request", "ram-StatusRequest"])
def test_the_older_koha_is_understood_where_the_profile_says_so(
    messages: Path, tmp_path: Path, name: str
) -> None:
    path = messages / f"koha__embedded-{name}.xml"
    setting = a_setting(tmp_path, path, koha_old=True)
    report = setting.deliver(path)
    found = ledger.messages(setting.desk, LedgerQuery(direction="in")).messages
    setting.desk.close()
    assert report.read == 1
    assert found[0].reason != "foreign-namespace"


def test_the_same_id_with_another_title_waits_for_a_person(messages: Path, tmp_path: Path) -> None:
    first = messages / "constructed__pair3-a-request.xml"
    setting = a_setting(tmp_path, first)
    setting.deliver(first)
    report = setting.deliver(messages / "constructed__pair3-b-request-same-id-other-title.xml")
    page = requests.page(setting.desk, ListQuery())
    setting.desk.close()
    assert (report.attention, page.total) == (1, 1)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("date-no-timezone", "date-without-zone"), ("unknown-element", "unknown-element")],
)
def test_what_was_odd_is_applied_with_a_warning(
    messages: Path, tmp_path: Path, name: str, reason: str
) -> None:
    path = messages / f"constructed__{name}.xml"
    setting = a_setting(tmp_path, path)
    _plant(setting)
    assert setting.deliver(path).applied == 1
    line = ledger.messages(setting.desk, LedgerQuery(direction="in")).messages[0]
    view = ledger.message(setting.desk, line.id)
    setting.desk.close()
    assert line.reason == reason
    assert view.reason_text.endswith(".")


def test_a_due_date_is_the_day_they_meant_in_every_zone(messages: Path, tmp_path: Path) -> None:
    path = messages / "derived__alma-loaned-items.xml"
    setting = a_setting(tmp_path, path)
    number = _plant(setting)
    setting.deliver(path)
    view = requests.show(setting.desk, number)
    setting.desk.close()
    assert view.line.due is not None
    assert (view.line.due.month, view.line.due.day) == (7, 15)
    assert len(view.items) == 2
