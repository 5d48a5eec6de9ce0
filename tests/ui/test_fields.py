"""Fields read what people type."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ill_desktop.domain.days import Here
from ill_desktop.ui.counters import Counter, FineCounter
from ill_desktop.ui.fields import CodeField, DayField
from ill_desktop.ui.library_choice import LibraryField
from ill_desktop.ui.plain_label import keep_lines, plain_label
from ill_desktop.words.catalogue import words_for

TODAY = date(2026, 11, 24)


def test_a_day_field_shows_the_weekday_it_understood(qtbot):
    field = DayField()
    qtbot.addWidget(field)
    field.prepare(words_for("en"), lambda: Here(TODAY))
    qtbot.keyClicks(field.edit, "+14")
    assert field.text() == "2026-12-08"
    assert field._hint.text() == "Tuesday, 8 Dec 2026"
    assert not field.is_wrong()


def test_a_day_field_outlines_what_is_no_day(qtbot):
    field = DayField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "tomor")
    assert field.is_wrong()
    assert field.edit.property("wrong")
    assert field._hint.property("wrong")
    assert "Write 31/12" in field._hint.text()
    assert field.text() == "tomor"
    qtbot.keyClicks(field.edit, "row")
    assert not field.is_wrong()
    assert field._hint.property("muted")


def test_a_day_field_reads_and_tells_days_in_the_order_of_the_country(qtbot):
    field = DayField()
    qtbot.addWidget(field)
    field.prepare(words_for("en"), lambda: Here(TODAY, month_first=True))
    assert "12/31" in field.edit.placeholderText()
    qtbot.keyClicks(field.edit, "1/12")
    assert field._hint.text() == "Tuesday, 12 Jan 2027"
    field.edit.setText("31/12")
    assert "Write 12/31" in field._hint.text()


def test_a_code_field_gives_the_code_or_the_words_written(qtbot):
    field = CodeField()
    qtbot.addWidget(field)
    field.offer([("OnLoan", "On loan")], blank=True)
    assert field.code() == ""
    field.choose("OnLoan")
    assert field.code() == "OnLoan"
    field.setEditable(True)
    field.setCurrentText("only in March")
    assert field.code() == "only in March"


def test_a_dash_for_nothing_is_written_before_no_words_and_never_given(qtbot):
    field = CodeField()
    qtbot.addWidget(field)
    field.offer([("OnLoan", "On loan")], blank=True)
    field.setEditable(True)
    assert (field.currentText(), field.lineEdit().placeholderText()) == ("", "–")
    qtbot.keyClicks(field, "-2")
    assert field.code() == "-2"
    field.setCurrentText("–")
    assert field.code() == ""
    field.offer([("OnLoan", "On loan")], blank=True)
    assert (field.currentText(), field.code()) == ("", "")


def _code_field():
    field = CodeField()
    field.offer([("a", "A"), ("b", "B"), ("c", "C")])
    field.choose("b")
    return field


def _library_field():
    field = LibraryField()
    field.offer([("X:A", "A"), ("X:B", "B"), ("X:C", "C")])
    field.choose("X:B")
    return field


@pytest.mark.parametrize("made", [_code_field, _library_field, Counter, FineCounter])
def test_the_wheel_scrolls_past_a_field_until_somebody_works_in_it(qtbot, made):
    area, inner, field, other = QScrollArea(), QWidget(), made(), CodeField()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    column = QVBoxLayout(inner)
    column.addWidget(other)
    column.addWidget(field)
    inner.setMinimumHeight(3_000)
    column.addStretch(1)
    area.setWidget(inner)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow, timeout=30_000)
    other.setFocus()

    def held():
        return field.currentIndex() if isinstance(field, CodeField) else field.value()

    def roll():
        before, bar = held(), area.verticalScrollBar()
        bar.setValue(0)
        at = field.mapTo(area, field.rect().center())
        QTest.wheelEvent(area.windowHandle(), QPointF(at), QPoint(0, -120))
        QApplication.processEvents()
        return held() != before, bar.value() > 0

    if not isinstance(field, CodeField):
        field.setValue(5)
    assert roll() == (False, True)
    assert other.hasFocus()
    field.setFocus()
    assert roll() == (True, False)


def test_a_label_shows_markup_as_it_was_typed(qtbot):
    label = plain_label("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.text() == "<b>bold</b>"
    assert label.textFormat().name == "PlainText"


def test_the_lines_kept_free_grow_with_the_letters(qtbot):
    label = plain_label()
    qtbot.addWidget(label)
    for _ in range(2):
        keep_lines(label, 2)
    before, font = label.minimumHeight(), label.font()
    font.setPointSize(font.pointSize() * 2)
    label.setFont(font)
    assert label.minimumHeight() == label.fontMetrics().lineSpacing() * 2 > before
    keep_lines(label, 0)
    assert label.minimumHeight() == 0
