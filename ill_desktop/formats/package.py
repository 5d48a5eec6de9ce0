"""A message with its attachments in one file, `.illpkg`; sealed where both sides agreed on it.

A zip of `message.xml`, `attachments/…`, `manifest.json` and, where it is sealed, `manifest.sig`:
the Ed25519 signature of the manifest's bytes (RELIABILITY §5). The manifest names sender,
recipient, a serial and the SHA-256 of every other member. There is one way to write each package,
and only that is read: a change of any byte, also of one that means nothing, is noticed.
"""

import hashlib
import io
import json
import re
import stat
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ill_desktop.domain.errors import Unreadable

FORMAT = 1
LARGEST = 120 * 1024 * 1024
"""Bytes of a package, and of all that is in it; attachments are a hundred megabytes at most."""
MOST = 40
"""Members; a message with some scans has a handful."""
RATIO = 100
MOST_SERIAL = 10**12
"""Highest serial; a desk that sends a package each second needs more years than there are."""
MESSAGE, MANIFEST, SEAL = "message.xml", "manifest.json", "manifest.sig"
FOLDER = "attachments/"

_KEY = re.compile(r"[0-9a-f]{0,64}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_OLD = (1980, 1, 1, 0, 0, 0)
_REGULAR = (stat.S_IFREG | 0o600) << 16


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself. Symbols are `AUTHORITY:VALUE`, `key` a fingerprint in hex."""

    sender: str
    recipient: str
    serial: int
    created: datetime
    key: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """What is in a package. `seal` empty: nobody signed it; `signed` are the bytes signed."""

    manifest: Manifest
    message: bytes
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    seal: bytes = b""
    signed: bytes = b""


def pack(
    manifest: Manifest,
    message: bytes,
    attachments: Mapping[str, bytes] | None = None,
    sign: Callable[[bytes], bytes] | None = None,
) -> bytes:
    """The bytes of a package; raises `ValueError` for a name that is not plain (`plain_name`)."""
    files = {MESSAGE: message}
    for name, data in sorted((attachments or {}).items()):
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        files[FOLDER + name] = data
    signed = _manifest_bytes(manifest, files)
    return _zipped(signed, files, sign(signed) if sign else b"")


def plain_name(name: str, number: int) -> str:
    """A name for an attachment that every system can keep; `number` tells it from the others."""
    stem, _, ending = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-").rpartition(".")
    return f"{number:02d}-{(stem or 'file')[:80]}.{(ending or 'bin')[:8]}"


def is_package(data: bytes) -> bool:
    """Whether bytes look like a package, whatever the file is called."""
    return data[:4] == b"PK\x03\x04"


def unpack(data: bytes, source: str = "") -> Package:
    """Read a package; raises `Unreadable`.

    Its form and hashes are checked. Whether the seal is that of the sender is for `seal.verify`.
    """
    if len(data) > LARGEST:
        raise Unreadable(source, "too-large", str(len(data)))
    files = _members(data, source)
    seal = files.pop(SEAL, b"")
    signed = files.pop(MANIFEST, None)
    if signed is None or MESSAGE not in files:
        raise Unreadable(source, "package-broken")
    manifest = _manifest(signed, files, source)
    if _zipped(signed, files, seal) != data:
        raise Unreadable(source, "package-altered")
    attachments = {n.removeprefix(FOLDER): d for n, d in files.items() if n != MESSAGE}
    return Package(manifest, files[MESSAGE], attachments, seal, signed)


def _manifest_bytes(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    said = {
        "format": FORMAT,
        "from": manifest.sender,
        "to": manifest.recipient,
        "serial": manifest.serial,
        "created": manifest.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "key": manifest.key,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return json.dumps(said, ensure_ascii=True, indent=1, sort_keys=True).encode("ascii")


def _zipped(signed: bytes, files: Mapping[str, bytes], seal: bytes) -> bytes:
    members = {MANIFEST: signed, **({SEAL: seal} if seal else {}), **dict(sorted(files.items()))}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, _OLD)
            entry.create_system, entry.external_attr = 3, _REGULAR
            archive.writestr(entry, data)
    return made.getvalue()


def _members(data: bytes, source: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _allowed(entries, source)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise Unreadable(source, "package-broken") from error


def _allowed(entries: list[zipfile.ZipInfo], source: str) -> None:
    """Refuse by the table of contents alone, before anything is unpacked."""
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise Unreadable(source, "package-duplicate")
    for entry in entries:
        if entry.file_size > RATIO * max(entry.compress_size, 1):
            raise Unreadable(source, "package-ratio")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if not _known(entry.filename) or kind not in (0, stat.S_IFREG):
            raise Unreadable(source, "package-path", entry.filename[:60])
    if len(entries) > MOST or sum(entry.file_size for entry in entries) > LARGEST:
        raise Unreadable(source, "too-large")
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise Unreadable(source, "package-altered")  # none is written so


def _known(name: str) -> bool:
    if name in (MESSAGE, MANIFEST, SEAL):
        return True
    inside = name.startswith(FOLDER) and _NAME.fullmatch(name.removeprefix(FOLDER))
    return bool(inside)


def _manifest(signed: bytes, files: Mapping[str, bytes], source: str) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(signed)
        manifest = Manifest(
            sender=str(said["from"]),
            recipient=str(said["to"]),
            serial=int(said["serial"]),
            created=datetime.fromisoformat(said["created"]),
            key=str(said["key"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(source, "package-broken") from error
    plain = 0 <= manifest.serial <= MOST_SERIAL and _KEY.fullmatch(manifest.key)
    if not plain or _manifest_bytes(manifest, files) != signed:
        raise Unreadable(source, "package-altered")
    return manifest
