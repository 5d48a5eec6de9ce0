"""Fields read what people type."""

from datetime import date

import pytest

from ill_desktop.ui.fields import CodeField, DayField, parse_day, plain_label
from ill_desktop.words.catalogue import words_for

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("1/2", date(2027, 2, 1)),
        ("1.12.2027", date(2027, 12, 1)),
        ("+14", date(2026, 12, 8)),
        (" T ", TODAY),
        ("31/2", None),
        ("soon", None),
        ("+", None),
        ("", None),
    ],
)
def test_a_day_may_be_typed_in_any_usual_way(typed, day):
    assert parse_day(typed, TODAY) == day


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
