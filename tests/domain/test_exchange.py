"""The exchange profile: its table, its presets, and what each habit changes in a message."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from ill_desktop.domain import remarks
from ill_desktop.domain.codes import Reason, RequesterAction, RequestType, Status
from ill_desktop.domain.errors import Invalid, UnknownKey
from ill_desktop.domain.exchange import BY_KEY, HABITS, PRESETS, Dialect, Kind, Profile, changed
from ill_desktop.domain.lifecycle.states import Heard, State
from ill_desktop.domain.message import (
    Address,
    Coded,
    Costs,
    Header,
    MessageInfo,
    PhysicalAddress,
    Request,
    RequestedDeliveryInfo,
    RequestingAgencyInfo,
    RequestingAgencyMessage,
    ReturnInfo,
    ServiceInfo,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.domain.protocol import heard_from_requester, heard_from_supplier
from ill_desktop.domain.speaking import as_liked, note_of

NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
HEADER = Header(timestamp=NOON, requesting_agency_request_id="26000001-1")
PLACE = PhysicalAddress("Jl. A 1", locality="Jakarta", postal_code="10110", country=Coded("ID"))


def supply(status: Status, **info: object) -> SupplyingAgencyMessage:
    return SupplyingAgencyMessage(HEADER, MessageInfo(**info), StatusInfo(status, last_change=NOON))


def requesting(action: RequesterAction, note: str | None = None) -> RequestingAgencyMessage:
    return RequestingAgencyMessage(HEADER, action, note)


def profile(**habits: str) -> Profile:
    return Profile(changed({}, {key.replace("_", "-"): text for key, text in habits.items()}))


# --- the table --------------------------------------------------------------------------------


@pytest.mark.parametrize("habit", HABITS, ids=lambda h: h.key)
def test_a_default_is_a_value_of_its_kind(habit) -> None:
    assert habit.read(habit.default) == habit.default
    assert (habit.kind in (Kind.CHOICE, Kind.PAIRS)) is bool(habit.choices)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("dialect", "3.0"),
        ("version", "<x>"),
        ("prefix", "xml:"),
        ("reading", "half"),
        ("confirmations", "perhaps"),
        ("silence-days", "-1"),
        ("silence-days", "many"),
        ("substitute", "ExpectToSupply"),
        ("substitute", "Maybe>WillSupply"),
        ("conditions", "e"),
        ("cost-field", "free"),
        ("note-length", "99999999"),
    ],
)
def test_a_wrong_value_is_refused_by_its_key(key: str, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        changed({}, {key: text})
    assert caught.value.field == key


def test_an_unknown_key_or_preset_is_refused() -> None:
    with pytest.raises(UnknownKey):
        changed({}, {"colour": "blue"})
    with pytest.raises(Invalid):
        changed({}, {"preset": "telex"})


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_sets_its_keys_and_takes_back_all_others(name: str) -> None:
    kept = Profile(changed({"note-length": "7", "renew": "no"}, {"preset": name}))
    assert kept.preset == name
    assert {key: kept[key] for key in PRESETS[name]} == dict(PRESETS[name])
    others = [key for key in BY_KEY if key not in PRESETS[name]]
    assert all(kept[key] == BY_KEY[key].default for key in others)


def test_keys_beside_a_preset_win() -> None:
    kept = Profile(changed({}, {"renew": "yes", "preset": "reshare"}))
    assert (kept["renew"], kept["conditions"], kept.preset) == ("yes", "b", "")


@pytest.mark.parametrize(
    ("chosen", "heard", "dialect"),
    [("auto", "", "1.2"), ("auto", "2021", "2021"), ("auto", "1.1", "1.1"), ("1.1", "2021", "1.1")],
)
def test_a_partner_is_answered_in_the_edition_it_last_used(
    chosen: str, heard: str, dialect: str
) -> None:
    assert Profile({"dialect": chosen}, heard).dialect is Dialect(dialect)


# --- what each habit changes ------------------------------------------------------------------


def test_a_status_is_substituted() -> None:
    liked = as_liked(
        supply(Status.EXPECT_TO_SUPPLY), profile(substitute="ExpectToSupply > WillSupply")
    )
    assert liked.status_info.status is Status.WILL_SUPPLY


COSTS = Costs(Coded("USD"), Decimal("12.50"))


@pytest.mark.parametrize("place", ["offeredCosts", "deliveryCosts", "note"])
def test_a_price_stands_where_the_partner_looks_for_it(place: str) -> None:
    liked = as_liked(supply(Status.WILL_SUPPLY, offered_costs=COSTS), profile(cost_field=place))
    assert (liked.message_info.offered_costs == COSTS) is (place == "offeredCosts")
    assert bool(liked.delivery_info) is (place == "deliveryCosts")
    assert (note_of(liked) == "offeredCosts: 12.50 USD") is (place == "note")
    if place != "note":
        assert heard_from_supplier(liked, False) == (Heard.OFFERS_CONDITIONS,)


def test_our_address_stands_between_marks_and_is_read_back() -> None:
    asked = Request(
        HEADER,
        service_info=ServiceInfo(note="Please"),
        requested_delivery_info=(RequestedDeliveryInfo(1, Address(physical_address=PLACE)),),
        requesting_agency_info=RequestingAgencyInfo("Perpustakaan A"),
    )
    likes = profile(address_in_note="yes")
    note = note_of(as_liked(asked, likes))
    lines = "Perpustakaan A\nJl. A 1\n10110 Jakarta\nID"
    assert remarks.address(note, remarks.SHIP_TO) == lines
    assert remarks.shown(note) == "Please"
    sent = replace(supply(Status.LOANED), return_info=ReturnInfo(None, "A", PLACE))
    note = note_of(as_liked(sent, likes))
    assert remarks.address(note, remarks.RETURN_TO) == "A\nJl. A 1\n10110 Jakarta\nID"
    assert note_of(as_liked(asked, Profile())) == "Please"


def test_a_long_note_is_cut_to_what_they_take() -> None:
    said = requesting(RequesterAction.NOTIFICATION, "x" * 50)
    assert note_of(as_liked(said, profile(note_length="20"))) == "x" * 19 + "…"
    assert note_of(as_liked(said, profile(note_length="0"))) == "x" * 50


@pytest.mark.parametrize(
    ("action", "habit", "instead", "heard"),
    [
        (RequesterAction.RENEW, {"renew": "no"}, RequesterAction.NOTIFICATION, Heard.RENEW),
        (RequesterAction.LOST, {}, RequesterAction.NOTIFICATION, Heard.SAYS_LOST),
        (
            RequesterAction.LOST,
            {"dialect": "2021", "actions_2021": "no"},
            RequesterAction.NOTIFICATION,
            Heard.SAYS_LOST,
        ),
        (
            RequesterAction.SHIPPED_FORWARD,
            {"forward": "no"},
            RequesterAction.SHIPPED_RETURN,
            Heard.SHIPPED_RETURN,
        ),
    ],
)
def test_an_action_they_do_not_know_is_said_otherwise_and_still_understood(
    action: RequesterAction, habit: dict[str, str], instead: RequesterAction, heard: Heard
) -> None:
    liked = as_liked(requesting(action, "Salam"), profile(**habit))
    assert (liked.action, note_of(liked)) == (instead, f"Salam\naction: {action.value}")
    assert heard_from_requester(liked, State.AT_BORROWER, True) is heard


@pytest.mark.parametrize(
    ("action", "habit"),
    [
        (RequesterAction.RENEW, {}),
        (RequesterAction.LOST, {"dialect": "2021"}),
        (RequesterAction.SHIPPED_FORWARD, {"forward": "yes"}),
    ],
)
def test_an_action_they_know_is_said_as_it_is(
    action: RequesterAction, habit: dict[str, str]
) -> None:
    said = requesting(action)
    assert as_liked(said, profile(**habit)) == said


def test_a_recall_they_do_not_know_is_a_notification_that_is_understood() -> None:
    liked = as_liked(supply(Status.RECALLED), profile(recall="no"))
    assert liked.message_info.reason_for_message is Reason.NOTIFICATION
    assert liked.status_info.status is Status.LOANED
    assert heard_from_supplier(liked, False) == (Heard.RECALLED,)


def test_a_retry_they_do_not_know_is_a_no_and_a_new_request() -> None:
    likes = profile(retry="no")
    liked = as_liked(supply(Status.RETRY_POSSIBLE, reason_retry=Coded("OnLoan")), likes)
    assert (liked.status_info.status, note_of(liked)) == (Status.UNFILLED, "reasonRetry: OnLoan")
    asked = ServiceInfo(RequestType.RETRY, requesting_agency_previous_request_id="26000001-1")
    again = as_liked(Request(HEADER, service_info=asked), likes)
    assert again.service_info.request_type is RequestType.NEW
    assert again.service_info.requesting_agency_previous_request_id is None


# --- notes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Halo #seq:12#", "Halo"),
        ("#ReShareAddLoanCondition# Only in the reading room", "Only in the reading room"),
        ("#ReShareUpdatedField-title:Laskar#\nBaik", "Baik"),
        ("#ABORT#", ""),
        ("#RETURN_TO#\nA\nB\n#RT_END#\nThank you", "Thank you"),
        ("transferToCluster:3\nok", "ok"),
        ("Item #3 of #4", "Item #3 of #4"),
        ("ACCEPT", "ACCEPT"),
        (f"ACCEPT {remarks.AGREES}", ""),
        (f"Reject.\n{remarks.REJECTS}\nToo dear", "Too dear"),
        ("We accept", "We accept"),
        ("status: Recalled", ""),
        ("action: RenewLater\nstatus: pending", "action: RenewLater\nstatus: pending"),
    ],
)
def test_a_note_is_shown_without_what_is_for_machines(note: str, shown: str) -> None:
    assert remarks.shown(note) == shown


@pytest.mark.parametrize("note", ["ACCEPT", "Reject.", "#Reject!#"])
def test_the_bare_word_is_not_shown_where_it_was_heard_as_an_answer(note: str) -> None:
    assert remarks.shown(note, heard=True) == ""


@pytest.mark.parametrize(
    ("note", "heard"),
    [
        ("ACCEPT", Heard.ACCEPTS),
        ("accept.", Heard.ACCEPTS),
        ("REJECT!", Heard.REFUSES),
        (f"Terima kasih {remarks.AGREES}", Heard.ACCEPTS),
        (remarks.REJECTS, Heard.REFUSES),
        ("We accept nothing", Heard.NOTE),
    ],
)
def test_an_answer_to_conditions_is_read_in_every_style(note: str, heard: Heard) -> None:
    assert remarks.heard_answer(note) is heard
