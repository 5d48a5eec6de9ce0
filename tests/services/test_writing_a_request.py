"""What the form of a request asks the desk while one types."""

from datetime import timedelta

import pytest

from ill_desktop.domain.errors import Missing
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services import (
    acts,
    erasing,
    opening,
    patrons,
    reader,
    reader_file,
    retention,
    unfinished,
)
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import NewDesk, make_desk
from ill_desktop.services.views import PatronView
from tests.build import NOON
from tests.services.desks import THEIRS, a_manual_partner, a_request

LEFT = (("note", ""), ("charge", ""), ("act", " close"))
READERS = "code,name,department\nU1,Sari Wulandari,Sejarah\nU2,Suharto,\nU3,Sari,\nU10,Budi,\n"


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "desk", NewDesk("Nusa", "ISIL:ID-NUSA", test=True))
    made.clock = SetClock(NOON)
    (tmp_path / "readers.csv").write_text(READERS)
    reader_file.load(made, tmp_path / "readers.csv")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("U1", "U1"), ("suhar", "U2"), ("SARI", "U3"), ("wulandari", "U1"), ("", ""), ("u2", "U2")],
)
def test_a_reader_is_meant_by_code_or_by_name(desk, typed, code):
    assert reader.code_of(desk, typed) == code


@pytest.mark.parametrize("typed", ["nobody", "u"])
def test_nobody_is_meant_by_what_fits_none_or_several(desk, typed):
    with pytest.raises(Missing):
        reader.code_of(desk, typed)


def test_a_reader_is_shown_with_what_is_in_hand(desk):
    assert reader.meant(desk, "sari wul") == reader.Reader("U1", "Sari Wulandari", "Sejarah", 0, "")


def test_a_closed_day_names_the_next_open_one(desk):
    saturday = NOON.date()
    assert saturday.weekday() == 5
    assert opening.look(desk, saturday).next_open == saturday + timedelta(days=2)
    assert opening.look(desk, saturday + timedelta(days=2)).is_open


def test_a_holiday_is_called_by_its_name(desk):
    found = opening.look(desk, NOON.date().replace(month=8, day=17))
    assert not found.is_open
    assert found.why


def test_what_is_being_written_is_kept_and_forgotten(desk):
    unfinished.keep(desk, "a", {"now": {"title": "Atheis"}})
    desk.clock = SetClock(NOON + timedelta(minutes=1))
    unfinished.keep(desk, "b", {"now": {"title": "Jejak"}})
    unfinished.keep(desk, "a", {"now": {"title": "Atheis 2"}})
    desk.clock = SetClock(NOON + timedelta(minutes=2))
    unfinished.keep(desk, "b", {"now": {"title": "Jejak 2"}})
    assert [(one.key, one.form["now"]["title"]) for one in unfinished.kept(desk)] == [
        ("b", "Jejak 2"),
        ("a", "Atheis 2"),
    ]
    unfinished.forget(desk, "b")
    assert [one.key for one in unfinished.kept(desk)] == ["a"]


def test_what_nobody_took_up_again_is_forgotten(desk):
    unfinished.keep(desk, "old", {})
    desk.clock = SetClock(NOON + unfinished.KEPT + timedelta(days=1))
    assert unfinished.kept(desk) == ()
    unfinished.keep(desk, "new", {})
    assert set(desk.setting(unfinished.KEY, {})) == {"new"}


def test_what_nobody_took_up_again_is_forgotten_with_the_readers(desk):
    unfinished.keep(desk, "new", {"now": {"patron": "U1"}})
    desk.clock = SetClock(NOON + unfinished.KEPT + timedelta(days=1))
    retention.run(desk)
    assert desk.setting(unfinished.KEY, None) == {}


def test_an_erased_reader_is_named_in_no_draft_and_the_rest_of_it_stays(desk):
    now = {"title": "Atheis", "patron": "U1", "note": "for sari wulandari", "pages": "U10"}
    unfinished.keep(desk, "a", {"now": now, "begun": {**now, "title": ""}})
    card = {"@place": "reader U1", "name": "Sari W."}
    unfinished.keep(desk, "b", {"now": card, "begun": card})
    erasing.erase(desk, "U1")
    (left,) = unfinished.kept(desk)
    assert left.form["now"] == {"title": "Atheis", "patron": "", "note": "for …", "pages": "U10"}
    assert left.form["begun"]["patron"] == ""


def test_a_short_code_or_a_common_name_leaves_the_writing_of_others_whole(desk):
    """Erased as 12, 2 or Dewi: nothing that is a count, a place or another's name is touched."""
    for code, name in (("12", "Dewi"), ("2", "Dewi")):
        patrons.save(desk, patrons.PatronCard(PatronView(code, name, "", "", "", "", "", "id")))
    place = {"@place": "partner ISIL:ID-12", "@title": "12", "@more": {"2026-12-12": "12"}}
    forms = {
        "partner": {**place, "symbols": "ISIL:ID-12", "loan_days": "12", "note": "Ask Dewi first"},
        "pieces": {"@place": "act 26000001 ship", "volumes": "2", "note": "2 boxes"},
        "lend": {"purpose": "lend", "title": "Dewi", "author": "Dewi Lestari", "patron": ""},
        "borrow": {"purpose": "borrow", "title": "12 cerita", "patron": "12", "note": "dewi's"},
    }
    for key, now in forms.items():
        unfinished.keep(desk, key, {"now": now, "begun": now})
    erasing.erase(desk, "12")
    erasing.erase(desk, "2")
    left = {one.key: one.form["now"] for one in unfinished.kept(desk)}
    forms["partner"]["note"] = "Ask … first"
    forms["borrow"] |= {"patron": "", "note": "…'s"}
    assert left == forms


def test_the_card_begun_for_a_reader_who_is_erased_is_dropped(desk):
    for key, typed in (("hers", "sari wulandari"), ("his", "Sariman")):
        form = {"@place": f"reader +{typed}", "name": typed}
        unfinished.keep(desk, key, {"now": form, "begun": form})
    erasing.erase(desk, "U1")
    assert [one.key for one in unfinished.kept(desk)] == ["his"]


def test_what_was_left_of_a_request_goes_when_that_forgets(desk):
    a_manual_partner(desk)
    gone = a_request(desk, THEIRS)
    acts.do(desk, gone, Action.SEND)
    acts.do(desk, gone, Action.CLOSE, {"reason": "bought"})
    desk.clock = SetClock(NOON + timedelta(days=44))
    forms = {f"{kind} {gone}{rest}": {"@place": f"{kind} {gone}{rest}"} for kind, rest in LEFT}
    other = {"@place": f"note {gone}9"}, {"@place": f"partner {gone}"}, {"number": ""}
    for key, now in {
        **forms,
        "edit": {"number": gone},
        **dict(zip("abc", other, strict=True)),
    }.items():
        unfinished.keep(desk, key, {"now": now, "begun": now})
    assert retention.run(desk) == 1
    assert {one.key for one in unfinished.kept(desk)} == set("abc")
