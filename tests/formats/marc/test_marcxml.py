"""MARCXML: as catalogues, harvesters and broken exports hand it on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats.marc import marcxml
from ill_desktop.formats.marc.record import MarcRecord, NotARecord
from tests.formats.records import SLIM, changed, collection
from tests.formats.records import marcxml as element

ONE = element()
OAI = "http://www.openarchives.org/OAI/2.0/"


def read(data: bytes) -> list[str]:
    """Titles, or the reason why there is none."""
    return [
        one.value("245", "a") if isinstance(one, MarcRecord) else str(one)
        for one in marcxml.records(data, "x.xml")
    ]


def test_each_record_of_a_collection_is_read() -> None:
    assert read(collection(ONE, ONE, ONE)) == ["Bumi manusia :"] * 3


def test_a_record_without_namespace_is_read_with_a_warning() -> None:
    (record,) = marcxml.records(ONE.encode(), "")
    assert record.value("245", "a") == "Bumi manusia :"
    assert record.warnings == ["namespace"]


def test_prefixes_on_elements_and_attributes_do_not_matter() -> None:
    prefixed = ONE.replace("<", "<m:").replace("<m:/", "</m:").replace(" tag=", " m:tag=")
    assert read(f'<c xmlns:m="{SLIM}">{prefixed}</c>'.encode()) == ["Bumi manusia :"]


def test_a_harvest_gives_its_records_and_lists_the_deleted_ones() -> None:
    alive = f'<record><metadata><record xmlns="{SLIM}">{ONE[8:]}</metadata></record>'
    gone = '<record><header status="deleted"><identifier>oai:x:1</identifier></header></record>'
    assert read(f'<OAI-PMH xmlns="{OAI}">{alive}{gone}</OAI-PMH>'.encode()) == [
        "Bumi manusia :",
        "deleted",
    ]


def test_a_record_that_breaks_off_costs_only_itself() -> None:
    assert read(collection(ONE, ONE)[:-60]) == ["Bumi manusia :", "not-well-formed"]


def test_a_broken_record_in_the_middle_costs_only_itself() -> None:
    broken = ONE.replace("Bumi", "Bumi & <i>")
    assert read(collection(ONE, broken, ONE)) == [
        "Bumi manusia :",
        "not-well-formed",
        "Bumi manusia :",
    ]


def test_a_control_character_costs_only_its_record() -> None:
    broken = ONE.replace("Bumi", "Bumi&#x1;")
    assert read(collection(broken, ONE)) == ["not-well-formed", "Bumi manusia :"]


def test_a_file_that_claims_the_wrong_encoding_is_read_with_a_warning() -> None:
    french = element(changed(f245=(("a", "Études"),)))
    data = collection(french).decode().encode("cp1252")
    (record,) = marcxml.records(data, "")
    assert isinstance(record, MarcRecord)
    assert record.value("245", "a") == "Études"
    assert (record.warnings, record.encoding) == (["encoding"], "Windows-1252")


def test_sixteen_bit_files_are_read() -> None:
    data = collection(ONE).decode().replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")
    assert marcxml.looks_like(data)
    assert read(data) == ["Bumi manusia :"]


def test_a_large_file_is_read_record_by_record_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alive = f'<r:record><r:metadata><record xmlns="{SLIM}">{ONE[8:]}</r:metadata></r:record>'
    gone = '<r:record><r:header status="deleted"/></r:record>'
    harvest = f'<r:OAI-PMH xmlns:r="{OAI}">{alive}{gone}{alive}</r:OAI-PMH>'.encode()
    as_tree = read(harvest)
    monkeypatch.setattr(marcxml, "WHOLE", 100)
    assert read(harvest) == as_tree == ["Bumi manusia :", "deleted", "Bumi manusia :"]


def test_a_doctype_is_refused_in_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marcxml, "WHOLE", 100)
    with pytest.raises(Unreadable) as refused:
        read(b"<!DOCTYPE c>" + collection(ONE)[21:])
    assert refused.value.reason == "doctype"


@pytest.mark.parametrize("rest", [b"", b"<broken"])
def test_a_doctype_is_refused_even_where_the_rest_is_broken(rest: bytes) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(Unreadable) as refused:
        read(evil + collection(ONE)[21:] + rest)
    assert refused.value.reason == "doctype"


def test_what_wants_to_include_files_is_refused_also_in_a_broken_file() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
    hostile = ONE.replace("<leader>", f"{include}<leader>")
    assert read(collection(hostile, ONE) + b"<") == ["forbidden-markup", "Bumi manusia :"]


@given(st.integers(0, 400), st.binary(max_size=12))
def test_any_damage_gives_records_reasons_or_a_refusal(place: int, noise: bytes) -> None:
    data = collection(ONE, ONE)
    try:
        found = list(marcxml.records(data[:place] + noise + data[place + len(noise) :], ""))
    except Unreadable as refused:
        assert refused.reason
    else:
        assert all(isinstance(one, MarcRecord | NotARecord) for one in found)
