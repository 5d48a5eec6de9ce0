"""Buttons that stand together are told apart by their words, in Indonesian as well."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton

from ill_desktop.services import requests
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


@pytest.mark.parametrize("language", ["en", "id"])
def test_more_and_print_stay_where_they_are_below_every_verb(seat, qtbot, language):
    window = seat(language).window
    window.resize(1366, 768)
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(lambda: len(window.list.model.rows) > 40, timeout=30_000)
    detail, places, verbs = window.detail, set(), set()
    for line in window.list.model.rows:
        window.list.select(line.number)
        qtbot.waitUntil(lambda n=line.number: detail.view.line.number == n, timeout=30_000)
        detail.layout().activate()
        top = detail.primary.geometry()
        places.add(
            tuple((one.x() - top.x(), one.y() - top.y()) for one in (detail.more, detail.printing))
        )
        if not detail.primary.isHidden():
            verbs.add(detail.primary.text())
            assert detail.primary.width() == detail.primary.parentWidget().width() - 2 * 16
    assert len(verbs) > 8
    assert len(places) == 1


def test_more_and_print_are_not_painted_elsewhere_before_they_stand_still(seat, qtbot):
    window = seat().window
    window.resize(1366, 768)
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(lambda: len(window.list.model.rows) > 40, timeout=30_000)
    detail, heights, places = window.detail, set(), set()
    for line in window.list.model.rows:
        detail.show_request(requests.show(window.link.desk, line.number))
        header = detail.primary.parentWidget()
        QCoreApplication.sendPostedEvents(header, QEvent.Type.LayoutRequest)  # a paint may be next
        top = detail.primary.geometry()
        heights.add(top.y())
        places.add(tuple(one.y() - top.y() for one in (detail.more, detail.printing)))
        assert detail.more.y() > top.bottom()
    assert len(heights) > 1
    assert len(places) == 1
