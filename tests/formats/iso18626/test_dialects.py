"""Three editions: their tables, what each can hold, and the strict check."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from ill_desktop.domain import codes, message
from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.message import (
    AgencyId,
    Coded,
    Costs,
    DeliveryInfo,
    Header,
    MessageInfo,
    Request,
    RequestingAgencyMessage,
    ServiceInfo,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626, xml_gate
from ill_desktop.formats.iso18626 import Manner, elements, strict
from tests.formats.iso18626.letters import SCHEMAS, ZONE, confirmations, letters, schema, whole

NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
HEADER = Header(
    supplying_agency_id=AgencyId(Coded("ISIL"), "ID-B"),
    requesting_agency_id=AgencyId(Coded("ISIL"), "ID-A"),
    multiple_item_request_id="SET-1",
    timestamp=NOON,
    requesting_agency_request_id="26000001-1",
)
SUPPLY = SupplyingAgencyMessage(
    HEADER, MessageInfo(), StatusInfo(codes.Status.WILL_SUPPLY, last_change=NOON)
)
XS = "{http://www.w3.org/2001/XMLSchema}"
NAMES = {
    "Request": "request",
    "SupplyingAgencyMessage": "supplyingAgencyMessage",
    "RequestingAgencyMessage": "requestingAgencyMessage",
    "RequestConfirmation": "requestConfirmation",
    "SupplyingConfirmation": "supplyingAgencyMessageConfirmation",
    "RequestingConfirmation": "requestingAgencyMessageConfirmation",
}
TYPES = {
    "RequestHeader": "type_requestHeader",
    "SupplyingHeader": "type_supplyingAgencyMessageHeader",
    "RequestingHeader": "type_requestingAgencyMessageHeader",
}
SLOW = settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much,
                           HealthCheck.data_too_large],
)  # fmt: skip


def read(data: bytes) -> Any:
    found = iso18626.read(data, zone=ZONE, source="m.xml")
    assert found.refusal is None
    return found.message


# --- the tables -------------------------------------------------------------------------------


def _body(root: Any, structure: str, name: str) -> Any:
    if structure in TYPES:
        return root.find(f"{XS}complexType[@name='{TYPES[structure]}']")
    element = next(e for e in root.iter(f"{XS}element") if e.get("name") == name)
    kind = element.get("type")
    if kind is None:
        return element.find(f"{XS}complexType")
    return root.find(f"{XS}complexType[@name='{kind.split(':')[-1]}']")


@pytest.mark.parametrize("dialect", Dialect)
def test_the_tables_are_those_of_the_schema(shared: Path, dialect: Dialect) -> None:
    root = etree.parse(shared / "iso18626" / "xsd" / SCHEMAS[dialect]).getroot()
    order = elements.ORDER[dialect]
    used = {line.type: line.name for lines in order.values() for line in lines}
    compared = 0
    for structure, lines in order.items():
        name = NAMES.get(structure) or used.get(structure)
        if name is None:
            assert not lines or structure == "Header"
            continue
        body = _body(root, structure, name)
        choice = body.find(f".//{XS}choice") is not None
        seen = [
            (
                e.get("ref", e.get("name")).split(":")[-1],
                "0" if choice else e.get("minOccurs", "1"),
                e.get("maxOccurs", "1"),
            )
            for e in body.iter(f"{XS}element")
        ]
        ours = [
            (line.name, str(line.least), "unbounded" if line.most is None else str(line.most))
            for line in lines
        ]
        assert ours == seen, structure
        compared += 1
    assert compared >= 25


# --- writing ----------------------------------------------------------------------------------


@given(st.sampled_from(list(Dialect)), letters({}, most=3) | confirmations())
@example(
    Dialect.V1_1,
    replace(SUPPLY, delivery_info=DeliveryInfo(NOON, service_type=codes.ServiceType.COPY)),
)
@SLOW
def test_whatever_is_said_is_valid_and_written_the_same_again(
    shared: Path, dialect: Dialect, letter: Any
) -> None:
    manner = Manner(dialect)
    data = iso18626.write(letter, manner)
    rules = schema(shared, dialect)
    assert rules.validate(etree.fromstring(data)), rules.error_log.last_error
    assert iso18626.faults(data, dialect) == []
    assert iso18626.write(read(data), manner) == data
    fitted = iso18626.fit(letter, dialect).message
    assert iso18626.fit(fitted, dialect).message == fitted


LATER = {
    "Header": {"consortial_id"},
    "BibliographicInfo": {"author_id"},
    "PublicationInfo": {"publisher_id"},
    "ServiceInfo": {"preferred_edition", "loan_condition"},
    "RequestedDeliveryInfo": {"delivery_method", "courier_name"},
    "DeliveryInfo": {"url", "address", "service_type", "payment_method"},
    "SupplyingAgencyMessage": {"retry_info", "shipping_info"},
    "codes": {*codes.RequesterAction, *codes.Status} & {"HoldReturn", "ReleaseHoldReturn", "Lost"},
}
GONE = {
    "Header": {
        "consortial_id",
        "multiple_item_request_id",
        "supplying_agency_request_id",
        "requesting_agency_authentication",
    },
    "PhysicalAddress": {"region"},
}


@given(letters(LATER))
@SLOW
def test_edition_1_2_loses_nothing_it_has_a_place_for(letter: Any) -> None:
    assert iso18626.fit(letter, Dialect.V1_2).left_out == ()
    assert whole(read(iso18626.write(letter, Manner(Dialect.V1_2)))) == whole(letter)


@given(letters(GONE))
@SLOW
def test_the_2021_edition_loses_nothing(letter: Any) -> None:
    if isinstance(letter, Request) and letter.service_info is None:
        letter = replace(letter, service_info=ServiceInfo())
    assert iso18626.fit(letter, Dialect.V2021).left_out == ()
    assert whole(read(iso18626.write(letter, Manner(Dialect.V2021)))) == whole(letter)


@pytest.mark.parametrize("dialect", [Dialect.V1_1, Dialect.V1_2])
def test_what_an_older_edition_has_no_element_for_stands_in_the_note(dialect: Dialect) -> None:
    sent = DeliveryInfo(
        NOON,
        item_id=("B-1", "B-2"),
        loan_condition=(Coded("LibraryUseOnly"), Coded("NoReproduction")),
        delivery_costs=(Costs(Coded("USD"), Decimal(5)), Costs(Coded("IDR"), Decimal(9))),
    )
    shipped = message.ShippingInfo(Coded("DHL"), ("T-1", "T-2"), codes.YesNo.YES)
    letter = replace(
        SUPPLY, message_info=MessageInfo(note="Halo"), delivery_info=sent, shipping_info=shipped
    )
    fitted = iso18626.fit(letter, dialect)
    found = read(iso18626.write(letter, Manner(dialect)))
    assert sorted(found.message_info.note.splitlines()) == [
        "Halo",
        "courierName: DHL",
        "deliveryCosts: 9 IDR",
        "loanCondition: NoReproduction",
        "trackingId: T-1, T-2",
    ]
    assert found.delivery_info.item_id == ("B-1, B-2",)
    assert "insurance" in fitted.left_out


def test_edition_1_1_names_the_set_and_the_booking_in_the_note() -> None:
    letter = Request(
        HEADER,
        service_info=ServiceInfo(
            request_sub_type=(codes.RequestSubType.MULTIPLE_ITEM_REQUEST,), start_date=NOON
        ),
    )
    found = read(iso18626.write(letter, Manner(Dialect.V1_1)))
    assert sorted(found.service_info.note.splitlines()) == [
        "multipleItemRequestId: SET-1",
        "requestSubType: MultipleItemRequest",
        "startDate: 2026-03-09T12:00:00Z",
    ]


@pytest.mark.parametrize("dialect", [Dialect.V1_1, Dialect.V1_2])
def test_a_link_stands_in_the_item_id_where_there_is_no_url(dialect: Dialect) -> None:
    letter = replace(SUPPLY, delivery_info=DeliveryInfo(NOON, url="https://example.org/a.pdf"))
    found = read(iso18626.write(letter, Manner(dialect))).delivery_info
    assert (found.item_id, found.sent_via) == (("https://example.org/a.pdf",), Coded("URL"))


@pytest.mark.parametrize("dialect", [Dialect.V1_1, Dialect.V1_2])
@pytest.mark.parametrize("status", [codes.Status.HOLD_RETURN, codes.Status.RELEASE_HOLD_RETURN])
def test_holding_a_return_becomes_a_notification(dialect: Dialect, status: codes.Status) -> None:
    letter = replace(SUPPLY, status_info=StatusInfo(status, last_change=NOON))
    found = read(iso18626.write(letter, Manner(dialect)))
    assert found.message_info.reason_for_message is codes.Reason.NOTIFICATION
    assert found.status_info.status is codes.Status.LOANED
    assert found.message_info.note == f"status: {status.value}"


@pytest.mark.parametrize("dialect", [Dialect.V1_1, Dialect.V1_2])
@pytest.mark.parametrize("action", [codes.RequesterAction.LOST, codes.RequesterAction.HOLD_RETURN])
def test_a_later_action_becomes_a_notification(
    dialect: Dialect, action: codes.RequesterAction
) -> None:
    letter = RequestingAgencyMessage(HEADER, action, "Maaf")
    found = read(iso18626.write(letter, Manner(dialect)))
    assert found.action is codes.RequesterAction.NOTIFICATION
    assert found.note == f"Maaf\naction: {action.value}"


def test_costs_and_retry_dates_move_to_retry_info_and_home_again() -> None:
    info = MessageInfo(offered_costs=Costs(Coded("USD"), Decimal("12.50")), retry_after=NOON)
    letter = replace(SUPPLY, message_info=info)
    data = iso18626.write(letter, Manner(Dialect.V2021))
    text = data.decode()
    assert text.index("<ill:retryInfo>") < text.index("<ill:offeredCosts>")
    assert read(data).message_info == info
    assert read(data).retry_info is None


@pytest.mark.parametrize(
    ("manner", "root"),
    [
        (Manner(), 'ill:version="1.2"'),
        (Manner(version="1_2_2017"), 'ill:version="1_2_2017"'),
        (Manner(Dialect.V2021, "2021-3"), 'ill:version="2021-3"'),
        (Manner(prefix="ns1"), "<ns1:ISO18626Message xmlns:ns1="),
        (Manner(prefix="none"), "<ISO18626Message xmlns="),
    ],
)
def test_version_and_prefix_are_written_as_the_partner_likes(
    shared: Path, manner: Manner, root: str
) -> None:
    data = iso18626.write(SUPPLY, manner)
    assert root in data.decode()
    assert schema(shared, manner.dialect).validate(etree.fromstring(data))


@pytest.mark.parametrize(
    ("version", "dialect"),
    [
        ("1.0", Dialect.V1_1),
        ("1.1", Dialect.V1_1),
        ("1_1_2014", Dialect.V1_1),
        ("1.2", Dialect.V1_2),
        ("1_2_2017", Dialect.V1_2),
        ("v1_2_2017", Dialect.V1_2),
        ("1.3", Dialect.V2021),
        ("2021-1", Dialect.V2021),
        ("2021-3", Dialect.V2021),
        ("", None),
        ("latest", None),
    ],
)
def test_a_version_however_written_names_an_edition(version: str, dialect: Dialect | None) -> None:
    assert Dialect.named(version) is dialect


# --- the strict check -------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", Dialect)
def test_the_strict_check_agrees_with_the_schema_on_real_messages(
    shared: Path, dialect: Dialect
) -> None:
    rules = schema(shared, dialect)
    seen = set()
    for path in sorted((shared / "iso18626" / "messages").glob("*.xml")):
        data = path.read_bytes()
        try:
            found = iso18626.faults(data, dialect)
        except Unreadable:
            continue
        root = etree.fromstring(data)
        valid = root.tag == f"{{{elements.NAMESPACE}}}ISO18626Message" and rules.validate(root)
        assert (found == []) is valid, (path.name, found, rules.error_log.last_error)
        assert found == strict.walked(xml_gate.parse(data), dialect)
        seen.add(valid)
    assert seen == {True, False}


@given(st.sampled_from(list(Dialect)), letters({}, most=2), st.data())
@SLOW
def test_the_strict_check_agrees_with_the_schema_on_damaged_messages(
    shared: Path, dialect: Dialect, letter: Any, data: st.DataObject
) -> None:
    root = etree.fromstring(iso18626.write(letter, Manner(dialect)))
    inner = [e for e in root.iter() if e.getparent() is not None]
    victim = data.draw(st.sampled_from(inner))
    parent = victim.getparent()
    match data.draw(st.sampled_from(["drop", "twice", "last", "text", "rename", "attribute"])):
        case "drop":
            parent.remove(victim)
        case "twice":
            parent.append(etree.fromstring(etree.tostring(victim)))
        case "last":
            parent.append(victim)
        case "text":
            victim.text = data.draw(st.sampled_from(["", "x", "Loaned", "1", "2026-03-09", "Y"]))
        case "rename":
            victim.tag = f"{{{elements.NAMESPACE}}}note"
        case _:
            victim.set("scheme", "x")
    raw = etree.tostring(root)
    valid = schema(shared, dialect).validate(etree.fromstring(raw))
    assert (iso18626.faults(raw, dialect) == []) is valid
