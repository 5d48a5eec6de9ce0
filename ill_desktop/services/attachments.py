"""Files of a request: kept by their hash, never opened themselves (RELIABILITY S9)."""

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import CannotWrite, Missing, NoInput, Unreadable
from ill_desktop.formats import filetypes
from ill_desktop.printing import pages
from ill_desktop.services import covers, files
from ill_desktop.services.advance import Source, Work
from ill_desktop.services.beside import act_on
from ill_desktop.store import beside, cases
from ill_desktop.store.rows import AttachmentRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

WORDS = "text/plain"
"""The type of words that wait with a message."""
MAX_BYTES = 100 * 1024 * 1024


def add(desk: "Desk", number: str, path: Path) -> None:
    """Keep a copy of a file with a request.

    Raises `NoInput`, `Unreadable` for what is no PDF, JPEG, PNG or TIFF or too large, and
    `CannotWrite`; nothing is kept then.
    """
    data = _checked(path)
    with act_on(desk, number, "file-attached") as work:
        _row(work, path.name, data)


def keep(work: Work, path: Path) -> None:
    """Keep a copy of a file with what is done to its request. Raises like `add`."""
    _row(work, path.name, _checked(path))


def enclose(work: Work, path: Path) -> int:
    """Send a file along with the message of an act: a scanned article with its cover sheet.

    Returns how many pages it has without that, 0 where nobody can tell. Raises like `add`; the
    request is as it was then.
    """
    data, counted = _checked(path), 0
    if filetypes.kind_of(data) == "application/pdf":
        counted = pages.page_count(data)
        data = covers.covered(work, data)
    row = _row(work, path.name, data)
    row.act = work.act.id
    return counted


def received(work: Work, files: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
    """Keep what travelled with a partner's message; the names of those of no kind we keep."""
    known = {row.sha256 for row in beside.attachments(work.session, work.case.request.id)}
    refused = []
    for name, data in files:
        if hashlib.sha256(data).hexdigest() in known:
            continue
        if filetypes.kind_of(data):
            known.add(_row(work, name, data).sha256)
        else:
            refused.append(name)
    return tuple(refused)


def enclosed(desk: "Desk", session: "Session", act: str) -> dict[str, bytes]:
    """The files that leave with a message, by name; raises `CannotWrite` when one is gone."""
    found = {}
    for row in beside.enclosed(session, act):
        try:
            found[row.name] = stored(desk, row.sha256, row.type)
        except NoInput as error:
            raise CannotWrite(row.name, "no-file") from error
    return found


def _checked(path: Path) -> bytes:
    data = _read(path)
    if not filetypes.kind_of(data):
        raise Unreadable(path.name, "not-attachable")
    return data


def _row(work: Work, name: str, data: bytes) -> AttachmentRow:
    digest, kind = store(work.desk, data)
    row = AttachmentRow(
        request_id=work.case.request.id,
        name=shown(name),
        sha256=digest,
        size=len(data),
        type=kind,
        came=work.act.source is Source.PARTNER,
        active=kind == "application/pdf" and filetypes.is_active(data),
        added_at=work.act.entered_at,
        staff=work.act.staff,
    )
    work.session.add(row)
    work.session.flush()
    work.beside[f"attachment.{row.id}"] = [None, "new"]
    return row


def _read(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise Unreadable(path.name, "attachment-too-large")
    except OSError as error:
        raise NoInput(str(path)) from error
    return files.read(path)


def shown(name: str) -> str:
    """The name under which people see a file."""
    return tidy(name)[:120]


def store(desk: "Desk", data: bytes) -> tuple[str, str]:
    """Keep the bytes of a document; their hash and type, the type empty for what is not kept."""
    kind, digest = filetypes.kind_of(data), hashlib.sha256(data).hexdigest()
    if kind:
        _keep(_place(desk, digest, kind), data)
    return digest, kind


def keep_words(desk: "Desk", data: bytes) -> str:
    """Keep what was written beside a message that waits; its hash."""
    digest = hashlib.sha256(data).hexdigest()
    _keep(_place(desk, digest, WORDS), data)
    return digest


def stored(desk: "Desk", digest: str, kind: str) -> bytes:
    """The bytes of a document that was kept; raises `NoInput`."""
    return files.read(_place(desk, digest, kind))


def _place(desk: "Desk", digest: str, kind: str) -> Path:
    return desk.folder.attachments / f"{digest}{filetypes.SUFFIXES[kind]}"


def _keep(place: Path, data: bytes) -> None:
    """The same bytes are kept once, and nobody writes to them."""
    if place.exists():
        return
    files.keep(place, data)
    place.chmod(0o400)


def open_copy(desk: "Desk", number: str, attachment_id: int) -> Path:
    """A copy for a viewer, in a folder of its own; raises `Missing`, or `NoInput` when it is gone.

    Its bytes are compared with the hash first: what was changed behind our back is not shown. The
    folder goes when the program ends: what a reader asked for does not stay behind.
    """
    with desk.database.read() as session:
        request = cases.case_by_number(session, number).request
        row = beside.one(session, AttachmentRow, request.id, attachment_id)
        place, digest = _place(desk, row.sha256, row.type), row.sha256
    data = files.read(place)
    if hashlib.sha256(data).hexdigest() != digest:
        raise Missing("attachment", digest[:12])
    folder = Path(tempfile.mkdtemp(prefix="ill-desktop-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return files.keep(folder / f"{digest[:12]}{place.suffix}", data)


def remove(desk: "Desk", number: str, attachment_id: int) -> None:
    """Take a file from a request; its bytes stay until undo can no longer want them."""
    with act_on(desk, number, "file-removed") as work:
        row = beside.one(work.session, AttachmentRow, work.case.request.id, attachment_id)
        row.removed = True
        work.beside[f"attachment.{row.id}.removed"] = [False, True]
