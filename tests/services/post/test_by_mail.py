"""A partner that is reached by mail: drafts out, saved mails in, and nothing by itself."""

import os
from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from sqlalchemy import event

from ill_desktop.domain.errors import Invalid, Missing, NoInput, Unreadable, Why
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import again, mailbox, matching, taken_down
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.transport import mail
from tests.services.desks import OURS, THEIRS, Pair, a_desk, a_request, pass_time

ADDRESS = "ill@b.test"


def messages(desk: Desk, **query: str) -> list:
    return list(ledger.messages(desk, LedgerQuery(limit=0, **query)).messages)


def drafts(desk: Desk) -> list[Path]:
    return sorted(desk.folder.drafts.glob("*.eml"))


def saved(place: Path, data: bytes, name: str = "answer.eml") -> Path:
    """A mail as somebody saved it a while ago."""
    path = place / name
    place.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


@pytest.fixture
def by_mail(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose partner B is reached by mail, its saved mails lying in `in`."""
    new = NewPartner("Perpustakaan B", (THEIRS,), str(tmp_path / "in"), mail=ADDRESS, language="id")
    partners.add(desk, new)
    return desk


@pytest.fixture
def pair_by_mail(tmp_path: Path):
    """Two desks with no folder in common: mails are carried by a person."""
    a, b = a_desk(tmp_path / "a"), a_desk(tmp_path / "b", THEIRS, "Perpustakaan B")
    partners.add(a, NewPartner("B", (THEIRS,), str(tmp_path / "to-a"), mail="b@b.test"))
    partners.add(b, NewPartner("A", (OURS,), str(tmp_path / "to-b"), mail="a@a.test"))
    made = Pair(a, b, tmp_path)
    yield made
    made.close()


def carry(pair: Pair) -> int:
    """Send what lies ready at each desk, as a person with a mail program does."""
    moved = 0
    for desk, place in ((pair.borrower, "to-b"), (pair.lender, "to-a")):
        post.run(desk, now=True)
        for line in messages(desk, state="written"):
            if line.is_draft:
                path = ledger.draft(desk, line.id)
                saved(pair.mail / place, path.read_bytes(), path.name)
                ledger.mark_sent(desk, line.id)
                moved += 1
    return moved


def test_a_loan_runs_from_end_to_end_by_mail_alone(pair_by_mail: Pair) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    there = ""

    def step(desk: Desk, which: str, action: Action) -> None:
        pair.later(hours=1)
        acts.do(desk, which, action, {})
        while carry(pair):
            pass

    step(pair.borrower, number, Action.SEND)
    there = requests.page(pair.lender, ListQuery(limit=1)).lines[0].number
    step(pair.lender, there, Action.WILL_SUPPLY)
    assert pair.here(number).line.state is State.WILL_SUPPLY
    step(pair.lender, there, Action.SHIP)
    step(pair.borrower, number, Action.RECEIVED)
    step(pair.borrower, number, Action.SENT_BACK)
    step(pair.lender, there, Action.IS_BACK)
    assert pair.here(number).line.state is State.DONE
    assert pair.there(there).line.state is State.DONE
    for desk in (pair.borrower, pair.lender):
        told = {(m.state, m.reason) for m in messages(desk)}
        assert told <= {("applied", ""), ("written", "")}
        assert not [m for m in messages(desk) if "Confirmation" in m.kind]  # nobody sends an *OK*


@pytest.mark.parametrize(("wanted", "confirmed"), [("auto", 0), ("yes", 1), ("no", 0)])
def test_a_mail_is_confirmed_only_where_that_is_asked_for(
    pair_by_mail: Pair, wanted: str, confirmed: int
) -> None:
    pair = pair_by_mail
    partners.change(pair.lender, OURS, {"confirmations": wanted})
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND, {})
    carry(pair)
    assert [m.summary for m in messages(pair.lender, direction="out")] == ["OK"] * confirmed
    assert requests.page(pair.lender, ListQuery(limit=1)).lines[0].state is State.NEW


def test_a_mail_that_was_confirmed_does_not_ask_to_be_sent(pair_by_mail: Pair) -> None:
    pair = pair_by_mail
    partners.change(pair.lender, OURS, {"confirmations": "yes"})
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND, {})
    post.run(pair.borrower, now=True)
    (line,) = messages(pair.borrower)
    draft = ledger.draft(pair.borrower, line.id)
    saved(pair.mail / "to-b", draft.read_bytes(), draft.name)  # sent, and nobody marks it
    post.run(pair.lender, now=True)
    (answer,) = messages(pair.lender, direction="out")
    theirs = ledger.draft(pair.lender, answer.id)
    saved(pair.mail / "to-a", theirs.read_bytes(), theirs.name)
    post.run(pair.borrower, now=True)
    told = ledger.message(pair.borrower, line.id)
    assert (told.line.state, told.reason_text) == ("confirmed", "")


@pytest.mark.parametrize("sent", [True, False])
@pytest.mark.parametrize("confirms", ["auto", "yes"])
def test_silence_after_a_mail_is_none_unless_mails_are_confirmed(
    by_mail: Desk, sent: bool, confirms: str
) -> None:
    partners.change(by_mail, THEIRS, {"expect-confirmations": "yes", "confirmations": confirms})
    asked(by_mail)
    if sent:
        ledger.mark_sent(by_mail, messages(by_mail)[0].id)
    pass_time(by_mail, days=30)
    post.run(by_mail)
    (line,) = messages(by_mail, direction="out")
    assert line.state == ("unanswered" if sent and confirms == "yes" else "written")
    assert line.is_draft is not sent


def test_a_draft_waits_until_a_person_has_sent_it(by_mail: Desk) -> None:
    number = a_request(by_mail, THEIRS)
    acts.do(by_mail, number, Action.SEND, {})
    post.run(by_mail)
    assert drafts(by_mail) == []  # it is still held back
    pass_time(by_mail, hours=1)
    assert post.run(by_mail).written == 1
    (line,) = messages(by_mail)
    assert (line.state, line.is_draft) == ("written", True)
    path = ledger.draft(by_mail, line.id)
    letter = mail.read(path.read_bytes())
    assert "ADDRESS" not in letter.text
    assert b"To: ill@b.test" in path.read_bytes()
    assert "Perpustakaan peminta: ISIL:ID-A" in letter.text
    assert f"Nomor permintaan: {number}-1" in letter.text
    assert letter.messages[0].name == line.file
    pass_time(by_mail, hours=2)
    after = ledger.mark_sent(by_mail, line.id).line
    assert (after.is_draft, after.at) == (False, by_mail.clock.now())
    assert drafts(by_mail) == []
    with pytest.raises(Missing):
        ledger.draft(by_mail, line.id)
    with pytest.raises(Invalid):
        ledger.mark_sent(by_mail, line.id)


def test_a_draft_that_somebody_threw_away_is_told_of(by_mail: Desk) -> None:
    acts.do(by_mail, a_request(by_mail, THEIRS), Action.SEND, {})
    post.run(by_mail, now=True)
    drafts(by_mail)[0].unlink()
    with pytest.raises(NoInput):
        ledger.draft(by_mail, messages(by_mail)[0].id)


def test_undo_takes_a_draft_away_that_nobody_has_sent(by_mail: Desk) -> None:
    number = asked(by_mail)
    acts.undo(by_mail, number)
    assert requests.show(by_mail, number).line.state is State.DRAFT
    assert drafts(by_mail) == []
    (line,) = messages(by_mail)
    assert (line.state, line.reason) == ("withdrawn", "")
    assert post.run(by_mail, now=True).written == 0


def test_a_mail_marked_as_sent_is_undone_as_what_has_left(by_mail: Desk) -> None:
    number = asked(by_mail)
    ledger.mark_sent(by_mail, messages(by_mail)[0].id)
    acts.undo(by_mail, number)
    assert requests.show(by_mail, number).line.flags == (Flag.CANCEL_ASKED,)
    post.run(by_mail, now=True)
    assert [line.summary for line in messages(by_mail) if line.is_draft] == ["Cancel"]


def test_a_folder_of_mails_is_left_to_the_program_that_sends_them(
    desk: Desk, tmp_path: Path
) -> None:
    new = NewPartner("B", (THEIRS,), outbox=str(tmp_path / "out"), mail=ADDRESS)
    partners.add(desk, new)
    acts.do(desk, a_request(desk, THEIRS), Action.SEND, {})
    post.run(desk, now=True)
    assert len(list((tmp_path / "out").glob("*.eml"))) == 1
    assert not messages(desk)[0].is_draft


def answered(desk: Desk, number: str, answer: str, more: str = "") -> bytes:
    """The mail of a person who typed an answer under the request."""
    (draft,) = drafts(desk)
    text = mail.read(draft.read_bytes()).text.replace("\r", "")
    text = text.replace("Jawaban:", f"Jawaban: {answer}")
    quoted = "\n".join(f"> {line}" for line in text.splitlines())
    return f"From: Budi <{ADDRESS}>\nSubject: Re: ILL\n\n{more}\n{quoted}\n".encode()


def asked(desk: Desk) -> str:
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND, {})
    post.run(desk, now=True)
    return number


def test_an_answer_typed_into_a_mail_changes_nothing_until_it_is_taken(
    by_mail: Desk, tmp_path: Path
) -> None:
    number = asked(by_mail)
    saved(tmp_path / "in", answered(by_mail, number, "ya"))
    report = post.run(by_mail)
    assert (report.read, report.attention, report.written) == (1, 1, 0)
    assert requests.show(by_mail, number).line.state is State.SENT
    (line,) = messages(by_mail, direction="in")
    assert (line.is_proposal, line.request, line.partner) == (True, number, "Perpustakaan B")
    assert "Jawaban: ya" in ledger.message(by_mail, line.id).text
    again.take_up(by_mail, line.id)
    assert requests.show(by_mail, number).line.state is State.WILL_SUPPLY
    assert messages(by_mail, direction="in")[0].state == "applied"
    with pytest.raises(Invalid):
        again.take_up(by_mail, line.id)


def test_an_answer_in_free_words_is_shown_with_its_request(by_mail: Desk, tmp_path: Path) -> None:
    number = asked(by_mail)
    saved(tmp_path / "in", answered(by_mail, number, "", "Maaf, sedang dijilid."))
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    assert (line.state, line.reason, line.request) == ("attention", "mail-words", number)
    assert "sedang dijilid" in ledger.message(by_mail, line.id).text


def test_a_request_typed_into_a_mail_becomes_one_when_it_is_taken(
    by_mail: Desk, tmp_path: Path
) -> None:
    block = (
        "=== ILL 1 ===\nRequesting library: ISIL:ID-B\nSupplying library: ISIL:ID-A\n"
        "Request number: 77\nService: loan\nTitle: Bumi manusia\n=== ILL ===\n"
    )
    saved(tmp_path / "in", b"From: x@nowhere.test\n\n" + block.encode())
    post.run(by_mail)
    assert requests.page(by_mail, ListQuery()).lines == ()
    (line,) = messages(by_mail, direction="in")
    again.take_up(by_mail, line.id)
    (made,) = requests.page(by_mail, ListQuery()).lines
    assert (made.title, made.state) == ("Bumi manusia", State.NEW)


def test_a_forged_agency_waits_whatever_its_from_says(by_mail: Desk, tmp_path: Path) -> None:
    block = (
        "=== ILL 1 ===\nRequesting library: ISIL:ID-C\nSupplying library: ISIL:ID-A\n"
        "Request number: 77\nTitle: Bumi manusia\n=== ILL ===\n"
    )
    partners.add(by_mail, NewPartner("C", ("ISIL:ID-C",)))
    saved(tmp_path / "in", f"From: {ADDRESS}\n\n{block}".encode())
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    assert line.reason == "sender-mismatch"
    with pytest.raises(Invalid):
        again.take_up(by_mail, line.id)


def test_the_ledger_says_what_came_by_mail(by_mail: Desk, tmp_path: Path) -> None:
    asked(by_mail)
    assert messages(by_mail)[0].by_mail


def test_a_saved_mail_is_brought_by_hand(pair_by_mail: Pair, tmp_path: Path) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND, {})
    post.run(pair.borrower, now=True)
    data = b"From: a@a.test\n" + drafts(pair.borrower)[0].read_bytes()
    path = saved(tmp_path / "desktop", data)
    assert mailbox.take_file(pair.lender, path).counts["applied"] == 1
    assert requests.page(pair.lender, ListQuery()).lines[0].state is State.NEW
    assert path.exists()  # it is theirs, not ours
    assert mailbox.take_file(pair.lender, path).counts["read"] == 0
    other = saved(tmp_path / "desktop", b"From: a@a.test\n\nhello", "other.eml")
    with pytest.raises(Unreadable):
        mailbox.take_file(pair.lender, other)


def test_a_mail_read_twice_counts_once(pair_by_mail: Pair) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND, {})
    post.run(pair.borrower, now=True)
    data = drafts(pair.borrower)[0].read_bytes()
    for name in ("one.eml", "two.eml"):
        saved(pair.mail / "to-b", data, name)
    report = post.run(pair.lender)
    assert (report.applied, report.duplicate) == (1, 1)
    assert list((pair.mail / "to-b").iterdir()) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"From: a@b.test\n\nThank you", "no-message"),
        (b'From: a@b.test\nContent-Type: application/ms-tnef; name="winmail.dat"\n\nx', "winmail"),
        (b"no mail at all", "not-a-mail"),
        (b"From: a@b.test\n" + b"Content-Type: message/rfc822\n\n" * 3000, "mail-too-deep"),
    ],
)
def test_a_mail_without_a_message_is_put_away_with_the_reason(
    by_mail: Desk, tmp_path: Path, data: bytes, reason: str
) -> None:
    saved(tmp_path / "in", data)
    assert post.run(by_mail).quarantined == 1
    assert messages(by_mail, direction="in")[0].reason == reason
    kept = [p.name for p in by_mail.folder.quarantine.rglob("*")]
    assert "answer.eml" in kept


def test_an_address_is_set_changed_and_taken_away(desk: Desk) -> None:
    partners.add(desk, NewPartner("B", (THEIRS,)))
    assert partners.change(desk, THEIRS, {"mail": " Ill@B.test "}).mail == "Ill@B.test"
    assert partners.change(desk, THEIRS, {"mail": ""}).mail == ""
    for hostile in ("a@b.org\nBcc: x@y.org", "a@b.org, c@d.org", "nobody"):
        with pytest.raises(Invalid) as told:
            partners.change(desk, THEIRS, {"mail": hostile})
        assert told.value.why is Why.NOT_AN_ADDRESS


def test_what_waits_for_a_folder_leaves_by_mail_after_the_change(
    desk: Desk, tmp_path: Path
) -> None:
    box = (str(tmp_path / "in"), str(tmp_path / "out"))
    partners.add(desk, NewPartner("B", (THEIRS,), *box))
    acts.do(desk, a_request(desk, THEIRS), Action.SEND, {})
    partners.change(desk, THEIRS, {"inbox": "", "outbox": "", "mail": ADDRESS})
    post.run(desk, now=True)
    assert len(drafts(desk)) == 1
    assert list((tmp_path / "out").iterdir()) == []


def with_a_scan(data: bytes) -> bytes:
    """The same mail with a PDF attached by a person."""
    letter = BytesParser(policy=policy.default).parsebytes(data)
    if not letter.is_multipart():
        letter.set_content(letter.get_content())
    letter.add_attachment(
        b"%PDF-1.7 a page", maintype="application", subtype="pdf", filename="scan.pdf"
    )
    return letter.as_bytes()


def test_a_scan_attached_to_a_typed_answer_comes_along_when_it_is_taken(
    by_mail: Desk, tmp_path: Path
) -> None:
    number = asked(by_mail)
    saved(tmp_path / "in", with_a_scan(answered(by_mail, number, "terkirim")))
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    assert requests.show(by_mail, number).attachments == ()
    (beside,) = ledger.message(by_mail, line.id).files
    assert (beside.name, beside.kept, beside.size) == ("scan.pdf", True, 15)
    assert again.take_up(by_mail, line.id).line.state == "applied"
    assert [one.name for one in requests.show(by_mail, number).attachments] == ["scan.pdf"]
    assert ledger.message(by_mail, line.id).files == ()


def test_a_scan_beside_a_message_of_a_stranger_comes_along_when_it_is_known(
    pair_by_mail: Pair, tmp_path: Path
) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND, {})
    post.run(pair.borrower, now=True)
    data = b"From: a@a.test\n" + drafts(pair.borrower)[0].read_bytes()
    path = saved(tmp_path / "desktop", with_a_scan(data))
    partners.change(pair.lender, OURS, {"symbol": "ISIL:ID-OLD"})
    mailbox.take_file(pair.lender, path)
    (line,) = messages(pair.lender, direction="in")
    assert line.in_doubt
    partners.change(pair.lender, "ISIL:ID-OLD", {"symbol": OURS})
    made = again.read_again(pair.lender, line.id).line.request
    assert [one.name for one in requests.show(pair.lender, made).attachments] == ["scan.pdf"]


def test_a_stranger_s_mail_belongs_to_the_address_of_the_card_made_for_it(
    pair_by_mail: Pair, tmp_path: Path
) -> None:
    pair, number = pair_by_mail, a_request(pair_by_mail.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND, {})
    post.run(pair.borrower, now=True)
    data = b"From: new@c.test\n" + drafts(pair.borrower)[0].read_bytes()
    partners.change(pair.lender, OURS, {"symbol": "ISIL:ID-OLD"})
    mailbox.take_file(pair.lender, saved(tmp_path / "desktop", data))
    (line,) = messages(pair.lender, direction="in")
    partners.add(pair.lender, NewPartner("C", (OURS,)))
    assert again.welcome(pair.lender) == 0
    assert again.introduced(pair.lender, line.id, OURS).line.reason == "sender-mismatch"
    assert requests.page(pair.lender, ListQuery()).lines == ()
    ours = a_request(pair.lender, OURS)
    acts.do(pair.lender, ours, Action.SEND, {})
    assert requests.show(pair.lender, ours).manual  # nobody's mailbox is no letterbox
    acts.undo(pair.lender, ours, None)
    partners.change(pair.lender, OURS, {"mail": "new@c.test"})
    assert again.introduced(pair.lender, line.id, OURS).line.state == "applied"


def test_a_request_taken_down_by_hand_has_what_came_with_its_message(
    by_mail: Desk, tmp_path: Path
) -> None:
    saved(tmp_path / "in", with_a_scan(typed("ISIL:ID-NEW")))
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    wish = taken_down.wish(by_mail, line.id)
    new = NewLending(wish.service, wish.citation, THEIRS, wish.their_id, wish.needed_by, wish.note)
    number = taken_down.take_down(by_mail, line.id, new)
    assert [one.name for one in requests.show(by_mail, number).attachments] == ["scan.pdf"]


def test_a_request_is_taken_down_whole_or_not_at_all(by_mail: Desk, tmp_path: Path) -> None:
    saved(tmp_path / "in", typed("ISIL:ID-NEW"))
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    wish = taken_down.wish(by_mail, line.id)
    new = NewLending(wish.service, wish.citation, THEIRS, wish.their_id, wish.needed_by, wish.note)

    def breaks(_connection: object, _cursor: object, statement: str, *_given: object) -> None:
        if statement.startswith("UPDATE message "):
            raise ZeroDivisionError

    event.listen(by_mail.database.engine, "before_cursor_execute", breaks)
    with pytest.raises(ZeroDivisionError):
        taken_down.take_down(by_mail, line.id, new)
    event.remove(by_mail.database.engine, "before_cursor_execute", breaks)
    assert requests.page(by_mail, ListQuery()).lines == ()
    taken_down.take_down(by_mail, line.id, new)
    assert len(requests.page(by_mail, ListQuery()).lines) == 1


def typed(symbol: str, number: str = "77") -> bytes:
    """A request that somebody typed into a mail."""
    block = (
        f"=== ILL 1 ===\nRequesting library: {symbol}\nSupplying library: ISIL:ID-A\n"
        f"Request number: {number}\nService: loan\nTitle: Bumi manusia\nAuthor: Toer\n"
        "Needed by: 2026-05-01\nNote: Edisi apa saja\n=== ILL ===\n"
    )
    return f"From: x@nowhere.test\n\n{block}".encode()


def test_a_request_nobody_could_bind_is_taken_down_from_what_it_says(
    by_mail: Desk, tmp_path: Path
) -> None:
    saved(tmp_path / "in", typed("ISIL:ID-NEW"))
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    assert (line.reason, line.can_be_taken_down) == ("unknown-sender", True)
    wish = taken_down.wish(by_mail, line.id)
    assert (wish.citation.title, wish.citation.author) == ("Bumi manusia", "Toer")
    assert (wish.service, wish.their_id, wish.note) == (Service.LOAN, "77", "Edisi apa saja")
    assert wish.needed_by == date(2026, 5, 1)
    new = NewLending(wish.service, wish.citation, THEIRS, wish.their_id, wish.needed_by, wish.note)
    number = taken_down.take_down(by_mail, line.id, new)
    assert requests.show(by_mail, number).line.title == "Bumi manusia"
    (line,) = messages(by_mail, direction="in")
    assert (line.state, line.request, line.can_be_taken_down) == ("set-aside", number, False)
    with pytest.raises(Invalid):
        taken_down.take_down(by_mail, line.id, new)


def test_what_was_typed_waits_to_be_taken_when_its_sender_becomes_known(
    by_mail: Desk, tmp_path: Path
) -> None:
    saved(tmp_path / "in", typed("ISIL:ID-NEW"))
    post.run(by_mail)
    partners.add(by_mail, NewPartner("New", ("ISIL:ID-NEW",)))
    partners.change(by_mail, "ISIL:ID-NEW", {"channel-of": THEIRS})
    (line,) = messages(by_mail, direction="in")
    assert again.read_again(by_mail, line.id).line.is_proposal
    assert requests.page(by_mail, ListQuery()).lines == ()
    again.take_up(by_mail, line.id)
    assert len(requests.page(by_mail, ListQuery()).lines) == 1


def test_a_typed_answer_to_no_request_of_ours_is_matched_by_a_person(
    by_mail: Desk, tmp_path: Path
) -> None:
    number = asked(by_mail)
    wrong = answered(by_mail, number, "ya").replace(f"{number}-1".encode(), b"12345")
    saved(tmp_path / "in", wrong)
    post.run(by_mail)
    (line,) = messages(by_mail, direction="in")
    assert again.take_up(by_mail, line.id).line.is_orphan
    assert matching.match(by_mail, line.id, number).line.state == "applied"
    assert requests.show(by_mail, number).line.state is State.WILL_SUPPLY
