"""Reading leniently, writing strictly, and the tables both are made of."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ill_desktop.domain import codes, message
from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.message import (
    AgencyId,
    Coded,
    Confirmation,
    ConfirmationHeader,
    DeliveryInfo,
    Header,
    MessageInfo,
    MessageKind,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626
from ill_desktop.formats.iso18626 import instants

ZONE = ZoneInfo("Asia/Jakarta")
OLD_STATUS = [s for s in codes.Status if s not in ("HoldReturn", "ReleaseHoldReturn")]
NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
HEADER = Header(
    supplying_agency_id=AgencyId(Coded("ISIL"), "ID-B"),
    requesting_agency_id=AgencyId(Coded("ISIL"), "ID-A"),
    timestamp=NOON,
    requesting_agency_request_id="26000001-1",
)


def loaned(**info: Any) -> SupplyingAgencyMessage:
    return SupplyingAgencyMessage(
        HEADER, MessageInfo(**info), StatusInfo(codes.Status.LOANED, last_change=NOON)
    )


def read(data: bytes) -> iso18626.Reading:
    return iso18626.read(data, zone=ZONE, source="m.xml")


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "iso18626" / "xsd" / "ISO-18626-v1_2.xsd"))


# --- round trips ------------------------------------------------------------------------------


@pytest.mark.parametrize("status", OLD_STATUS)
def test_every_status_round_trips(status: codes.Status) -> None:
    letter = SupplyingAgencyMessage(HEADER, MessageInfo(), StatusInfo(status, last_change=NOON))
    assert read(iso18626.write(letter)).message == letter


@pytest.mark.parametrize(
    ("reason", "answer"), list(itertools.product(codes.Reason, [*codes.YesNo, None]))
)
def test_every_reason_and_answer_round_trips(
    reason: codes.Reason, answer: codes.YesNo | None
) -> None:
    letter = loaned(reason_for_message=reason, answer_yes_no=answer)
    assert read(iso18626.write(letter)).message == letter


@pytest.mark.parametrize("kind", [k for k in MessageKind if k.value.endswith("Confirmation")])
@pytest.mark.parametrize("status", list(codes.MessageStatus))
@pytest.mark.parametrize("error", list(codes.ErrorType))
def test_every_confirmation_round_trips(
    schema: etree.XMLSchema,
    kind: MessageKind,
    status: codes.MessageStatus,
    error: codes.ErrorType,
) -> None:
    letter = Confirmation(
        kind,
        ConfirmationHeader(timestamp=NOON, timestamp_received=NOON, message_status=status),
        error_data=(message.ErrorData(error, "what"),),
    )
    data = iso18626.write(letter)
    assert schema.validate(etree.fromstring(data))
    assert read(data).message == letter


def test_an_open_code_is_kept_as_it_came() -> None:
    letter = replace(
        loaned(), delivery_info=DeliveryInfo(NOON, loan_condition=(Coded("nur Lesesaal", "x:y"),))
    )
    assert read(iso18626.write(letter)).message == letter


def test_control_characters_never_leave() -> None:
    data = iso18626.write(loaned(note="a\x00b\x1fc"))
    found = read(data).message
    assert isinstance(found, SupplyingAgencyMessage)
    assert found.message_info.note == "abc"


# --- lenience ---------------------------------------------------------------------------------


def altered(old: str, new: str, letter: Any = None) -> iso18626.Reading:
    text = iso18626.write(letter or loaned()).decode()
    assert old in text
    return read(text.replace(old, new).encode())


@pytest.mark.parametrize(
    ("written", "instant", "finding"),
    [
        ("2026-03-09T12:00:00Z", NOON, ""),
        ("2026-03-09T14:00:00+02:00", NOON, ""),
        ("2026-03-09T12:00:00+0000", NOON, ""),
        ("2026-03-09T12:00:00.123456789Z", NOON, ""),
        ("2026-03-09 19:00:00", NOON, "date-without-zone"),
        ("2026-03-08T24:00:00Z", datetime(2026, 3, 9, tzinfo=UTC), ""),
        ("2026-03-09", datetime(2026, 3, 9, 23, 59, 59, tzinfo=UTC), "date-without-time"),
        ("0001-01-01T00:00:00Z", None, "date-unset"),
        ("1900-01-01", None, "date-unset"),
        ("9999-12-31T00:00:00Z", None, "date-unset"),
        ("9999-12-31T23:59:59-07:00", None, "date-unset"),
    ],
)
def test_dates_are_read_as_partners_write_them(
    written: str, instant: datetime | None, finding: str
) -> None:
    assert instants.read(written, ZONE) == (instant, finding)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        instants.read(text, ZONE)
    except ValueError:
        return


def test_an_unknown_status_is_refused_by_name() -> None:
    found = altered(">Loaned<", ">Teleported<")
    assert found.refusal == iso18626.Refusal(
        codes.ErrorType.UNRECOGNISED_VALUE, "status: Teleported"
    )


def test_an_unknown_element_is_left_out_and_noted() -> None:
    found = altered("<ill:status>", "<ill:colour>blue</ill:colour><ill:status>")
    assert [f.code for f in found.findings] == ["unknown-element"]
    assert found.message == loaned()


def test_a_message_without_namespace_waits() -> None:
    text = iso18626.write(loaned()).decode().replace("ill:", "").replace("xmlns:ill", "xmlnsx")
    found = read(text.replace(' xmlnsx="http://illtransactions.org/2013/iso18626"', "").encode())
    assert "no-namespace" in {f.code for f in found.findings} & iso18626.WAITS


def test_a_doctype_is_refused_before_anything_is_opened() -> None:
    evil = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(Unreadable) as caught:
        read(
            iso18626.write(loaned()).replace(
                b"<ill:ISO18626Message", evil + b"<ill:ISO18626Message"
            )
        )
    assert caught.value.reason == "doctype"


# --- real and hostile data --------------------------------------------------------------------


def test_every_real_message_is_read_or_refused_with_a_reason(shared: Path) -> None:
    refused = {}
    for path in sorted((shared / "iso18626" / "messages").glob("*.xml")):
        try:
            read(path.read_bytes())
        except Unreadable as error:
            refused[path.name] = error.reason
    assert refused == {
        "constructed__doctype-xxe.xml": "doctype",
        "constructed__encoding-broken-utf8.xml": "encoding",
        "constructed__html-error-page.xml": "error-page",
        "constructed__truncated.xml": "not-well-formed",
        "crosslink__msg-invalid.xml": "empty-envelope",
    }


HOSTILE = {
    "x01_xxe_local_file.xml": "doctype",
    "x02_billion_laughs.xml": "doctype",
    "x03_external_dtd_http.xml": "doctype",
    "x04_quadratic_blowup.xml": "doctype",
    "x05_deep_nesting_20000.xml": "too-deep",
    "x08_invalid_utf8.xml": "encoding",
    "x11_nul_bytes.xml": "not-well-formed",
    "x14_html_error_page.xml": "error-page",
    "x15_two_roots.xml": "not-well-formed",
    "x16_missing_header.xml": "no-header",
    "x22_request_id_100kB.xml": "too-long",
    "x37_empty.xml": "empty",
    "x38_whitespace_only.xml": "empty",
    "x39_pdf_named.xml": "not-xml",
    "x40_doctype_no_entities.xml": "doctype",
    "x41_xinclude.xml": "forbidden-markup",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_their_reason(bad_inputs: Path, name: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read((bad_inputs / name).read_bytes())
    assert caught.value.reason == HOSTILE[name]


def test_every_hostile_file_is_read_or_refused_and_nothing_else(bad_inputs: Path) -> None:
    for path in sorted(bad_inputs.iterdir()):
        if path.is_file() and not path.is_symlink():
            try:
                read(path.read_bytes())
            except Unreadable as error:
                assert error.reason, path.name


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_damage_to_a_message_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(iso18626.write(loaned(note="abc")))
    for _ in range(data.draw(st.integers(1, 6))):
        where = data.draw(st.integers(0, len(raw) - 1))
        raw[where : where + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    try:
        read(bytes(raw))
    except Unreadable as error:
        assert error.reason
