"""Altered packages on their way to a desk: none is used, and none keeps a whole one out."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.formats import package, seal
from ill_desktop.formats.package import Manifest
from ill_desktop.services import acts, ledger, partners, post, requests, sealing
from ill_desktop.services.post.again import read_again
from ill_desktop.services.views import MessageLine
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.formats.altered import ALTERED, Alteration
from tests.services.desks import OURS, THEIRS, Pair, a_request

OLD = seal.new_key()
"""The key the lender trusted before this one."""
ACCEPTED = 20
"""Packages that were taken before, and lie about to be copied."""


def came(pair: Pair) -> list[MessageLine]:
    query = LedgerQuery(direction="in", limit=0)
    return list(ledger.messages(pair.lender, query).messages)


def lent(pair: Pair) -> int:
    return requests.page(pair.lender, ListQuery(limit=1)).total


def arrive(pair: Pair, files: dict[str, bytes]) -> None:
    """Files that came to rest long ago, read until nothing is left."""
    box = pair.mail / "to-b"
    for name, data in files.items():
        (box / name).write_bytes(data)
        os.utime(box / name, (1, 1))
    while post.run(pair.lender).read:
        pass
    assert list(box.iterdir()) == []


@dataclass
class Sealer:
    """Writes what the borrower would: a request like its own, under the next serial."""

    pattern: bytes
    manifest: Manifest
    key: bytes

    def packed(self, serial: int, to: str = THEIRS, key: bytes | None = None) -> bytes:
        key = key or self.key
        public = seal.public_of(key).hex()
        manifest = replace(self.manifest, serial=serial, recipient=to, key=public)
        message = self.pattern.replace(b"26000001", b"%08d" % (27_000_000 + serial))
        scan = {"scan.pdf": b"%%PDF-1.4 %d" % serial}
        return package.pack(manifest, message, scan, lambda data: seal.sign(key, data))


@pytest.fixture
def sealer(pair: Pair) -> Sealer:
    """Both desks take seals alone; the lender has trusted one key of the borrower before."""
    for desk, other in ((pair.borrower, THEIRS), (pair.lender, OURS)):
        partners.change(desk, other, {"package": "sealed-only"})
    sealing.trust(pair.lender, OURS, seal.public_of(OLD).hex())
    sealing.trust(pair.lender, OURS, sealing.view(pair.borrower, THEIRS).ours.public)
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    post.run(pair.borrower, now=True)
    (file,) = (pair.mail / "to-b").iterdir()
    found = package.unpack(file.read_bytes())
    file.unlink()
    return Sealer(found.message, found.manifest, sealing.own_key(pair.borrower))


def alterations(sealer: Sealer) -> list[Callable[[int, random.Random], bytes]]:
    """What is done to the bytes, and what else can be had from a key that is not the right one."""

    def touched(how: Alteration) -> Callable[[int, random.Random], bytes]:
        return lambda serial, dice: how(sealer.packed(serial), dice)

    return [
        *map(touched, ALTERED.values()),
        lambda serial, _: sealer.packed(serial, key=OLD),
        lambda serial, _: sealer.packed(serial, to="ISIL:ID-C"),
        lambda _, dice: sealer.packed(dice.randint(1, ACCEPTED)),  # a replay
    ]


def prove(pair: Pair, sealer: Sealer, rounds: int, seed: int) -> None:
    arrive(pair, {f"{n}.illpkg": sealer.packed(n) for n in range(1, ACCEPTED + 1)})
    assert lent(pair) == ACCEPTED
    dice, ways = random.Random(seed), alterations(sealer)
    serials = range(ACCEPTED + 1, ACCEPTED + 1 + rounds)
    arrive(pair, {f"x{n}.illpkg": ways[n % len(ways)](n, dice) for n in serials})
    altered = [one for one in came(pair) if one.file.startswith("x")]
    assert len(altered) == rounds
    assert "applied" not in {one.state for one in altered}
    for one in altered:
        if one.in_doubt:
            assert read_again(pair.lender, one.id).line.state == "attention"
    assert lent(pair) == ACCEPTED
    arrive(pair, {f"{n}.illpkg": sealer.packed(n) for n in serials})
    whole = [one for one in came(pair) if not one.file.startswith("x")]
    assert {one.state for one in whole} == {"applied"}
    assert len(whole) == lent(pair) == ACCEPTED + rounds
    assert sealing.view(pair.lender, OURS).missing == 0


def test_no_altered_package_is_used_or_keeps_a_whole_one_out(pair: Pair, sealer: Sealer) -> None:
    prove(pair, sealer, 57, seed=6)


@pytest.mark.long
def test_of_a_thousand_altered_packages_none_keeps_a_whole_one_out(
    pair: Pair, sealer: Sealer
) -> None:
    prove(pair, sealer, 1000, seed=7)


def test_a_scan_under_a_seal_that_is_none_never_reaches_the_request(
    pair: Pair, sealer: Sealer
) -> None:
    """Not even when the message it was put beside is taken, which says the same."""
    partners.change(pair.lender, OURS, {"package": "sealed"})  # bare messages are taken, too
    new = seal.new_key()
    whole = package.unpack(sealer.packed(1, key=new))
    forged = package.pack(
        whole.manifest, whole.message, {"virus.pdf": b"%PDF-1.4 x"}, lambda _: b"x"
    )
    arrive(pair, {"forged.illpkg": forged, "whole.illpkg": sealer.packed(1, key=new)})
    waiting = {one.file: one for one in came(pair)}
    assert waiting["forged.illpkg"].reason == "seal-broken"
    sealing.trust(pair.lender, OURS, seal.public_of(new).hex())
    taken = read_again(pair.lender, waiting["whole.illpkg"].id).line
    assert taken.state == "applied"
    names = [one.name for one in requests.show(pair.lender, taken.request).attachments]
    assert len(names) == 1
    assert "virus" not in names[0]
    assert ledger.message(pair.lender, waiting["forged.illpkg"].id).line.state == "attention"
