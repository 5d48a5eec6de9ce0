"""Notes, charges and files stay with a request, are told to nobody and can be taken back."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Invalid, Missing, NoInput, Unreadable
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.money import Money
from ill_desktop.services import acts, attachments, beside, check, requests
from ill_desktop.services.beside import NewCharge
from ill_desktop.services.desk import Desk
from tests.services.desks import THEIRS, Pair, a_manual_partner, a_request

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n"
PLANTED = "for our eyes only 7319"


@pytest.fixture
def number(desk: Desk) -> str:
    a_manual_partner(desk)
    return a_request(desk, THEIRS)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.txt"  # the name says nothing
    path.write_bytes(PDF)
    return path


def test_a_note_is_for_us_unless_another_audience_is_named(desk: Desk, number: str) -> None:
    beside.add_note(desk, number, " Ask Sari \x07first ")
    beside.add_note(desk, number, "Bring it to branch B", "patron")
    told = requests.show(desk, number).notes
    assert [(one.audience, one.text) for one in told] == [
        ("patron", "Bring it to branch B"), ("internal", "Ask Sari first"),
    ]  # fmt: skip
    acts.undo(desk, number)
    assert [one.audience for one in requests.show(desk, number).notes] == ["internal"]


@pytest.mark.parametrize(("text", "audience"), [("", "internal"), ("x", "world")])
def test_a_note_without_words_or_audience_is_refused(
    desk: Desk, number: str, text: str, audience: str
) -> None:
    with pytest.raises(Invalid):
        beside.add_note(desk, number, text, audience)
    assert requests.show(desk, number).notes == ()


def test_an_internal_note_is_in_no_file_that_leaves(pair: Pair) -> None:
    ours, theirs = pair.ask()
    for desk, number in ((pair.borrower, ours), (pair.lender, theirs)):
        for audience in beside.AUDIENCES:
            beside.add_note(desk, number, f"{PLANTED} {audience}", audience)
        beside.add_charge(desk, number, NewCharge("postage", "3 USD", note=PLANTED))
    written: list[bytes] = []

    def carry() -> None:
        written.extend(p.read_bytes() for p in pair.mail.rglob("*") if p.is_file())

    from ill_desktop.services import post

    steps = (
        (pair.lender, theirs, Action.WILL_SUPPLY), (pair.lender, theirs, Action.SHIP),
        (pair.borrower, ours, Action.RECEIVED), (pair.borrower, ours, Action.ASK_RENEW),
        (pair.lender, theirs, Action.REFUSE_RENEWAL), (pair.borrower, ours, Action.SENT_BACK),
        (pair.lender, theirs, Action.IS_BACK),
    )  # fmt: skip
    for desk, number, action in steps:
        pair.later(hours=1)
        acts.do(desk, number, action)
        post.run(desk, now=True)
        carry()
        pair.post()
    assert len(written) >= len(steps)
    assert not [body for body in written if PLANTED.encode() in body]
    assert {one.state for one in requests.show(pair.borrower, ours).messages} <= {
        "applied", "written", "confirmed",
    }  # fmt: skip


def test_charges_are_summed_by_currency_and_kept_as_they_are(desk: Desk, number: str) -> None:
    beside.add_charge(desk, number, NewCharge("loan-fee", "12.50 USD"))
    beside.add_charge(desk, number, NewCharge("postage", "EUR 4"))
    beside.add_charge(
        desk, number, NewCharge("postage", "0.50 usd", date(2026, 3, 9), note="stamps")
    )
    beside.add_charge(desk, number, NewCharge("voucher", "2"))
    beside.add_charge(desk, number, NewCharge("half-voucher", ""))
    view = requests.show(desk, number)
    assert view.totals == (
        Money(Decimal(4), "EUR"), Money(Decimal("13.00"), "USD"), Money(Decimal("2.5"), "XXX"),
    )  # fmt: skip
    assert [one.paid_on for one in view.charges] == [None, None, date(2026, 3, 9), None, None]


def test_paying_and_removing_a_charge_can_be_taken_back(desk: Desk, number: str) -> None:
    beside.add_charge(desk, number, NewCharge("copy-fee", "10000 IDR"))
    (charge,) = requests.show(desk, number).charges
    beside.pay_charge(desk, number, charge.id, date(2026, 3, 10))
    beside.remove_charge(desk, number, charge.id)
    assert requests.show(desk, number).charges == ()
    with pytest.raises(Missing):
        beside.pay_charge(desk, number, charge.id, date(2026, 3, 10))
    acts.undo(desk, number)
    assert requests.show(desk, number).charges[0].paid_on == date(2026, 3, 10)
    acts.undo(desk, number)
    assert requests.show(desk, number).charges[0].paid_on is None
    acts.undo(desk, number)
    assert requests.show(desk, number).charges == ()
    assert check.check(desk).ok


@pytest.mark.parametrize(
    ("kind", "amount"), [("postage", "much"), ("bribe", "1 USD"), ("voucher", "-1")]
)
def test_a_charge_that_is_none_is_refused(desk: Desk, number: str, kind: str, amount: str) -> None:
    with pytest.raises(Invalid):
        beside.add_charge(desk, number, NewCharge(kind, amount))
    assert requests.show(desk, number).charges == ()


def test_a_file_is_kept_by_its_hash_once_and_read_only(desk: Desk, number: str, scan: Path) -> None:
    attachments.add(desk, number, scan)
    attachments.add(desk, number, scan)
    kept = [path for path in desk.folder.attachments.rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert kept[0].suffix == ".pdf"
    assert not kept[0].stat().st_mode & 0o222
    first = requests.show(desk, number).attachments[0]
    assert (first.name, first.size, first.type) == ("scan.txt", len(PDF), "application/pdf")


def test_only_a_copy_is_opened(desk: Desk, number: str, scan: Path) -> None:
    attachments.add(desk, number, scan)
    (file,) = requests.show(desk, number).attachments
    copy = attachments.open_copy(desk, number, file.id)
    assert copy.read_bytes() == PDF
    assert desk.folder.root not in copy.parents
    copy.write_bytes(b"changed")
    assert attachments.open_copy(desk, number, file.id).read_bytes() == PDF
    (kept,) = [path for path in desk.folder.attachments.rglob("*") if path.is_file()]
    kept.chmod(0o600)
    kept.write_bytes(b"changed behind our back")
    with pytest.raises(Missing):
        attachments.open_copy(desk, number, file.id)


def test_what_was_opened_does_not_stay_when_the_program_ends(
    desk: Desk, number: str, scan: Path
) -> None:
    attachments.add(desk, number, scan)
    (file,) = requests.show(desk, number).attachments
    place = desk.folder.root
    desk.close()
    code = (
        "import sys; from pathlib import Path; from ill_desktop.services import attachments;"
        "from ill_desktop.services.desk import open_desk; desk = open_desk(Path(sys.argv[1]));"
        "print(attachments.open_copy(desk, sys.argv[2], int(sys.argv[3]))); desk.close()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(place), number, str(file.id)],
        capture_output=True,
        text=True,
        check=True,
    )
    copy = Path(ended.stdout.strip())
    assert copy.suffix == ".pdf"
    assert not copy.parent.exists()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("scan.pdf", b"MZ\x90\x00"),
        ("a.png", b"<svg onload=x>"),
        ("b.tif", b"PK\x03\x04"),
        ("c", b""),
    ],
)
def test_what_is_no_document_is_refused_whatever_its_name(
    desk: Desk, number: str, tmp_path: Path, name: str, start: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(start)
    with pytest.raises(Unreadable):
        attachments.add(desk, number, path)
    assert not [path for path in desk.folder.attachments.rglob("*") if path.is_file()]
    assert requests.show(desk, number).attachments == ()


def test_a_file_too_large_is_refused_unread(desk: Desk, number: str, tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(PDF)
        file.truncate(attachments.MAX_BYTES + 1)
    with pytest.raises(Unreadable):
        attachments.add(desk, number, path)
    with pytest.raises(NoInput):
        attachments.add(desk, number, tmp_path / "nothing.pdf")


@pytest.mark.parametrize(
    ("inside", "active"),
    [
        (b"/OpenAction 3 0 R", True), (b"/A#41 << >>", True), (b"/JavaScript (x)", True),
        (b"/Launch", True), (b"/EmbeddedFiles", True), (b"/Author (AA)", False),
        (b"/Actions", False),
    ],
)  # fmt: skip
def test_a_document_that_would_act_is_marked(
    desk: Desk, number: str, scan: Path, inside: bytes, active: bool
) -> None:
    scan.write_bytes(PDF + inside)
    attachments.add(desk, number, scan)
    assert requests.show(desk, number).attachments[0].active is active


def test_a_removed_file_comes_back_with_undo(desk: Desk, number: str, scan: Path) -> None:
    attachments.add(desk, number, scan)
    (file,) = requests.show(desk, number).attachments
    attachments.remove(desk, number, file.id)
    assert requests.show(desk, number).attachments == ()
    acts.undo(desk, number)
    assert requests.show(desk, number).attachments == (file,)


def test_hostile_documents_never_pass_as_anything_else(
    desk: Desk, number: str, bad_inputs: Path
) -> None:
    for path in sorted(p for p in bad_inputs.rglob("*") if p.is_file()):
        start = path.read_bytes()[:8]
        try:
            attachments.add(desk, number, path)
        except Unreadable:
            assert not start.startswith((b"%PDF-", b"\xff\xd8\xff"))
        else:
            assert start.startswith((b"%PDF-", b"\xff\xd8\xff", b"\x89PNG", b"II*", b"MM\x00"))


def test_the_words_of_a_charge_are_forgotten_with_the_request(desk: Desk, number: str) -> None:
    from ill_desktop.store import beside as rows
    from ill_desktop.store import cases, forgetting

    beside.add_charge(desk, number, NewCharge("other", "1 USD", note=PLANTED))
    with desk.database.work() as session:
        case = cases.case_by_number(session, number)
        forgetting.forget(session, [case.request])
        (charge,) = rows.charges(session, case.request.id)
        session.refresh(charge)
        assert (charge.note, str(charge.amount)) == ("", "1")
