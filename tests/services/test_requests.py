"""New requests, lists, one in full, and local fields."""

from datetime import date, timedelta

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Invalid, Missing, Overtaken, UnknownKey
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, lending, reader_file, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.first_look import first_look
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from tests.services.desks import (
    BOOK,
    START,
    THEIRS,
    THIRD,
    a_manual_partner,
    a_request,
    pass_time,
)

KEYS = (
    "number",
    "side",
    "service",
    "state",
    "label",
    "flags",
    "primary_action",
    "title",
    "author",
    "patron",
    "partner",
    "our_id",
    "their_id",
    "needed_by",
    "due",
    "created",
)


def a_reader(desk: Desk, code: str = "U1") -> None:
    table = desk.folder.root / "readers.csv"
    table.write_text(f"code,name,category,department,pickup\n{code},Suharto,Dosen,Sastra,Pusat\n")
    reader_file.load(desk, table)


def test_a_line_has_the_keys_scripts_were_promised() -> None:
    assert RequestLine._fields[: len(KEYS)] == KEYS


def test_a_new_request_is_a_numbered_draft_and_is_told(desk: Desk) -> None:
    a_reader(desk)
    a_manual_partner(desk)
    heard = []
    desk.changes.subscribe(heard.append)
    number = requests.new(
        desk,
        NewRequest(
            Service.COPY_OR_LOAN,
            Citation(title="  Bumi\tmanusia "),
            patron="U1",
            suppliers=(THEIRS, THEIRS),
            needed_by=date(2026, 4, 1),
            max_cost=Money.parse("10 USD"),
            note=" soon ",
            identifiers={"oclc": "123"},
        ),
    )
    view = requests.show(desk, number)
    assert number == "26000001"
    assert [change.requests for change in heard] == [{number}]
    assert view.line.title == "Bumi manusia"
    assert (view.line.state, view.line.primary_action) == (State.DRAFT, Action.SEND)
    assert (view.line.patron, view.pickup, view.note) == ("U1", "Pusat", "soon")
    assert [one.symbol for one in view.suppliers] == [THEIRS]
    assert (view.identifiers, str(view.max_cost)) == ({"oclc": "123"}, "10 USD")
    assert [event.kind for event in view.events] == ["created"]
    assert view.line.created == START


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (NewRequest(Service.LOAN, Citation(title=" \t ")), Invalid),
        (NewRequest(Service.LOAN, BOOK, patron="nobody"), Missing),
        (NewRequest(Service.LOAN, BOOK, suppliers=("ISIL:NOWHERE",)), Missing),
        (NewRequest(Service.LOAN, BOOK, suppliers=("no symbol",)), Invalid),
    ],
)
def test_a_request_that_cannot_be_made_leaves_no_gap(desk: Desk, asked, error) -> None:
    with pytest.raises(error):
        requests.new(desk, asked)
    assert requests.page(desk, ListQuery()).total == 0
    assert a_request(desk) == "26000001"


def test_numbers_start_again_with_the_library_s_year(desk: Desk) -> None:
    desk.clock.instant = START.replace(month=12, day=31, hour=16, minute=59)
    assert a_request(desk) == "26000001"
    pass_time(desk, minutes=2)
    assert a_request(desk) == "27000001"


def test_pages_follow_each_other_without_repeats_or_holes(desk: Desk) -> None:
    made = [a_request(desk) for _ in range(7)]
    seen, after = [], ""
    while True:
        page = requests.page(desk, ListQuery(limit=3, after=after))
        seen += [line.number for line in page.lines]
        assert page.total == 7
        if not page.next:
            break
        after = page.next
    assert seen == made[::-1]


def test_lists_are_narrowed_by_side_state_queue_and_words(desk: Desk) -> None:
    a_manual_partner(desk)
    draft = a_request(desk)
    sent = a_request(desk, THEIRS)
    acts.do(desk, sent, Action.SEND)
    lent = lending.record(
        desk, lending.NewLending(Service.LOAN, Citation(title="Max Havelaar"), THEIRS)
    )

    def numbers(**query) -> list[str]:
        return [line.number for line in requests.page(desk, ListQuery(**query)).lines]

    assert numbers(side=Side.LENDING) == [lent]
    assert numbers(state=State.SENT) == [sent]
    assert numbers(queue=Queue.DRAFTS) == [draft]
    assert numbers(find="havelaar") == [lent]
    assert numbers(find=f"{sent}-1") == [sent]
    assert numbers(find=draft) == [draft]
    counts = requests.counts(desk)
    assert (counts[Queue.DRAFTS], counts[Queue.WAITING], counts[Queue.NEW]) == (1, 1, 1)


def test_a_negative_limit_is_refused(desk: Desk) -> None:
    with pytest.raises(Invalid):
        requests.page(desk, ListQuery(limit=-1))


def test_an_unknown_number_is_missing(desk: Desk) -> None:
    for number in ("26999999", "", "x'; DROP TABLE request", "٢٦٠٠٠٠٠١"):
        with pytest.raises(Missing):
            requests.show(desk, number)


def test_look_alikes_are_found_for_ninety_days(desk: Desk) -> None:
    number = a_request(desk)
    other_spelling = Citation(title="LASKAR PELANGI / Andrea Hirata")
    assert [one.number for one in requests.similar(desk, other_spelling)] == [number]
    assert requests.similar(desk, Citation(title="Bumi manusia")) == ()
    pass_time(desk, days=91)
    assert requests.similar(desk, other_spelling) == ()


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Di bawah lindungan Kaaba", True),
        ("Di bawah lindunagn Kabah", True),
        ("Di bawah lindungan", False),
        ("Di bawah lindungan langit", False),
    ],
)
def test_a_slip_in_one_word_is_the_same_work(desk: Desk, title: str, found: bool) -> None:
    kept = NewRequest(Service.LOAN, Citation(title="Di bawah lindungan Kabah"))
    number = requests.new(desk, kept)
    alike = requests.similar(desk, Citation(title=title))
    assert [one.number for one in alike] == ([number] if found else [])


def test_the_same_isbn_is_the_same_work(desk: Desk) -> None:
    number = requests.new(
        desk, NewRequest(Service.LOAN, Citation(title="Rainbow troops", isbn="9789793062792"))
    )
    found = requests.similar(desk, Citation(title="Laskar pelangi", isbn="9789793062792"))
    assert [one.number for one in found] == [number]


def test_the_older_isbn_is_the_same_work_and_another_title_is_not(desk: Desk) -> None:
    old = Citation(title="ActivePerl", isbn="0-471-38314-7")
    number = requests.new(desk, NewRequest(Service.LOAN, old))
    requests.new(desk, NewRequest(Service.LOAN, Citation(title="Perl with pictures, a primer")))
    found = requests.similar(desk, Citation(title="Perl", isbn="9780471383147"))
    assert [one.number for one in found] == [number]


@pytest.mark.parametrize("title", ['"', "*", "a AND (", "NEAR(", "--", "🙂", "x" * 5000])
def test_look_alikes_of_any_title_are_asked_without_harm(desk: Desk, title: str) -> None:
    requests.new(desk, NewRequest(Service.LOAN, Citation(title=title)))
    assert len(requests.similar(desk, Citation(title=title))) <= 1


def test_local_fields_are_changed_and_noted(desk: Desk) -> None:
    a_reader(desk)
    a_manual_partner(desk)
    a_manual_partner(desk, THIRD, "C")
    number = a_request(desk, THEIRS)
    view = requests.edit(
        desk,
        number,
        {
            "title": "Sang pemimpi",
            "needed-by": "+14",
            "max-cost": "5 EUR",
            "patron": "U1",
            "supplier": [THIRD, THEIRS],
            "service": "copy",
            "material": "article",
        },
    )
    assert view.citation.title == "Sang pemimpi"
    assert view.citation.author == BOOK.author
    assert view.line.needed_by == desk.today() + timedelta(days=14)
    assert [one.symbol for one in view.suppliers] == [THIRD, THEIRS]
    assert view.line.service is Service.COPY
    assert [event.kind for event in view.events] == ["edit", "created"]
    view = requests.edit(desk, number, {"needed-by": "", "max-cost": "", "patron": ""})
    assert (view.line.needed_by, view.max_cost, view.line.patron) == (None, None, "")


def test_an_edit_says_which_act_it_was(desk: Desk) -> None:
    view, act = requests.edited(desk, a_request(desk), {"note": "Top shelf"})
    assert (view.events[0].kind, view.events[0].act) == ("edit", act)


def test_an_edit_that_changes_nothing_is_no_act(desk: Desk) -> None:
    """Undo takes back what was done before it, whatever was typed again."""
    a_reader(desk)
    for symbol in (THEIRS, THIRD, "ISIL:ID-D"):
        a_manual_partner(desk, symbol, symbol)
    number = a_request(desk, THEIRS, THIRD, "ISIL:ID-D", patron="U1")
    acts.do(desk, number, Action.SEND)
    first = {"item": ["X-1", "X-2"], "location": "Stack", "max-cost": "5 EUR", "pickup": "Front"}
    acts.do(desk, number, Action.EDIT, first)
    before = requests.show(desk, number)
    again = {
        **first,
        "title": f" {BOOK.title} ",
        "patron": "U1",
        "supplier": [THIRD, "ISIL:ID-D"],
        "needed-by": "",
        "note": "",
        "material": "book",
        "max-cost": "5 eur",
    }
    assert requests.edited(desk, number, again) == (before, "")
    acts.do(desk, number, Action.EDIT)
    assert requests.show(desk, number) == before
    assert acts.undo(desk, number).location == ""
    assert acts.undo(desk, number).line.state is State.DRAFT


def test_due_date_and_cost_that_were_edited_come_back_by_undo(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned", "due": "+20"})
    before = requests.show(desk, number)
    view = requests.edit(desk, number, {"due": "+30", "cost": "5 EUR"})
    assert view.line.due == desk.today() + timedelta(days=30)
    assert str(view.cost) == "5 EUR"
    assert view.to_tell == before.to_tell
    view = acts.undo(desk, number)
    assert (view.line.due, view.cost) == (before.line.due, None)
    view = requests.edit(desk, number, {"due": ""})
    assert (view.line.due, acts.undo(desk, number).line.due) == (None, before.line.due)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"colour": "red"}, UnknownKey),
        ({"state": "done"}, UnknownKey),
        ({"title": "  "}, Invalid),
        ({"note": "fine", "due": "some day"}, Invalid),
        ({"max-cost": "cheap"}, Invalid),
        ({"needed-by": "2026-02-30"}, Invalid),
        ({"patron": "nobody"}, Missing),
        ({"supplier": "ISIL:NOWHERE"}, Missing),
    ],
)
def test_an_edit_that_cannot_be_keeps_nothing(desk: Desk, values, error) -> None:
    number = a_request(desk)
    before = requests.show(desk, number)
    with pytest.raises(error):
        requests.edit(desk, number, values)
    assert requests.show(desk, number) == before


def test_an_edit_of_what_was_changed_meanwhile_is_refused(desk: Desk) -> None:
    number = a_request(desk)
    seen = requests.show(desk, number).version
    requests.edit(desk, number, {"location": "Kampus B"}, seen)
    with pytest.raises(Overtaken):
        requests.edit(desk, number, {"location": "Pusat"}, seen)


def test_the_service_is_fixed_once_a_library_was_asked(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    with pytest.raises(Invalid):
        requests.edit(desk, number, {"service": "copy"})


def test_what_is_past_its_due_date_turns_late_by_itself(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned", "due": "+10"})
    acts.do(desk, number, Action.RECEIVED)
    assert requests.counts(desk)[Queue.OVERDUE] == 0
    pass_time(desk, days=11)
    assert requests.counts(desk)[Queue.OVERDUE] == 1
    assert requests.show(desk, number).line.turn == "late"


def test_the_action_in_front_is_one_that_can_be_done(desk: Desk) -> None:
    a_manual_partner(desk, THIRD, "C")
    last = a_request(desk, a_manual_partner(desk))
    more = a_request(desk, THEIRS, THIRD)
    for number in (last, more):
        acts.do(desk, number, Action.SEND)
        acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "unfilled"})
    lines = {line.number: line for line in requests.page(desk, ListQuery()).lines}
    seen = first_look(desk.folder.root, ListQuery(queue=Queue.DECIDE))
    first = {line.number: line for line in seen.page.lines}
    for number, action in ((last, Action.GIVE_UP), (more, Action.SEND_NEXT)):
        assert lines[number].primary_action is first[number].primary_action is action
        view = requests.show(desk, number)
        assert view.line.primary_action is view.actions[0] is action
