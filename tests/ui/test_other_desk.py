"""From one desk to another in the same window, and the desks of lately."""

import pytest

from ill_desktop.domain.queues import Queue
from ill_desktop.domain.rights import Role
from ill_desktop.services import partners, staff
from ill_desktop.services.desk import NewDesk, make_desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.staff import StaffCard
from ill_desktop.ui.instance import Instance
from ill_desktop.ui.other_desk import OtherDesk
from ill_desktop.ui.places import FIRST
from ill_desktop.ui.window_state import MOST_DESKS, WindowState
from tests.ui.test_instance import _start
from tests.ui.test_window import _dialog


@pytest.fixture
def other(tmp_path):
    place = tmp_path / "another" / "desk"
    kota = NewDesk("Perpustakaan Kota", "ISIL:ID-KOTA", language="id", test=True)
    make_desk(place, kota).close()
    return place


@pytest.fixture
def chooser(window, qtbot):
    window.actions_by_name["other_desk"].trigger()
    return _dialog(qtbot, "OtherDesk")


def _opened(shell, qtbot, folder):
    def there():
        desk = shell.link.desk
        return desk is not None and desk.folder.root == folder

    qtbot.waitUntil(there, timeout=30_000)
    shell.window.exchanging.timer.setInterval(3_600_000)
    qtbot.waitUntil(lambda: not shell.link.tasks.busy, timeout=30_000)


def test_another_desk_takes_the_place_of_this_one_and_the_way_back_is_remembered(
    shell, window, chooser, qtbot, other, desk_place
):
    desk = window.link.desk
    staff.save(desk, StaffCard("SW", "Sari", Role.SUPERVISOR))
    staff.sign_on(desk, "SW")
    qtbot.waitUntil(lambda: window.state.seated is not None, timeout=30_000)
    assert not chooser.lately.isVisibleTo(chooser)
    chooser.folder.setText(str(other.parent))
    chooser.act.click()
    _opened(shell, qtbot, other)
    assert shell.window.windowTitle() == "Perpustakaan Kota – ILL Desktop"
    assert (shell.link.desk.staff, list(shell.window.notices.told)) == ("", [])
    assert [folder for folder, _ in shell.state.desks] == [str(other), str(desk_place)]
    back = OtherDesk(shell.window)
    assert back.folder.text() == str(desk_place)
    back.submit()
    _opened(shell, qtbot, desk_place)


def test_where_no_desk_is_it_is_told_and_the_open_one_stays(shell, chooser, qtbot, tmp_path):
    chooser.folder.setText(str(tmp_path / "nothing"))
    chooser.act.click()
    qtbot.waitUntil(lambda: "nothing" in chooser.wrong.text(), timeout=30_000)
    assert chooser.isVisible()
    assert chooser.act.isEnabled()
    assert shell.link.desk is not None


def test_a_desk_that_another_window_has_comes_to_the_front_there(shell, other):
    theirs = _start(other, "x", 0)
    assert theirs.stdout.readline() == "owner\n"
    shell.instance = Instance(shell.wish.folder)
    assert shell.instance.claim()
    shell.go_to(other)
    assert shell.link.desk.folder.root != other
    assert theirs.communicate(timeout=30)[0] == "heard 0\n"
    shell.instance.close()
    shell.instance = None


def test_the_newest_desks_are_remembered(tmp_path):
    state = WindowState(tmp_path / "w.ini")
    for n in (1, 2, 3, 4, 5, 6, 2):
        state.keep_desk(tmp_path / str(n), f"Desk {n}")
    known = [name for _, name in state.desks]
    assert known == ["Desk 2", "Desk 6", "Desk 5", "Desk 4", "Desk 3"]
    assert len(known) == MOST_DESKS


def test_a_list_of_desks_that_cannot_be_read_is_empty(tmp_path):
    state = WindowState(tmp_path / "w.ini")
    state._kept.setValue("desks", "/somewhere")
    assert state.desks == ()


def test_the_desk_that_was_left_has_no_mark_of_an_open_window(shell, qtbot, other, desk_place):
    shell.go_to(other)
    _opened(shell, qtbot, other)
    assert not shell.link.desk.folder.open_mark.parent.samefile(desk_place)
    left = open_desk(desk_place)
    assert not left.folder.open_mark.exists()
    left.close()


def test_each_desk_has_its_own_language_and_last_page_and_a_new_one_its_first_steps(
    shell, qtbot, other, desk_place
):
    shell.wish = shell.wish._replace(language="")
    shell.window.sidebar.choose(Queue.OUT)
    shell.go_to(other)
    _opened(shell, qtbot, other)
    window = shell.window
    assert (window.link.words.language, window.going.here) == ("id", FIRST)
    qtbot.waitUntil(lambda: len(window.list.listing.steps) == 4, timeout=30_000)
    assert window.list.listing.steps[0].text() == "Tambah mitra"
    partner = NewPartner("Kampus", ("LOCAL:KAMPUS",))
    partners.add(shell.link.desk, partner)
    window.sidebar.choose(Queue.DRAFTS)
    qtbot.waitUntil(lambda: len(window.list.listing.steps) == 3, timeout=30_000)
    window.list.listing.steps[1].click()
    assert _dialog(qtbot, "RequestForm").isVisible()
    _dialog(qtbot, "RequestForm").close()
    shell.state.language = "en"
    shell.go_to(desk_place)
    _opened(shell, qtbot, desk_place)
    assert (shell.window.link.words.language, shell.window.going.here) == ("en", Queue.OUT)
    shell.go_to(other)
    _opened(shell, qtbot, other)
    assert shell.window.link.words.language == "en"
