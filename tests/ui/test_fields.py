"""Fields read what people type."""

from datetime import date

from ill_desktop.ui.fields import CodeField, DayField
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words.catalogue import words_for

TODAY = date(2026, 11, 24)


def test_a_day_field_shows_the_weekday_it_understood(qtbot):
    field = DayField()
    qtbot.addWidget(field)
    field.prepare(words_for("en"), lambda: TODAY)
    qtbot.keyClicks(field.edit, "+14")
    assert field.text() == "2026-12-08"
    assert field._hint.text() == "Tuesday, 8 Dec 2026"
    assert not field.is_wrong()


def test_a_day_field_outlines_what_is_no_day(qtbot):
    field = DayField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "tomorrow")
    assert field.is_wrong()
    assert field.edit.property("wrong")
    assert field.text() == "tomorrow"


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


def test_a_label_shows_markup_as_it_was_typed(qtbot):
    label = plain_label("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.text() == "<b>bold</b>"
    assert label.textFormat().name == "PlainText"
