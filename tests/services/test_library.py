"""The settings of the library are kept as one, and obeyed by what they are about."""

from dataclasses import replace
from datetime import date

import pytest

from ill_desktop.domain.errors import Forbidden, Invalid, Unreadable
from ill_desktop.domain.lifecycle.states import Action, Service, Timer
from ill_desktop.domain.rights import Role
from ill_desktop.services import acts, calendars, lending, library, moving, partners, requests
from ill_desktop.services.desk import Desk
from tests.services.desks import BOOK, OURS, THEIRS, a_manual_partner

CHRISTMAS = date(2026, 12, 25)


def a_card(desk: Desk, **changed: object) -> library.LibraryCard:
    return replace(library.show(desk), **changed)  # type: ignore[arg-type]


def test_what_is_saved_is_what_is_shown(desk: Desk) -> None:
    card = a_card(
        desk,
        name="Perpustakaan  Baru",
        symbols=("ISIL:ID-BARU", OURS),
        country="nl",
        paper="F4",
        addresses={"ship": "Jl. A 1\n\nKota A", "return": "", "mail": "Kotak 5", "invoice": ""},
        loan_days=21,
        hold_minutes=0,
        closed_weekdays=frozenset({6}),
        public_holidays=False,
        closed_days={CHRISTMAS: "Natal"},
        timer_days={**library.TIMERS, Timer.NOT_ARRIVED: 7},
        reader_steps=False,
        ask_next=True,
        retention_days=90,
        backup_hours=4,
        backup_at_quit=False,
        second_place=str(desk.folder.root),
    )
    kept = library.save(desk, card)
    assert kept == replace(
        card,
        name="Perpustakaan Baru",
        country="NL",
        addresses={"ship": "Jl. A 1\nKota A", "return": "", "mail": "Kotak 5", "invoice": ""},
    )
    assert library.show(desk) == kept
    assert (desk.library.name, desk.library.symbol) == ("Perpustakaan Baru", "ISIL:ID-BARU")
    assert not desk.reader_steps


def test_a_new_desk_shows_what_holds_until_something_is_chosen(desk: Desk) -> None:
    card = library.show(desk)
    assert (card.retention_days, card.backup_hours, card.loan_days) == (30, 24, 28)
    assert card.closed_weekdays == {5, 6}
    assert card.timer_days[Timer.NOT_ARRIVED] == 14
    assert card.backup_at_quit
    assert card.public_holidays
    assert library.save(desk, card) == card


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"symbols": ()}, "symbol"),
        ({"symbols": (THEIRS,)}, "symbol"),
        ({"country": "IDN"}, "country"),
        ({"language": "xx"}, "language"),
        ({"paper": "A5"}, "paper"),
        ({"loan_days": 0}, "loan-days"),
        ({"hold_minutes": -1}, "hold-minutes"),
        ({"retention_days": 0}, "retention-days"),
        ({"backup_hours": 5}, "backup-hours"),
        ({"second_place": "/nowhere/at/all"}, "second-place"),
        ({"closed_weekdays": frozenset(range(7))}, "closed-weekdays"),
        ({"timer_days": {Timer.NOT_ARRIVED: 400}}, "not-arrived"),
        ({"addresses": {"garden": "x"}}, "address"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field_and_nothing_is_kept(
    desk: Desk, changed: dict[str, object], field: str
) -> None:
    a_manual_partner(desk)
    before = library.show(desk)
    with pytest.raises(Invalid) as refused:
        library.save(desk, a_card(desk, **{"loan_days": 5, **changed}))
    assert refused.value.field == field
    assert library.show(desk) == before


def test_settings_are_for_supervisors(desk: Desk) -> None:
    desk.role = Role.STAFF
    with pytest.raises(Forbidden):
        library.save(desk, a_card(desk, loan_days=5))
    assert library.show(desk).loan_days == 28


def test_public_holidays_have_names_in_our_language() -> None:
    assert calendars.named("ID", 2026, "id")[CHRISTMAS] == "Hari Raya Natal"
    assert calendars.named("ID", 2026)[CHRISTMAS] == "Christmas Day"


def test_public_holidays_can_be_left_out(desk: Desk) -> None:
    def closed() -> bool:
        with desk.database.read() as session:
            return not calendars.ours(desk, session).is_open(CHRISTMAS)

    assert closed()
    library.save(desk, a_card(desk, public_holidays=False))
    assert not closed()
    library.save(desk, a_card(desk, closed_days={CHRISTMAS: ""}))
    assert closed()


def lent(desk: Desk, due: str) -> str:
    number = lending.record(desk, lending.NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(desk, number, Action.SHIP, {"due": due})
    return number


def test_loans_due_on_a_day_newly_closed_are_named_and_moved(desk: Desk) -> None:
    partners.add(desk, partners.NewPartner("Perpustakaan B", (THEIRS,)))
    closed, open_ = lent(desk, "2026-04-14"), lent(desk, "2026-04-15")
    card = a_card(desk, closed_days={date(2026, 4, 14): "Stocktaking"})
    found = moving.moved(desk, card)
    assert [(one.number, one.due, one.day) for one in found] == [
        (closed, date(2026, 4, 14), date(2026, 4, 15))
    ]
    library.save(desk, card)
    assert moving.move(desk, found) == 1
    due = {n: requests.show(desk, n).line.due for n in (closed, open_)}
    assert set(due.values()) == {date(2026, 4, 15)}
    assert requests.show(desk, closed).events[0].kind == "edit"
    assert moving.moved(desk, card) == ()


def test_closed_days_come_from_a_calendar_file_or_a_table(desk: Desk, tmp_path) -> None:
    ics = tmp_path / "cuti.ics"
    ics.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260817\r\n"
        b"RRULE:FREQ=YEARLY\r\nSUMMARY:Hari\r\n  Kemerdekaan\\, libur\r\nEND:VEVENT\r\n"
        b"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n"
        b"SUMMARY:Natal\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    days = library.read_closed_days(desk, ics)
    assert days[date(2027, 8, 17)] == "Hari Kemerdekaan, libur"
    assert [d.day for d in days if d.month == 12] == [24, 25, 26]
    table = tmp_path / "days.csv"
    table.write_text("Date;Name\n2026-12-31;Inventory\nsoon;never\n")
    assert library.read_closed_days(desk, table) == {date(2026, 12, 31): "Inventory"}
    table.write_text("Date;Name\nsoon;never\n")
    with pytest.raises(Unreadable):
        library.read_closed_days(desk, table)
