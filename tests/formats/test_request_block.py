"""The block of a mail: written for people, read back as it was, answered by hand."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ill_desktop.domain import message as iso
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.codes import RequesterAction, ServiceType, Status
from ill_desktop.formats import block_message, request_block
from ill_desktop.formats.request_block import LABELS
from ill_desktop.words.catalogue import words_for
from tests.formats.iso18626.letters import letters

NOW = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)
EN, ID = words_for("en"), words_for("id")
ASKED = {
    "requester": "ISIL:ID-A",
    "supplier": "ISIL:ID-B",
    "number": "26000001-1",
    "service": "Loan",
    "title": "Laskar pelangi",
    "author": "Hirata, Andrea",
    "needed-by": "2026-04-01",
    "max-cost": "12.50 USD",
    "note": "Any edition",
}
CODES = {
    "answer": [status.value for status in request_block.ANSWERS],
    "action": [action.value for action in request_block.SAYINGS],
    "service": [kind.value for kind in ServiceType],
}
TEXT = st.text(min_size=1, max_size=60).map(tidy).filter(lambda text: text.strip(" *:"))


@st.composite
def blocks(draw: st.DrawFn) -> dict[str, str]:
    keys = draw(st.sets(st.sampled_from([*LABELS]), min_size=1))
    return {
        key: draw(st.sampled_from(CODES[key]) if key in CODES else TEXT)
        for key in LABELS
        if key in keys
    }


@given(blocks(), st.sampled_from([EN, ID]))
def test_what_is_written_is_read_back_in_either_language(fields: dict[str, str], words) -> None:
    text = request_block.write(fields, words)
    assert request_block.read(f"Dear colleagues,\n\n{text}\n\nRegards") == (fields,)


@given(blocks(), st.sampled_from(["> ", ">> ", "  | ", ">\t"]))
def test_a_quoted_block_is_read(fields: dict[str, str], quote: str) -> None:
    text = request_block.write(fields, EN)
    quoted = "\r\n".join(quote + line for line in text.splitlines())
    assert request_block.read(quoted) == (fields,)


@given(st.text(max_size=500))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    for fields in request_block.read(f"{request_block.FIRST}\n{text}"):
        block_message.message_of(fields, NOW)


@settings(suppress_health_check=[*HealthCheck], max_examples=15)
@given(st.data())
def test_any_message_says_the_same_after_its_block_was_read(data: st.DataObject) -> None:
    message = data.draw(letters({}))
    fields = block_message.fields_of(message)
    read = request_block.read(request_block.write(fields, ID))
    assert read == ((fields,) if fields else ())
    again = block_message.message_of(fields, NOW)
    if again is not None:
        twice = block_message.message_of(block_message.fields_of(again), NOW)
        assert block_message.fields_of(twice) == block_message.fields_of(again)


def test_the_labels_stand_in_one_order() -> None:
    text = request_block.write(dict(reversed(ASKED.items())), EN)
    shown = [line.partition(":")[0] for line in text.splitlines()[1:-1]]
    assert shown == [LABELS[key] for key in LABELS if key in ASKED]


def test_labels_do_not_clash_in_any_language() -> None:
    for words in (EN, ID):
        named = [words.tr("Block", text).casefold() for text in LABELS.values()]
        assert len(set(named)) == len(named)


@pytest.mark.parametrize(
    ("typed", "status"),
    [("yes", Status.WILL_SUPPLY), ("Ya.", Status.WILL_SUPPLY), ("NO", Status.UNFILLED),
     ("tidak", Status.UNFILLED), ("Loaned", Status.LOANED), ("sent!", Status.LOANED)],
)  # fmt: skip
def test_a_person_answers_under_the_request(typed: str, status: Status) -> None:
    text = request_block.write(ASKED, EN, answer=True)
    answered = text.replace("Answer:", f"Answer: {typed}")
    answered = answered.replace("Due date:", "Due date: 2026-05-01")
    (fields,) = request_block.read("\n".join(f"> {line}" for line in answered.splitlines()))
    message = block_message.message_of(fields, NOW)
    assert isinstance(message, iso.SupplyingAgencyMessage)
    assert message.status_info is not None
    assert message.status_info.status is status
    assert message.status_info.due_date == datetime(2026, 5, 1, 23, 59, 59, tzinfo=UTC)
    assert message.header.requesting_agency_request_id == "26000001-1"


def test_an_answer_in_other_words_is_a_note_and_no_status() -> None:
    message = block_message.message_of({**ASKED, "answer": "perhaps on Friday"}, NOW)
    assert isinstance(message, iso.SupplyingAgencyMessage)
    assert message.status_info is not None
    assert message.status_info.status is None
    assert message.message_info.note == "perhaps on Friday. Any edition"


def test_a_line_that_was_wrapped_goes_on() -> None:
    text = request_block.write(ASKED, EN).replace("Laskar pelangi", "Laskar\n> pelangi")
    (fields,) = request_block.read(text)
    assert fields == ASKED


def test_an_unanswered_request_is_still_a_request() -> None:
    (fields,) = request_block.read(request_block.write(ASKED, ID, answer=True))
    message = block_message.message_of(fields, NOW)
    assert isinstance(message, iso.Request)
    assert message.bibliographic_info.title == "Laskar pelangi"
    assert str(message.billing_info.maximum_costs.monetary_value) == "12.50"


def test_a_block_without_libraries_or_number_is_no_message() -> None:
    for key in ("requester", "supplier", "number"):
        assert block_message.message_of({**ASKED, key: ""}, NOW) is None
    assert block_message.message_of({**ASKED, "requester": "nobody"}, NOW) is None


def test_a_borrower_says_something_about_its_request() -> None:
    (fields,) = request_block.read(
        request_block.write({**ASKED, "action": RequesterAction.RENEW.value}, ID)
    )
    message = block_message.message_of(fields, NOW)
    assert isinstance(message, iso.RequestingAgencyMessage)
    assert message.action is RequesterAction.RENEW
    other = block_message.message_of({**ASKED, "action": "hello"}, NOW)
    assert isinstance(other, iso.RequestingAgencyMessage)
    assert other.action is RequesterAction.NOTIFICATION
    assert replace(other, note=None).note is None
