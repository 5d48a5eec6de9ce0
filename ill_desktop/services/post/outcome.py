"""What becomes of one message, and the case it is heard for."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ill_desktop.domain.codes import ErrorType
from ill_desktop.domain.message import RequestingAgencyMessage, SupplyingAgencyMessage
from ill_desktop.services.advance import Act, Source, Work
from ill_desktop.services.envelope import Sender
from ill_desktop.store import notes
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AttemptRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message. `error` set: it is confirmed ERROR with that type and value."""

    state: str
    request_id: int | None = None
    attempt_id: int | None = None
    number: str = ""
    reason: str = ""
    value: str = ""
    error: ErrorType | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """One message being listened to, inside one transaction."""

    desk: "Desk"
    session: "Session"
    sender: Sender
    now: datetime
    named: int | None = None
    """The request that staff say it is about, where several have the number it then has."""

    def work(self, case: Case, reason: str = "") -> Work:
        """The case with an act of the partner's; `reason` is the code it gave for it."""
        return Work(self.desk, self.session, case, self.act(reason))

    def act(self, reason: str = "") -> Act:
        """A partner's act, now."""
        return Act(self.now, self.now, Source.PARTNER, reason=reason)


def unknown(message: RequestingAgencyMessage | SupplyingAgencyMessage) -> Outcome:
    """It speaks of a request we do not have."""
    wanted = message.header.requesting_agency_request_id
    return Outcome(
        "attention",
        reason="unknown-request",
        value=f"requestingAgencyRequestId: {wanted}",
        error=ErrorType.UNRECOGNISED_VALUE,
    )


def applied(case: Case, known: bool = True, attempt: AttemptRow | None = None) -> Outcome:
    """It was used; not `known`: as nothing the table expects here."""
    request = case.request
    return Outcome(
        "applied",
        request.id,
        attempt.id if attempt else request.attempt_id,
        request.number,
        "" if known else "unexpected",
    )


def keep_note(work: Work, note: str | None) -> None:
    """Keep the words a partner wrote, where it wrote any."""
    if note and note.strip():
        by = notes.Written(work.act.entered_at)
        notes.add(work.session, work.case.request.id, note.strip(), "partner", by)
