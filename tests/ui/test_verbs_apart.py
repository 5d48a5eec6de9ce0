"""Buttons that stand together are told apart by their words, in Indonesian as well."""

from PySide6.QtWidgets import QPushButton

from ill_desktop.ui.parcel_dialog import ParcelDialog
from ill_desktop.ui.places import Place


def _closing(widget):
    """The buttons seen that speak of closing."""
    texts = (b.text().replace("&", "") for b in widget.findChildren(QPushButton) if b.isVisible())
    return [one for one in texts if one.startswith("Tutup")]


def test_what_closes_a_parcel_or_a_month_is_not_called_like_what_puts_words_away(seat, qtbot):
    window = seat("id").window
    window.sidebar.choose(Place.FIGURES)
    window.notices.bar("…", "look")
    qtbot.waitUntil(lambda: _closing(window) == ["Tutup bulan"], timeout=30_000)
    dialog = ParcelDialog(window.link, window.notices, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert _closing(dialog) == ["Tutup paket dan cetak…"]
    assert dialog.form.cancel.text() == "Selesai"
