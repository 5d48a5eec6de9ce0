"""Who is at the desk, what they may do, and that events tell."""

import pytest

from ill_desktop.domain.errors import Forbidden, Invalid, Missing
from ill_desktop.domain.rights import RIGHTS, Right, Role, may
from ill_desktop.services import library, requests, staff
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.rights import require
from ill_desktop.services.staff import StaffCard
from tests.services.desks import a_request

BOSS, CLERK = StaffCard("SW", "Sari", Role.SUPERVISOR, "2468"), StaffCard("JS", "Johannes")


@pytest.fixture
def crew(desk: Desk) -> Desk:
    staff.save(desk, BOSS)
    staff.save(desk, CLERK)
    return desk


def test_a_desk_for_one_person_asks_nobody(desk: Desk) -> None:
    assert staff.listed(desk) == ()
    assert (desk.staff, desk.role) == ("", Role.SUPERVISOR)


def test_the_first_one_is_at_the_desk_and_has_to_be_supervisor(desk: Desk) -> None:
    with pytest.raises(Invalid):
        staff.save(desk, CLERK)
    assert staff.listed(desk) == ()
    staff.save(desk, BOSS)
    assert (desk.staff, desk.role) == ("SW", Role.SUPERVISOR)


def test_initials_are_in_every_event_and_choosing_takes_the_pin(crew: Desk) -> None:
    staff.sign_on(crew, "JS")
    number = a_request(crew)
    with pytest.raises(Invalid) as wrong:
        staff.sign_on(crew, "SW", "1111")
    assert "1111" not in str(vars(wrong.value))
    staff.sign_on(crew, "SW", "2468")
    requests.edit(crew, number, {"note": "seen"})
    assert [e.staff for e in requests.show(crew, number).events] == ["SW", "JS"]
    with pytest.raises(Missing):
        staff.sign_on(crew, "XX")


def test_a_pin_is_kept_as_a_hash_of_its_own(crew: Desk) -> None:
    staff.save(crew, StaffCard("B2", "B", Role.STAFF, "2468"))
    with crew.database.read() as session:
        from ill_desktop.store import crew as rows

        kept = [row.pin for row in rows.everybody(session) if row.pin]
    assert len(set(kept)) == 2
    assert not any("2468" in pin for pin in kept)


def test_whoever_opens_a_desk_with_staff_is_staff_until_they_say_who_they_are(crew: Desk) -> None:
    crew.close()
    again = open_desk(crew.folder.root)
    assert (again.staff, again.role) == ("", Role.STAFF)
    staff.sign_on(again, "SW", "2468")
    assert again.role is Role.SUPERVISOR
    staff.sign_off(again)
    assert (again.staff, again.role) == ("", Role.STAFF)
    again.close()


def test_cards_are_changed_and_people_leave_but_a_supervisor_stays(crew: Desk) -> None:
    changed = staff.save(crew, StaffCard("JoS", "Johannes S.", active=False), known="JS")
    assert (changed.initials, changed.active) == ("JoS", False)
    with pytest.raises(Missing):
        staff.sign_on(crew, "JoS")
    with pytest.raises(Invalid):
        staff.save(crew, StaffCard("SW", "Sari", Role.STAFF), known="SW")
    with pytest.raises(Invalid):
        staff.save(crew, StaffCard("SW"))
    with pytest.raises(Invalid):
        staff.save(crew, StaffCard("N", pin="12"))
    for initials, known in (("sw", ""), ("Sw", "JoS")):
        with pytest.raises(Invalid) as used:
            staff.save(crew, StaffCard(initials), known=known)
        assert used.value.value == "SW"
    assert staff.save(crew, StaffCard("jos", active=False), known="JoS").initials == "jos"
    staff.save(crew, StaffCard("SW", "Sari", Role.SUPERVISOR), known="SW")
    staff.sign_off(crew)
    assert staff.sign_on(crew, "SW", "2468").has_pin


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("role", Role)
def test_every_right_is_asked_for_by_role(desk: Desk, role: Role, right: Right) -> None:
    desk.role = role
    if role in RIGHTS[right]:
        require(desk, right)
        assert may(role, right)
    else:
        with pytest.raises(Forbidden) as refused:
            require(desk, right)
        assert refused.value.right == right.value


def test_staff_may_change_neither_staff_nor_settings(crew: Desk) -> None:
    staff.sign_on(crew, "JS")
    for forbidden in (
        lambda: staff.save(crew, StaffCard("N", "New")),
        lambda: library.save(crew, library.show(crew)),
    ):
        with pytest.raises(Forbidden):
            forbidden()
