"""A closed month stays as it was; what changes later stands beside it."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from ill_desktop.domain.errors import Forbidden, Invalid
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.rights import Role
from ill_desktop.services import acts, closing, lending, months, partners, statistics, trends
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.store import closed_months
from ill_desktop.store.rows import RequestRow
from tests.services.desks import BOOK, THEIRS, a_manual_partner, a_request, pass_time

MARCH = "2026-03"


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """A desk that lent and borrowed in March, and closed it in April."""
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.RECEIVED)
    for _ in range(2):
        lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(desk, "26000002", Action.SHIP)
    pass_time(desk, days=30)
    closing.close(desk, MARCH)
    return desk


def march(desk: Desk) -> statistics.Figures:
    return statistics.figures(desk, MARCH, MARCH)


def test_a_closed_month_is_what_it_was(closed: Desk) -> None:
    found = march(closed)
    assert found.closed
    assert found.counted_at == closed.clock.now()
    assert [found.of(code).value for code in ("B2", "B3", "L1", "L2")] == [1, 1, 2, 1]
    assert found.corrections == ()
    assert found.of("B8").value is None
    assert {part.by for part in found.of("L1").breakdowns} >= {"partner", "service", "month"}
    assert statistics.figures(closed, MARCH, "2026-04").of("L1").value == 2


def test_a_late_entry_is_a_correction_beside_the_figure(closed: Desk) -> None:
    acts.do(closed, "26000003", Action.SHIP, {"on": "2026-03-31"})
    found = march(closed)
    assert (found.of("L2").value, found.of("L2").corrected) == (1, "2")
    assert "L1" not in [one.code for one in found.corrections]
    year = statistics.figures(closed, "2026-01", "2026-12")
    assert (year.of("L2").value, year.of("L2").closed_months) == (2, "Mar 2026: 1 → 2")
    assert {year.of(code).closed_months for code in ("L1", "L4e", "C1y")} == {""}
    begun = statistics.figures(closed, "2026-02", MARCH)
    assert begun.of("C1y").closed_months == "Mar 2026: 0 → 1"  # twelve months up to the last
    assert statistics.behind(closed, MARCH, MARCH, statistics.Which("L2")).total == 2


def test_closed_months_among_several_cost_hardly_more_than_open_ones(closed: Desk) -> None:
    said: list[str] = []
    event.listen(closed.database.engine, "before_cursor_execute", lambda *it: said.append(it[2]))

    def cost() -> int:
        said.clear()
        statistics.figures(closed, "2026-01", MARCH)
        return len(said)

    alone = cost()
    for month in ("2026-01", "2026-02"):
        closing.close(closed, month)
    assert cost() - alone <= 6


def test_one_request_for_another_is_a_correction_too(closed: Desk) -> None:
    acts.do(closed, "26000003", Action.SHIP, {"on": "2026-03-31"})
    acts.do(closed, "26000002", Action.VOID, {"reason": "entry error"})
    found = march(closed).of("L2")
    assert (found.value, found.text, found.corrected) == (1, "1", "1")


def test_other_months_do_not_correct_a_closed_one(closed: Desk) -> None:
    acts.do(closed, "26000003", Action.SHIP)
    pass_time(closed, days=40)
    number = lending.record(closed, NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(closed, number, Action.SHIP)
    assert march(closed).corrections == ()


def test_names_removed_later_correct_nothing(desk: Desk, tmp_path) -> None:
    from ill_desktop.services import reader_file

    a_manual_partner(desk)
    table = tmp_path / "readers.csv"
    table.write_text("code,name\nA,Suharto\n")
    reader_file.load(desk, table)
    acts.do(desk, a_request(desk, THEIRS, patron="A"), Action.SEND)
    pass_time(desk, days=40)
    closing.close(desk, MARCH)
    assert march(desk).of("B17").value == 1
    with desk.database.work() as session:
        session.get_one(RequestRow, 1).patron_id = None
    found = march(desk)
    assert (found.of("B17").value, found.corrections) == (1, ())


def test_a_month_is_closed_once_it_is_over(desk: Desk) -> None:
    with pytest.raises(Invalid):
        closing.close(desk, MARCH)
    pass_time(desk, days=40)
    closing.close(desk, MARCH)
    with pytest.raises(Invalid):
        closing.close(desk, MARCH)
    with pytest.raises(Invalid):
        closing.close(desk, "2026-3")


def test_only_a_supervisor_closes_and_reopens(closed: Desk, monkeypatch) -> None:
    monkeypatch.setattr(type(closed), "role", Role.STAFF)
    with pytest.raises(Forbidden):
        closing.close(closed, "2026-02")
    with pytest.raises(Forbidden):
        closing.reopen(closed, MARCH, "wrong")


def test_a_month_is_reopened_with_a_reason_that_stays(closed: Desk) -> None:
    acts.do(closed, "26000003", Action.SHIP, {"on": "2026-03-31"})
    with pytest.raises(Invalid):
        closing.reopen(closed, MARCH, "  ")
    closing.reopen(closed, MARCH, "one shipment was forgotten")
    found = march(closed)
    assert not found.closed
    assert (found.of("L2").value, found.corrections) == (2, ())
    with pytest.raises(Invalid):
        closing.reopen(closed, MARCH, "again")
    closing.close(closed, MARCH)
    assert march(closed).of("L2").value == 2
    with closed.database.read() as session:
        kept = closed_months.history(session, MARCH)
        assert [row.reason for row in kept] == ["one shipment was forgotten", ""]
        assert closing.kept_value(kept[0], "L2") == 1


def test_twelve_months_show_closed_ones_as_they_were(closed: Desk) -> None:
    acts.do(closed, "26000003", Action.SHIP, {"on": "2026-03-31"})
    points = {point.month: point for point in trends.trend(closed, "2026-04")}
    assert (points[MARCH].borrowed, points[MARCH].lent) == (1, 1)
    assert len(points) == 12
    view = months.month_view(closed, "2026-04", MARCH, (300, 100), months.Paint())
    assert view.before["L2"].value == 1
    assert not view.over
    closed.clock = type(closed.clock)(closed.clock.now() + timedelta(days=30))
    assert months.month_view(closed, "2026-04", MARCH, (300, 100), months.Paint()).over


def test_an_agreement_changed_later_does_not_rewrite_a_closed_month(closed: Desk) -> None:
    partners.change(closed, THEIRS, {"name": "Another name"})
    names = {p.key for p in march(closed).of("L1").breakdowns if p.by == "partner"}
    assert names == {"Perpustakaan B"}
