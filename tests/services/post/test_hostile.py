"""Hostile and broken files in the inbox: none crashes, opens, connects or is applied in silence."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

EXPECTED = {
    ("lender", "x01_xxe_local_file.xml"): "quarantined",
    ("lender", "x05_deep_nesting_20000.xml"): "quarantined",
    ("lender", "x06_title_2MB.xml"): "attention",
    ("lender", "x09_utf16le_bom.xml"): "applied",
    ("lender", "x12_wrong_namespace.xml"): "attention",
    ("lender", "x13_no_namespace.xml"): "attention",
    ("borrower", "x17_unknown_status.xml"): "attention",
    ("borrower", "x18_timestamp_garbage.xml"): "attention",
    ("borrower", "x21_request_id_empty.xml"): "attention",
    ("lender", "x23_request_id_traversal.xml"): "applied",
    ("lender", "x24_request_id_sql.xml"): "applied",
    ("borrower", "x29_forged_sender.xml"): "attention",
    ("borrower", "x32_loaned_unknown_request.xml"): "attention",
    ("lender", "x34_not_for_us.xml"): "attention",
    ("borrower", "x36_price_negative_nan.xml"): "attention",
    ("lender", "x37_empty.xml"): "quarantined",
    ("lender", "x42_patron_json_overlong_address.xml"): "attention",
    ("lender", "msg.xml.part"): "ignored",
    ("lender", "Thumbs.db"): "ignored",
    ("lender", "s01_link_to_etc_passwd.xml"): "ignored",
}
REUSED = ("x10_declared_latin1.xml", "x25_title_html_remote_image.xml", "x26_", "x27_", "x28_")


@pytest.fixture(scope="module")
def ends(
    bad_inputs: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], tuple[str, str]]:
    work = tmp_path_factory.mktemp("desks")
    line = [sys.executable, "-m", "tests.services.post.hostile_child", str(bad_inputs), str(work)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-600:] + done.stderr[-2000:]
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return {(role, name.strip("'\"")): (state, reason) for role, name, state, reason in rows}


def test_hostile_files_end_where_they_should(
    ends: dict[tuple[str, str], tuple[str, str]],
) -> None:
    assert {key: ends[key][0] for key in EXPECTED} == EXPECTED


def test_a_second_request_under_a_used_number_is_never_applied(
    ends: dict[tuple[str, str], tuple[str, str]],
) -> None:
    found = {
        name: end for (role, name), end in ends.items()
        if role == "lender" and name.startswith(REUSED)
    }  # fmt: skip
    assert len(found) == len(REUSED)
    assert set(found.values()) == {("attention", "id-reused")}, found


def test_what_is_not_applied_always_has_a_reason(
    ends: dict[tuple[str, str], tuple[str, str]],
) -> None:
    told = {key: end for key, end in ends.items() if end[0] not in {"ignored", "applied"}}
    assert len(told) > 100
    for key, (_, reason) in told.items():
        assert reason != "-", key


def test_every_file_was_delivered_to_both_desks(
    ends: dict[tuple[str, str], tuple[str, str]], bad_inputs: Path
) -> None:
    files = [
        path for place in (bad_inputs, bad_inputs / "names") for path in place.iterdir()
        if path.is_symlink() or not path.is_dir()
    ]  # fmt: skip
    assert len(files) > 100
    assert len(ends) == 2 * len(files)
