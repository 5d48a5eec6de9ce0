"""Files of a request: kept by their hash, never opened themselves (RELIABILITY S9)."""

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import Missing, NoInput, Unreadable
from ill_desktop.formats import filetypes
from ill_desktop.services import files
from ill_desktop.services.beside import act_on
from ill_desktop.store import beside, cases
from ill_desktop.store.rows import AttachmentRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

MAX_BYTES = 100 * 1024 * 1024


def add(desk: "Desk", number: str, path: Path) -> None:
    """Keep a copy of a file with a request.

    Raises `NoInput`, `Unreadable` for what is no PDF, JPEG, PNG or TIFF or too large, and
    `CannotWrite`; nothing is kept then.
    """
    data = _read(path)
    kind = filetypes.kind_of(data)
    if not kind:
        raise Unreadable(path.name, "not-attachable")
    digest = hashlib.sha256(data).hexdigest()
    _keep(_place(desk, digest, kind), data)
    with act_on(desk, number, "file-attached") as work:
        row = AttachmentRow(
            request_id=work.case.request.id,
            name=tidy(path.name)[:120],
            sha256=digest,
            size=len(data),
            type=kind,
            active=kind == "application/pdf" and filetypes.is_active(data),
            added_at=work.act.entered_at,
            staff=work.act.staff,
        )
        work.session.add(row)
        work.session.flush()
        work.beside[f"attachment.{row.id}"] = [None, "new"]


def _read(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise Unreadable(path.name, "attachment-too-large")
    except OSError as error:
        raise NoInput(str(path)) from error
    return files.read(path)


def _place(desk: "Desk", digest: str, kind: str) -> Path:
    return desk.folder.attachments / f"{digest}{filetypes.SUFFIXES[kind]}"


def _keep(place: Path, data: bytes) -> None:
    """The same bytes are kept once, and nobody writes to them."""
    if place.exists():
        return
    files.write(place, data)
    place.chmod(0o400)


def open_copy(desk: "Desk", number: str, attachment_id: int) -> Path:
    """A copy for a viewer, in a folder of its own; raises `Missing`, or `NoInput` when it is gone.

    Its bytes are compared with the hash first: what was changed behind our back is not shown.
    """
    with desk.database.read() as session:
        request = cases.case_by_number(session, number).request
        row = beside.one(session, AttachmentRow, request.id, attachment_id)
        place, digest = _place(desk, row.sha256, row.type), row.sha256
    data = files.read(place)
    if hashlib.sha256(data).hexdigest() != digest:
        raise Missing("attachment", digest[:12])
    folder = Path(tempfile.mkdtemp(prefix="ill-desktop-"))
    return files.write(folder / place.name[:12].join(("", place.suffix)), data)


def remove(desk: "Desk", number: str, attachment_id: int) -> None:
    """Take a file from a request; its bytes stay until undo can no longer want them."""
    with act_on(desk, number, "file-removed") as work:
        row = beside.one(work.session, AttachmentRow, work.case.request.id, attachment_id)
        row.removed = True
        work.beside[f"attachment.{row.id}.removed"] = [False, True]
