"""Saying a message the way one partner can take it: what its exchange profile changes in it.

Each habit is one small function from message to message; `as_liked` applies them in order. What
a partner's system cannot do is said as a notification with the code on a line of its own, which
its staff can read and which we read back.
"""

from collections.abc import Callable
from dataclasses import replace

from ill_desktop.domain.codes import Reason, RequesterAction, RequestType, Status
from ill_desktop.domain.exchange import CostField, Profile
from ill_desktop.domain.message import (
    DeliveryInfo,
    PhysicalAddress,
    Request,
    RequestingAgencyMessage,
    ServiceInfo,
    SupplyingAgencyMessage,
)

Letter = Request | RequestingAgencyMessage | SupplyingAgencyMessage


def noted(letter: Letter, text: str) -> Letter:
    """The message with a line more in its note."""
    return with_note(letter, "\n".join(filter(None, (note_of(letter), text))))


def note_of(letter: Letter) -> str:
    """The free text of any message."""
    if isinstance(letter, RequestingAgencyMessage):
        return letter.note or ""
    if isinstance(letter, SupplyingAgencyMessage):
        return letter.message_info.note or ""
    return (letter.service_info.note or "") if letter.service_info else ""


def with_note(letter: Letter, note: str) -> Letter:
    """The message with this note instead."""
    if isinstance(letter, RequestingAgencyMessage):
        return replace(letter, note=note or None)
    if isinstance(letter, SupplyingAgencyMessage):
        return replace(letter, message_info=replace(letter.message_info, note=note or None))
    asked = letter.service_info or ServiceInfo()
    return replace(letter, service_info=replace(asked, note=note or None))


# --- what a partner's system does not know ----------------------------------------------------


def _known_actions(letter: Letter, profile: Profile) -> Letter:
    if not isinstance(letter, RequestingAgencyMessage):
        return letter
    if letter.action is RequesterAction.SHIPPED_FORWARD and not profile.says("forward"):
        said = replace(letter, action=RequesterAction.SHIPPED_RETURN)
        return noted(said, f"action: {letter.action.value}")
    if _knows(letter.action, profile):
        return letter
    said = replace(letter, action=RequesterAction.NOTIFICATION)
    return noted(said, f"action: {letter.action.value}")


def _knows(action: RequesterAction, profile: Profile) -> bool:
    if action in (RequesterAction.LOST, RequesterAction.HOLD_RETURN):
        return profile.speaks_2021
    return action is not RequesterAction.RENEW or profile.says("renew")


def _known_statuses(letter: Letter, profile: Profile) -> Letter:
    status = _status(letter)
    if not isinstance(letter, SupplyingAgencyMessage) or status is None:
        return letter
    if status is Status.RETRY_POSSIBLE and not profile.says("retry"):
        reason = letter.message_info.reason_retry
        info = replace(letter.message_info, reason_retry=None)
        said = _restated(replace(letter, message_info=info), Status.UNFILLED)
        return noted(said, f"reasonRetry: {reason.value}") if reason else said
    if status is Status.RECALLED and not profile.says("recall"):
        info = replace(letter.message_info, reason_for_message=Reason.NOTIFICATION)
        said = _restated(replace(letter, message_info=info), Status.LOANED)
        return noted(said, f"status: {status.value}")
    return letter


def _status(letter: Letter) -> Status | None:
    if not isinstance(letter, SupplyingAgencyMessage) or letter.status_info is None:
        return None
    return letter.status_info.status


def _restated(letter: SupplyingAgencyMessage, status: Status) -> SupplyingAgencyMessage:
    if letter.status_info is None:
        return letter
    return replace(letter, status_info=replace(letter.status_info, status=status))


def _known_request_types(letter: Letter, profile: Profile) -> Letter:
    asked = letter.service_info if isinstance(letter, Request) else None
    if not isinstance(letter, Request) or asked is None or profile.says("retry"):
        return letter
    if asked.request_type is not RequestType.RETRY:
        return letter
    as_new = replace(
        asked, request_type=RequestType.NEW, requesting_agency_previous_request_id=None
    )
    return replace(letter, service_info=as_new)


# --- what a partner's system wants otherwise --------------------------------------------------


def _substituted(letter: Letter, profile: Profile) -> Letter:
    status = _status(letter)
    other = profile.substitutes.get(status) if status else None
    if other is None or not isinstance(letter, SupplyingAgencyMessage):
        return letter
    return _restated(letter, other)


def _costs(letter: Letter, profile: Profile) -> Letter:
    place = profile["cost-field"]
    if not isinstance(letter, SupplyingAgencyMessage) or place == CostField.OFFERED:
        return letter
    costs = letter.message_info.offered_costs
    if costs is None:
        return letter
    bare = replace(letter, message_info=replace(letter.message_info, offered_costs=None))
    if place == CostField.NOTE:
        amount = f"{costs.monetary_value:f} {costs.currency_code.value}"
        return noted(bare, f"offeredCosts: {amount}")
    changed = letter.status_info.last_change if letter.status_info else None
    sent = letter.delivery_info or DeliveryInfo(changed or letter.header.timestamp)
    return replace(bare, delivery_info=replace(sent, delivery_costs=(costs,)))


def _addressed(letter: Letter, profile: Profile) -> Letter:
    """The address between the marks that CrossLink and Alma look for (ISO18626 §9.13)."""
    if not profile.says("address-in-note"):
        return letter
    if isinstance(letter, SupplyingAgencyMessage) and letter.return_info:
        lines = _lines(letter.return_info.name, letter.return_info.physical_address)
        return noted(letter, f"#RETURN_TO#\n{lines}\n#RT_END#") if lines else letter
    if isinstance(letter, Request):
        places = (wish.address for wish in letter.requested_delivery_info)
        place = next((one.physical_address for one in places if one), None)
        name = letter.requesting_agency_info.name if letter.requesting_agency_info else None
        lines = _lines(name, place) if place else ""
        return noted(letter, f"#SHIP_TO#\n{lines}\n#ST_END#") if lines else letter
    return letter


def _lines(name: str | None, place: PhysicalAddress | None) -> str:
    if place is None:
        return ""
    town = " ".join(filter(None, (place.postal_code, place.locality)))
    coded = [code.value for code in (place.region, place.country) if code]
    return "\n".join(filter(None, (name, place.line1, place.line2, town, *coded)))


def _short(letter: Letter, profile: Profile) -> Letter:
    longest, note = profile.number("note-length"), note_of(letter)
    if not longest or len(note) <= longest:
        return letter
    return with_note(letter, note[: longest - 1] + "…")


HABITS: tuple[Callable[[Letter, Profile], Letter], ...] = (
    _known_actions,
    _known_statuses,
    _known_request_types,
    _substituted,
    _costs,
    _addressed,
    _short,
)


def as_liked(letter: Letter, profile: Profile) -> Letter:
    """The message as a partner of this profile can take it."""
    for habit in HABITS:
        letter = habit(letter, profile)
    return letter


def is_cut(letter: Letter, profile: Profile) -> bool:
    """Whether the partner's limit takes words away from the note."""
    longest = profile.number("note-length")
    return bool(longest) and len(note_of(letter)) > longest
