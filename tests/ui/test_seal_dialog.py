"""Keys compared through the window."""

from ill_desktop.domain.identity import Symbol
from ill_desktop.formats import seal
from ill_desktop.services import partners, sealing
from ill_desktop.store import directory, seals
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
