"""The card of a partner, opened where partners are: its addresses, and what is wrong with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ill_desktop.services import partners
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.places import Place

NAMES = {
    "en": {
        "ship": "Address for parcels",
        "return": "Address for returns",
        "mail": "Address for letters",
        "invoice": "Address for invoices",
    },
    "id": {
        "ship": "Alamat pengiriman",
        "return": "Alamat pengembalian",
        "mail": "Alamat surat",
        "invoice": "Alamat tagihan",
    },
}
WRITTEN = {"ship": "Gudang 1", "return": "Gudang 2", "mail": "Kotak Pos 5", "invoice": "Keuangan"}


def _open(window, qtbot):
    """The card of the first partner, by Enter in the list of them."""
    window.sidebar.choose(Place.PARTNERS)
    page = window.going.pages[Place.PARTNERS]
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=30_000)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _card(window) is not None, timeout=30_000)
    card = _card(window)
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow, timeout=30_000)
    return card


def _card(window):
    return next((one for one in window.findChildren(PartnerDialog) if one.isVisible()), None)


def _fields(card):
    """The fields of addresses by purpose, in the order of the keyboard."""
    form = card.form
    fields = (form.address, form.return_address, form.mail_address, form.invoice_address)
    return dict(zip(WRITTEN, fields, strict=True))


def _save(card, qtbot):
    with qtbot.waitSignal(card.accepted, timeout=30_000):
        qtbot.mouseClick(card.form.save, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_partner_has_an_address_for_each_purpose(seat, qtbot, language):
    window = seat(language).window
    card, desk = _open(window, qtbot), window.link.desk
    symbol = card._partner.symbol
    fields = _fields(card)
    assert {purpose: _heard(field) for purpose, field in fields.items()} == NAMES[language]
    fields["ship"].setFocus()
    for purpose, text in WRITTEN.items():
        there = card.focusWidget()
        assert there is fields[purpose]
        assert there.isVisible()
        there.selectAll()
        qtbot.keyClicks(there, text)
        qtbot.keyClick(there, Qt.Key.Key_Tab)
    _save(card, qtbot)
    kept = {one.purpose: one.lines for one in partners.show(desk, symbol).addresses}
    assert kept == {purpose: (text,) for purpose, text in WRITTEN.items()}
    page = window.going.pages[Place.PARTNERS]
    qtbot.waitUntil(lambda: len(page.model.rows[0].addresses) == len(WRITTEN), timeout=30_000)
    again = _open(window, qtbot)
    assert {purpose: one.text() for purpose, one in _fields(again).items()} == WRITTEN
    _fields(again)["invoice"].setPlainText("")
    _save(again, qtbot)
    kept = {one.purpose: one.lines for one in partners.show(desk, symbol).addresses}
    assert kept == {p: (text,) for p, text in WRITTEN.items() if p != "invoice"}


def _heard(field):
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)


def test_a_new_partner_keeps_every_address(window, qtbot):
    window.sidebar.choose(Place.PARTNERS)
    window.going.pages[Place.PARTNERS].add()
    qtbot.waitUntil(lambda: _card(window) is not None, timeout=30_000)
    card = _card(window)
    card.form.name.setText("Perpustakaan Kota")
    card.form.symbols.setText("LOCAL:KOTA")
    for purpose, field in _fields(card).items():
        field.setPlainText(WRITTEN[purpose])
    _save(card, qtbot)
    made = partners.show(window.link.desk, "LOCAL:KOTA")
    assert {one.purpose: one.lines for one in made.addresses} == {
        purpose: (text,) for purpose, text in WRITTEN.items()
    }


def test_what_is_wrong_is_shown_on_its_tab(window, qtbot):
    card = _open(window, qtbot)
    form = card.form
    form.loan_days.setText("soon")
    assert not form.loan_days.isVisible()
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.focusWidget() is form.loan_days, timeout=30_000)
    assert form.loan_days.isVisible()
    assert form.loan_days.property("wrong")
    form.loan_days.setText("14")
    form.name.setText("")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.focusWidget() is form.name, timeout=30_000)
    assert form.name.isVisible()
