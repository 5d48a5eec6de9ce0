"""ISO 2709: every record accounted for, whatever its lengths say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.formats.marc import iso2709
from ill_desktop.formats.marc.record import NotARecord
from tests.formats.records import BOOK, assembled, changed, field_bytes, marc

GOOD = marc()


def titles(data: bytes) -> list[str]:
    return [iso2709.parse(piece).value("245", "a") for piece in iso2709.pieces(data)]


def test_a_good_record_is_read_without_a_word() -> None:
    record = iso2709.parse(GOOD)
    assert record.value("245", "a") == "Bumi manusia :"
    assert record.first("001").text == "ill000001"
    assert record.warnings == []


@pytest.mark.parametrize("between", [b"", b"\n", b"\r\n", b" \n\n", b"\x00", b"\x1a"])
def test_blanks_between_records_do_not_matter(between: bytes) -> None:
    assert len(titles(GOOD + between + GOOD + between)) == 2


def test_a_byte_order_mark_before_the_first_record_does_not_matter() -> None:
    assert titles(b"\xef\xbb\xbf" + GOOD) == ["Bumi manusia :"]


@pytest.mark.parametrize("length", [b"00010", b"99999", b"00000", b"-0367", b"ABCDE"])
def test_a_wrong_length_costs_a_warning_and_no_record(length: bytes) -> None:
    first, second = iso2709.pieces(length + GOOD[5:] + GOOD)
    assert iso2709.parse(first).value("245", "a") == "Bumi manusia :"
    assert iso2709.parse(first).warnings
    assert iso2709.parse(second).warnings == []


def test_other_digits_than_ascii_ones_are_no_length() -> None:
    odd = iso2709.parse(b"\xb2" * 5 + GOOD[5:])
    assert "leader" in odd.warnings


def test_a_directory_in_another_order_than_the_fields_is_believed() -> None:
    bodies = [(tag.encode(), field_bytes(content)) for tag, content in BOOK]
    record = iso2709.parse(assembled(bodies, order=[4, 0, 3, 1, 2, 5]))
    assert record.value("245", "a") == "Bumi manusia :"
    assert record.value("100", "a").startswith("Toer")
    assert record.warnings == []


def test_lengths_counted_in_characters_leave_the_order_of_the_fields() -> None:
    as_characters = marc(changed(f100=(("a", "Žižek, Slavoj"),)), encoding="iso8859-2")
    body = as_characters.decode("iso8859-2").encode("utf-8")
    record = iso2709.parse(body)
    assert record.value("100", "a") == "Žižek, Slavoj"
    assert record.value("245", "a") == "Bumi manusia :"
    assert set(record.warnings) == {"length", "directory"}


def test_a_field_terminator_within_a_field_moves_no_other_field() -> None:
    record = iso2709.parse(marc(changed(f100=(("a", "Toer\x1e, Pramoedya"),))))
    assert record.value("245", "a") == "Bumi manusia :"
    assert "directory-count" in record.warnings


def test_a_wrong_base_address_is_warned_of() -> None:
    assert iso2709.parse(GOOD[:12] + b"00000" + GOOD[17:]).warnings == ["base-address"]


def test_a_directory_shifted_throughout_is_refused_rather_than_guessed() -> None:
    with pytest.raises(NotARecord, match="directory"):
        iso2709.parse(GOOD[:24] + GOOD[25:])


@pytest.mark.parametrize(
    ("piece", "reason"),
    [(GOOD[:80], "truncated"), (b"00026nam\x1d", "too-short"), (GOOD[:24] + b"\x1e\x1d", "no-")],
)
def test_what_is_no_record_says_why(piece: bytes, reason: str) -> None:
    with pytest.raises(NotARecord, match=reason):
        iso2709.parse(piece)


@pytest.mark.parametrize(
    ("title", "leader", "encoding", "warned", "source"),
    [
        ("Études", "nam a", "utf-8", [], "UTF-8"),
        ("Études", "nam  ", "utf-8", ["encoding"], "UTF-8"),
        ("Études", "nam a", "cp1252", ["encoding"], "Windows-1252"),
        ("Bumi", "nam  ", "ascii", [], ""),
    ],
)
def test_the_encoding_is_told_by_the_evidence(
    title: str, leader: str, encoding: str, warned: list[str], source: str
) -> None:
    record = iso2709.parse(marc(changed(f245=(("a", title),)), leader, encoding))
    assert record.value("245", "a") == title
    assert (record.warnings, record.encoding) == (warned, source)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xe2etudes", "études"),
        (b"\x1b(NTOLSTOJ\x1b(B", "толстой"),
        (b"\x1bb2\x1bs", "₂"),
    ],
)
def test_marc_8_is_read_with_its_accents_and_scripts(raw: bytes, text: str) -> None:
    bodies = [(b"245", b"10\x1fa" + raw + b"\x1e")]
    record = iso2709.parse(assembled(bodies, "nam  "))
    assert record.value("245", "a") == text
    assert (record.warnings, record.encoding) == ([], "MARC-8")


@pytest.mark.parametrize("raw", [b"Judul \x1b(", b"a\x1b$1!", b"\x1b(?xyz\x1b(B", b"\x1b"])
def test_broken_escapes_are_warned_of_and_never_seen(
    raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    record = iso2709.parse(assembled([(b"245", b"10\x1fa" + raw + b"z\x1e")], "nam  "))
    assert "\x1b" not in record.value("245", "a")
    assert capsys.readouterr().err == ""


def test_a_stray_sign_before_a_subfield_code_does_not_cost_the_subfield() -> None:
    bodies = [(b"245", "10\x1fáBumi\x1f¿bmanusia\x1e".encode())]
    assert iso2709.parse(assembled(bodies)).first("245").subfields == (
        ("a", "Bumi"),
        ("b", "manusia"),
    )


@given(st.lists(st.sampled_from([GOOD, GOOD[:90] + b"\x1d", b"\x1d", b"00\x1d", GOOD[:30]])))
def test_what_was_read_and_what_was_refused_add_up(parts: list[bytes]) -> None:
    data = b"".join(parts)
    rest = bool(data) and not data.endswith(b"\x1d")
    assert len(list(iso2709.pieces(data))) == data.count(b"\x1d") + rest


@given(st.binary(max_size=400), st.integers(0, len(GOOD)), st.integers(0, len(GOOD)))
def test_any_bytes_give_a_record_or_a_reason(noise: bytes, start: int, end: int) -> None:
    for piece in iso2709.pieces(GOOD[:start] + noise + GOOD[end:]):
        try:
            iso2709.parse(piece)
        except NotARecord as refused:
            assert str(refused)
