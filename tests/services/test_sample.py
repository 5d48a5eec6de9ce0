"""The sample desk shows every state, and is true: made by the services, and sound."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from ill_desktop.domain.lifecycle.standing import states
from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import (
    check,
    ledger,
    partners,
    patrons,
    printing,
    requests,
    statistics,
)
from ill_desktop.services.desk import Desk
from ill_desktop.services.sample import NAMES, sample_desk
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[Desk]:
    made = sample_desk(tmp_path_factory.mktemp("sample"))
    yield made
    made.close()


def test_it_says_that_it_is_a_sample(sample: Desk) -> None:
    assert sample.library.sample
    assert "Sample" in NAMES["en"]
    assert "contoh" in NAMES["id"]


def test_it_shows_every_state_of_both_sides(sample: Desk) -> None:
    found = {(x.side, x.state) for x in requests.page(sample, ListQuery(limit=0)).lines}
    assert found == {(side, state) for side in Side for state in states(side)}


def test_it_shows_something_in_every_queue(sample: Desk) -> None:
    counts = requests.counts(sample)
    assert [queue for queue in Queue if not counts.get(queue)] == []


def test_what_waits_to_be_decided_says_what_there_is_to_decide(sample: Desk) -> None:
    lines = requests.page(sample, ListQuery(queue=Queue.DECIDE)).lines
    assert {one.state: one.why for one in lines} == {
        State.CONDITIONS: "15 SGD · Library use only",
        State.NOT_SUPPLIED: "They cannot supply: Not on shelf",
        State.RETRY: "It can be tried again: On loan",
    }
    assert not any(one.why for one in requests.page(sample, ListQuery(queue=Queue.WAITING)).lines)


def test_what_there_is_to_decide_is_asked_once_for_a_page(sample: Desk) -> None:
    asked: list[str] = []

    def counts(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(sample.database.engine, "before_cursor_execute", counts)
    try:
        for limit in (1, 3):
            asked.append("")
            assert (
                len(requests.page(sample, ListQuery(queue=Queue.DECIDE, limit=limit)).lines)
                == limit
            )
    finally:
        event.remove(sample.database.engine, "before_cursor_execute", counts)
    second = asked.index("", 1)
    assert len(asked[second:]) <= len(asked[:second])


def test_it_is_sound_and_nothing_waits_to_be_mended(sample: Desk) -> None:
    assert check.check(sample).problems == ()
    assert ledger.waiting(sample) == 0


def test_its_messages_went_to_and_fro_for_weeks(sample: Desk) -> None:
    found = ledger.messages(sample, LedgerQuery(limit=0)).messages
    said = [one for one in found if "Confirmation" not in one.kind]
    came = [one for one in said if one.direction == "in"]
    assert len({one.at.date() for one in said}) > 20
    assert len(came) > 20
    assert {one.state for one in said} == {"applied", "confirmed"}
    assert all(one.request for one in said)


@pytest.mark.parametrize("kind", ["shipping-label", "return-label"])
@pytest.mark.parametrize("language", ["en", "id"])
def test_whatever_is_under_way_has_a_label_on_which_all_of_it_fits(
    tmp_path: Path, language: str, kind: str
) -> None:
    """Foreign addresses too: with their country, and what customs reads in two languages."""
    desk = sample_desk(tmp_path / language, language)
    lines = requests.page(desk, ListQuery(limit=0)).lines
    numbers = tuple(one.number for one in lines if one.partner)
    order = printing.PrintOrder(kind, numbers, "L7163")
    assert printing.print_documents(desk, order).warnings == ()
    desk.close()


def test_it_has_partners_in_many_countries_and_one_without_letterbox(sample: Desk) -> None:
    cards = partners.listed(sample)
    assert len(cards) >= 8
    assert len({one.country for one in cards}) >= 4
    assert [one.symbol for one in cards if not one.outbox] == ["LOCAL:PDKN"]


def test_some_of_its_readers_have_one_name(sample: Desk) -> None:
    assert [one for one in patrons.listed(sample) if " " not in one.name]


def test_nothing_in_it_lies_in_the_future(sample: Desk) -> None:
    now = sample.clock.now()
    for line in requests.page(sample, ListQuery(limit=0)).lines:
        view = requests.show(sample, line.number)
        assert all(event.at <= now for event in view.events)


def test_its_figures_are_not_empty(sample: Desk) -> None:
    today = sample.today()
    found = statistics.figures(sample, f"{today.year - 1}-01", f"{today:%Y-%m}")
    values = {one.code: one.value for one in found.measures}
    assert values["B2"] > 20
    assert values["L2"] > 5


def test_the_indonesian_sample_is_indonesian(tmp_path: Path) -> None:
    desk = sample_desk(tmp_path / "contoh", "id")
    assert desk.library.language == "id"
    assert "contoh" in desk.library.name.lower()
    desk.close()


def test_it_shows_notes_and_charges(sample: Desk) -> None:
    shown = [
        requests.show(sample, line.number)
        for line in requests.page(sample, ListQuery(limit=0)).lines
    ]
    assert any(one.notes for one in shown)
    assert {str(total.currency) for one in shown for total in one.totals} == {"IDR", "XXX"}


def test_the_exchange_is_in_the_order_of_time(sample: Desk) -> None:
    found = ledger.messages(sample, LedgerQuery(limit=0)).messages
    assert len(found) > 150
    moments = [one.at for one in found]
    assert moments == sorted(moments, reverse=True)
