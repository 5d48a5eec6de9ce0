"""What we know of a reader, and forgetting one reader for good.

The ledger of erasures lies beside the database and holds hashes only. It is applied again after
a restore, because a backup still knows who was erased since.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.days import read_day
from ill_desktop.domain.errors import CannotWrite, Missing
from ill_desktop.domain.rights import Right
from ill_desktop.printing import lists
from ill_desktop.services import files, patrons, redacting, requests, retention, unfinished
from ill_desktop.services.backup import RETENTION_DAYS
from ill_desktop.services.changes import Change
from ill_desktop.services.naming import Naming
from ill_desktop.services.rights import require
from ill_desktop.services.views import ChargeView, MessageLine
from ill_desktop.store import directory, enclosures, forgetting, notes, people
from ill_desktop.store import settings as kept
from ill_desktop.transport import folder
from ill_desktop.words import charges, formats, labels, messages, readers

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.rows import PatronRow, RequestRow
    from ill_desktop.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: the requests that forgot, and those that first have to be closed.

    While some are open, the card stays; the last one takes it along.
    """

    code: str
    forgotten: tuple[str, ...]
    open: tuple[str, ...]


DAYS = frozenset({"created", "block_until"})


def about(desk: "Desk", code: str) -> dict[str, Any]:
    """Everything the desk knows of a reader, as plain values; raises `Forbidden` or `Missing`."""
    require(desk, Right.RETENTION)
    card, shelf = patrons.show(desk, code), patrons.shelf(desk, code, most=None)
    with desk.database.read() as session:
        row = people.patron(session, code)
        replaced = notes.replaced_of(session, row.id) if row is not None else {}
    mine = [one.number for one in (*shelf.open, *shelf.closed)]
    return {
        **asdict(card.view),
        "block": card.block,
        "block_until": card.block_until.isoformat() if card.block_until else None,
        "requests": [_request(desk, one) | {"replaced": replaced.pop(one, [])} for one in mine],
        "earlier": [{"number": one, "replaced": words} for one, words in replaced.items()],
    }


def _request(desk: "Desk", number: str) -> dict[str, Any]:
    view = requests.show(desk, number)
    return {
        "number": number,
        "title": view.line.title,
        "author": view.line.author,
        "state": view.line.label,
        "created": desk.local_date(view.line.created).isoformat(),
        "pickup": view.pickup,
        "call_number": view.call_number,
        "location": view.location,
        "condition": labels.coded(desk.words, view.condition),
        "note": view.note,
        "notes": [one.text for one in view.notes],
        "charges": [_charge(desk.words, one) for one in view.charges],
        "attachments": [one.name for one in view.attachments],
        "messages": [_message(desk, one) for one in view.messages],
    }


def _message(desk: "Desk", one: MessageLine) -> str:
    day = formats.day(desk.words, desk.local_date(one.at))
    return f"{day} {messages.what_of(desk.words, one)}"


def _charge(words: "Words", one: ChargeView) -> str:
    told = f"{charges.kind(words, one.kind)}: {charges.amount(words, one.amount)}"
    return ", ".join(filter(None, (told, one.note)))


def save_about(desk: "Desk", code: str, path: Path) -> Path:
    """The same as a file, JSON or else PDF by its name; raises `CannotWrite` too."""
    told = about(desk, code)
    if path.suffix.lower() == ".json":
        data = json.dumps(told, indent=2, ensure_ascii=False).encode()
    else:
        data = lists.pdf(_listing(desk, told), desk.library.paper)
    return files.write(path, data)


def _listing(desk: "Desk", told: dict[str, Any]) -> lists.Listing:
    words = desk.words
    days = desk.setting("retention-days", RETENTION_DAYS)
    parts = ("requests", "earlier")
    rows = _rows(words, {key: value for key, value in told.items() if key not in parts})
    for one in told["requests"]:
        rows += _rows(words, one)
    for one in told["earlier"]:
        rows += _rows(words, {"earlier": one["number"], "replaced": one["replaced"]})
    title = words.tr("Reader", readers.TITLE, library=desk.library.name, name=told["name"])
    day = formats.day(words, desk.today())
    about = words.tr("Reader", readers.ABOUT, day=day, days=days)
    header = tuple(words.tr("Reader", text) for text in (readers.WHAT, readers.VALUE))
    return lists.Listing(title, about, header, rows)


def _rows(words: "Words", told: dict[str, Any]) -> list[tuple[str, str]]:
    """One row for each field that says anything; days as people read them."""
    plain = {k: "; ".join(v) if isinstance(v, list) else str(v or "") for k, v in told.items()}
    for key in DAYS & set(plain):
        plain[key] = formats.day(words, read_day(plain[key]))
    return [(readers.field(words, key), text) for key, text in plain.items() if text]


def erase(desk: "Desk", code: str) -> Erased:
    """Forget a reader; raises `Forbidden`, `Missing` or `CannotWrite`."""
    require(desk, Right.RETENTION)
    with desk.database.read() as session:
        if people.patron(session, code) is None:
            raise Missing("patron", code)
    shelf = patrons.shelf(desk, code, most=None)
    enter(desk, code)
    forgotten = apply(desk)
    return Erased(code, tuple(sorted(forgotten)), tuple(one.number for one in shelf.open))


def enter(desk: "Desk", code: str) -> None:
    """Write an erasure into the ledger; `apply` does it. Raises `CannotWrite`.

    By the code and by the card: the code may be corrected while the card waits, or be another in
    a backup.
    """
    salt, at = _salt(desk), desk.clock.now().astimezone(UTC).isoformat()
    with desk.database.read() as session:
        row = people.patron(session, code)
        keys = (code, *(_card(row) if row is not None else ()))
    lines = "".join(f"{at} {_hash(salt, key)}\n" for key in keys)
    try:
        with desk.folder.erased.open("a", encoding="ascii") as ledger:
            ledger.write(lines)
    except OSError as error:
        raise CannotWrite(str(desk.folder.erased), error.strerror or "") from error


def _salt(desk: "Desk") -> bytes:
    with desk.database.read() as session:
        return kept.library(session)[0].desk_uuid.encode()[:64]


def _card(row: "PatronRow") -> tuple[str, ...]:
    """What a card is in the ledger: no code begins so, for codes are tidied.

    Its number alone is given again after a restore; where it is not known since when there is
    one, the code has to do.
    """
    return (f" {row.id} {row.added_at.isoformat()}",) if row.added_at is not None else ()


def _hash(salt: bytes, key: str) -> str:
    return hashlib.blake2b(key.encode(), key=salt, digest_size=20).hexdigest()


def _ledger(desk: "Desk") -> dict[str, datetime]:
    """When which hash was erased last; a line that was cut off counts for nothing."""
    if not desk.folder.erased.is_file():
        return {}
    lines = desk.folder.erased.read_text("ascii", "replace").splitlines()
    pairs = (line.split() for line in lines)
    return {pair[1]: datetime.fromisoformat(pair[0]) for pair in pairs if len(pair) == 2}


def apply(desk: "Desk") -> set[str]:
    """Do again what the ledger says; the numbers of requests that forgot.

    Run after an erasure, after a restore, and every day for cards that had to wait.
    """
    erased = _ledger(desk)
    if not erased:
        return set()
    touched: set[str] = set()
    salt = _salt(desk)
    with desk.database.work() as session:
        found = [one for one in people.patrons(session) if _is_erased(one, salt, erased)]
        gone: set[str] = set()
        void: list[str] = []
        for row in found:
            closed = forgetting.closed_of(session, row.id)
            touched |= {one.number for one in closed}
            gone |= retention.forget(session, closed)
            void += _silence(desk, session, row, closed)
        session.flush()
        free = {one.id for one in forgetting.readers(session)}
        notes.forget_readers(session, [row.id for row in found if row.id in free])
        for row in found:
            if row.id in free:
                session.delete(row)
    retention.remove_files(desk, gone)
    for name in void:
        folder.remove(desk.folder.draft(name))
    if found:
        with desk.database.work() as session:
            while forgetting.blank_bodies(session, datetime.min.replace(tzinfo=UTC), 200):
                pass
            waited = enclosures.take_left_over(session)
        retention.remove_files(desk, waited)
        retention.compact(desk)
        desk.changes.publish(Change(requests=frozenset(touched), patrons=True))
    return touched


def _silence(
    desk: "Desk", session: "Session", reader: "PatronRow", closed: "list[RequestRow]"
) -> list[str]:
    """Take a reader out of what is half written or waits to leave; void drafts are returned."""
    libraries = (desk.library.name, *(card.name for card in directory.partners(session)))
    named = Naming.of((reader.code, reader.name, reader.email, reader.phone), libraries)
    unfinished.forget_names(session, named, reader.code)
    return redacting.redact(desk, session, closed, named)


def _is_erased(row: "PatronRow", salt: bytes, erased: dict[str, datetime]) -> bool:
    """This very card, or the code it had then: somebody who came back later has another card."""
    if any(_hash(salt, key) in erased for key in _card(row)):
        return True
    at = erased.get(_hash(salt, row.code))
    return at is not None and (row.added_at is None or row.added_at <= at)
