"""What real partners write strangely is understood; what they leave open is never taken for yes."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from ill_desktop.domain import codes
from ill_desktop.domain.message import (
    AgencyId,
    Coded,
    Confirmation,
    ConfirmationHeader,
    DeliveryInfo,
    ErrorData,
    Header,
    Message,
    MessageInfo,
    MessageKind,
    Request,
    RequestingAgencyMessage,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626

ZONE = ZoneInfo("Asia/Jakarta")
NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
HEADER = Header(
    supplying_agency_id=AgencyId(Coded("ISIL"), "ID-B"),
    requesting_agency_id=AgencyId(Coded("ISIL"), "ID-A"),
    timestamp=NOON,
    requesting_agency_request_id="26000001-1",
)
ANSWER = SupplyingAgencyMessage(
    HEADER,
    MessageInfo(answer_yes_no=codes.YesNo.YES),
    StatusInfo(codes.Status.LOANED, last_change=NOON),
    delivery_info=DeliveryInfo(NOON, sent_to_patron=True),
)
REFUSAL = Confirmation(
    MessageKind.SUPPLYING_CONFIRMATION,
    ConfirmationHeader(
        timestamp=NOON, timestamp_received=NOON, message_status=codes.MessageStatus.ERROR
    ),
    error_data=(ErrorData(codes.ErrorType.UNRECOGNISED_VALUE, "status: not now"),),
)


def altered(message: Message, old: str, new: str) -> iso18626.Reading:
    text = iso18626.write(message).decode()
    assert re.search(old, text)
    data = re.sub(old, new, text, flags=re.DOTALL).encode()
    return iso18626.read(data, zone=ZONE)


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "iso18626" / "xsd" / "ISO-18626-v1_2.xsd"))


@pytest.mark.parametrize(
    "written", ["", "<ill:messageStatus/>", "<ill:messageStatus>FAIL</ill:messageStatus>"]
)
def test_a_confirmation_that_does_not_say_ok_is_no_delivery(written: str) -> None:
    found = altered(REFUSAL, "<ill:messageStatus>.*</ill:messageStatus>", written)
    assert isinstance(found.message, Confirmation)
    assert found.message.header.message_status is codes.MessageStatus.ERROR
    assert "no-message-status" in {f.code for f in found.findings}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Yes", "Y"), ("y", "Y"), ("true", "Y"), ("1", "Y"), ("no", "N"), ("false", "N"), ("0", "N")],
)
def test_yes_and_no_are_read_in_any_spelling(written: str, meant: str) -> None:
    found = altered(ANSWER, ">Y<", f">{written}<")
    assert isinstance(found.message, SupplyingAgencyMessage)
    assert found.message.message_info.answer_yes_no == meant
    assert found.refusal is None


def test_an_answer_that_is_neither_yes_nor_no_is_refused() -> None:
    found = altered(ANSWER, ">Y<", ">perhaps<")
    assert found.refusal == iso18626.Refusal(
        codes.ErrorType.UNRECOGNISED_VALUE, "answerYesNo: perhaps"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1", True), ("TRUE", True), ("yes", True), ("0", False), ("no", False), ("N", False)],
)
def test_booleans_are_read_in_any_spelling(written: str, meant: bool) -> None:
    found = altered(ANSWER, ">true<", f">{written}<")
    assert isinstance(found.message, SupplyingAgencyMessage)
    assert found.message.delivery_info is not None
    assert found.message.delivery_info.sent_to_patron is meant


def test_a_boolean_that_is_neither_is_noted() -> None:
    found = altered(ANSWER, ">true<", ">maybe<")
    assert [f.code for f in found.findings] == ["bad-boolean"]


def test_a_foreign_message_in_a_right_envelope_waits_too() -> None:
    old, new = "<ill:supplyingAgencyMessage>", '<ill:supplyingAgencyMessage xmlns:ill="http://x.y">'
    found = altered(ANSWER, old, new)
    assert {f.code for f in found.findings} & iso18626.WAITS == {"foreign-namespace"}
    assert {f.code for f in found.findings} <= iso18626.KOHA_OLD


def test_two_requests_without_the_requesters_id_have_two_keys() -> None:
    def received(their_id: str) -> RequestingAgencyMessage:
        header = replace(
            HEADER, requesting_agency_request_id="", supplying_agency_request_id=their_id
        )
        return RequestingAgencyMessage(header, codes.RequesterAction.RECEIVED)

    assert iso18626.message_key(received("B-1")) != iso18626.message_key(received("B-2"))
    assert iso18626.message_key(received("B-1")) == iso18626.message_key(received("B-1 "))


def test_the_key_holds_the_time_and_the_content_does_not() -> None:
    later = replace(ANSWER, header=replace(HEADER, timestamp=NOON.replace(hour=13)))
    assert iso18626.message_key(later) != iso18626.message_key(ANSWER)
    assert iso18626.content_hash(later) == iso18626.content_hash(ANSWER)


def test_a_request_about_nothing_is_still_valid(schema: etree.XMLSchema) -> None:
    data = iso18626.write(Request(HEADER))
    assert schema.validate(etree.fromstring(data)), schema.error_log.last_error
    assert iso18626.read(data, zone=ZONE).message == Request(HEADER)


@pytest.mark.parametrize("nothing", ["\x00", " ", "\x1f \x07"])
def test_what_holds_nothing_is_not_written(schema: etree.XMLSchema, nothing: str) -> None:
    info = MessageInfo(note=nothing, reason_unfilled=Coded(nothing))
    data = iso18626.write(replace(ANSWER, message_info=info))
    assert schema.validate(etree.fromstring(data)), schema.error_log.last_error
    assert b"<ill:note" not in data
    assert b"<ill:reasonUnfilled" not in data


def test_an_early_year_is_written_with_four_digits(schema: etree.XMLSchema) -> None:
    info = StatusInfo(codes.Status.LOANED, due_date=NOON.replace(year=905), last_change=NOON)
    data = iso18626.write(replace(ANSWER, status_info=info))
    assert schema.validate(etree.fromstring(data)), schema.error_log.last_error
    assert b">0905-03-09T12:00:00Z<" in data


@pytest.mark.parametrize(
    ("ahead", "codes_"),
    [
        (timedelta(days=1), ()),
        (timedelta(days=1, seconds=1), ("clock-ahead", "clock-ahead")),
        (timedelta(days=-400), ()),
    ],
)
def test_what_is_dated_more_than_a_day_ahead_is_told(
    ahead: timedelta, codes_: tuple[str, ...]
) -> None:
    data = iso18626.write(ANSWER)
    reading = iso18626.read(data, zone=ZONE, now=NOON - ahead)
    assert tuple(one.code for one in reading.findings) == codes_
    assert reading.message == iso18626.read(data, zone=ZONE).message
    assert iso18626.read(data, zone=ZONE).findings == ()


@pytest.mark.parametrize("letter", ["\u202e", "\u202a", "\u2066", "\u2069"])
def test_what_turns_the_direction_of_writing_is_told_without_the_text(letter: str) -> None:
    said = replace(ANSWER, message_info=replace(ANSWER.message_info, note=f"cod{letter}.exe"))
    reading = iso18626.read(iso18626.write(said), zone=ZONE)
    (finding,) = reading.findings
    assert (finding.code, finding.value) == ("turned-text", "")
    assert finding.where.startswith("note, line ")
    assert reading.message == said


def test_text_that_runs_from_right_to_left_is_not_odd() -> None:
    note = "كتاب\u200f \u061c1, المجلد"
    said = replace(ANSWER, message_info=replace(ANSWER.message_info, note=note))
    assert iso18626.read(iso18626.write(said), zone=ZONE).findings == ()
