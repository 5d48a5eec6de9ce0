"""Packages: what went in comes out, and nothing that was touched on the way."""

import io
import random
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import seal
from ill_desktop.formats.package import Manifest, Package, is_package, pack, plain_name, unpack
from tests.formats.altered import ALTERED, OTHER

WHEN = datetime(2026, 3, 9, 4, 5, 6, tzinfo=UTC)
KEY = seal.new_key()
PUBLIC = seal.public_of(KEY)


def manifest(serial: int = 1) -> Manifest:
    return Manifest("ISIL:ID-A", "ISIL:ID-B", serial, WHEN, seal.fingerprint(PUBLIC))


def sealed(message: bytes = b"<a/>", serial: int = 1, key: bytes = KEY, **files: bytes) -> bytes:
    named = {f"{name}.pdf": data for name, data in files.items()}
    return pack(manifest(serial), message, named, lambda data: seal.sign(key, data))


def accepted(data: bytes) -> bool:
    try:
        package = unpack(data)
    except Unreadable:
        return False
    return seal.verify(PUBLIC, package.signed, package.seal)


@given(st.binary(max_size=200), st.dictionaries(st.from_regex(r"[a-z]{1,9}", fullmatch=True),
       st.binary(max_size=100), max_size=3), st.integers(0, 10**9))  # fmt: skip
def test_what_was_packed_is_unpacked(message: bytes, files: dict[str, bytes], serial: int) -> None:
    found = unpack(sealed(message, serial, **files))
    assert found.message == message
    assert found.attachments == {f"{name}.pdf": data for name, data in files.items()}
    assert found.manifest == manifest(serial)
    assert seal.verify(PUBLIC, found.signed, found.seal)


def test_a_package_without_a_seal_says_so() -> None:
    data = pack(manifest(), b"<a/>")
    assert is_package(data)
    assert unpack(data) == Package(manifest(), b"<a/>", {}, b"", unpack(data).signed)


def altered(rounds: int, seed: int) -> int:
    """How many of some altered packages were accepted."""
    dice, wrong = random.Random(seed), 0
    for n in range(rounds):
        data = sealed(b"<a>%d</a>" % n, n, scan=dice.randbytes(40))
        how = list(ALTERED.values())[n % len(ALTERED)]
        touched = how(data, dice)
        wrong += touched != data and accepted(touched)
        assert accepted(data)
    return wrong


def test_no_altered_package_is_accepted_and_every_whole_one_is() -> None:
    assert altered(150, seed=4) == 0


@pytest.mark.long
def test_of_a_thousand_altered_packages_none_is_accepted() -> None:
    assert altered(1000, seed=5) == 0


def test_a_package_of_another_key_is_not_accepted() -> None:
    assert not accepted(sealed(key=OTHER))


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def spoilt(compression: int) -> bytes:
    """A package whose message cannot be unpacked."""
    data = bytearray(zipped(("message.xml", bytes(range(256))), compression=compression))
    first = data.index(b"message.xml") + len(b"message.xml")
    data[first : first + 40] = b"\xff" * 40
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(("../../x", b"")), "package-path"),
        (zipped(("/etc/x", b"")), "package-path"),
        (zipped(("attachments/..", b"")), "package-path"),
        (zipped(("attachments/a/b.pdf", b"")), "package-path"),
        (zipped(("C:\\x", b"")), "package-path"),
        (zipped(("message.xml", b""), ("MESSAGE.XML", b"")), "package-duplicate"),
        (zipped(("message.xml", b"0" * 10**6), compression=zipfile.ZIP_DEFLATED), "package-ratio"),
        (zipped(("message.xml", b"<a/>"), compression=zipfile.ZIP_DEFLATED), "package-altered"),
        (spoilt(zipfile.ZIP_DEFLATED), "package-altered"),
        (spoilt(zipfile.ZIP_BZIP2), "package-altered"),
        (zipped(*((f"attachments/{n}", b"") for n in range(50))), "too-large"),
        (zipped(("message.xml", b"<a/>")), "package-broken"),
        (b"PK\x03\x04 and no more", "package-broken"),
        (b"", "package-broken"),
    ],
)
def test_a_strange_package_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        unpack(data)
    assert caught.value.reason == reason


@pytest.mark.parametrize("name", ["z01_traversal", "z02_bomb_60MB", "z03_symlink_member",
                                  "z04_duplicate_member", "z05_truncated"])  # fmt: skip
def test_hostile_packages_are_refused(bad_inputs, name: str) -> None:
    expected = {
        "z01_traversal": "package-path",
        "z02_bomb_60MB": "package-ratio",
        "z03_symlink_member": "package-path",
        "z04_duplicate_member": "package-duplicate",
        "z05_truncated": "package-broken",
    }
    with pytest.raises(Unreadable) as caught:
        unpack((bad_inputs / f"{name}.zip").read_bytes())
    assert caught.value.reason == expected[name]


@given(st.text(max_size=40), st.integers(0, 99))
def test_every_file_gets_a_name_that_can_be_packed(name: str, number: int) -> None:
    data = pack(manifest(), b"", {plain_name(name, number): b"x"})
    assert list(unpack(data).attachments.values()) == [b"x"]


def test_a_key_is_spoken_in_eight_words() -> None:
    words = seal.spoken(PUBLIC).split()
    assert len(words) == 8
    assert {len(word) for word in words} == {5}
    assert seal.spoken(seal.public_of(OTHER)) != seal.spoken(PUBLIC)


@pytest.mark.parametrize("said", [{"serial": -1}, {"serial": 10**30}, {"key": "\ud800"}])
def test_a_manifest_that_no_desk_writes_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(Unreadable) as caught:
        unpack(pack(replace(manifest(), **said), b"<a/>"))
    assert caught.value.reason == "package-altered"
