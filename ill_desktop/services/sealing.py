"""Packages from the desk's side: when one is written, and whether one that came is believed.

A file in a partner's folder proves only that somebody can write there. Under a seal whose key a
person has compared it is the partner's (RELIABILITY §5). Confirmations travel bare: they move no
request.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite, Invalid, Missing, NoInput, NotInstalled, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.formats import package, seal
from ill_desktop.formats.package import Manifest, Package
from ill_desktop.services import files
from ill_desktop.services.changes import Change
from ill_desktop.services.envelope import Doubt, Sender
from ill_desktop.store import directory, outbox, seals
from ill_desktop.store.inbox import Kept
from ill_desktop.store.rows import MessageRow, SealRow
from ill_desktop.store.seals import Gap
from ill_desktop.store.sequence import draw

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

BESIDE, INSIDE, SEALED, SEALED_ONLY = "beside", "inside", "sealed", "sealed-only"
SIGNED = frozenset({SEALED, SEALED_ONLY})
ENDING = ".illpkg"
KEY_LENGTH = 32
NEW_KEY = "seal-new-key"
"""Why a message waits whose seal its key made, but nobody has compared that key."""
WRONG = frozenset({"no-seal", "seal-broken", "seal-mismatch", "seal-replay"})
"""Why a message waits whose seal proves nothing, whatever anybody compares."""


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key as two people compare it."""

    public: str
    words: str
    seen_at: datetime | None = None
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class SealView:
    """Our key, and those a partner used, the newest first."""

    ours: KeyView
    theirs: tuple[KeyView, ...]
    gaps: tuple[Gap, ...]
    """Serials of packages under the trusted key that never came."""

    @property
    def missing(self) -> int:
        """How many packages under the trusted key never came."""
        return sum(gap.last - gap.first + 1 for gap in self.gaps)


def own_key(desk: "Desk") -> bytes:
    """The private key of this desk, made when it is first wanted.

    Raises `CannotWrite`, also where a file of that name holds no key, and `NotInstalled` without
    the library that signs. The key lies beside the database and is in no backup: whoever has it
    can sign as this library.
    """
    if not seal.ready():
        raise NotInstalled("seal")
    place = desk.folder.seal_key
    if not place.exists():
        files.write_once(place, seal.new_key().hex().encode())
    try:
        key = _bytes(files.read(place).decode("ascii", "replace").strip())
    except NoInput as error:
        raise CannotWrite(str(place), "no key") from error
    if len(key) != KEY_LENGTH:
        raise CannotWrite(str(place), "no key")
    return key


# --- on the way out -----------------------------------------------------------------------------


def signs(session: "Session", partner_id: int | None) -> bool:
    """Whether what a partner is written leaves under a seal."""
    return _how(session, partner_id) in SIGNED


def _how(session: "Session", partner_id: int | None) -> str:
    return directory.profile(session, partner_id)["package"]


def files_of(
    desk: "Desk", session: "Session", row: MessageRow, name: str, enclosed: Mapping[str, bytes]
) -> tuple[tuple[str, bytes], ...]:
    """The files a message leaves in: itself, a package instead of it, or one beside it.

    Raises `CannotWrite`, also for a message whose text is gone.
    """
    body = outbox.body(session, row.id)
    if not body:
        raise CannotWrite("", "no text")
    how = _how(session, row.partner_id)
    bare = row.kind in outbox.CONFIRMATIONS or row.partner_id is None
    if bare or (how == BESIDE and not enclosed):
        return ((name, body),)
    if how in SIGNED and not seal.ready():
        raise CannotWrite("", "no-seal")
    packed = _packed(desk, session, row, (body, enclosed), signed=how in SIGNED)
    parcel = (f"{name.removesuffix('.xml')}{ENDING}", packed)
    return ((name, body), parcel) if how == BESIDE else (parcel,)


def _packed(
    desk: "Desk",
    session: "Session",
    row: MessageRow,
    what: tuple[bytes, Mapping[str, bytes]],
    *,
    signed: bool,
) -> bytes:
    """The same bytes whenever it is made or sent again: the serial is kept with the message."""
    theirs = directory.symbols(session, row.partner_id) if row.partner_id else []
    private = own_key(desk) if signed else b""
    manifest = Manifest(
        sender=desk.library.symbol,
        recipient=str(theirs[0]) if theirs else "",
        serial=_serial(session, row) if signed else 0,
        created=row.timestamp or row.created_at,
        key=seal.public_of(private).hex() if signed else "",
    )
    sign = (lambda data: seal.sign(private, data)) if signed else None
    body, enclosed = what
    named = {package.plain_name(n, at): data for at, (n, data) in enumerate(enclosed.items(), 1)}
    return package.pack(manifest, body, named, sign)


def _serial(session: "Session", row: MessageRow) -> int:
    if not row.serial:
        row.serial = draw(session, f"seal-{row.partner_id}", 0)
    return row.serial


# --- on the way in ------------------------------------------------------------------------------


def believed(
    session: "Session", who: Sender | Doubt, came: Package | None, now: datetime
) -> Sender | Doubt:
    """Whether a message may be taken for its sender's, as far as a seal can tell."""
    if isinstance(who, Doubt):
        return who
    only = directory.profile(session, who.partner_id)["package"] == SEALED_ONLY
    if came is None or not came.seal:
        return Doubt("not-sealed", "", who.partner_id) if only else who
    trusted = seals.trusted(session, who.partner_id)
    wrong = _wrong(session, who, came)
    if not wrong:
        seals.saw(session, who.partner_id, came.manifest.key, now)
        if came.manifest.key != trusted and (trusted or only):
            wrong = NEW_KEY
    return Doubt(wrong, came.manifest.key[:16], who.partner_id) if wrong else who


def _wrong(session: "Session", who: Sender, came: Package) -> str:
    """Why a seal is not believed, as a code; empty where nothing is odd."""
    said = came.manifest
    if not seal.ready():
        return "no-seal"
    if not seal.verify(_bytes(said.key), came.signed, came.seal):
        return "seal-broken"
    ours = {str(symbol) for symbol in directory.own_symbols(session)}
    theirs = {str(symbol) for symbol in directory.symbols(session, who.partner_id)}
    if said.sender not in theirs or said.recipient not in ours:
        return "seal-mismatch"
    before = seals.of_serial(session, who.partner_id, said.key, said.serial)
    return "seal-replay" if before is not None and before.manifest != came.signed else ""


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def keep(session: "Session", row: Kept, who: Sender | Doubt, came: Package | None) -> None:
    """Keep the seal of a message, so that it can be judged again once its key is trusted.

    Only one that its key made uses up its serial. Whoever can write into the folder could else
    use up the serials of what is still to come, and it would be refused for ever.
    """
    made = isinstance(who, Sender) or who.reason == NEW_KEY
    if came is None or not came.seal or row.partner_id is None or not made:
        return
    said = came.manifest
    if seals.of_serial(session, row.partner_id, said.key, said.serial) is not None:
        return  # the same package again
    session.add(
        SealRow(
            message_id=row.id,
            partner_id=row.partner_id,
            public=said.key,
            serial=said.serial,
            manifest=came.signed,
            seal=came.seal,
        )
    )


def judged_again(session: "Session", who: Sender | Doubt, row: MessageRow) -> Sender | Doubt:
    """The same as `believed` for a message of the ledger, by the seal kept with it.

    A seal that was wrong stays wrong: what came under it is no bare message.
    """
    if isinstance(who, Doubt):
        return who
    if row.reason in WRONG:
        return Doubt(row.reason, row.reason_value, who.partner_id)
    kept = seals.of_message(session, row.id)
    only = directory.profile(session, who.partner_id)["package"] == SEALED_ONLY
    if kept is None:
        return Doubt("not-sealed", "", who.partner_id) if only else who
    trusted = seals.trusted(session, who.partner_id)
    if kept.public != trusted:
        return Doubt(NEW_KEY, kept.public[:16], who.partner_id)
    whole = seal.verify(_bytes(kept.public), kept.manifest, kept.seal)
    return who if whole else Doubt("seal-broken", "", who.partner_id)


# --- what people see and do ---------------------------------------------------------------------


def view(desk: "Desk", symbol: str) -> SealView:
    """Keys to compare with a partner; raises `Missing`."""
    ours = seal.public_of(own_key(desk))
    with desk.database.read() as session:
        partner = directory.partner_of(session, Symbol.parse(symbol))
        if partner is None:
            raise Missing("partner", symbol)
        theirs = tuple(
            KeyView(row.public, seal.spoken(_bytes(row.public)), row.seen_at, bool(row.trusted_at))
            for row in seals.keys(session, partner.id)
        )
        gaps = seals.gaps(session, partner.id, seals.trusted(session, partner.id))
    return SealView(KeyView(ours.hex(), seal.spoken(ours)), theirs, tuple(gaps))


def trust(desk: "Desk", symbol: str, public: str) -> SealView:
    """Trust a key whose words were compared, and no other; raises `Missing` and `Invalid`."""
    if len(_bytes(public)) != KEY_LENGTH:
        raise Invalid("seal-key", public, Why.NOT_A_CODE)
    with desk.database.work() as session:
        partner = directory.partner_of(session, Symbol.parse(symbol))
        if partner is None:
            raise Missing("partner", symbol)
        seals.trust(session, partner.id, public.lower(), desk.clock.now())
    desk.changes.publish(Change(partners=True))
    return view(desk, symbol)
