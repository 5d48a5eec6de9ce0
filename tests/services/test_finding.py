"""Whatever is remembered of a request finds it."""

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services import acts, finding, lending, patrons, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.requests import NewRequest
from ill_desktop.services.views import PatronView
from tests.services.desks import a_manual_partner, a_request


def _titled(desk: Desk, title: str) -> str:
    return requests.new(desk, NewRequest(Service.LOAN, Citation(title=title, author="Toer")))


@pytest.fixture
def numbers(desk: Desk) -> list[str]:
    titles = ("Laskar pelangi", "Bumi manusia", "Anak semua bangsa")
    return [_titled(desk, title) for title in titles]


def _found(desk: Desk, text: str) -> list[str]:
    return [line.number for line in finding.find(desk, text).lines]


def test_a_number_is_found_by_its_end(desk: Desk, numbers: list[str]) -> None:
    assert _found(desk, numbers[1][-4:])[0] == numbers[1]
    assert _found(desk, numbers[1])[0] == numbers[1]
    assert _found(desk, numbers[1][-7:])[0] == numbers[1]


def test_no_number_ends_in_what_was_never_drawn(desk: Desk, numbers: list[str]) -> None:
    assert _found(desk, "9999") == []


def test_four_letters_of_a_title_find_it(desk: Desk, numbers: list[str]) -> None:
    assert _found(desk, "mani") == []
    assert _found(desk, "manu")[0] == numbers[1]


def test_the_likest_title_comes_first(desk: Desk, numbers: list[str]) -> None:
    newer = _titled(desk, "Bumi manusia: a reader and its readers")
    found = _found(desk, "bumi manusia")
    assert found.index(numbers[1]) < found.index(newer)


def test_an_author_finds_all_their_works(desk: Desk, numbers: list[str]) -> None:
    assert set(_found(desk, "toer")) == set(numbers)


def test_a_partner_finds_what_was_asked_there(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk, name="Perpustakaan Airlangga"))
    acts.do(desk, number, Action.SEND)
    assert number in _found(desk, "airlang")


def test_a_partner_is_found_by_words_of_its_name_and_by_its_symbol(desk: Desk) -> None:
    symbol = a_manual_partner(desk, name="Perpustakaan Airlangga")
    for typed in ("airl perpus", symbol, symbol.lower()):
        assert [one.name for one in finding.partners(desk, typed)] == ["Perpustakaan Airlangga"]
    assert finding.partners(desk, "ai") == finding.partners(desk, "airlanggb") == ()


def test_the_barcode_of_a_volume_finds_its_request_first(desk: Desk, numbers: list[str]) -> None:
    _titled(desk, "NUSA-000123")
    answer = {"answer": "loaned", "item": "NUSA-000123"}
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.RECORD_ANSWER, answer)
    assert _found(desk, "nusa-000123")[0] == number
    assert number not in _found(desk, "NUSA-00012")


def test_of_requests_that_share_a_barcode_the_open_ones_come_first(desk: Desk) -> None:
    def lent() -> str:
        ask = NewLending(Service.LOAN, Citation(title="Gadis pantai"), symbol)
        number = lending.record(desk, ask)
        acts.do(desk, number, Action.WILL_SUPPLY)
        return acts.do(desk, number, Action.SHIP, {"item": "NUSA-000123"}).line.number

    symbol = a_manual_partner(desk)
    first, second = lent(), lent()
    acts.do(desk, second, Action.IS_BACK)
    assert _found(desk, "nusa-000123") == [first, second]
    assert finding.alike(desk, "nusa-000123") == ()
    third = lent()
    assert finding.alike(desk, "nusa-000123") == (third, first)
    assert _found(desk, "nusa-000123") == [third, first, second]
    assert finding.alike(desk, "NUSA-999") == finding.alike(desk, "gadis") == ()


def test_a_reader_is_found_with_how_much_they_asked_for(desk: Desk) -> None:
    for code, name in (("U1002", "Suharto"), ("U1003", "Suharti")):
        patrons.save(desk, PatronCard(PatronView(code, name, "", "", "", "", "", "")))
    wanted = NewRequest(Service.LOAN, Citation(title="Di bawah bendera"), patron="U1002")
    number = requests.new(desk, wanted)
    assert finding.readers(desk, "suhart") == (finding.Reader("U1002", "Suharto", 1),)
    assert finding.readers(desk, "U1002")[0].name == "Suharto"
    assert finding.readers(desk, " ") == finding.readers(desk, "suharti") == ()
    assert _found(desk, "suharto") == [number]


def test_nothing_is_found_for_nothing(desk: Desk, numbers: list[str]) -> None:
    assert _found(desk, "  ") == []
    assert _found(desk, "zzzz") == []


NAMES = {
    "Pulihkan cadangan…": "Restore a backup…",
    "Cadangkan meja layanan…": "Back up the desk…",
    "Cetak slip dan label…": "Print slips and labels…",
    "Cetak daftar ini…": "Print this list…",
    "Ubah status": "Change the status",
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lab cet", ["Cetak slip dan label…"]),
        ("cadang", ["Cadangkan meja layanan…", "Pulihkan cadangan…"]),
        ("backup", ["Cadangkan meja layanan…", "Pulihkan cadangan…"]),
        ("list", ["Cetak daftar ini…"]),
        ("berkas slip", ["Cetak slip dan label…"]),
        ("label list", []),
        ("", list(NAMES)),
    ],
)
def test_commands_are_found_by_their_words_in_either_language(typed: str, found: list[str]) -> None:
    def names(one: str) -> tuple[finding.Name, finding.Name]:
        return finding.Name(one, "Berkas"), finding.Name(NAMES[one], "File")

    assert [one.thing for one in finding.matching(typed, NAMES, names)] == found


def test_a_command_found_by_its_own_name_is_not_told_by_another() -> None:
    names = finding.Name("Tanyakan status"), finding.Name("Status")
    (found,) = finding.matching("stat", ["a"], lambda _: names)
    assert found.name == "Tanyakan status"
