"""One message of the exchange below its list: what is said of it, and what can be done."""

import os
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ill_desktop.services import partners, post
from ill_desktop.services.views import MessageLine
from ill_desktop.ui.places import Place
from ill_desktop.words import labels


def arrived(window, qtbot, name: str, data: bytes) -> MessageLine:
    """A file that a partner left, chosen on the page of the exchange."""
    desk = window.link.desk
    path = Path(next(one.inbox for one in partners.listed(desk) if one.inbox)) / name
    path.write_bytes(data)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    post.run(desk)
    window.sidebar.choose(Place.EXCHANGE)
    page = window.going.pages[Place.EXCHANGE]
    page.show_kind("attention")
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: bool(page.pane.delivery.text()), timeout=30_000)
    return page.model.rows[0]


def a_mail_with(data: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "b@example.org", "a@example.org", "ILL"
    mail.set_content("See the file.")
    mail.add_attachment(data, maintype="application", subtype="xml", filename="message.xml")
    return mail.as_bytes()


@pytest.mark.parametrize(
    ("name", "data", "reason", "where"),
    [
        ("broken.xml", b"<ISO18626Message>\n<a></b>", "not-well-formed", "line 2"),
        ("plan.pdf", b"%PDF-1.7" + bytes(3 << 20), "a-document", "3.0 MB"),
    ],
)
def test_it_is_said_where_a_file_breaks_off_and_how_large_a_document_is(
    window, qtbot, name, data, reason, where
):
    line = arrived(window, qtbot, name, data)
    assert line.reason == reason
    table = window.going.pages[Place.EXCHANGE].model
    told = labels.message_reason(window.link.words, reason)
    assert told in table.index(0, table.columnCount() - 1).data(Qt.ItemDataRole.ToolTipRole)
    assert window.going.pages[Place.EXCHANGE].pane.reason.text().endswith(f"  ·  {where}")


LARGE = b"<a>" + b" " * (3 << 20) + b"</a>"


@pytest.mark.parametrize(
    ("name", "data", "named"),
    [
        ("big.xml", LARGE, "“big.xml”"),
        ("big.eml", a_mail_with(LARGE), "The message in “big.eml”"),
    ],
)
def test_of_what_is_too_large_it_is_said_how_large_it_is_and_what_it_may_be(
    window, qtbot, name, data, named
):
    assert arrived(window, qtbot, name, data).reason == "too-large"
    told = window.going.pages[Place.EXCHANGE].pane.reason.text()
    assert told.endswith(f"  ·  {named} is 3.0 MB; a message is no larger than 2 MB.")
