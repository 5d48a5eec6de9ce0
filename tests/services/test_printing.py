"""Papers are filled from the right rows, and what was printed is noted."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Invalid, Missing
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.printing import papers
from ill_desktop.services import (
    acts,
    beside,
    lending,
    parcels,
    partners,
    print_habits,
    printing,
    reader_file,
    requests,
)
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.printing import PrintOrder
from ill_desktop.store import cases
from tests.printing.samples import MM, things
from tests.services.desks import THEIRS, THIRD, Pair, a_manual_partner, a_request


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def printed(desk: Desk, kind: str, *numbers: str) -> tuple[str, tuple[str, ...]]:
    done = printing.print_documents(desk, PrintOrder(kind, numbers))
    return text_of(done.pdf), done.warnings


def lent(desk: Desk, **more: str) -> str:
    """A lending request by a partner with two addresses."""
    a_manual_partner(desk)
    partners.change(
        desk, THEIRS, {"address": ["Jl. Kirim 1", "Kota B"], "return-address": ["Gudang 7"]}
    )
    return lending.record(
        desk, NewLending(Service.LOAN, Citation(title="Sitti Nurbaya"), THEIRS, "X-9", **more)
    )


@pytest.mark.parametrize("kind", sorted(papers.KINDS))
def test_every_kind_prints_its_number(desk: Desk, kind: str) -> None:
    number = lent(desk)
    done = printing.print_documents(desk, PrintOrder(kind, (number, number)))
    assert done.items == (1 if kind == "packing-list" else 2)
    assert done.pages == printing.page_count(done.pdf) >= 1
    assert number in text_of(done.pdf)


def test_a_label_takes_the_address_of_its_purpose(desk: Desk) -> None:
    number = lent(desk)
    partners.set_own_address(desk, "ship", ("Jl. Sendiri 5", "Kota A"))
    text, warnings = printed(desk, "shipping-label", number)
    assert "Jl. Kirim 1" in text
    assert "Jl. Sendiri 5" in text
    assert warnings == ()
    text, _ = printed(desk, "return-label", number)
    assert "Gudang 7" in text
    assert "Jl. Kirim 1" not in text


def test_an_address_that_was_cleared_gives_way_to_the_one_in_its_place(desk: Desk) -> None:
    number = lent(desk)
    partners.change(desk, THEIRS, {"mail-address": ["Kotak Pos 5"], "return-address": [""]})
    text, warnings = printed(desk, "return-label", number)
    assert "Jl. Kirim 1" in text
    assert warnings == ()
    partners.change(desk, THEIRS, {"address": [" "]})
    text, warnings = printed(desk, "return-label", number)
    assert "Kotak Pos 5" in text
    assert warnings == ()


def test_an_address_that_only_a_message_gave_is_told(desk: Desk) -> None:
    a_manual_partner(desk)
    new = NewLending(
        Service.LOAN, Citation(title="X"), THEIRS, delivery_address="Jl. Palsu 3\nKota Z"
    )
    number = lending.record(desk, new)
    text, warnings = printed(desk, "shipping-label", number)
    assert "Jl. Palsu 3" in text
    assert len(warnings) == 1
    assert number in warnings[0]


def test_the_card_wins_over_another_address_in_the_message(desk: Desk) -> None:
    number = lent(desk, delivery_address="Jl. Palsu 3\nKota Z")
    text, warnings = printed(desk, "shipping-label", number)
    assert "Jl. Kirim 1" in text
    assert "Jl. Palsu 3" not in text
    assert len(warnings) == 1


def test_the_same_address_in_other_lines_is_no_other_address(desk: Desk) -> None:
    number = lent(desk, delivery_address="JL. KIRIM 1, KOTA B")
    assert printed(desk, "shipping-label", number)[1] == ()


def test_another_house_number_is_another_address(desk: Desk) -> None:
    number = lent(desk, delivery_address="Jl. Kirim 99\nKota B")
    assert len(printed(desk, "shipping-label", number)[1]) == 1


def test_a_partner_without_an_address_is_told(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    assert len(printed(desk, "return-label", number)[1]) == 1


def test_the_reader_s_name_is_on_no_paper(desk: Desk) -> None:
    table = desk.folder.root / "readers.csv"
    table.write_text("code,name,pickup\nU77,Sukarnoputri,Kampus B\n")
    reader_file.load(desk, table)
    number = a_request(desk, a_manual_partner(desk), patron="U77")
    for kind in papers.KINDS:
        text, _ = printed(desk, kind, number)
        assert "Sukarnoputri" not in text
        assert ("U77" in text) is (kind == "request-slip")


def test_a_pull_slip_bears_later_notes_that_are_for_us(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.borrows(ours, Action.WRITE_MESSAGE, note="The second printing will do.")
    pair.lends(theirs, Action.WILL_SUPPLY, note="Gladly.")
    beside.add_note(pair.lender, theirs, "Top shelf.")
    beside.add_note(pair.lender, theirs, "Call them on Monday.", "partner")
    text, _ = printed(pair.lender, "pull-slip", theirs)
    words = " ".join(text.split())
    assert "Noted 9 Mar 2026: Top shelf." in words
    assert "They wrote 9 Mar 2026: The second printing will do." in words
    assert words.index("Top shelf") < words.index("second printing")
    for kind in papers.KINDS:
        text, _ = printed(pair.lender, kind, theirs)
        assert ("Top shelf." in text) is (kind == "pull-slip")
        assert "Gladly" not in text
        assert "Monday" not in text


def test_a_pull_slip_is_noted_once_and_its_reprints_are_counted(desk: Desk) -> None:
    number = lent(desk)
    acts.do(desk, number, Action.WILL_SUPPLY)
    order = PrintOrder("pull-slip", (number,))
    printing.print_documents(desk, order)
    assert requests.show(desk, number).documents == ()
    printing.was_printed(desk, order)
    printing.was_printed(desk, order)
    view = requests.show(desk, number)
    assert Flag.SLIP_PRINTED in view.line.flags
    assert [one.copy for one in view.documents] == [2, 1]
    acts.do(desk, number, Action.FETCHED)
    printing.was_printed(desk, order)
    assert requests.show(desk, number).line.state is State.TO_SEND


def test_what_cannot_be_printed_is_refused(desk: Desk) -> None:
    number = lent(desk)
    with pytest.raises(Invalid):
        printing.print_documents(desk, PrintOrder("poster", (number,)))
    with pytest.raises(Missing):
        printing.print_documents(desk, PrintOrder("pull-slip", ("26999999",)))
    with pytest.raises(Missing):
        printing.print_documents(desk, PrintOrder("pull-slip", (number,), "no-stock"))
    for start in (0, -1, 9999):
        with pytest.raises(Invalid):
            printing.print_documents(desk, PrintOrder("shipping-label", (number,), start=start))


def test_a_label_can_start_in_the_middle_of_a_sheet(desk: Desk) -> None:
    number = lent(desk)
    stock = print_habits.usual_stock(desk, "shipping-label")
    last = printing.places("shipping-label", stock)
    order = PrintOrder("shipping-label", (number, number), stock, start=last)
    assert printing.print_documents(desk, order).pages == 2


def test_the_borrower_s_return_label_takes_what_the_lender_said(pair: Pair) -> None:
    partners.set_own_address(pair.lender, "return", ("Jl. Kembali 2", "Kota B"))
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.SHIP)
    assert "Jl. Kembali 2" in pair.here(ours).return_address
    text, warnings = printed(pair.borrower, "return-label", ours)
    assert "Jl. Kembali 2" in text
    assert "Address from this loan’s message" in text
    assert "Jl. B 1" not in text
    assert len(warnings) == 1


def test_without_a_word_of_the_lender_the_card_says_where_a_book_goes_back(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.SHIP)
    text, _ = printed(pair.borrower, "return-label", ours)
    assert "Jl. B 1" in text
    assert "Address from the partner’s card" in text


def test_a_parcel_for_abroad_says_that_it_is_not_for_sale(desk: Desk) -> None:
    number = lent(desk)
    assert "Not for sale" not in printed(desk, "shipping-label", number)[0]
    partners.change(desk, THEIRS, {"country": ["NL"], "address": ["Witte Singel 27", "Leiden"]})
    text, _ = printed(desk, "shipping-label", number)
    assert "NETHERLANDS" in text
    assert "Not for sale" in text


def test_slips_come_in_the_order_of_the_shelves(desk: Desk) -> None:
    a_manual_partner(desk)
    found = []
    for place in ("Lantai 2", "Lantai 1"):
        for call_number in ("899.221 3 TOE", "899.2 ALI", "9 B", "", ""):
            title = "Ronggeng" if len(found) % 5 == 3 else "buku"
            asked = NewLending(Service.LOAN, Citation(title=title), THEIRS)
            number = lending.record(desk, asked)
            requests.edit(desk, number, {"call-number": call_number, "location": place})
            found.append(number)
    done = printing.print_documents(desk, PrintOrder("pull-slip", tuple(found), "4x6"))
    pages = [page.extract_text() for page in PdfReader(BytesIO(done.pdf)).pages]
    walk = [next(one for one in found if one in page) for page in pages]
    assert walk == [found[n] for n in (9, 8, 7, 6, 5, 4, 3, 2, 1, 0)]


def test_what_was_printed_before_can_be_left_out(desk: Desk) -> None:
    first, second = (
        lent(desk),
        lending.record(desk, NewLending(Service.LOAN, Citation(title="X"), THEIRS)),
    )
    both = (first, second)
    assert printing.unprinted(desk, "pull-slip", both) == both
    printing.was_printed(desk, PrintOrder("pull-slip", (first,)))
    assert printing.unprinted(desk, "pull-slip", both) == (second,)


def test_several_kinds_make_one_file_and_say_what_lies_in_the_tray(desk: Desk) -> None:
    number = lent(desk)
    orders = [
        PrintOrder("pull-slip", (number,), "A4", copies=4),
        PrintOrder("shipping-label", (number,), "L7163", start=13),
        PrintOrder("return-label", (number,), "L7163", start=1),
    ]
    done = printing.print_documents(desk, *orders)
    assert [(run.stock, run.first, run.last) for run in done.runs] == [
        ("A4", 1, 2), ("L7163", 3, 3),
    ]  # fmt: skip
    assert done.pages == 3
    assert done.items == 6
    printing.was_printed(desk, *orders, runs=done.runs)
    assert print_habits.habits(desk).place("L7163") == 1
    printing.was_printed(desk, orders[1], runs=printing.print_documents(desk, orders[1]).runs)
    assert print_habits.habits(desk).place("L7163") == 14
    assert print_habits.usual_stock(desk, "pull-slip") == "A4"


def test_a_printer_s_offset_moves_everything_it_prints(desk: Desk) -> None:
    number = lent(desk)
    order = PrintOrder("shipping-label", (number,), "L7163")
    still = printing.print_documents(desk, order).pdf
    print_habits.set_offset(desk, "Laser", "L7163", (1.0, -0.5))
    assert printing.print_documents(desk, order).pdf == still
    moved = printing.print_documents(desk, replace(order, printer="Laser")).pdf
    for before, after in zip(things(still), things(moved), strict=True):
        assert after["x0"] - before["x0"] == pytest.approx(1.0 * MM, abs=0.01)
        assert after["top"] - before["top"] == pytest.approx(-0.5 * MM, abs=0.01)
    with pytest.raises(Invalid):
        print_habits.set_offset(desk, "Laser", "L7163", (99.0, 0.0))
    with pytest.raises(Missing):
        print_habits.set_offset(desk, "Laser", "no-stock", (1.0, 0.0))


def test_a_packing_list_is_one_for_each_partner(desk: Desk) -> None:
    first = lent(desk)
    second = lending.record(desk, NewLending(Service.LOAN, Citation(title="Azab"), THEIRS))
    a_manual_partner(desk, THIRD, "Perpustakaan C")
    third = lending.record(desk, NewLending(Service.LOAN, Citation(title="Lain"), THIRD))
    done = printing.print_documents(desk, PrintOrder("packing-list", (first, third, second)))
    assert done.items == 2
    text = text_of(done.pdf)
    assert all(one in text for one in (first, second, third, "Azab", "Lain", "2 requests"))


def test_a_closed_parcel_has_one_label_and_one_list(desk: Desk) -> None:
    numbers = []
    for title in ("Azab", "Layar"):
        number = (
            lent(desk)
            if not numbers
            else lending.record(desk, NewLending(Service.LOAN, Citation(title=title), THEIRS))
        )
        acts.do(desk, number, Action.WILL_SUPPLY)
        parcels.put_in(desk, number)
        numbers.append(number)
    parcel = parcels.still_open(desk)[0].number
    parcel = parcels.close(desk, parcel, "JNE-7781", "1.5", "Rp350.000")
    for kind in ("shipping-label", "packing-list"):
        for asked in ((parcel.number,), tuple(numbers)):
            done = printing.print_documents(desk, PrintOrder(kind, asked))
            assert done.items == 1
            text = text_of(done.pdf)
            assert parcel.number in text
            assert ("JNE-7781" in text) is (kind == "packing-list")
            assert ("1.5 kg" in text) is (kind == "packing-list")
            assert ("350,000 IDR" in text) is (kind == "packing-list")
    printing.was_printed(desk, PrintOrder("packing-list", (parcel.number,)))
    assert [len(requests.show(desk, one).documents) for one in numbers] == [1, 1]


def test_a_label_says_how_the_partner_is_reached_and_what_its_courier_sorts_by(desk: Desk) -> None:
    number = lent(desk)
    partners.change(desk, THEIRS, {"telephone": "0274 513163", "courier": "TXA-012"})
    for kind in ("shipping-label", "return-label"):
        text, warnings = printed(desk, kind, number)
        assert "0274 513163" in text
        assert "TXA-012" in text
        assert warnings == ()


def test_a_request_slip_says_when_the_library_that_was_asked_should_have_answered(
    pair: Pair,
) -> None:
    ours, theirs = pair.ask()  # on Monday, 9 March 2026
    text, _ = printed(pair.borrower, "request-slip", ours)
    assert f"1. {THEIRS}, answer by 16 Mar 2026" in " ".join(text.split())
    partners.change(pair.borrower, THEIRS, {"answer-days": "2"})
    text, _ = printed(pair.borrower, "request-slip", ours)
    assert "answer by 11 Mar 2026" in " ".join(text.split())
    pair.lends(theirs, Action.WILL_SUPPLY)
    assert "answer by" not in printed(pair.borrower, "request-slip", ours)[0]


@pytest.mark.parametrize(
    ("level", "told", "rush"),
    [("rush", "Rush", True), ("Normal", "Normal", False), ("X", "X", False)],
)
def test_slips_say_how_soon_something_is_wanted(
    desk: Desk, level: str, told: str, rush: bool
) -> None:
    number = lent(desk)
    with desk.database.work() as session:
        cases.case_by_number(session, number).request.service_level = level
    assert f"PULL SLIP · Loan · {told}" in printed(desk, "pull-slip", number)[0]
    pdf = printing.print_documents(desk, PrintOrder("request-slip", (number,))).pdf
    assert told in text_of(pdf).splitlines()
    frames = [one for one in things(pdf) if one["object_type"] == "rect" and not one["fill"]]
    wide = [one for one in frames if one["width"] > 10 * MM]
    assert bool(wide) is rush


def test_each_volume_has_a_strap_with_its_own_barcode(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.SHIP, item=["B-1", "B-2"])
    pair.borrows(ours, Action.RECEIVED, item=["B-1", "B-2"])
    for desk, kind, number in (
        (pair.borrower, "book-strap", ours),
        (pair.lender, "lender-strap", theirs),
    ):
        text = text_of(printing.print_documents(desk, PrintOrder(kind, (number,), "4x6")).pdf)
        one, other = text.split("2 of 2") if "2 of 2" in text else (text, "")
        assert "1 of 2" in one
        assert text.count("B-1") == text.count("B-2") == 1
        assert other


def test_every_stock_has_a_test_sheet(desk: Desk) -> None:
    for stock in printing.stocks():
        assert printing.test_sheet(stock.code).startswith(b"%PDF")
