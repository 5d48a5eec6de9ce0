"""Mails over real servers: encrypted or not at all, once, in order, and tried again."""

import logging
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import keyring.backend
import pytest
from keyring.errors import NoKeyringError
from sqlalchemy import event

from ill_desktop.domain.errors import Forbidden, Invalid, MailFailed
from ill_desktop.domain.lifecycle.states import Action, Flag, State
from ill_desktop.domain.lifecycle.undoing import Undo
from ill_desktop.domain.rights import Role
from ill_desktop.formats import package
from ill_desktop.services import accounts, acts, ledger, partners, post, requests
from ill_desktop.services.accounts import Account
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import drafting, mailbox, whole, wire
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.transport import mail
from tests.servers import (
    PASSWORD,
    USER,
    Received,
    a_certificate,
    a_mailbox,
    a_port,
    an_imap_server,
    an_smtp_server,
)
from tests.services.desks import OURS, THEIRS, a_desk, a_request, pass_time

ADDRESS = "ill@b.test"


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory; `broken` is a computer without one, `forgets` keeps nothing."""

    priority = 1

    def __init__(self, *, broken: bool = False, forgets: bool = False) -> None:
        super().__init__()
        self.broken, self.forgets, self.kept = broken, forgets, {}

    def set_password(self, service, username, password) -> None:
        if self.broken:
            raise NoKeyringError("none here")
        if not self.forgets:
            self.kept[service, username] = password

    def get_password(self, service, username):
        if self.broken:
            raise NoKeyringError("none here")
        return self.kept.get((service, username))


@pytest.fixture(autouse=True)
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def cert(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return a_certificate(tmp_path_factory.mktemp("cert"))


@pytest.fixture
def trusted(cert, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """This computer trusts the test's certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(cert[0]))
    return cert


def account(port: int, **more: object) -> Account:
    given = {"server": "127.0.0.1", "port": port, "user": USER, "sender": "ill@a.test"}
    return Account(**{**given, **more})


@pytest.fixture
def by_mail(desk: Desk) -> Desk:
    partners.add(desk, NewPartner("Perpustakaan B", (THEIRS,), mail=ADDRESS))
    return desk


def asked(desk: Desk) -> str:
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND, {})
    return number


def lines(desk: Desk, **query: str) -> list:
    return list(ledger.messages(desk, LedgerQuery(limit=0, **query)).messages)


@pytest.mark.parametrize("implicit", [False, True])
def test_a_mail_leaves_encrypted_after_its_hold_time(by_mail, trusted, implicit) -> None:
    with an_smtp_server(trusted, implicit=implicit) as (port, taken):
        security = accounts.IMPLICIT if implicit else accounts.STARTTLS
        assert accounts.save(by_mail, account(port, security=security), PASSWORD)
        asked(by_mail)
        whole.run(by_mail)
        assert taken.mails == []
        pass_time(by_mail, hours=1)
        assert whole.run(by_mail).written == 1
        assert whole.run(by_mail).written == 0
    ((sender, to, data),) = taken.mails
    assert (sender, to) == ("ill@a.test", [ADDRESS])
    (line,) = lines(by_mail)
    assert (line.state, line.is_draft, line.reason) == ("written", False, "")
    letter = mail.read(data)
    assert letter.sender == "ill@a.test"
    assert letter.messages[0].name == line.file
    assert b"X-Unsent" not in data
    assert not by_mail.folder.drafts.exists()


def test_a_server_that_does_not_prove_its_name_is_told_nothing(by_mail, cert) -> None:
    with an_smtp_server(cert) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        asked(by_mail)
        assert whole.run(by_mail, now=True).failed == 1
    assert taken.mails == []
    assert lines(by_mail)[0].reason == "no-tls"


def test_a_server_without_encryption_is_told_nothing(by_mail, trusted) -> None:
    with an_smtp_server(trusted, tls=False) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        asked(by_mail)
        assert whole.run(by_mail, now=True).failed == 1
        with pytest.raises(MailFailed) as told:
            accounts.probe(by_mail, account(port))
    assert told.value.reason == "no-tls"
    assert taken.mails == []
    assert lines(by_mail)[0].reason == "no-tls"


def test_a_wrong_or_missing_password_is_told_in_the_ledger(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port))
        asked(by_mail)
        whole.run(by_mail, now=True)
        assert lines(by_mail)[0].reason == "no-password"
        accounts.save(by_mail, account(port), "wrong")
        whole.run(by_mail, now=True)
        assert lines(by_mail)[0].reason == "wrong-password"
        accounts.save(by_mail, account(port), PASSWORD)
        assert whole.run(by_mail, now=True).written == 1
    assert len(taken.mails) == 1


def test_what_failed_is_tried_again_later_and_later(by_mail, trusted) -> None:
    accounts.save(by_mail, account(a_port()), PASSWORD)
    asked(by_mail)
    pass_time(by_mail, minutes=11)
    tries = 0
    for _ in range(60):
        tries += whole.run(by_mail).failed
        pass_time(by_mail, minutes=2)
    assert 3 <= tries <= 8
    assert lines(by_mail)[0].reason == "no-connection"
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port))
        pass_time(by_mail, hours=5)
        accounts.put_password(by_mail, account(port), PASSWORD)
        assert whole.run(by_mail).written == 1
    assert len(taken.mails) == 1


def test_the_wait_grows_and_ends_somewhere() -> None:
    now = datetime(2026, 3, 9, tzinfo=UTC)
    waits = [wire.next_try(now, now - timedelta(minutes=m)) - now for m in (0, 1, 7, 60, 9999)]
    assert waits == [timedelta(minutes=m) for m in (1, 1, 7, 60, 240)]


def test_a_refused_mail_holds_back_those_of_its_request_alone(by_mail, trusted) -> None:
    partners.add(by_mail, NewPartner("C", ("ISIL:ID-C",), mail="c@c.test"))
    with an_smtp_server(trusted) as (port, taken):
        taken.refused.add(ADDRESS)
        accounts.save(by_mail, account(port), PASSWORD)
        first, second = asked(by_mail), a_request(by_mail, "ISIL:ID-C")
        pass_time(by_mail, hours=1)
        acts.do(by_mail, first, Action.ASK_STATUS, {})
        acts.do(by_mail, second, Action.SEND, {})
        report = whole.run(by_mail, now=True)
        assert (report.written, report.failed) == (1, 1)
        assert [to for _, to, _ in taken.mails] == [["c@c.test"]]
        assert {m.reason for m in lines(by_mail, state="failed")} == {"mail-refused"}
        taken.refused.clear()
        assert whole.run(by_mail, now=True).written == 2
    kinds = [mail.read(data).messages[0].name.split("_")[3][:3] for _, _, data in taken.mails]
    assert kinds == ["REQ", "REQ", "RAM"]


def test_a_refused_confirmation_holds_back_no_other(by_mail, trusted, tmp_path) -> None:
    partners.add(by_mail, NewPartner("C", ("ISIL:ID-C",), mail="c@c.test"))
    for symbol, sender in ((THEIRS, ADDRESS), ("ISIL:ID-C", "c@c.test")):
        partners.change(by_mail, symbol, {"confirmations": "yes"})
        saved = tmp_path / f"{sender}.eml"
        saved.write_bytes(a_mail_of_b(tmp_path / sender, symbol, sender))
        assert mailbox.take_file(by_mail, saved).counts["applied"] == 1
    with an_smtp_server(trusted) as (port, taken):
        taken.refused.add(ADDRESS)
        accounts.save(by_mail, account(port), PASSWORD)
        report = whole.run(by_mail, now=True)
    assert (report.written, report.failed) == (1, 1)
    assert [to for _, to, _ in taken.mails] == [["c@c.test"]]


def test_what_is_undone_during_a_round_of_mails_does_not_leave(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        _, second = asked(by_mail), asked(by_mail)
        pass_time(by_mail, hours=1)
        taken.meanwhile = lambda: acts.undo(by_mail, second)
        assert whole.run(by_mail).written == 1
        assert whole.run(by_mail, now=True).written == 0
    assert len(taken.mails) == 1
    assert requests.show(by_mail, second).line.state is State.DRAFT
    assert sorted(line.state for line in lines(by_mail)) == ["withdrawn", "written"]


def test_what_is_being_handed_over_is_undone_as_what_has_left(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        number = asked(by_mail)
        pass_time(by_mail, hours=1)
        taken.meanwhile = lambda: acts.undo(by_mail, number)
        assert whole.run(by_mail).written == 1
        view = requests.show(by_mail, number).line
        assert (view.state, view.flags) == (State.SENT, (Flag.CANCEL_ASKED,))
        assert whole.run(by_mail, now=True).written == 1
    kinds = [mail.read(data).messages[0].name.split("_")[3] for _, _, data in taken.mails]
    assert kinds == ["REQ", "RAM-Cancel"]


def test_a_mail_of_a_killed_round_may_have_left_and_goes_once_more(by_mail, trusted) -> None:
    accounts.save(by_mail, account(a_port()), PASSWORD)
    number = asked(by_mail)
    with by_mail.database.work() as session:  # killed while the server was taking it
        session.connection().exec_driver_sql("UPDATE message SET state = 'sending'")
    whole.run(by_mail, now=True)  # the server is away: nobody knows yet
    assert (lines(by_mail)[0].state, lines(by_mail)[0].reason) == ("sending", "no-connection")
    acts.undo(by_mail, number)
    assert Flag.CANCEL_ASKED in requests.show(by_mail, number).line.flags
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        assert whole.run(by_mail, now=True).written == 2
    kinds = [mail.read(data).messages[0].name.split("_")[3] for _, _, data in taken.mails]
    assert kinds == ["REQ", "RAM-Cancel"]


def test_a_mail_of_a_killed_round_does_not_wait_for_ever_for_a_server_that_is_away(
    by_mail, trusted
) -> None:
    accounts.save(by_mail, account(a_port()), PASSWORD)
    number = asked(by_mail)
    with by_mail.database.work() as session:
        session.connection().exec_driver_sql("UPDATE message SET state = 'sending'")
    seen = []
    for _ in range(wire.TRIES):
        whole.run(by_mail, now=True)
        seen.append(lines(by_mail)[0].state)
    assert seen == ["sending"] * (wire.TRIES - 1) + ["unanswered"]
    assert lines(by_mail)[0].reason == "perhaps-sent"
    assert Flag.ATTENTION in requests.show(by_mail, number).line.flags
    with an_smtp_server(trusted) as (port, taken):  # from then on only a person sends it
        accounts.save(by_mail, account(port), PASSWORD)
        assert whole.run(by_mail, now=True).written == 0
    assert taken.mails == []


def test_a_server_that_is_back_is_handed_a_mail_that_waited_for_it_nearly_too_often(
    by_mail, trusted
) -> None:
    accounts.save(by_mail, account(a_port()), PASSWORD)
    asked(by_mail)
    with by_mail.database.work() as session:
        session.connection().exec_driver_sql("UPDATE message SET state = 'sending'")
    for _ in range(wire.TRIES - 1):
        assert whole.run(by_mail, now=True).written == 0
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        assert whole.run(by_mail, now=True).written == 1
    assert len(taken.mails) == 1
    (line,) = lines(by_mail)
    assert (line.state, line.reason) == ("written", "sent-again")


def test_a_mail_of_a_killed_round_becomes_a_draft_without_a_server(by_mail) -> None:
    asked(by_mail)
    with by_mail.database.work() as session:
        session.connection().exec_driver_sql("UPDATE message SET state = 'sending'")
    assert whole.run(by_mail, now=True).written == 1
    assert lines(by_mail)[0].is_draft


def test_a_mail_that_always_breaks_the_server_is_told_after_some_tries(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        taken.broken.add(ADDRESS)
        accounts.save(by_mail, account(port), PASSWORD)
        number = asked(by_mail)
        seen = []
        for _ in range(wire.TRIES + 1):
            report = whole.run(by_mail, now=True)
            (line,) = lines(by_mail)
            seen.append((line.state, line.reason, report.failed))
        assert seen[0] == ("sending", "broke-off", 1)
        assert seen[-2] == ("unanswered", "perhaps-sent", 1)
        assert seen[-1] == ("unanswered", "perhaps-sent", 0)
        assert len(taken.mails) == wire.TRIES
        assert ledger.waiting(by_mail) == 1
        assert ledger.waiting_beside(by_mail) == 0  # its request is what needs attention
        view = requests.show(by_mail, number)
        assert Flag.ATTENTION in view.line.flags
        assert acts.undone(by_mail, number)[1] is Undo.CANCEL  # it perhaps left
    assert len({mail.read(data).message_id for _, _, data in taken.mails}) == 1


def test_a_mail_that_breaks_the_server_holds_up_no_other(by_mail, trusted) -> None:
    partners.add(by_mail, NewPartner("C", ("ISIL:ID-C",), mail="c@c.test"))
    with an_smtp_server(trusted) as (port, taken):
        taken.broken.add(ADDRESS)
        accounts.save(by_mail, account(port), PASSWORD)
        asked(by_mail)
        other = a_request(by_mail, "ISIL:ID-C")
        acts.do(by_mail, other, Action.SEND, {})
        report = whole.run(by_mail, now=True)
        assert (report.written, report.failed) == (1, 1)
        taken.broken.clear()
        assert whole.run(by_mail, now=True).written == 1
    assert [line.reason for line in lines(by_mail)] == ["", "sent-again"]


def given_up(desk: Desk, port: int, taken: Received) -> int:
    """A mail that was perhaps sent."""
    taken.broken.add(ADDRESS)
    accounts.save(desk, account(port), PASSWORD)
    asked(desk)
    for _ in range(wire.TRIES):
        whole.run(desk, now=True)
    (line,) = lines(desk, state="unanswered")
    return line.id


def test_a_mail_perhaps_sent_can_be_sent_by_hand_and_stays_perhaps_sent(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        first = given_up(by_mail, port, taken)
        made = drafting.as_draft(by_mail, first)
        assert made.line.is_draft
        assert mail.read(ledger.draft(by_mail, made.line.id).read_bytes()).messages
        assert whole.run(by_mail, now=True).written == 0
        with pytest.raises(Invalid):
            drafting.as_draft(by_mail, made.line.id)
    ledger.mark_sent(by_mail, made.line.id)
    states = {line.id: line.state for line in lines(by_mail)}
    assert states == {first: "unanswered", made.line.id: "written"}


def test_a_mail_perhaps_sent_that_is_sent_again_is_tried_as_often_as_the_first(
    by_mail, trusted
) -> None:
    with an_smtp_server(trusted) as (port, taken):
        again = ledger.resend(by_mail, given_up(by_mail, port, taken)).line.id
        seen = []
        for _ in range(wire.TRIES):
            whole.run(by_mail, now=True)
            seen.append(ledger.message(by_mail, again).line.state)
    assert seen == ["sending"] * (wire.TRIES - 1) + ["unanswered"]
    assert len(taken.mails) == 2 * wire.TRIES


def test_a_draft_of_a_later_message_lays_ready_what_comes_before_it(by_mail) -> None:
    accounts.save(by_mail, account(a_port()), PASSWORD)
    number, other = asked(by_mail), asked(by_mail)
    pass_time(by_mail, hours=1)
    acts.do(by_mail, number, Action.ASK_STATUS, {})
    whole.run(by_mail, now=True)  # the server is away
    later, first = lines(by_mail, find=number)
    assert (first.state, later.state) == ("failed", "failed")
    assert drafting.as_draft(by_mail, later.id).line.is_draft
    assert [one.id for one in lines(by_mail, lying=True)] == [later.id, first.id]
    assert [one.state for one in lines(by_mail, find=other)] == ["failed"]


def test_a_mail_that_was_refused_is_one_draft_and_never_leaves_twice(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        taken.refused.add(ADDRESS)
        accounts.save(by_mail, account(port), PASSWORD)
        asked(by_mail)
        whole.run(by_mail, now=True)
        (line,) = lines(by_mail, state="failed")
        assert ledger.resend(by_mail, line.id).line.id == line.id
        whole.run(by_mail, now=True)
        assert drafting.as_draft(by_mail, line.id).line.id == line.id
        taken.refused.clear()
        assert whole.run(by_mail, now=True).written == 0
    assert taken.mails == []
    assert len(lines(by_mail)) == 1


def test_a_message_sent_again_says_so_after_it_failed_once(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        asked(by_mail)
        whole.run(by_mail, now=True)
        again = ledger.resend(by_mail, lines(by_mail)[0].id).line.id
        taken.refused.add(ADDRESS)
        whole.run(by_mail, now=True)
        assert ledger.message(by_mail, again).line.reason == "mail-refused"
        taken.refused.clear()
        whole.run(by_mail, now=True)
    line = ledger.message(by_mail, again).line
    assert (line.state, line.reason) == ("written", "sent-again")


def serials(mails: list) -> list[int]:
    """Those of the sealed packages in some mails."""
    found = [mail.read(data).messages[0].data for _, _, data in mails]
    return [package.unpack(one).manifest.serial for one in found]


def test_sealed_packages_are_numbered_one_by_one_by_mail_too(by_mail, trusted) -> None:
    partners.change(by_mail, THEIRS, {"package": "sealed"})
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        for _ in range(3):
            asked(by_mail)
        assert whole.run(by_mail, now=True).written == 3
    assert serials(taken.mails) == [1, 2, 3]


def test_a_sealed_mail_that_is_tried_again_has_the_same_bytes(by_mail, trusted) -> None:
    partners.change(by_mail, THEIRS, {"package": "sealed"})
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        asked(by_mail)
        taken.refused.add(ADDRESS)
        assert whole.run(by_mail, now=True).failed == 1
        asked(by_mail)
        taken.refused.clear()
        assert whole.run(by_mail, now=True).written == 2
        with by_mail.database.work() as session:  # killed before it was noted
            session.connection().exec_driver_sql("UPDATE message SET state = 'sending'")
        assert whole.run(by_mail, now=True).written == 2
    assert serials(taken.mails) == [1, 2, 1, 2]
    first, second, again, _ = [data for _, _, data in taken.mails]
    assert first == again != second


@pytest.mark.parametrize("how", ["broken", "forgets"])
def test_without_a_keyring_the_password_is_in_no_file(desk: Desk, ring: Ring, how: str) -> None:
    setattr(ring, how, True)
    box = account(587)
    assert accounts.save(desk, box, PASSWORD) is False
    assert accounts.password(desk, box) == PASSWORD
    for path in desk.folder.root.rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes()
    desk.secrets.clear()
    with pytest.raises(MailFailed) as told:
        accounts.password(desk, box)
    assert told.value.reason == "no-password"
    assert accounts.lacks_password(desk)


def test_the_password_lies_in_the_keyring(desk: Desk, ring: Ring) -> None:
    assert accounts.save(desk, account(587), PASSWORD)
    desk.secrets.clear()
    assert accounts.password(desk, accounts.show(desk)) == PASSWORD
    assert PASSWORD in ring.kept.values()
    assert PASSWORD not in repr(desk)


def test_a_mistyped_password_is_forgotten_after_the_test(by_mail, trusted) -> None:
    with an_smtp_server(trusted) as (port, taken):
        accounts.save(by_mail, account(port), PASSWORD)
        with pytest.raises(MailFailed):
            accounts.probe(by_mail, account(port), "rahasia 8")
        asked(by_mail)
        assert whole.run(by_mail, now=True).written == 1
    assert len(taken.mails) == 1


@pytest.mark.parametrize("without", [(), ("PLAIN",)])
def test_a_password_in_other_letters_is_no_riddle(desk: Desk, trusted, without) -> None:
    """Where a server knows no way to say it, it is as wrong as any other."""
    with an_smtp_server(trusted, password="katasandi é", without=without) as (port, _):
        if without:
            with pytest.raises(MailFailed) as told:
                accounts.probe(desk, account(port), "katasandi é")
            assert (told.value.reason, told.value.detail) == ("wrong-password", "")
        else:
            accounts.probe(desk, account(port), "katasandi é")
        with pytest.raises(MailFailed) as told:
            accounts.probe(desk, account(port), "katasandi ü")
        assert told.value.reason == "wrong-password"


def test_a_mailbox_is_opened_with_a_password_in_other_letters(desk: Desk, trusted) -> None:
    with an_imap_server(trusted, "katasandi é") as port:
        box = Account(inbox_server="127.0.0.1", inbox_port=port,
                      inbox_security=accounts.STARTTLS, user=USER)  # fmt: skip
        accounts.probe(desk, box, "katasandi é")
        with pytest.raises(MailFailed) as told:
            accounts.probe(desk, box, "katasandi ü")
    assert told.value.reason == "wrong-password"


def test_a_mailbox_is_checked_before_it_is_kept(desk: Desk) -> None:
    for wrong in ({"sender": "nobody"}, {"port": 0}, {"security": "none"}, {"server": "a\nb"}):
        with pytest.raises(Invalid):
            accounts.save(desk, account(**{"port": 587, **wrong}))
    desk.role = Role.STAFF
    with pytest.raises(Forbidden):
        accounts.save(desk, account(587))


def test_a_desk_without_servers_opens_no_connection(by_mail, monkeypatch) -> None:
    import socket

    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    asked(by_mail)
    assert whole.run(by_mail, now=True).written == 1


@pytest.fixture(scope="module")
def imap(cert) -> Iterator[int]:
    with an_imap_server(cert) as port:
        yield port


def a_mail_of_b(place: Path, symbol: str = THEIRS, sender: str = "Budi <Ill@B.test>") -> bytes:
    """A request of library B, or of another, as its desk mails it."""
    other = a_desk(place, symbol, "Perpustakaan B")
    partners.add(other, NewPartner("A", (OURS,), mail="ill@a.test"))
    number = a_request(other, OURS)
    acts.do(other, number, Action.SEND, {})
    post.run(other, now=True)
    (draft,) = other.folder.drafts.glob("*.eml")
    data = draft.read_bytes()
    other.close()
    return f"From: {sender}\r\n".encode() + data


def test_a_folder_of_the_mailbox_is_read_once(by_mail, trusted, imap, tmp_path) -> None:
    data = a_mail_of_b(tmp_path / "b")
    box = Account(
        inbox_server="127.0.0.1", inbox_port=imap, inbox_security=accounts.STARTTLS, user=USER,
        folder="Silang layan é", moved_to="Sudah",
    )  # fmt: skip
    accounts.put_password(by_mail, box, PASSWORD)
    with a_mailbox(imap, trusted[0]) as seen:
        for name in ('"Silang layan &AOk-"', "Sudah"):
            assert seen.create(name)[0] == "OK"
        for _ in range(2):
            assert seen.append('"Silang layan &AOk-"', "", None, data)[0] == "OK"
    accounts.save(by_mail, box)
    accounts.probe(by_mail, box)
    report = whole.run(by_mail)
    assert (report.read, report.applied, report.failed) == (1, 1, 0)
    (made,) = requests.page(by_mail, ListQuery()).lines
    assert made.state is State.NEW
    assert wire.run(by_mail).read == 0
    with a_mailbox(imap, trusted[0]) as seen:
        seen.select("Sudah")
        assert len(seen.search(None, "ALL")[1][0].split()) == 2
        assert seen.search(None, "UNSEEN")[1][0] == b""


def test_a_mail_stays_and_is_marked_as_read(by_mail, trusted, imap, tmp_path) -> None:
    box = Account(inbox_server="127.0.0.1", inbox_port=imap,
                  inbox_security=accounts.STARTTLS, user=USER)  # fmt: skip
    accounts.put_password(by_mail, box, PASSWORD)
    accounts.save(by_mail, box)
    with a_mailbox(imap, trusted[0]) as seen:
        seen.append("INBOX", "", None, a_mail_of_b(tmp_path / "b"))
    assert wire.run(by_mail).applied == 1
    assert wire.run(by_mail).read == 0
    with a_mailbox(imap, trusted[0]) as seen:
        seen.select("INBOX")
        assert seen.search(None, "UNSEEN")[1][0] == b""
        assert len(seen.search(None, "ALL")[1][0].split()) >= 1


@pytest.mark.log_expected
def test_a_mail_our_own_code_fails_at_stays_unread_and_somebody_is_told(
    by_mail, trusted, imap, tmp_path, monkeypatch
) -> None:
    box = Account(inbox_server="127.0.0.1", inbox_port=imap,
                  inbox_security=accounts.STARTTLS, user=USER)  # fmt: skip
    accounts.put_password(by_mail, box, PASSWORD)
    accounts.save(by_mail, box)

    def breaks(_connection: object, _cursor: object, statement: str, *_given: object) -> None:
        if statement.startswith("INSERT INTO message "):
            raise ZeroDivisionError

    with a_mailbox(imap, trusted[0]) as seen:
        seen.append("INBOX", "", None, a_mail_of_b(tmp_path / "b"))
        event.listen(by_mail.database.engine, "before_cursor_execute", breaks)
        first = wire.run(by_mail)
        assert (first.applied, first.failed, first.failing) == (0, 1, ())
        pass_time(by_mail, minutes=1)
        assert whole.run(by_mail).failing == ("Perpustakaan B",)
        event.remove(by_mail.database.engine, "before_cursor_execute", breaks)
        mended = whole.run(by_mail)
        assert (mended.applied, mended.failed, mended.failing) == (1, 0, ())
        seen.select("INBOX")
        assert seen.search(None, "UNSEEN")[1][0] == b""
        seen.append("INBOX", "", None, A_PACKAGE)
        with monkeypatch.context() as patch:
            patch.setattr(zipfile, "ZipFile", None)  # Python's own zip fails as nobody thought
            assert wire.run(by_mail).failed == 1
            pass_time(by_mail, minutes=1)
            assert wire.run(by_mail).failing == ("ill@b.test",)
        assert wire.run(by_mail).quarantined == 1


A_PACKAGE = (
    b"From: ill@b.test\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
    b"Content-Disposition: attachment; filename=x.illpkg\r\n\r\nPK\x03\x04 of some kind\r\n"
)


def test_a_mail_of_other_people_stays_as_it_is(by_mail, trusted, imap, tmp_path) -> None:
    """However many there are, they keep nothing from being read, and are looked at once."""
    box = Account(inbox_server="127.0.0.1", inbox_port=imap, folder="Umum", moved_to="Dibaca",
                  inbox_security=accounts.STARTTLS, user=USER)  # fmt: skip
    accounts.put_password(by_mail, box, PASSWORD)
    accounts.save(by_mail, box)
    with a_mailbox(imap, trusted[0]) as seen:
        for name in ("Umum", "Dibaca"):
            seen.create(name)
        for n in range(wire.MOST + 1):
            text = f"From: shop@spam.test\r\nSubject: {n}\r\n\r\nBuy now\r\n"
            seen.append("Umum", "", None, text.encode())
        seen.append("Umum", "", None, a_mail_of_b(tmp_path / "b"))
    assert wire.run(by_mail).read == 0
    report = wire.run(by_mail)
    assert (report.read, report.applied, report.quarantined) == (1, 1, 0)
    assert wire.run(by_mail).read == 0
    assert [line.state for line in lines(by_mail, direction="in")] == ["applied"]
    assert [p for p in by_mail.folder.quarantine.rglob("*") if p.is_file()] == []
    with a_mailbox(imap, trusted[0]) as seen:
        seen.select("Umum")
        assert len(seen.search(None, "UNSEEN")[1][0].split()) == wire.MOST + 1


TNEF = b'Content-Type: application/ms-tnef; name="winmail.dat"\r\n\r\nx\r\n'


def test_a_mail_nobody_can_look_into_is_told_of_only_from_a_partner(
    by_mail, trusted, imap, monkeypatch
) -> None:
    """A stranger's, too large or packed by Outlook, is left for people to read."""
    monkeypatch.setattr(mail, "LIMIT", 5000)
    box = Account(inbox_server="127.0.0.1", inbox_port=imap, folder="Lain",
                  inbox_security=accounts.STARTTLS, user=USER)  # fmt: skip
    accounts.put_password(by_mail, box, PASSWORD)
    accounts.save(by_mail, box)
    large, deep = b"Subject: x\r\n\r\n" + b"x" * 6000, b"Content-Type: message/rfc822\n\n" * 150
    with a_mailbox(imap, trusted[0]) as seen:
        seen.create("Lain")
        for sender in (b"From: shop@spam.test\r\n", b"From: Budi <Ill@B.test>\r\n", b""):
            for rest in (TNEF, large, deep):
                seen.append("Lain", "", None, sender + rest)
    assert wire.run(by_mail).quarantined == 3
    assert wire.run(by_mail).read == 0
    told = {(line.partner, line.reason) for line in lines(by_mail, state="quarantined")}
    assert told == {
        ("Perpustakaan B", why) for why in ("winmail", "mail-too-large", "mail-too-deep")
    }
    with a_mailbox(imap, trusted[0]) as seen:
        seen.select("Lain")
        assert len(seen.search(None, "UNSEEN")[1][0].split()) == 6


def test_a_mail_from_another_address_waits(by_mail, trusted, imap, tmp_path) -> None:
    data = a_mail_of_b(tmp_path / "b").replace(b"Ill@B.test", b"ill@thief.test")
    box = Account(inbox_server="127.0.0.1", inbox_port=imap,
                  inbox_security=accounts.STARTTLS, user=USER)  # fmt: skip
    accounts.put_password(by_mail, box, PASSWORD)
    accounts.save(by_mail, box)
    with a_mailbox(imap, trusted[0]) as seen:
        seen.append("INBOX", "", None, data)
    assert wire.run(by_mail).attention == 1
    assert lines(by_mail, direction="in")[0].reason == "sender-mismatch"
    assert requests.page(by_mail, ListQuery()).lines == ()


@pytest.mark.log_expected
def test_a_mailbox_that_does_not_answer_is_told_of(by_mail, caplog) -> None:
    box = Account(inbox_server="127.0.0.1", inbox_port=a_port(), user=USER)
    accounts.put_password(by_mail, box, PASSWORD)
    accounts.save(by_mail, box)
    with caplog.at_level(logging.WARNING):
        assert wire.run(by_mail).failed == 1
    assert "no-connection" in caplog.text
