"""What services hand out: frozen values with the names scripts rely on (DESIGN §7)."""

from dataclasses import dataclass
from datetime import date, datetime

from ill_desktop.domain.calendar import Before
from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.primary import in_front
from ill_desktop.domain.lifecycle.states import Action, Flag, State
from ill_desktop.domain.money import Money
from ill_desktop.services.line_views import RequestLine


@dataclass(frozen=True, slots=True)
class AttemptView:
    """One sending to one supplier; without `sent_at`: still to be tried."""

    symbol: str
    partner: str
    our_id: str
    their_id: str
    status: str
    last_change: datetime | None
    sent_at: datetime | None
    current: bool
    ended: bool
    reason: str = ""
    """The code of why they did not supply, where they gave one."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One volume."""

    barcode: str
    call_number: str
    volume: str
    state: str
    due: date | None


@dataclass(frozen=True, slots=True)
class EventView:
    """One line of the history."""

    kind: str
    label: str
    source: str
    at: datetime
    entered: datetime
    staff: str
    state_from: State | None
    state_to: State | None
    reason: str
    undone: bool
    act: str
    """What was done in one go; `undo` can be told which one is meant."""
    leaves_at: datetime | None = None
    """When what it has to say leaves, as long as that is held back."""
    left_at: datetime | None = None
    """When that left; a mail that lies ready did not."""
    untold: tuple[str, ...] = ()
    """What it says to a partner whom no message reaches, as codes of `Says`."""


@dataclass(frozen=True, slots=True)
class ToTell:
    """What a library has to be told by telephone or letter, since no message goes to it.

    `says` is a code of `Says`; `telephone` and `note` are those of its card.
    """

    says: str
    partner: str
    act: str
    telephone: str = ""
    note: str = ""


UNMATCHED = "unmatched-confirmation"
ORPHANS = frozenset({"unknown-request", "retry-unknown", UNMATCHED})
"""Reasons why a message waits that go away once somebody says which request it is about."""

NEEDS_A_PERSON = ("attention", "failed", "quarantined", "refused", "unanswered")
"""States in which a message waits for somebody to do something about it."""
TO_LEAVE = frozenset({"held", "due", "sending", "failed"})
LEFT = frozenset({"written", "unanswered", "refused", "confirmed"})
RESENDABLE = LEFT | {"failed"}

ONCE_THEY_KNOW = frozenset({Action.ASK_STATUS, Action.CONDITIONS_ACCEPTED})
"""What makes sense only when they have been told."""

DRAFT, PROPOSAL, MORE = "mail-draft", "mail-proposal", "mail-more"
DOUBTS = frozenset(
    {"unknown-sender", "sender-mismatch", "not-for-us", "not-sealed", "seal-new-key"}
)
"""Reasons why a message waits that a change in the directory of partners may clear."""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message of the ledger; `leaves_at` only while it is held back."""

    id: int
    direction: str
    kind: str
    request: str
    partner: str
    state: str
    file: str
    at: datetime
    reason: str
    summary: str
    detail: str = ""
    confirmed_at: datetime | None = None
    """When whoever it went to said that it could be used."""
    leaves_at: datetime | None = None
    because: str = ""
    """The code of why they do not supply, where it says that they do not."""
    by_mail: bool = False
    """Whether it came or goes by mail, which proves no sender (RELIABILITY §5)."""
    act: str = ""
    """What it tells of, where it was done here."""

    @property
    def in_doubt(self) -> bool:
        """Whether it waits only because nobody knew who sent it: it can be read again."""
        return self._waits and self.reason in DOUBTS

    @property
    def is_strange(self) -> bool:
        """Whether its sender only has to be put into the directory; `detail` is its symbol."""
        return self.in_doubt and self.reason == "unknown-sender" and bool(self.detail)

    @property
    def is_orphan(self) -> bool:
        """Whether it waits only because nothing of ours is what it names: staff can say which
        request it is about.
        """
        whole_mail = self.reason == MORE and not self.request
        return self._waits and (self.reason in ORPHANS or whole_mail)

    @property
    def is_proposal(self) -> bool:
        """Whether it came as text in a mail and waits to be taken for a message."""
        return self._waits and self.reason == PROPOSAL

    @property
    def is_a_file(self) -> bool:
        """Whether somebody may want the file that came: it is no message, or a whole mail."""
        return self.direction == "in" and (not self.kind or self.file.endswith(".eml"))

    @property
    def can_be_taken_down(self) -> bool:
        """Whether it asks for something and waits: its request can be taken down by hand."""
        return self._waits and self.kind == "request" and not self.request

    @property
    def is_draft(self) -> bool:
        """Whether it lies ready as a mail that a person has to send."""
        return self.state == "written" and self.reason == DRAFT

    @property
    def can_be_drafted(self) -> bool:
        """Whether its mail did not leave, or nobody knows: a person can send it instead."""
        return self.direction == "out" and self.by_mail and self.state in ("failed", "unanswered")

    @property
    def standing(self) -> str:
        """The code of what staff read of its state: a mail that lies ready was not sent."""
        return DRAFT if self.is_draft else self.state

    @property
    def is_to_leave(self) -> bool:
        """Whether it has not left yet, for whatever reason; confirmations are not waited for."""
        ours = self.direction == "out" and not self.kind.endswith("Confirmation")
        return ours and (self.state in TO_LEAVE or self.is_draft)

    @property
    def left_at(self) -> datetime | None:
        """When it left; None for what came, waits, or lies ready."""
        left = self.direction == "out" and self.state in LEFT and not self.is_draft
        return self.at if left else None

    @property
    def _waits(self) -> bool:
        return self.direction == "in" and self.state in ("attention", "set-aside")


@dataclass(frozen=True, slots=True)
class EnclosureView:
    """A file that waits with a message; not `kept`: of a kind no request takes. Size in bytes."""

    name: str
    size: int
    kept: bool


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message with what it says; `text` is the raw message as characters."""

    line: MessageLine
    text: str
    label: str
    reason_text: str
    staff: str = ""
    """Who did what it tells; empty where a partner or time did, or nobody gave a name."""
    files: tuple[EnclosureView, ...] = ()
    """What came with a message that waits, and waits with it."""
    told: tuple[tuple[str, str], ...] = ()
    """What it says in words, as labels and values; empty where it says nothing to people."""
    size: int = 0
    """Of a file that is no message its bytes, where that is why; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Something printed."""

    kind: str
    stock: str
    printed_at: datetime
    copy: int


@dataclass(frozen=True, slots=True)
class NoteView:
    """Free words; `audience` is internal, partner or patron. `theirs`: the partner's own."""

    audience: str
    text: str
    at: datetime
    staff: str
    theirs: bool = False
    now: bool = False
    """Whether the library that wrote it is the one the request is with now."""


@dataclass(frozen=True, slots=True)
class ChargeView:
    """One fee, postage or voucher; `kind` is the code of a `Charge`."""

    id: int
    kind: str
    amount: Money
    paid_on: date | None
    note: str
    at: datetime
    staff: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """One file; `active`: it would do something when opened; `came`: a partner sent it along."""

    id: int
    name: str
    size: int
    type: str
    active: bool
    came: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class WhyView:
    """Why a request wants to be looked at, and the act that would answer it."""

    text: str
    action: Action | None
    message: int = 0
    """The message it is about, which says more."""


@dataclass(frozen=True, slots=True)
class PatronView:
    """One reader."""

    code: str
    name: str
    email: str
    phone: str
    category: str
    department: str
    pickup: str
    language: str


@dataclass(frozen=True, slots=True)
class RequestView:
    """Everything about one request; `suppliers` are those asked and those still to ask."""

    line: RequestLine
    actions: tuple[Action, ...]
    identifiers: dict[str, str]
    citation: Citation
    suppliers: tuple[AttemptView, ...]
    attempts: tuple[AttemptView, ...]
    items: tuple[ItemView, ...]
    events: tuple[EventView, ...]
    messages: tuple[MessageLine, ...]
    documents: tuple[DocumentView, ...]
    notes: tuple[NoteView, ...]
    note: str
    condition: str
    cost: Money | None
    max_cost: Money | None
    cost_agreed: bool
    """The cost was accepted as it stands: it is no longer above what anybody would pay."""
    call_number: str
    link: str
    delivery_address: str
    return_address: str
    state_since: datetime
    pickup: str
    manual: bool
    version: int
    reader: PatronView | None = None
    """Whoever it is for, on screen alone; none on a lending request or once forgotten."""
    parcel: str = ""
    """The number of the parcel it lies or travels in, and what the carrier calls it."""
    pieces: int = 1
    page_count: int | None = None
    """The pages of the copy that was sent, where they were counted."""
    why: WhyView | None = None
    charges: tuple[ChargeView, ...] = ()
    totals: tuple[Money, ...] = ()
    attachments: tuple[AttachmentView, ...] = ()
    reader_step: str | None = None
    """The last step with its reader, as a milestone; None where it has none or none are noted."""
    overdue_told: datetime | None = None
    """When one library told the other that it is overdue, where that stands."""
    reader_due: Before | None = None
    """When the reader has to bring it back, where that is before the due date."""
    location: str = ""
    """Where it stands, apart from its call number."""
    telephone: str = ""
    """Of the partner's card."""
    to_tell: tuple[ToTell, ...] = ()
    """What nobody has marked told yet, the first first."""

    @property
    def in_front(self) -> Action | None:
        """What the filled button of a window does; nobody answers before they know."""
        first = in_front(
            self.line.primary_action, self.actions, self.reader_step,
            by_hand=self.manual, wanted_back=Flag.RECALLED in self.line.flags,
        )  # fmt: skip
        asked = self.line.partner.name if self.line.partner else ""
        waits = any(one.is_to_leave and one.partner == asked for one in self.messages)
        return None if waits and first in ONCE_THEY_KNOW else first

    @property
    def untried(self) -> tuple[AttemptView, ...]:
        """The libraries still to be asked."""
        return tuple(one for one in self.suppliers if one.sent_at is None)


@dataclass(frozen=True, slots=True)
class AddressView:
    """One address; `lines` as on the label."""

    purpose: str
    lines: tuple[str, ...]
    country: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class PartnerView:
    """One partner's card."""

    name: str
    symbol: str
    symbols: tuple[str, ...]
    country: str
    language: str
    note: str
    inbox: str
    outbox: str
    dialect: str
    addresses: tuple[AddressView, ...]
    settings: dict[str, str]
    active: bool
    mail: str = ""
    """The address of a library that is reached by mail."""

    @property
    def has_letterbox(self) -> bool:
        """Whether messages reach it; else it is worked with by telephone and letter."""
        return bool(self.inbox or self.outbox or self.mail)
