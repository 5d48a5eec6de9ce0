"""The mailbox in the settings: shown, tested against a real server, kept, and used."""

import keyring
import pytest

from ill_desktop.services import accounts, library
from ill_desktop.ui.keeping import Keeping
from ill_desktop.ui.library_dialog import LibraryDialog
from tests.servers import PASSWORD, USER, a_certificate, a_port, an_smtp_server
from tests.services.post.test_mail_servers import Ring


@pytest.fixture(autouse=True)
def ring():
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def dialog(window, qtbot):
    link = window.link
    made = LibraryDialog(link, library.show(link.desk), window)
    made.form.tabs.setCurrentWidget(made.mail)
    made.show()
    qtbot.waitUntil(lambda: made.mail._known is not None, timeout=30_000)
    yield made
    made.close()


def test_a_mailbox_is_tested_and_kept(dialog, qtbot, tmp_path, monkeypatch) -> None:
    cert = a_certificate(tmp_path / "cert")
    monkeypatch.setenv("SSL_CERT_FILE", str(cert[0]))
    form, desk = dialog.mail.form, dialog._link.desk
    assert dialog.mail.typed() is None
    with an_smtp_server(cert) as (port, taken):
        form.server.setText("127.0.0.1")
        form.port.setText(str(port))
        form.sender.setText("ill@a.test")
        form.user.setText(USER)
        form.password.setText("wrong")
        form.test.click()
        qtbot.waitUntil(lambda: "user" in form.result.text(), timeout=30_000)
        form.password.setText(PASSWORD)
        form.test.click()
        qtbot.waitUntil(lambda: "works" in form.result.text(), timeout=30_000)
    assert taken.mails == []
    assert accounts.show(desk).server == ""
    dialog.form.save.click()
    qtbot.waitUntil(lambda: accounts.show(desk).server == "127.0.0.1", timeout=30_000)
    assert accounts.password(desk, accounts.show(desk)) == PASSWORD


def test_what_is_wrong_is_marked_on_its_tab(dialog, qtbot) -> None:
    form = dialog.mail.form
    form.server.setText("127.0.0.1")
    form.port.setText(str(a_port()))
    form.sender.setText("nobody")
    dialog.form.tabs.setCurrentIndex(0)
    dialog.form.save.click()
    qtbot.waitUntil(lambda: dialog.form.tabs.currentWidget() is dialog.mail, timeout=30_000)
    assert "nobody" in dialog.form.wrong.text()


def test_a_password_that_the_keyring_did_not_keep_is_told(window, qtbot, ring) -> None:
    ring.forgets = True
    keeping, desk = Keeping(window), window.link.desk
    keeping._open_settings(library.show(desk))
    dialog = window.findChild(LibraryDialog)
    qtbot.waitUntil(lambda: dialog.mail._known is not None, timeout=30_000)
    form = dialog.mail.form
    form.server.setText("mail.example.org")
    form.sender.setText("ill@a.test")
    form.user.setText(USER)
    form.password.setText(PASSWORD)
    dialog.form.save.click()
    qtbot.waitUntil(lambda: any("keyring" in said for said in window.notices.said), timeout=30_000)
    assert accounts.password(desk, accounts.show(desk)) == PASSWORD
