"""Paper through the window: chosen, seen, printed, noted."""

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.lifecycle.states import Flag
from ill_desktop.domain.queues import Queue
from ill_desktop.services import print_habits, printing, requests
from ill_desktop.services.printing import PrintOrder
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.align import AlignDialog
from ill_desktop.ui.detail import PAPERS
from ill_desktop.ui.paper_printer import dpi_for, new_printer, print_pdf
from ill_desktop.ui.print_dialog import PrintDialog
from tests.printing.samples import MM, codes, things, words_of

LENDING = ("pull-slip", "lender-strap", "shipping-label", "packing-list")


def lines_of(window, *queues):
    desk = window.link.desk
    return [line for q in queues for line in requests.page(desk, ListQuery(queue=q)).lines]


def opened(window, qtbot, lines, kinds):
    dialog = PrintDialog(window.link, tuple(line.number for line in lines), kinds)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog._made is not None, timeout=30_000)
    return dialog


def remade(dialog, qtbot, change):
    """What the dialog shows after a change."""
    before = dialog._made
    change()
    qtbot.waitUntil(lambda: dialog._made is not before, timeout=30_000)
    return dialog._made


@pytest.mark.parametrize(
    ("queue", "proposed"),
    [
        (Queue.HERE, ["book-strap"]),
        (Queue.TO_SEND, ["lender-strap", "shipping-label"]),
        (Queue.OUT, ["lender-strap", "shipping-label"]),
        (Queue.COMING_BACK, ["pull-slip"]),
        (Queue.TO_FETCH, ["pull-slip"]),
        (Queue.COPIES, ["request-slip"]),
    ],
)
def test_what_goes_with_the_book_where_it_stands_is_proposed(window, qtbot, queue, proposed):
    window.sidebar.choose(queue)
    first = lines_of(window, queue)[0].number
    qtbot.waitUntil(lambda: window.list.has(first) and not window.list.waiting)
    window.list.select(first)
    window.actions_by_name["print"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PrintDialog) is not None, timeout=30_000)
    dialog = window.findChild(PrintDialog)
    assert sorted(dialog._kinds()) == proposed
    qtbot.waitUntil(lambda: dialog._made is not None, timeout=30_000)
    dialog.reject()


@pytest.mark.ux("UX-28")
@pytest.mark.parametrize("queue", [Queue.TO_FETCH, Queue.HERE])
def test_every_paper_of_a_request_has_a_preview(window, qtbot, queue):
    line = lines_of(window, queue)[0]
    for kind in PAPERS[line.side]:
        dialog = opened(window, qtbot, [line], (kind,))
        preview = dialog.form.preview
        assert dialog.focusWidget() is dialog.form.kinds
        qtbot.waitUntil(lambda p=preview: not p.shown.pixmap().isNull(), timeout=30_000)
        assert dialog.form.print_now.isEnabled()
        assert preview.page.text() == "Page 1 of 1"


@pytest.mark.ux("UX-28")
def test_the_first_place_is_chosen_on_the_drawn_sheet_by_mouse_and_keys(window, qtbot):
    dialog = opened(window, qtbot, lines_of(window, Queue.TO_FETCH)[:1], ("shipping-label",))
    form = dialog.form
    assert form.start.maximum() == 14
    assert "L7163" in form.stock.currentText()
    assert form.preview.page.text() == "Page 1 of 1"
    first = _ink(dialog._made.printed.pdf)
    fifth = form.sheet.box(5).center().toPoint()
    made = remade(dialog, qtbot, lambda: qtbot.mouseClick(
        form.sheet, Qt.MouseButton.LeftButton, pos=fifth
    ))  # fmt: skip
    assert (form.start.value(), made.wish.orders[0].start) == (5, 5)
    right, down = (b - a for a, b in zip(first, _ink(made.printed.pdf), strict=True))
    assert (right, down) == pytest.approx((0, 2 * 38.1 * MM), abs=0.1)  # two rows of two further
    for key, place in (
        (Qt.Key.Key_Down, 7), (Qt.Key.Key_Right, 8), (Qt.Key.Key_Up, 6), (Qt.Key.Key_Left, 5),
        (Qt.Key.Key_End, 14), (Qt.Key.Key_Right, 14), (Qt.Key.Key_Home, 1),
    ):  # fmt: skip
        qtbot.keyClick(form.sheet, key)
        assert form.start.value() == place
    assert form.sheet.accessibleDescription() == "Place 1 of 14"


def _ink(pdf):
    """The left and upper edge of all that is printed, in points."""
    found = things(pdf)
    return min(one["x0"] for one in found), min(one["top"] for one in found)


def test_a_part_used_sheet_is_remembered_after_printing(window, qtbot, tmp_path):
    line = lines_of(window, Queue.TO_FETCH)[0]
    dialog = opened(window, qtbot, [line], ("shipping-label",))
    remade(dialog, qtbot, lambda: dialog.form.start.setValue(5))
    printer = new_printer()
    printer.setOutputFileName(str(tmp_path / "labels.pdf"))
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.send(printer)
    again = opened(window, qtbot, [line], ("shipping-label",))
    assert again.form.start.value() == 6
    assert "REPRINT" in "".join(
        one["text"] for one in things(again._made.printed.pdf) if one["object_type"] == "char"
    )


def test_several_kinds_are_one_job_with_a_hint_for_the_tray(window, qtbot):
    dialog = opened(window, qtbot, lines_of(window, Queue.TO_FETCH)[:2], LENDING)
    form = dialog.form
    assert form.tray.isHidden()
    form.unprinted.setChecked(False)
    shipping = next(
        item for item in map(form.kinds.item, range(form.kinds.count()))
        if item.data(Qt.ItemDataRole.UserRole) == "shipping-label"
    )  # fmt: skip
    made = remade(dialog, qtbot, lambda: shipping.setCheckState(Qt.CheckState.Checked))
    qtbot.waitUntil(lambda: len(dialog._made.orders) == 2, timeout=30_000)
    made = dialog._made
    assert [run.stock for run in made.printed.runs] == ["A4", "L7163"]
    assert "Page 2: Avery L7163" in form.tray.text()
    assert form.preview.thumbs.count() == 2
    qtbot.waitUntil(lambda: not form.preview.thumbs.item(1).icon().isNull(), timeout=30_000)
    form.preview.thumbs.setCurrentRow(1)
    assert form.preview.page.text() == "Page 2 of 2"


def _tick(dialog, qtbot, kind):
    """Click into the box before a kind."""
    kinds = dialog.form.kinds
    item = next(one for one in dialog._rows() if one.data(Qt.ItemDataRole.UserRole) == kind)
    box = kinds.visualItemRect(item)
    at = QPoint(box.left() + 12, box.center().y())
    return remade(dialog, qtbot, lambda: qtbot.mouseClick(
        kinds.viewport(), Qt.MouseButton.LeftButton, pos=at
    ))  # fmt: skip


def test_paper_is_chosen_for_what_is_ticked(window, qtbot):
    kinds = ("request-slip", "return-label", "book-strap")
    dialog = opened(window, qtbot, lines_of(window, Queue.HERE)[:1], kinds)
    form = dialog.form
    dialog.show()
    _tick(dialog, qtbot, "return-label")
    assert form.stock_label.text() == "Paper or labels for: Return label"
    _tick(dialog, qtbot, "request-slip")
    assert dialog._kinds() == ["return-label"]
    assert form.stock_label.text() == "Paper or labels for: Return label"
    form.stock.choose("L7160")
    made = remade(dialog, qtbot, lambda: form.stock.activated.emit(form.stock.currentIndex()))
    assert [(one.kind, one.stock) for one in made.orders] == [("return-label", "L7160")]
    dialog.tick(("book-strap",))
    assert form.stock_label.text() == "Paper or labels for: Return label"


def test_the_page_can_be_seen_nearer(window, qtbot):
    dialog = opened(window, qtbot, lines_of(window, Queue.TO_FETCH)[:1], ("pull-slip",))
    preview = dialog.form.preview
    qtbot.waitUntil(lambda: not preview.shown.pixmap().isNull(), timeout=30_000)
    assert preview.zoom.text() == "Whole page"
    before = preview.shown.pixmap().width()
    for _ in range(4):
        preview.nearer.click()
    assert preview.zoom.text() == "150%"
    qtbot.waitUntil(lambda: preview.shown.pixmap().width() > before * 1.5, timeout=30_000)


def _seen_at(preview, part):
    """Where a part of the page is seen in the room."""
    page = preview._on_page()
    at = QPointF(page.left() + part[0] * page.width(), page.top() + part[1] * page.height())
    return preview.shown.mapTo(preview.area.viewport(), at)


def _wheel(preview, at, up):
    room = preview.area.viewport()
    turned = QWheelEvent(
        at, QPointF(room.mapToGlobal(at)), QPoint(), QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(room, turned)


def test_a_click_on_a_label_shows_it_as_large_as_on_paper_and_another_the_sheet(window, qtbot):
    dialog = opened(window, qtbot, lines_of(window, Queue.TO_FETCH)[:1], ("shipping-label",))
    preview = dialog.form.preview
    dialog.show()
    qtbot.waitUntil(lambda: not preview.shown.pixmap().isNull(), timeout=30_000)
    qtbot.waitUntil(lambda: not dialog._link.tasks.busy, timeout=30_000)
    small = preview._on_page().width()
    label = (0.55, 0.6)
    at = _seen_at(preview, label)
    inside = preview.shown.mapFrom(preview.area.viewport(), at).toPoint()
    qtbot.mouseClick(preview.shown, Qt.MouseButton.LeftButton, pos=inside)
    assert preview.zoom.text() == "100%"
    qtbot.waitUntil(lambda: preview._on_page().width() > small * 1.5, timeout=30_000)
    qtbot.waitUntil(lambda: (_seen_at(preview, label) - at).manhattanLength() < 4, timeout=30_000)
    for up, zoom in ((True, "150%"), (False, "100%"), (False, "75%")):
        qtbot.waitUntil(lambda: not dialog._link.tasks.busy, timeout=30_000)
        _wheel(preview, at, up)
        assert preview.zoom.text() == zoom
    qtbot.waitUntil(lambda: not dialog._link.tasks.busy, timeout=30_000)
    qtbot.mouseClick(preview.shown, Qt.MouseButton.LeftButton)
    assert preview.zoom.text() == "Whole page"
    qtbot.waitUntil(lambda: preview._on_page().width() == small, timeout=30_000)
    _wheel(preview, at, up=False)
    assert preview.zoom.text() == "Whole page"


def test_nearer_is_never_smaller_than_the_whole_page(window, qtbot):
    dialog = opened(window, qtbot, lines_of(window, Queue.TO_FETCH)[:1], ("pull-slip",))
    preview = dialog.form.preview
    dialog.resize(1300, 1100)
    dialog.show()
    qtbot.waitUntil(lambda: not preview.shown.pixmap().isNull(), timeout=30_000)
    whole = preview._on_page().width()
    assert preview._whole() > 0.5
    preview.nearer.click()
    qtbot.waitUntil(lambda: preview._on_page().width() > whole, timeout=30_000)
    preview.farther.click()
    assert preview.zoom.text() == "Whole page"


def test_only_slips_that_were_not_printed_come_by_themselves(window, qtbot):
    desk = window.link.desk
    lines = [one for one in lines_of(window, Queue.TO_FETCH) if Flag.SLIP_PRINTED not in one.flags]
    lines += lines_of(window, Queue.NEW)[:2]
    first = lines[0].number
    printing.was_printed(desk, PrintOrder("pull-slip", (first,)))
    dialog = opened(window, qtbot, lines, ("pull-slip",))
    assert first not in dialog._made.orders[0].numbers
    assert len(dialog._made.orders[0].numbers) == len(lines) - 1
    made = remade(dialog, qtbot, lambda: dialog.form.unprinted.setChecked(False))
    assert made.orders[0].numbers == tuple(line.number for line in lines)
    printing.was_printed(desk, *made.orders)
    remade(dialog, qtbot, lambda: dialog.form.unprinted.setChecked(True))
    assert "printed already" in dialog.form.warnings.text()
    assert not dialog.form.print_now.isEnabled()


def test_closing_without_printing_notes_nothing(window, qtbot):
    line = lines_of(window, Queue.TO_SEND)[0]
    before = requests.show(window.link.desk, line.number).documents
    opened(window, qtbot, [line], ("lender-strap",)).form.cancel.click()
    assert requests.show(window.link.desk, line.number).documents == before


def test_saving_a_file_notes_the_printing(window, qtbot, tmp_path, monkeypatch):
    line = lines_of(window, Queue.TO_SEND)[0]
    dialog = opened(window, qtbot, [line], ("lender-strap",))
    target = tmp_path / "strap.pdf"
    monkeypatch.setattr(
        "ill_desktop.ui.choose_file.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.save.click()
    assert target.read_bytes() == dialog._made.printed.pdf
    assert requests.show(window.link.desk, line.number).documents[0].kind == "lender-strap"


def test_a_printer_prints_in_true_size_and_every_code_can_be_read(window, qtbot, tmp_path):
    desk = window.link.desk
    numbers = tuple(line.number for line in lines_of(window, Queue.TO_FETCH)[:2])
    orders = [PrintOrder("pull-slip", numbers[:1], "A4"), PrintOrder("pull-slip", numbers, "4x6")]
    made = printing.print_documents(desk, *orders)
    printer = new_printer()
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    print_pdf(printer, made.pdf)
    printed = target.read_bytes()
    assert printing.page_count(printed) == made.pages == 3
    for page in range(3):
        assert printing.page_size(printed, page) == pytest.approx(
            printing.page_size(made.pdf, page), abs=0.4
        )
        assert codes(printed, page, 300) == codes(made.pdf, page, 300) != []
    ours, theirs = (_left_edge(pdf) for pdf in (made.pdf, printed))
    assert theirs == pytest.approx(ours, abs=0.2)


def _left_edge(pdf):
    """Millimetres from the left edge of the page to the first ink, and from the top."""
    width, height, stride, greys = printing.greys(pdf, 0, 300)
    image = Image.frombytes("L", (width, height), greys, "raw", "L", stride)
    ink = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    return ink[0] / 300 * 25.4, ink[1] / 300 * 25.4


def test_a_printer_prints_its_own_dots():
    assert dpi_for([300, 600, 1200]) == 600
    assert dpi_for([203]) == 203
    assert dpi_for([72, 1200]) == 300
    assert dpi_for([]) == 300


@pytest.mark.ux("UX-29")
def test_an_offset_is_kept_for_a_printer_and_a_stock(window, qtbot, tmp_path, monkeypatch):
    desk = window.link.desk
    line = lines_of(window, Queue.TO_FETCH)[0]
    dialog = opened(window, qtbot, [line], ("shipping-label",))
    still = things(dialog._made.printed.pdf)
    assert dialog.form.stock.code() == "L7163"
    qtbot.mouseClick(dialog.form.align, Qt.MouseButton.LeftButton)
    align = dialog.findChild(AlignDialog)
    qtbot.waitUntil(align.isVisible, timeout=30_000)
    align.form.right.setValue(1.0)
    align.form.down.setValue(-0.5)
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(
        "ill_desktop.ui.choose_file.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    align.form.save_sheet.click()
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    sheets = (printing.test_sheet("L7163", desk.library.language), target.read_bytes())
    outlines = [
        [one for one in things(sheet) if one["width"] > 90 * MM and one["height"] > 30 * MM]
        for sheet in sheets
    ]
    assert len(outlines[0]) == len(outlines[1]) == 14
    for one, other in zip(*outlines, strict=True):
        assert other["x0"] - one["x0"] == pytest.approx(1.0 * MM, abs=0.01)
        assert other["top"] - one["top"] == pytest.approx(-0.5 * MM, abs=0.01)
    assert words_of(sheets[1]).count("102030405060708090") == 2  # a ruler each way
    before = dialog._made
    with qtbot.waitSignal(align.accepted, timeout=30_000):
        align.form.keep.click()
    qtbot.waitUntil(lambda: dialog._made is not before, timeout=30_000)
    moved = things(dialog._made.printed.pdf)
    for one, other in zip(still, moved, strict=True):
        assert other["x0"] - one["x0"] == pytest.approx(1.0 * MM, abs=0.01)
        assert other["top"] - one["top"] == pytest.approx(-0.5 * MM, abs=0.01)
    assert print_habits.habits(desk).offset("Any printer", "L7163").right == 1.0


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_written_is_told_and_nothing_noted(window, qtbot, tmp_path):
    line = lines_of(window, Queue.TO_SEND)[0]
    dialog = opened(window, qtbot, [line], ("lender-strap",))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no-folder" / "x.pdf"))
    dialog.send(printer)
    qtbot.waitUntil(lambda: not dialog.form.wrong.isHidden(), timeout=30_000)
    assert dialog.form.print_now.isEnabled()
    assert requests.show(window.link.desk, line.number).documents == ()
