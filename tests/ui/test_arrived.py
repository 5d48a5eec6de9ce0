"""A copy that came with a message is seen where it is waited for."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton

from ill_desktop.domain.lifecycle.states import Action, Side, State
from ill_desktop.services import attachments, partners, requests
from ill_desktop.services.advance import Act, Source, Work, noted
from ill_desktop.services.changes import Change
from ill_desktop.store import cases
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.asking.forms import form_for


def came(desk, number, *files):
    """Files that travelled with a message of the partner."""
    now = desk.clock.now()
    act = Act(entered_at=now, effective_at=now, source=Source.PARTNER)
    with desk.database.work() as session:
        work = Work(desk, session, cases.case_by_number(session, number), act)
        with noted(work, "file-attached"):
            attachments.received(work, files)
    desk.changes.publish(Change(requests=frozenset({number})))


@pytest.fixture
def copy(window):
    desk = window.link.desk
    query = ListQuery(side=Side.BORROWING, state=State.COPY_SENT)
    number = requests.page(desk, query).lines[0].number
    came(desk, number, ("artikel.pdf", b"%PDF-1.4 scan"), ("peta.pdf", b"%PDF-1.4 map"))
    return number


def test_what_arrived_stands_above_the_details_and_opens_only_when_asked(
    window, qtbot, copy, monkeypatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    shown = window.detail.arrived
    assert not shown.isVisibleTo(window)
    window.detail.show_request(requests.show(window.link.desk, copy))
    assert shown.isVisibleTo(window)
    assert any("artikel.pdf" in label.text() for label in shown.findChildren(QLabel))
    buttons = {b.accessibleName(): b for b in shown.findChildren(QPushButton)}
    look, folder = (one for name, one in buttons.items() if "artikel.pdf" in name)
    assert opened == []
    for button in (look, folder):
        button.click()
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=30_000)
    paths = sorted((url.toLocalFile() for url in opened), key=len)
    assert paths[1].endswith(".pdf")
    assert not any(path.startswith(str(window.link.desk.folder.root)) for path in paths)


def test_the_form_for_a_copy_says_what_arrived(window, qtbot, copy):
    desk = window.link.desk
    known = partners.listed(desk)
    form = form_for(window.link, requests.show(desk, copy), Action.COPY_RECEIVED, known)
    qtbot.addWidget(form)
    said = "2 files arrived with the message: artikel.pdf, peta.pdf"
    assert said in [label.text() for label in form.findChildren(QLabel)]
