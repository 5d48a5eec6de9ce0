"""Real messages: refused as the manifest says, and never a surprise when they are damaged."""

import random
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.message import SupplyingAgencyMessage
from ill_desktop.formats import iso18626

ZONE = ZoneInfo("Asia/Jakarta")
SLOWEST = 2.0
"""Seconds for one file, whatever stands in it (RELIABILITY §7, S2)."""

NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)

REFUSED = {
    "crosslink__misc-request-mock-multiple.xml": (
        "UnrecognisedDataValue", "requestingAgencyRequestId: empty"),
    "crosslink__reqmsg-invalid-action.xml": ("UnsupportedActionType", "WeCancelThisMessage"),
    "crosslink__request-no-reqid.xml": (
        "UnrecognisedDataValue", "requestingAgencyRequestId: empty"),
    "crosslink__supmsg-invalid-status.xml": ("UnrecognisedDataValue", "status: WeCouldLoan"),
}  # fmt: skip
NOTED = {
    "constructed__date-no-timezone.xml": "date-without-zone",
    "constructed__unknown-element.xml": "unknown-element",
    "koha__embedded-request.xml": "foreign-namespace",
    "reshare__bare-request.xml": "no-envelope",
    "reshare__statusChange-ExpectToSupply-noNamespace.xml": "no-namespace",
    "x12_wrong_namespace.xml": "foreign-namespace",
    "x13_no_namespace.xml": "no-namespace",
    "x18_timestamp_garbage.xml": "bad-timestamp",
    "x19_timestamp_far_future.xml": "clock-ahead",
    "x20_timestamp_no_zone.xml": "date-without-zone",
    "x28_patron_bidi_override.xml": "turned-text",
    "x06_title_2MB.xml": "too-long",
    "x36_price_negative_nan.xml": "bad-amount",
    "x42_patron_json_overlong_address.xml": "too-many",
}
DOUBLES = ("<", ">", "&", "&#0;", "<!--", "]]>", "<![CDATA[", "</", "/>", '"', "\x00", "\ufffe",
           "<?xml version='1.0' encoding='utf-7'?>", "<!DOCTYPE x>", "24:00:00", "-", "9" * 400,
           "NaN", "1e999999", "\u0665", "+99:99")  # fmt: skip


@pytest.fixture(scope="session")
def messages(shared: Path) -> list[Path]:
    return sorted((shared / "iso18626" / "messages").glob("*.xml"))


def read(data: bytes) -> iso18626.Reading:
    return iso18626.read(data, zone=ZONE, source="m.xml", now=NOW)


def understood(paths: list[Path]) -> dict[str, iso18626.Reading]:
    found = {}
    for path in paths:
        try:
            found[path.name] = read(path.read_bytes())
        except Unreadable:
            continue
    return found


def test_only_the_unusable_are_refused_and_say_why(messages: list[Path]) -> None:
    refusals = {
        name: (reading.refusal.error_type.value, reading.refusal.error_value)
        for name, reading in understood(messages).items()
        if reading.refusal
    }
    assert refusals == REFUSED


@pytest.mark.parametrize("name", NOTED)
def test_what_is_odd_is_noted(name: str, shared: Path, bad_inputs: Path) -> None:
    folder = bad_inputs if name.startswith("x") else shared / "iso18626" / "messages"
    assert NOTED[name] in {f.code for f in read((folder / name).read_bytes()).findings}


def test_costs_and_dates_of_a_2021_retry_are_found(shared: Path) -> None:
    path = shared / "iso18626" / "messages" / "derived__koha2021-retry.xml"
    message = read(path.read_bytes()).message
    assert isinstance(message, SupplyingAgencyMessage)
    assert message.message_info.offered_costs is not None


def test_other_encodings_say_the_same(bad_inputs: Path) -> None:
    text = (bad_inputs / "x09_utf16le_bom.xml").read_bytes().decode("utf-16")
    head, body = text.split("?>", 1)
    assert head.startswith("<?xml")
    readings = [
        read(f'<?xml version="1.0" encoding="{declared}"?>{body}'.encode(codec))
        for declared, codec in (
            ("UTF-8", "utf-8"),
            ("UTF-8", "utf-8-sig"),
            ("UTF-16", "utf-16"),
            ("ISO-8859-1", "iso-8859-1"),
            ("windows-1252", "cp1252"),
        )
    ]
    assert len({repr(one.message) for one in readings}) == 1


def damaged(chance: random.Random, data: bytes) -> bytes:
    """A few bytes changed, cut, doubled or replaced by what parsers dislike."""
    raw = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(raw) + 1)
        end = min(len(raw), at + chance.choice((0, 1, 1, 4, 40)))
        kind = chance.randrange(4)
        if kind == 0:
            raw[at:end] = chance.randbytes(chance.randint(0, 4))
        elif kind == 1:
            raw[at:end] = chance.choice(DOUBLES).encode()
        elif kind == 2:
            raw[at:at] = raw[at:end] * chance.choice((1, 3, 120))
        else:
            del raw[at:end]
    return bytes(raw)


def survive(messages: list[Path], seed: int, rounds: int) -> int:
    """How many damaged messages were understood; the others were refused with a reason."""
    chance = random.Random(seed)
    seeds = [path.read_bytes() for path in messages]
    usable = 0
    for _ in range(rounds):
        data = damaged(chance, chance.choice(seeds))
        start = time.process_time()
        try:
            reading = read(data)
            iso18626.message_key(reading.message)
            iso18626.content_hash(reading.message)
            usable += 1
        except Unreadable as error:
            assert error.reason, data
        assert time.process_time() - start < SLOWEST, data
    return usable


def test_damaged_real_messages_are_read_or_refused(messages: list[Path]) -> None:
    assert 0 < survive(messages, 18626, 3_000) < 3_000


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_quarter_million_damaged_messages_are_read_or_refused(messages: list[Path]) -> None:
    assert 0 < survive(messages, 2026, 250_000) < 250_000
