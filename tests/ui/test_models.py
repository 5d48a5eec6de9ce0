"""The models behave as Qt expects, and page as they should."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from ill_desktop.domain.lifecycle.states import Service, Side, State, Turn
from ill_desktop.services.first_look import ListQuery
from ill_desktop.services.line_views import Page, RequestLine
from ill_desktop.ui.models.requests import Cell, RequestTable, Telling, columns
from ill_desktop.ui.models.table import ROW, Column, Table, plain
from ill_desktop.ui.notice_views import Toast
from ill_desktop.ui.request_rows import elided, in_one_line
from ill_desktop.ui.tables import table_view
from ill_desktop.words.catalogue import words_for

TODAY = date(2026, 11, 24)


def a_line(number, title="Bumi manusia"):
    return RequestLine(
        number=number, side=Side.BORROWING, service=Service.LOAN, state=State.HERE, label="Here",
        flags=(), primary_action=None, title=title, author="Toer", patron="", partner=None,
        our_id="", their_id="", needed_by=None, due=date(2026, 11, 26),
        created=datetime(2026, 11, 1, tzinfo=UTC), turn=Turn.OURS,
        since=datetime(2026, 11, 2, tzinfo=UTC),
    )  # fmt: skip


def a_table():
    return RequestTable(columns(Telling(words_for("en"), lambda: TODAY, str)))


def test_the_list_of_requests_is_a_sound_model(qtmodeltester):
    model = a_table()
    lines = tuple(a_line(f"2600000{n}") for n in range(5))
    model.show(ListQuery(), Page(lines, 5, ""))
    qtmodeltester.check(model)


def test_the_next_page_is_asked_for_once_and_put_below(qtbot):
    model, asked = a_table(), []
    model.wanted.connect(asked.append)
    model.show(ListQuery(), Page((a_line("26000003"), a_line("26000002")), 3, "26000002"))
    root = model.index(-1, -1)
    model.fetchMore(root)
    model.fetchMore(root)
    assert [query.after for query in asked] == ["26000002"]
    model.add(Page((a_line("26000001"),), 3, ""))
    assert [line.number for line in model.rows] == ["26000003", "26000002", "26000001"]
    assert not model.canFetchMore(root)


def test_a_look_again_does_not_lose_the_page_that_was_asked_for(qtbot):
    model, asked = a_table(), []
    model.wanted.connect(asked.append)
    first = Page((a_line("26000003"), a_line("26000002")), 3, "26000002")
    model.show(ListQuery(), first)
    model.fetchMore(model.index(-1, -1))
    model.show(ListQuery(), first)
    assert [query.after for query in asked] == ["26000002", "26000002"]


def test_a_due_date_is_told_in_days(qtbot):
    model = a_table()
    model.show(ListQuery(), Page((a_line("26000001"),), 1, ""))
    assert model.index(0, 3).data() == "in 2 days"
    assert model.index(0, 3).data(ROW).number == "26000001"


def test_a_toast_never_reads_markup(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    toast.say("<img src=x>")
    said = toast.findChild(QLabel)
    assert said.textFormat() is Qt.TextFormat.PlainText
    assert said.text() == "<img src=x>"


def test_a_tooltip_never_reads_markup(qtbot):
    table = Table((Column("Title", lambda row: row),))
    table.fill(["<img src=x>"])
    tip = table.index(0, 0).data(3)
    assert tip == plain("<img src=x>") == "<qt>&lt;img src=x&gt;</qt>"


def test_what_is_sent_back_is_not_called_late(window, qtbot):
    window.sidebar.choose("sent-back")
    qtbot.waitUntil(lambda: window.going.here == "sent-back" and not window.list.waiting)
    model = window.list.model
    past = [n for n, one in enumerate(model.rows) if one.due and one.due < window.list.today]
    shown = [model.index(n, model.at(Cell.DUE)).data() for n in past]
    assert shown
    assert not any("late" in text for text in shown)


def test_what_stands_last_below_a_title_keeps_its_end(qapp):
    metrics = QFontMetrics(qapp.font())
    parts = ["Toer, Pramoedya Ananta", "Perpustakaan Nasional RI"]
    whole = " · ".join(parts)
    width = metrics.horizontalAdvance(whole)
    assert in_one_line(parts, metrics, width) == whole
    shown = in_one_line(parts, metrics, width - metrics.horizontalAdvance("Ananta"))
    assert shown.startswith("Toer, Pram")
    assert shown.endswith("… · Perpustakaan Nasional RI")
    assert in_one_line(parts, metrics, width // 4).endswith("…")


def test_the_sign_of_a_copy_stands_first_below_its_title_and_never_gives_way(qapp):
    metrics = QFontMetrics(qapp.font())
    parts = ["Toer, Pramoedya Ananta"]
    width = metrics.horizontalAdvance(f"Copy · {parts[0]}")
    assert in_one_line(parts, metrics, width, "Copy") == "Copy · Toer, Pramoedya Ananta"
    shown = in_one_line(parts, metrics, width - metrics.horizontalAdvance("Ananta"), "Copy")
    assert shown.startswith("Copy · Toer")
    assert shown.endswith("…")
    assert in_one_line([], metrics, width, "Copy") == "Copy"


def test_a_narrow_table_is_scrolled_before_its_words_are_cut(qtbot):
    columns = (Column("Month", str), Column("Borrowed by us", str), Column("Lent by us", str))
    model = Table(columns)
    view = table_view(model, "Months", 0)
    qtbot.addWidget(view)
    model.fill(["November 2026"])
    view.resize(600, 200)
    view.show()
    header = view.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == header.width())
    view.resize(200, 200)
    qtbot.waitUntil(lambda: header.sectionSize(0) >= view.sizeHintForColumn(0) > 60)
    assert header.length() > header.width()
    view.resize(600, 200)
    qtbot.waitUntil(lambda: header.length() == header.width())


def test_a_long_title_gives_way_at_its_end_unless_a_number_stands_there(qapp):
    metrics = QFontMetrics(qapp.font())
    title = "Sejarah Indonesia modern dari masa ke masa"
    width = metrics.horizontalAdvance("Sejarah Indonesia modern")
    assert elided(title, metrics, width).startswith("Sejarah Indonesia")
    assert elided(title, metrics, width).endswith("…")
    assert elided(f"{title} 2", metrics, width).endswith(" 2")
    assert elided("Sejarah", metrics, width) == "Sejarah"


def test_a_copy_says_that_it_is_one_to_who_cannot_see_the_row():
    model = a_table()
    line = a_line("26000001")
    copy = line._replace(service=Service.COPY)
    model.show(ListQuery(), Page((line, copy, copy._replace(service=Service.COPY_OR_LOAN)), 3, ""))
    cells = [model.index(n, model.at(Cell.TITLE)) for n in range(3)]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [one.data(role) for one in cells] == [
        "Bumi manusia · Toer",
        "Bumi manusia · Copy · Toer",
        "Bumi manusia · Copy or loan · Toer",
    ]
    assert [model.sign_of(one.data(ROW)) for one in cells] == ["", "Copy", "Copy or loan"]


def test_a_reader_is_called_by_name_where_one_is_known():
    model = a_table()
    line = a_line("26000001")._replace(patron="U1002", reader_name="Suharto")
    nameless = line._replace(number="26000002", reader_name="")
    model.show(ListQuery(), Page((line, nameless), 2, ""))
    cells = [model.index(row, model.at(Cell.PATRON)) for row in (0, 1)]
    assert [one.data() for one in cells] == ["Suharto", "U1002"]
    assert cells[0].data(Qt.ItemDataRole.ToolTipRole) == "<qt>Suharto (U1002)</qt>"
