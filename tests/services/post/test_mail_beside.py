"""What is in a mail beside its messages: it goes where it belongs or waits, and nothing is lost."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ill_desktop.domain.codes import Status
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.domain.message import Message
from ill_desktop.formats import iso18626, package
from ill_desktop.services import acts, check, ledger, partners, post, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import mail_words, matching
from ill_desktop.services.views import MessageLine, RequestView
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.transport import mail
from tests.services.desks import THEIRS, THIRD, Pair, a_request, pass_time
from tests.services.post.test_by_mail import carry, pair_by_mail, saved
from tests.services.post.test_order import says

__all__ = ["pair_by_mail"]

ADDRESS, ZONE = "ill@b.test", ZoneInfo("Asia/Jakarta")
PDF, TIFF, ZIP = b"%PDF-1.7 a page", b"II*\0 a page", b"PK\3\4 pages"
MISSING = "Page 3 is missing, sorry."


@dataclass
class Box:
    """A desk that asked a library for some copies, and the letterbox of its mails."""

    desk: Desk
    place: Path

    def ask(self) -> str:
        number = a_request(self.desk, THEIRS, service=Service.COPY)
        acts.do(self.desk, number, Action.SEND, {})
        post.run(self.desk, now=True)
        return number

    def answer(self, number: str, status: Status = Status.COPY_COMPLETED) -> Message:
        ours = requests.show(self.desk, number).line.our_id if number.isdecimal() else number
        said = says(3, status)
        said = replace(said, message_info=replace(said.message_info, note=None))
        return replace(said, header=replace(said.header, requesting_agency_request_id=ours))

    def came(self, *said: Message | bytes, words: str = "", **files: bytes) -> bytes:
        """A mail comes with these messages; `scan_pdf` is a file `scan.pdf`."""
        letter = EmailMessage()
        letter["From"] = ADDRESS
        letter.set_content(words)
        for n, one in enumerate(said):
            data = one if isinstance(one, bytes) else iso18626.write(one)
            letter.add_attachment(data, maintype="application", subtype="xml", filename=f"{n}.xml")
        for name, data in files.items():
            where = {"maintype": "application", "subtype": "octet-stream"}
            letter.add_attachment(data, filename=name.replace("_", "."), **where)
        self.put(letter)
        return letter.as_bytes()

    def put(self, letter: EmailMessage) -> None:
        pass_time(self.desk, minutes=5)
        saved(self.place, letter.as_bytes(), f"m{len(list(self.place.iterdir()))}.eml")
        post.run(self.desk, now=True)
        assert list(self.place.iterdir()) == []

    def show(self, number: str) -> RequestView:
        return requests.show(self.desk, number)

    def names(self, number: str) -> list[str]:
        return [one.name for one in self.show(number).attachments]

    def notes(self, number: str) -> list[str]:
        return [one.text for one in self.show(number).notes if one.audience == "partner"]

    def lines(self) -> list[MessageLine]:
        found = ledger.messages(self.desk, LedgerQuery(direction="in", limit=0))
        return list(found.messages)

    def more(self) -> MessageLine:
        (one,) = [line for line in self.lines() if line.reason == "mail-more"]
        return one


@pytest.fixture
def box(desk: Desk, tmp_path: Path) -> Iterator[Box]:
    place = tmp_path / "in"
    place.mkdir()
    partners.add(desk, NewPartner("Perpustakaan B", (THEIRS,), str(place), mail=ADDRESS))
    yield Box(desk, place)
    assert check.check(desk).ok


def test_nothing_of_a_mail_with_a_message_is_lost(box: Box, tmp_path: Path) -> None:
    number = box.ask()
    whole = box.came(box.answer(number), words=MISSING, scan_tif=TIFF, pages_zip=ZIP)
    view = box.show(number)
    assert view.line.state is State.COPY_SENT
    assert box.names(number) == ["scan.tif"]
    assert box.notes(number) == [MISSING]
    said = next(one for one in box.lines() if one.kind)
    assert (said.state, said.reason, said.detail) == ("applied", "attachment-refused", "pages.zip")
    more = box.more()
    assert (more.state, more.request, more.detail) == ("attention", number, "pages.zip")
    assert (more.partner, more.is_a_file) == ("Perpustakaan B", True)
    assert view.line.flags == (Flag.ATTENTION,)
    assert MISSING in ledger.message(box.desk, more.id).text
    assert ledger.save_file(box.desk, more.id, tmp_path / "kept.eml").read_bytes() == whole
    box.place.joinpath("again.eml").write_bytes(whole)
    os.utime(box.place / "again.eml", (1_700_000_000, 1_700_000_000))
    assert post.run(box.desk).duplicate == 2
    assert (box.names(number), box.notes(number)) == (["scan.tif"], [MISSING])


def test_a_mail_all_of_which_was_taken_needs_nobody(box: Box) -> None:
    number = box.ask()
    box.came(box.answer(number), words=MISSING, a_pdf=PDF)
    assert [(one.state, one.reason) for one in box.lines()] == [("applied", "")]
    assert (box.names(number), box.notes(number)) == (["a.pdf"], [MISSING])


def test_a_scan_beside_several_messages_is_of_the_one_that_brings_a_copy(box: Box) -> None:
    copy, other = box.ask(), box.ask()
    said = box.answer(copy), box.answer(other, Status.WILL_SUPPLY)
    box.came(*said, article_pdf=PDF)
    assert (box.names(copy), box.names(other)) == (["article.pdf"], [])
    assert box.show(other).line.state is State.WILL_SUPPLY
    assert {one.state for one in box.lines()} == {"applied"}


def test_what_may_be_of_either_message_waits_and_is_given_to_one(box: Box) -> None:
    one, two = box.ask(), box.ask()
    box.came(box.answer(one), box.answer(two), words=MISSING, article_pdf=PDF)
    assert (box.names(one), box.names(two)) == ([], [])
    more = box.more()
    assert (more.state, more.request, more.is_orphan) == ("attention", "", True)
    assert [(file.name, file.kept) for file in ledger.message(box.desk, more.id).files] == [
        ("article.pdf", True)
    ]
    partners.add(box.desk, NewPartner("C", (THIRD,)))
    with pytest.raises(Invalid):
        matching.match(box.desk, more.id, a_request(box.desk, THIRD))
    line = matching.match(box.desk, more.id, two).line
    assert (line.request, line.state, line.reason) == (two, "applied", "")
    assert (box.names(two), box.notes(two)) == (["article.pdf"], [MISSING])
    assert (box.names(one), box.notes(one)) == ([], [])
    assert ledger.message(box.desk, more.id).files == ()


def test_words_and_files_wait_with_a_message_that_names_no_request_of_ours(box: Box) -> None:
    number = box.ask()
    box.came(box.answer("nobody-s"), words=MISSING, a_pdf=PDF)
    (line,) = box.lines()
    view = ledger.message(box.desk, line.id)
    assert line.is_orphan
    assert [one.name for one in view.files] == ["a.pdf"]
    assert view.told[-1] == ("Written beside it", MISSING)
    matching.match(box.desk, line.id, number)
    assert (box.names(number), box.notes(number)) == (["a.pdf"], [MISSING])
    assert ledger.message(box.desk, line.id).told[-1][1] != MISSING


def test_a_scan_that_was_forgotten_comes_with_the_same_message(box: Box) -> None:
    number = box.ask()
    said = box.answer(number)
    box.came(said)
    box.came(said, words="Here it is.", article_pdf=PDF)
    assert (box.names(number), box.notes(number)) == (["article.pdf"], ["Here it is."])


def test_two_files_of_one_name_are_two(box: Box) -> None:
    number, letter = box.ask(), EmailMessage()
    letter["From"] = ADDRESS
    letter.set_content("")
    files = ((iso18626.write(box.answer(number)), "xml", "m.xml"), (PDF, "pdf", "scan.pdf"),
             (PDF + b"2", "pdf", "scan.pdf"), (PDF + b"3", "pdf", None))  # fmt: skip
    for data, kind, name in files:
        letter.add_attachment(data, maintype="application", subtype=kind, filename=name)
    box.put(letter)
    assert box.names(number) == ["scan.pdf", "scan (2).pdf", "attachment"]


@pytest.mark.parametrize(("size", "kept"), [(4_000, []), (200_000, ["image001.jpg"])])
def test_a_sign_in_the_words_is_no_page(box: Box, size: int, kept: list[str]) -> None:
    number, letter = box.ask(), EmailMessage()
    letter["From"] = ADDRESS
    letter.set_content('<p><img src="cid:logo@x"></p>', subtype="html")
    picture = b"\xff\xd8\xff" + b"p" * size
    letter.add_related(picture, "image", "jpeg", cid="<logo@x>", filename="image001.jpg")
    said = iso18626.write(box.answer(number))
    letter.add_attachment(said, maintype="application", subtype="xml", filename="m.xml")
    letter.add_attachment(b"seal", maintype="application", subtype="pkcs7-signature")
    box.put(letter)
    assert (box.names(number), box.notes(number)) == (kept, [])
    assert {one.state for one in box.lines()} == {"applied"}


def test_a_mail_whose_message_is_broken_is_put_away_whole(box: Box) -> None:
    box.came(b"<?xml version='1.0'?><broken", words=MISSING, a_pdf=PDF)
    (line,) = box.lines()
    assert (line.state, line.reason) == ("quarantined", "not-well-formed")
    (kept,) = box.desk.folder.quarantine.rglob("*.eml")
    letter = mail.read(kept.read_bytes())
    assert PDF in [one.data for one in letter.attached]
    assert MISSING in letter.text


def test_what_lies_beside_a_package_is_not_taken_for_its_content(pair_by_mail: Pair) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    partners.change(pair.borrower, THEIRS, {"package": "inside"})
    acts.do(pair.borrower, number, Action.SEND, {})
    post.run(pair.borrower, now=True)
    (draft,) = pair.borrower.folder.drafts.glob("*.eml")
    letter = mail.read(draft.read_bytes())
    sent = next(one for one in letter.attached if one.is_package)
    found = package.unpack(sent.data)
    made = EmailMessage()
    made["From"] = "a@a.test"
    made.set_content(MISSING)
    kind = {"maintype": "application", "subtype": "octet-stream"}
    inside = package.pack(found.manifest, found.message, {"01-page.pdf": PDF})
    made.add_attachment(inside, filename=sent.name, **kind)
    made.add_attachment(PDF + b"forged", filename="b.pdf", **kind)
    saved(pair.mail / "to-b", made.as_bytes())
    post.run(pair.lender)
    more, said = ledger.messages(pair.lender, LedgerQuery(direction="in", limit=0)).messages
    assert (said.state, said.reason, more.reason) == ("applied", "", "mail-more")
    assert (more.request, more.detail) == (said.request, "b.pdf")
    view = requests.show(pair.lender, said.request)
    assert [one.name for one in view.attachments] == ["01-page.pdf"]
    assert [one.text for one in view.notes if one.text == MISSING] == []


# --- our own words ------------------------------------------------------------------------------


def test_what_the_program_itself_writes_is_no_note(pair_by_mail: Pair) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    for desk, symbol in ((pair.borrower, THEIRS), (pair.lender, pair.borrower.library.symbol)):
        partners.change(desk, symbol, {"language": "id"})
    acts.do(pair.borrower, number, Action.SEND, {"note": "Edisi apa saja"})
    carry(pair)
    (line,) = ledger.messages(pair.lender, LedgerQuery(direction="in", limit=0)).messages
    assert (line.state, line.reason) == ("applied", "")
    view = requests.show(pair.lender, line.request)
    assert [one.text for one in view.notes if "===" in one.text or "Perpustakaan" in one.text] == []


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("marks", ["", "> "])
def test_only_a_person_s_own_words_are_left(pair_by_mail: Pair, language: str, marks: str) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    partners.change(pair.borrower, THEIRS, {"language": language})
    acts.do(pair.borrower, number, Action.SEND, {})
    post.run(pair.borrower, now=True)
    (draft,) = pair.borrower.folder.drafts.glob("*.eml")
    letter = mail.read(draft.read_bytes())
    (sent,) = letter.messages
    said = [iso18626.read(sent.data, zone=ZONE).message]
    wrapped = "\n".join(f"{marks}{line}" for one in letter.text.splitlines() for line in cut(one))
    assert mail_words.beside(wrapped, said) == ""
    assert mail_words.beside(f"Hello,\n{MISSING}\n\n{wrapped}\n", said) == f"Hello,\n{MISSING}"
    filled = letter.text.replace("Answer:", "Answer: yes").replace("Jawaban:", "Jawaban: ya")
    assert "=== ILL 1 ===" in mail_words.beside(filled, said)
    assert mail_words.beside(letter.text, []) != ""


def cut(line: str) -> list[str]:
    """A line as some mail programs send it."""
    if ":" in line or len(line) < 60:
        return [line]
    at = line.rindex(" ", 0, 60)
    return [line[:at], line[at + 1 :]]
