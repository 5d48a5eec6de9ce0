"""The tables of menus and pages: each row works, whoever added it."""

from ill_desktop.ui.dialogs import loaded
from ill_desktop.ui.menus import MENUS, entries
from ill_desktop.ui.places import PAGES


def test_every_entry_of_the_menus_has_a_name_of_its_own():
    names = [entry.name for entry in entries()]
    assert len(names) == len(set(names))


def test_no_two_entries_share_a_key():
    keys = [key for entry in entries() for key in entry.keys]
    assert len(keys) == len(set(keys))


def test_every_entry_is_in_its_menu(window):
    for action, (_, rows) in zip(window.menuBar().actions(), MENUS, strict=True):
        assert len(action.menu().actions()) == len(rows)


def test_a_page_is_made_when_it_is_first_wanted(window):
    for place in (place for place, row in PAGES.items() if row.page):
        assert place not in window.going.pages
        window.sidebar.choose(place)
        assert isinstance(window.going.pages[place], loaded(PAGES[place].page))
