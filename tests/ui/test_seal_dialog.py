"""Keys compared through the window."""

from PySide6.QtGui import QGuiApplication

from ill_desktop.domain.identity import Symbol
from ill_desktop.formats import seal
from ill_desktop.services import partners, sealing
from ill_desktop.store import directory, mailbook, seals
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.store.rows import SealRow
from ill_desktop.ui.seal_dialog import SealDialog

PNRI = "ISIL:ID-JKT-PNRI"


def test_a_key_is_trusted_after_its_words_were_compared(window, qtbot):
    desk = window.link.desk
    key = seal.public_of(seal.new_key())
    with desk.database.work() as session:
        partner = directory.partner_of(session, Symbol.parse(PNRI))
        seals.saw(session, partner.id, key.hex(), desk.clock.now())
    dialog = SealDialog(window.link, partners.show(desk, PNRI), window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=30_000)
    assert dialog.ours.text() == sealing.view(desk, PNRI).ours.words
    assert dialog.model.rows[0].words == seal.spoken(key)
    assert not dialog.lost.isVisible()
    dialog.trust.click()
    qtbot.waitUntil(lambda: dialog.model.rows[0].trusted, timeout=30_000)
    assert not dialog.trust.isEnabled()
    assert sealing.view(desk, PNRI).theirs[0].trusted


def test_packages_that_never_came_are_named_and_asked_for_in_their_language(window, qtbot):
    desk = window.link.desk
    key = seal.public_of(seal.new_key()).hex()
    sealing.trust(desk, PNRI, key)
    with desk.database.work() as session:
        partner = directory.partner_of(session, Symbol.parse(PNRI))
        came = mailbook.page(session, LedgerQuery(direction="in", partner_id=partner.id, limit=2))
        for serial, row in zip((2, 5), reversed(came), strict=True):
            session.add(
                SealRow(
                    message_id=row.id,
                    partner_id=partner.id,
                    public=key,
                    serial=serial,
                    manifest=b"",
                    seal=b"",
                )
            )
    partners.change(desk, PNRI, {"language": "id"})
    dialog = SealDialog(window.link, partners.show(desk, PNRI), window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.lost.isVisible, timeout=30_000)
    assert dialog.lost.text() == "3 of their packages never came: numbers 1, 3–4."
    dialog.copy.click()
    letter = QGuiApplication.clipboard().text()
    assert desk.library.name in letter
    assert "3–4" in letter
    assert "Tolong" in letter
