"""The list of records a file held: what is usable, what is odd, and why."""

import pytest

from ill_desktop.formats.citations import read_citations
from ill_desktop.ui.choose_record import COLUMNS, ChooseRecord
from ill_desktop.ui.link import Link
from ill_desktop.ui.tasks import Tasks

MIXED = "TY  - BOOK\nER  - \nTY  - BOOK\nTI  - Bumi manusia\nTY  - BOOK\nTI  - Jejak\nER  -\n"


@pytest.fixture
def choose(qtbot):
    dialog = ChooseRecord(read_citations(MIXED.encode()), Link(Tasks(), "en"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_record_is_listed_with_what_was_odd_about_it(choose):
    notes = [choose.model.index(row, len(COLUMNS)).data() for row in range(3)]
    assert notes == ["It has no title.", "Its end is missing.", ""]


def test_the_first_usable_record_is_selected(choose):
    assert choose.table.currentIndex().row() == 1
    assert choose.use.isEnabled()


def test_a_record_that_cannot_be_read_cannot_be_used(choose, qtbot):
    choose.table.selectRow(0)
    assert not choose.use.isEnabled()
    with qtbot.assertNotEmitted(choose.chosen):
        choose.table.doubleClicked.emit(choose.table.currentIndex())


def test_the_button_tells_how_many_it_makes(choose):
    assert choose.use.text() == "Make 2 drafts"
    choose.table.selectRow(2)
    assert choose.use.text() == "Make a request"
    choose.table.selectRow(0)
    assert not choose.use.isEnabled()
