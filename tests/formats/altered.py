"""What somebody with the folder can do to a package that is on its way."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from ill_desktop.formats import seal
from ill_desktop.formats.package import Manifest, pack, unpack

OTHER = seal.new_key()
"""A key of their own."""

Members = dict[str, bytes]
Alteration = Callable[[bytes, random.Random], bytes]


def members_of(data: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Members) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def flipped(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :]


def rebuilt(change: Callable[[Members], object]) -> Alteration:
    """An honest zip of other members."""

    def alter(data: bytes, _dice: random.Random) -> bytes:
        members = members_of(data)
        change(members)
        return zipped(members)

    return alter


def other_seal(members: Members) -> None:
    members["manifest.sig"] = seal.sign(OTHER, members["manifest.json"])


def garbage(data: bytes, dice: random.Random) -> bytes:
    """Packed as it has to be, of another message, and under a seal that is none."""
    found = unpack(data)
    files = dict(found.attachments)
    return pack(found.manifest, found.message + b"\n", files, lambda _: dice.randbytes(64))


ALTERED: Mapping[str, Alteration] = MappingProxyType(
    {
        "bit": flipped,
        "cut": lambda data, dice: data[: dice.randrange(len(data))],
        "longer": lambda data, dice: data + dice.randbytes(dice.randint(1, 9)),
        "before": lambda data, dice: dice.randbytes(dice.randint(1, 9)) + data,
        "same members, other zip": rebuilt(lambda m: None),
        "member added": rebuilt(lambda m: m.update({"attachments/b.pdf": b"%PDF"})),
        "member gone": rebuilt(lambda m: m.pop("attachments/scan.pdf")),
        "member renamed": rebuilt(
            lambda m: m.update({"attachments/x.pdf": m.pop("attachments/scan.pdf")})
        ),
        "case": rebuilt(lambda m: m.update({"Message.xml": m.pop("message.xml")})),
        "message": rebuilt(lambda m: m.update({"message.xml": b"<b/>"})),
        "recipient": rebuilt(
            lambda m: m.update({"manifest.json": m["manifest.json"].replace(b"ID-B", b"ID-C")})
        ),
        "zip in zip": rebuilt(
            lambda m: m.update(
                {
                    "message.xml": pack(
                        Manifest("A:A", "B:B", 1, datetime(2026, 3, 9, tzinfo=UTC)), b""
                    )
                }
            )
        ),
        "other seal": rebuilt(other_seal),
        "no seal": rebuilt(lambda m: m.pop("manifest.sig")),
        "path": rebuilt(lambda m: m.update({"../message.xml": b"<b/>"})),
        "garbage for a seal": garbage,
    }
)
