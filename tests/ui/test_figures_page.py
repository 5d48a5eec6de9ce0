"""The page of figures through the real window."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from sqlalchemy import func, select

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.services import months, statistics
from ill_desktop.services.figures import Which
from ill_desktop.store.rows import MilestoneRow, RequestRow
from ill_desktop.ui.figure_detail import HEADING
from ill_desktop.ui.figures_page import FiguresPage
from ill_desktop.ui.month_dialog import MonthDialog
from ill_desktop.ui.page_verbs import anywhere
from ill_desktop.ui.places import Place
from ill_desktop.ui.theme import Look


@pytest.fixture
def page(window, qtbot):
    """The page with the month before this one, in which the sample desk was at work."""
    window.sidebar.choose(Place.FIGURES)
    page = window.going.pages[Place.FIGURES]
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    step(page, qtbot, page.earlier)
    return page


def step(page, qtbot, button):
    """Press an arrow and wait for the month it leads to."""
    button.click()
    month = page.month.code()
    qtbot.waitUntil(lambda: page._found.figures.first == month, timeout=30_000)


def test_four_numbers_stand_first_each_beside_the_other_month(page, qtbot):
    assert [card.code for card in page.cards.cards] == ["B2", "B3", "L1", "L2"]
    page.other.choose("month")
    page.other.activated.emit(1)
    before = page._beside(page.month.code())
    qtbot.waitUntil(lambda: page._found.other == before, timeout=30_000)
    desk = page.link.desk
    then = statistics.figures(desk, before, before)
    now = page._found.figures
    for card in page.cards.cards:
        change = now.of(card.code).value - then.of(card.code).value
        if change and then.of(card.code).value:
            assert f"{abs(change)} {'more' if change > 0 else 'fewer'}" in card._change.text()
        assert now.of(card.code).text in card.accessibleName()
    assert [line.before for line in page.model.rows] == [one.text for one in then.measures]


def test_the_four_numbers_are_there_before_the_rest_is_counted(page, monkeypatch, qtbot):
    before = [card._number.text() for card in page.cards.cards]
    wanted, order = page.month.code(), []
    for name in ("_show_first", "_show"):
        heard = getattr(page, name)
        monkeypatch.setattr(
            page, name, lambda *given, n=name, h=heard: (order.append(n), h(*given))
        )
    step(page, qtbot, page.later)
    step(page, qtbot, page.earlier)
    assert order[:3] == ["_show_first", "_show", "_show_first"]
    assert page._found.figures.first == wanted
    assert [card._number.text() for card in page.cards.cards] == before


@pytest.mark.ux("UX-45")
def test_a_month_is_what_the_database_counts_and_the_same_twice(page, qtbot):
    first = date.fromisoformat(f"{page.month.code()}-01")
    after = (first + timedelta(days=31)).replace(day=1)
    sent = (
        select(func.count(func.distinct(MilestoneRow.request_id)))
        .join(RequestRow, RequestRow.id == MilestoneRow.request_id)
        .where(RequestRow.side == Side.BORROWING, MilestoneRow.kind == "sent")
        .where(MilestoneRow.on >= first, MilestoneRow.on < after)
    )
    with page.link.desk.database.read() as session:
        counted = session.scalar(sent)
    assert page._found.figures.of("B2").value == counted > 0
    seen = [(line.figure.code, line.figure.text) for line in page.model.rows]
    step(page, qtbot, page.earlier)
    step(page, qtbot, page.later)
    assert [(line.figure.code, line.figure.text) for line in page.model.rows] == seen


@pytest.mark.ux("UX-45")
def test_twelve_months_are_drawn_and_told(page):
    assert page.trend.rowCount() == 12
    months = [point.month for point in page.trend.rows]
    assert all(later > earlier for later, earlier in pairwise(months))
    newest = page.trend.rows[0]
    figures = page._found.figures
    assert (newest.borrowed, newest.lent) == (figures.of("B3").value, figures.of("L2").value)
    image = page.picture.grab().toImage()
    accent = QColor(Look.colours.accent)
    seen = [
        image.pixelColor(x, y)
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    ]
    assert any(abs(one.hue() - accent.hue()) < 3 and one.saturation() > 200 for one in seen)


def test_numbers_stand_at_the_right_and_the_definition_beside_them(page):
    codes = [line.figure.code for line in page.model.rows]
    page.table.selectRow(codes.index("L1"))
    figure = page._found.figures.of("L1")
    assert figure.definition in page.detail._meaning.text()
    index = page.detail.model.index(1, 1)
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    names = [part.label for part in page.detail.model.rows if part.key == HEADING]
    assert "By service" in names
    assert len(set(names)) == len(names)


def test_enter_on_a_number_shows_as_many_requests(page, qtbot, window):
    codes = [line.figure.code for line in page.model.rows]
    page.table.selectRow(codes.index("B2"))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    total = page._found.figures.of("B2").value
    qtbot.waitUntil(lambda: len(page.behind.model.rows) == total, timeout=30_000)
    assert f"{total} request" in page.behind.count.text()
    number = page.behind.model.rows[0].number
    qtbot.keyClick(page.behind.table, Qt.Key.Key_Escape)
    assert page._stack.currentIndex() == 0
    page.detail.requests.click()
    qtbot.waitUntil(lambda: bool(page.behind.model.rows), timeout=30_000)
    page.behind.table.activated.emit(page.behind.model.index(0, 0))
    qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)


def test_every_part_of_every_count_leads_to_its_requests(page, qtbot):
    page.table.selectRow([line.figure.code for line in page.model.rows].index("B2"))
    parts = [part for part in page.detail.model.rows if part.key != HEADING]
    assert parts
    for part in (parts[0], parts[-1]):
        row = page.detail.model.rows.index(part)
        page.detail.table.activated.emit(page.detail.model.index(row, 1))
        assert page.behind._asked[1] == Which("B2", part.by, part.key)
        qtbot.waitUntil(lambda p=part: len(page.behind.model.rows) == p.value, timeout=30_000)
        assert part.label in page.behind.heading.text()
        page.behind.back.click()


def test_a_number_of_the_twelve_months_leads_to_its_requests(page, qtbot):
    point = page.trend.rows[1]
    page.months.activated.emit(page.trend.index(1, 2))
    qtbot.waitUntil(lambda: page.behind.count.text().startswith(f"{point.lent} "), timeout=30_000)
    page.behind.back.click()
    page.months.activated.emit(page.trend.index(1, 0))
    assert page.month.code() == point.month
    qtbot.waitUntil(lambda: page._found.figures.first == point.month, timeout=30_000)


def test_there_is_no_month_after_this_one(page, qtbot):
    step(page, qtbot, page.later)
    assert not page.later.isEnabled()
    assert page.earlier.isEnabled()
    page._step(-1)
    assert page.month.currentIndex() == 0


def test_a_card_opens_by_enter_too(page, qtbot):
    card = page.cards.cards[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert page.behind._asked[1] == Which("B2")
    page.behind.back.click()
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert page._stack.currentWidget() is page.behind


def dialog_of(qapp):
    return next(w for w in qapp.topLevelWidgets() if isinstance(w, MonthDialog) and w.isVisible())


def test_a_month_is_closed_corrected_and_reopened(page, qtbot, qapp):
    month = page.month.code()
    assert page.closing.isEnabled()
    page.closing.click()
    dialog_of(qapp).act.click()
    qtbot.waitUntil(lambda: page._found.figures.closed, timeout=30_000)
    assert "closed on" in page.standing.text()
    desk, counted = page.link.desk, page._found.figures.of("L1").value
    with desk.database.work() as session:
        first = session.scalars(select(MilestoneRow).where(MilestoneRow.kind == "arrived")).all()
        moved = next(row for row in first if f"{row.on:%Y-%m}" == month)
        moved.on = moved.on.replace(year=moved.on.year - 1)
    page.refresh()
    qtbot.waitUntil(lambda: bool(page._found.figures.corrections), timeout=30_000)
    page._notices.told.clear()
    page.close_month()
    step(page, qtbot, page.later)
    page.close_month()
    said = f"{page._name(month)} is closed already."
    qtbot.waitUntil(lambda: page._notices.said == [said, said], timeout=30_000)
    assert page.month.code() == month
    codes = [line.figure.code for line in page.model.rows]
    page.table.selectRow(codes.index("L1"))
    shown = page.model.index(codes.index("L1"), 2).data()
    assert shown == f"{counted} → {counted - 1}"
    assert "corrected since" in page.standing.text()
    assert page.detail._correction.isVisibleTo(page)
    page.closing.click()
    dialog = dialog_of(qapp)
    dialog.act.click()
    qtbot.waitUntil(lambda: dialog.wrong.isVisibleTo(dialog), timeout=30_000)
    dialog.reason.setText("a request was entered twice")
    dialog.act.click()
    qtbot.waitUntil(lambda: not page._found.figures.closed, timeout=30_000)
    assert page._found.figures.of("L1").value == counted - 1
    assert page.standing.text() == ""


def test_the_month_that_runs_cannot_be_closed(page, qtbot):
    step(page, qtbot, page.later)
    assert not page.closing.isEnabled()
    assert page.standing.isVisible()
    assert "is not over yet: it can be closed from 1 " in page.standing.text()
    assert page.closing.toolTip() == page.standing.text()
    assert "Close the month" in [one.text for one in anywhere(page.window())]
    step(page, qtbot, page.earlier)
    assert page.standing.isHidden()
    assert page.closing.toolTip() == ""


def test_a_month_not_counted_or_left_again_is_not_closed_later(page, qtbot, qapp, monkeypatch):
    def count(*_):
        raise CannotWrite("desk.sqlite3", "full")

    def nothing_asked():
        qtbot.waitUntil(lambda: not page.link.tasks.busy, timeout=30_000)
        return not any(isinstance(one, MonthDialog) for one in qapp.topLevelWidgets())

    step(page, qtbot, page.later)
    with monkeypatch.context() as broken:
        broken.setattr(months, "month_view", count)
        page.close_month()
        told = page._notices.told
        qtbot.waitUntil(lambda: bool(told) and told[-1].tone == "late", timeout=30_000)
    page.refresh()
    assert nothing_asked()
    step(page, qtbot, page.later)
    page.close_month()
    step(page, qtbot, page.earlier)
    assert nothing_asked()


def test_a_month_is_neither_closed_nor_saved_before_it_is_there(page, qtbot):
    fresh = FiguresPage(page.link, page._notices)
    qtbot.addWidget(fresh)
    for ask in (fresh.refresh, fresh.earlier.click):
        ask()
        assert not fresh.closing.isEnabled()
        assert not fresh.save.isEnabled()
        qtbot.waitUntil(fresh.save.isEnabled, timeout=30_000)
        assert fresh._found.figures.first == fresh.month.code()
    assert fresh.closing.isEnabled()
    fresh.refresh()
    assert fresh.closing.isEnabled()
