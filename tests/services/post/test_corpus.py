"""Every real message, on a desk set up for it: as a stranger to its request, and knowing it."""

from pathlib import Path

import pytest

from ill_desktop.domain.lifecycle.states import State
from ill_desktop.domain.message import Confirmation
from ill_desktop.services import check, ledger, requests
from ill_desktop.services.post import PostReport
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.post.corpus_ends import ENDS, End
from tests.services.post.planting import Setting, a_setting, plant

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


def names(shared_messages: Path) -> list[Path]:
    return sorted(shared_messages.glob("*.xml"))


@pytest.fixture
def messages(shared: Path) -> Path:
    return shared / "iso18626" / "messages"


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


def test_every_message_that_is_expected_ends_where_it_should(
    messages: Path, tmp_path: Path
) -> None:
    ends = {}
    for n, path in enumerate(names(messages)):
        setting = a_setting(tmp_path / str(n), path)
        number = plant(setting)
        assert _summed(setting.deliver(path)), path.name
        ends[path.stem] = _end(setting, number)
        assert check.check(setting.desk).ok, path.name
        setting.desk.close()
    assert ends == ENDS


def _end(setting: Setting, number: str) -> End:
    """What became of the message, and of what it speaks of."""
    desk = setting.desk
    line = ledger.messages(desk, LedgerQuery(direction="in", limit=1)).messages[0]
    made = [one.number for one in requests.page(desk, ListQuery()).lines]
    about, ours = number or next(iter(made), ""), ""
    stands = requests.show(desk, about).line.state.value if about else ""
    if isinstance(setting.message, Confirmation):
        ours = ledger.messages(desk, LedgerQuery(direction="out", limit=1)).messages[0].state
    return End(line.state, line.reason, stands, ours)


def test_a_retry_of_what_we_asked_to_be_tried_again_is_a_request_that_follows_it(
    messages: Path, tmp_path: Path
) -> None:
    path = messages / "crosslink__request-retry-non-existing.xml"
    setting = a_setting(tmp_path, path)
    number = plant(setting)
    assert setting.deliver(path).applied == 1
    new, before = requests.page(setting.desk, ListQuery()).lines
    setting.desk.close()
    assert (before.number, before.state) == (number, State.RETRY_OFFERED)
    assert new.state is State.NEW


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
    plant(setting)
    assert setting.deliver(path).applied == 1
    line = ledger.messages(setting.desk, LedgerQuery(direction="in")).messages[0]
    view = ledger.message(setting.desk, line.id)
    setting.desk.close()
    assert line.reason == reason
    assert view.reason_text.endswith(".")


def test_a_due_date_is_the_day_they_meant_in_every_zone(messages: Path, tmp_path: Path) -> None:
    path = messages / "derived__alma-loaned-items.xml"
    setting = a_setting(tmp_path, path)
    number = plant(setting)
    setting.deliver(path)
    view = requests.show(setting.desk, number)
    setting.desk.close()
    assert view.line.due is not None
    assert (view.line.due.month, view.line.due.day) == (7, 15)
    assert len(view.items) == 2
