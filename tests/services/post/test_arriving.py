"""What sync clients, slow writers, locks and wrong clocks do to an inbox (RELIABILITY F1 to F5)."""

import os
import random
import re
import time
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import acts, check, ledger, partners, post, requests
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import collecting
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import START, THEIRS, THIRD, Pair, a_request, pass_time
from tests.services.post.test_kill import a_request_file
from tests.services.post.test_refused import arrives, files, heard, joined

YEARS = timedelta(days=731)
COPIES = (
    "m1 (Sari's conflicted copy 2026-03-09).xml",
    "m1 (conflicted copy 2026-03-09 101500).xml",
    "m1.sync-conflict-20260309-101500-ABCDEFG.xml",
    "m1-SARI-PC.xml",
)
SCRATCH = (
    ".m1.xml.Ab12Cd", ".syncthing.m1.xml.tmp", ".m1.xml.~5f3a", "m1.xml.filepart", "m1.xml.part",
    "~m1.xml", "~$m1.xml", "m1.xml.tmp", "m1.xml.crdownload", "m1.xml.partial", ".~lock.m1.xml#",
)  # fmt: skip


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    return tmp_path / "mail"


def applied(desk: Desk) -> int:
    return heard(desk).count("applied")


# --- F1: files that grow ------------------------------------------------------------------------


def _grow(desk: Desk, mail: Path, count: int, seed: int) -> Counter[str]:
    """Files written in pieces with rounds between; some by rename, some never finished."""
    dice, ends = random.Random(seed), Counter[str]()
    growing: dict[Path, bytes] = {}
    for n in range(count):
        how = dice.choices(("pieces", "rename", "never"), (70, 20, 10))[0]
        ends[how] += 1
        name = f"m{n:04d}.xml" + (".part" if how == "rename" else "")
        data = a_request_file(n)
        growing[mail / "in" / name] = data[: len(data) // 2] if how == "never" else data
    while growing:
        for path in list(growing):
            size = dice.randrange(200, 900)
            with path.open("ab") as file:
                file.write(growing[path][:size])
            growing[path] = growing[path][size:]
            if not growing[path]:
                del growing[path]
                if path.suffix == ".part":
                    path.rename(path.with_suffix(""))
        post.run(desk, now=True)
    return ends


def _grown_up(desk: Desk, mail: Path, ends: Counter[str]) -> None:
    assert heard(desk) == ["applied"] * (ends["pieces"] + ends["rename"])
    assert len(files(mail / "in")) == ends["never"]
    for path in (mail / "in").iterdir():
        os.utime(path, (time.time() - 61, time.time() - 61))
    assert post.run(desk, now=True).quarantined == ends["never"]
    assert check.check(desk).ok
    desk.close()


def test_a_file_that_grows_is_read_when_it_is_whole(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    _grown_up(desk, mail, _grow(desk, mail, 30, seed=1))


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_five_hundred_files_that_grow(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    ends = _grow(desk, mail, 500, seed=2)
    print(dict(ends))
    _grown_up(desk, mail, ends)


# --- F2: sync clients ---------------------------------------------------------------------------


def test_scratch_paper_of_other_programs_is_left_alone(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    for name in SCRATCH:
        path = mail / "in" / name
        path.write_bytes(a_request_file(1))
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert post.run(desk).read == 0
    assert len(files(mail / "in")) == len(SCRATCH)
    desk.close()


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_counts_once_when_alike_and_waits_when_not(
    tmp_path: Path, mail: Path, name: str
) -> None:
    desk = joined(tmp_path, mail)
    arrives(mail, 1)
    (mail / "in" / name).write_bytes(a_request_file(1))
    report = post.run(desk)
    assert (report.applied, report.duplicate) == (1, 1)
    (mail / "in" / name).write_bytes(a_request_file(1).replace(b"Book 1", b"Another"))
    assert post.run(desk).attention == 1
    assert len(requests.page(desk, ListQuery(limit=0)).lines) == 1
    desk.close()


def test_deleted_and_created_again_is_the_same_message(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    for _ in range(3):
        arrives(mail, 1)
        post.run(desk)
    assert heard(desk) == ["applied", "duplicate", "duplicate"]
    desk.close()


def test_a_placeholder_without_bytes_waits_for_them(
    tmp_path: Path, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = joined(tmp_path, mail)
    (mail / "in" / "m1.xml").write_bytes(b"")
    assert post.run(desk).read == 0
    (mail / "in" / "m1.xml").write_bytes(a_request_file(1))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", _denied)
        assert post.run(desk).read == 0
    assert post.run(desk).applied == 1
    desk.close()


def test_a_file_from_the_future_is_read(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    later = time.time() + YEARS.total_seconds()
    for name, data in (("m1.xml", a_request_file(1)), ("m2.xml", b"<no"), ("m3.txt", b"no")):
        (mail / "in" / name).write_bytes(data)
        os.utime(mail / "in" / name, (later, later))
    report = post.run(desk)
    assert (report.applied, report.quarantined) == (1, 2)
    desk.close()


# --- F3: locked ---------------------------------------------------------------------------------


def _denied(*_: object, **__: object) -> None:
    raise PermissionError(13, "The process cannot access the file", None, 32)


@pytest.mark.parametrize(
    ("owner", "what"),
    [(Path, "read_bytes"), (Path, "unlink"), (Path, "lstat"), (os, "scandir"), (os, "fsync")],
)
def test_a_lock_delays_and_loses_nothing(
    tmp_path: Path, mail: Path, monkeypatch: pytest.MonkeyPatch, owner: object, what: str
) -> None:
    desk = joined(tmp_path, mail)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    arrives(mail, 1, 2)
    really = getattr(owner, what)

    def locked(*given: object, **more: object) -> object:
        mine = not given or not isinstance(given[0], Path) or "mail" in given[0].parts
        return _denied() if mine else really(*given, **more)

    for _ in range(3):
        with monkeypatch.context() as patch:
            patch.setattr(owner, what, locked)
            post.run(desk, now=True)
    post.run(desk, now=True)
    assert heard(desk) == ["applied", "applied"]
    assert files(mail / "in") == []
    assert len(files(mail / "out")) == 3
    assert [name for name in files(mail / "out") if name.startswith(".")] == []
    desk.close()


@pytest.mark.parametrize("what", ["m1.xml", "two.eml"])
def test_a_file_that_is_locked_for_long_is_told_until_it_is_read(
    tmp_path: Path, mail: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    desk = joined(tmp_path, mail)
    arrives(mail, 2)
    arrives(mail, 1)
    if what.endswith(".eml"):
        (mail / "in" / "m1.xml").rename(mail / "in" / what)
    really = Path.open

    def locked(self: Path, *given: object, **more: object) -> object:
        return _denied() if self.name == what else really(self, *given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", locked)
        first = post.run(desk, now=True)
        assert (first.applied, first.locked) == (1, ())  # a copy takes a moment
        pass_time(desk, seconds=40)
        assert post.run(desk, now=True).locked == ("B",)
        assert files(mail / "in") == [what]
    assert post.run(desk, now=True).locked == ()
    assert files(mail / "in") == []
    assert desk.setting("locked-files", None) == {}
    desk.close()


def test_how_long_a_file_is_locked_is_counted_on_while_many_others_are_read(
    tmp_path: Path, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = joined(tmp_path, mail)
    partners.add(desk, NewPartner("C", (THIRD,), str(mail / "in2"), str(mail / "out2")))
    (mail / "in2" / "shut.xml").write_bytes(b"<a/>")
    really = Path.open

    def locked(self: Path, *given: object, **more: object) -> object:
        return _denied() if self.name == "shut.xml" else really(self, *given, **more)

    monkeypatch.setattr(Path, "open", locked)
    monkeypatch.setattr(collecting, "PORTION", 1)
    assert post.run(desk, briefly=True).locked == ()
    pass_time(desk, seconds=25)
    arrives(mail, 1, 2)
    first = post.run(desk, briefly=True)
    assert (first.more, first.locked) == (True, ())  # it has not come to the other inbox
    pass_time(desk, seconds=10)
    post.run(desk, briefly=True)
    assert post.run(desk, briefly=True).locked == ("C",)
    desk.close()


# --- F4: lots -----------------------------------------------------------------------------------


def _many(desk: Desk, mail: Path, count: int) -> float:
    """Many files at once, one of ten of them bad; seconds."""
    for n in range(count):
        path = mail / "in" / f"m{n:05d}.xml"
        path.write_bytes(b"<no" if n % 10 == 3 else a_request_file(n))
        os.utime(path, (1_700_000_000, 1_700_000_000))
    begun = time.monotonic()
    report = post.run(desk, now=True)
    took = time.monotonic() - begun
    bad = sum(1 for n in range(count) if n % 10 == 3)
    assert (report.applied, report.quarantined, report.failed) == (count - bad, bad, 0)
    assert files(mail / "in") == []
    assert check.check(desk).ok
    desk.close()
    return took


def _breaks_at(member: str, patch: pytest.MonkeyPatch) -> None:
    """Let Python's own zip fail in a way nobody thought of."""

    def breaks(self: zipfile.ZipFile, *_given: object, **_more: object) -> None:
        raise ZeroDivisionError

    patch.setattr(zipfile.ZipFile, member, breaks)


@pytest.mark.log_expected
def test_a_file_our_own_code_cannot_even_read_stops_nobody(
    tmp_path: Path, mail: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = joined(tmp_path, mail)
    partners.add(desk, NewPartner("C", (THIRD,), str(tmp_path / "c"), str(tmp_path / "to-c")))
    arrives(mail, 1)
    (tmp_path / "c" / "bad.illpkg").write_bytes(b"PK\x03\x04 of some kind")
    (tmp_path / "c" / "mail.eml").write_bytes(
        b"From: c@c.test\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
        b"Content-Disposition: attachment; filename=x.illpkg\r\n\r\nPK\x03\x04 of some kind\r\n"
    )
    os.utime(tmp_path / "c" / "mail.eml", (1_700_000_000, 1_700_000_000))
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    with monkeypatch.context() as patch:
        _breaks_at("__init__", patch)
        first = post.run(desk, now=True)
        assert (first.applied, first.written, first.failed) == (1, 2, 2)
        pass_time(desk, minutes=1)
        second = post.run(desk)
        assert (second.failed, second.failing) == (2, ("C",))
        assert len(caplog.records) == 2  # said once for each, and not in every round
    assert files(tmp_path / "c") == ["bad.illpkg", "mail.eml"]
    mended = post.run(desk)
    assert (mended.quarantined, mended.failed, mended.failing) == (1, 0, ())
    desk.close()


@pytest.mark.log_expected
def test_a_message_our_own_code_cannot_make_ready_holds_back_no_other(
    tmp_path: Path, mail: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = joined(tmp_path, mail)
    partners.add(desk, NewPartner("C", (THIRD,), str(tmp_path / "c"), str(tmp_path / "to-c")))
    partners.change(desk, THIRD, {"package": "inside"})
    for symbol in (THIRD, THEIRS):
        acts.do(desk, a_request(desk, symbol), Action.SEND)
    with monkeypatch.context() as patch:
        _breaks_at("writestr", patch)
        for _ in range(2):
            post.run(desk, now=True)
        (bad,) = ledger.messages(desk, LedgerQuery(state="failed")).messages
        assert (bad.partner, bad.reason) == ("C", "not-made")
        assert len(caplog.records) == 1
    assert len(files(mail / "out")) == 1
    assert post.run(desk, now=True).written == 1
    assert len(files(tmp_path / "to-c")) == 1
    desk.close()


def test_a_refusal_is_one_whatever_the_refused_message_says(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    odd = a_request_file(1).replace(b"R-00001", b"OK").replace(b"ID-A<", b"ID-Z<")
    (mail / "in" / "m1.xml").write_bytes(odd)
    post.run(desk)
    (answer,) = ledger.messages(desk, LedgerQuery(direction="out")).messages
    assert answer.summary == "ERROR"
    desk.close()


@pytest.mark.skipif(os.name != "posix", reason="names are letters there")
def test_a_file_whose_name_is_no_text_is_read_like_any_other(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    Path(os.fsdecode(os.fsencode(mail / "in") + b"/\xff\xfe.xml")).write_bytes(a_request_file(1))
    report = post.run(desk, now=True)
    assert (report.applied, report.failed, files(mail / "in")) == (1, 0, [])
    (line,) = ledger.messages(desk, LedgerQuery(direction="in")).messages
    assert line.file == r"\xff\xfe.xml"
    desk.close()


def test_a_scan_somebody_put_into_the_folder_is_not_lost(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    small, large = b"%PDF-1.7 a page", b"%PDF-1.7" + bytes(3 * 2**20)
    for name, data in (("article.pdf", small), ("book.pdf", large)):
        (mail / "in" / name).write_bytes(data)
        os.utime(mail / "in" / name, (1_700_000_000, 1_700_000_000))
    assert post.run(desk).quarantined == 2
    assert files(mail / "in") == []
    book, article = ledger.messages(desk, LedgerQuery(state="quarantined")).messages
    assert (article.reason, article.is_a_file) == ("a-document", True)
    kept = ledger.save_file(desk, article.id, tmp_path / "saved.pdf")
    assert kept.read_bytes() == small
    assert (book.reason, book.detail) == ("a-document", "quarantine/B/book.pdf")
    assert ledger.save_file(desk, book.id, tmp_path / "book.pdf").read_bytes() == large
    desk.close()


def test_of_a_file_that_is_too_large_it_is_kept_how_large_it_is(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    there = {"big.xml": 5 * 2**20, "whole.eml": 17 * 2**20}
    for name, size in there.items():
        (mail / "in" / name).write_bytes(b"<a>" + bytes(size - 3))
        os.utime(mail / "in" / name, (1_700_000_000, 1_700_000_000))
    assert post.run(desk).quarantined == 2
    lines = {one.file: one.id for one in ledger.messages(desk, LedgerQuery()).messages}
    told = {name: ledger.message(desk, lines[name]).reason_text for name in there}
    assert told == {
        "big.xml": "“big.xml” is 5.0 MB; a message is no larger than 2 MB.",
        "whole.eml": "“whole.eml” is 17.0 MB; a message is no larger than 16 MB.",
    }
    place = desk.folder.quarantine / "B"
    noted = [(place / f"{name}.reason.txt").read_text().splitlines() for name in there]
    assert noted == [["too-large", str(5 * 2**20)], ["mail-too-large", str(17 * 2**20)]]
    (place / "big.xml").unlink()
    gone = ledger.message(desk, lines["big.xml"])
    assert (gone.reason_text, gone.size) == ("The file is larger than 2 MB.", 0)
    desk.close()


def test_a_large_file_that_still_grows_is_left_alone(tmp_path: Path, mail: Path) -> None:
    desk = joined(tmp_path, mail)
    path = mail / "in" / "film.xml"
    path.write_bytes(bytes(3 * 2**20))
    assert post.run(desk).read == 0
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert post.run(desk).quarantined == 1
    desk.close()


def test_a_file_written_anew_while_it_is_read_is_read_in_its_turn(
    tmp_path: Path, mail: Path
) -> None:
    desk = joined(tmp_path, mail)
    arrives(mail, 1)
    (name,) = files(mail / "in")

    def anew(*_given: object) -> None:
        (mail / "in" / name).write_bytes(a_request_file(2) + b"\n")

    event.listen(desk.database.engine, "commit", anew, once=True)
    assert post.run(desk).applied == 1
    assert post.run(desk).applied == 1
    assert len(requests.page(desk, ListQuery(limit=0)).lines) == 2
    desk.close()


def test_many_files_at_once_with_bad_ones_among_them(tmp_path: Path, mail: Path) -> None:
    _many(joined(tmp_path, mail), mail, 120)


@pytest.mark.log_expected
def test_a_message_whose_answer_fails_in_our_own_code_stays_and_somebody_is_told(
    tmp_path: Path, mail: Path
) -> None:
    desk = joined(tmp_path, mail)
    partners.change(desk, THEIRS, {"auto-received": "yes"})
    arrives(mail, 1, 2)

    def breaks(_c: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith("INSERT INTO message ") and "AgencyMessage'" in str(parameters):
            raise ZeroDivisionError

    event.listen(desk.database.engine, "before_cursor_execute", breaks)
    first = post.run(desk, now=True)
    assert (first.applied, first.failed, first.written, first.failing) == (0, 2, 0, ())
    pass_time(desk, minutes=1)
    second = post.run(desk, now=True)
    assert (second.failing, second.locked) == (("B",), ())  # nobody else keeps it shut
    assert (requests.page(desk, ListQuery(limit=0)).lines, heard(desk)) == ((), [])
    event.remove(desk.database.engine, "before_cursor_execute", breaks)
    mended = post.run(desk, now=True)
    assert (mended.applied, mended.written, mended.failing) == (2, 4, ())
    assert len(requests.page(desk, ListQuery(limit=0)).lines) == 2
    assert files(mail / "in") == []
    desk.close()


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_ten_thousand_files_at_once(tmp_path: Path, mail: Path) -> None:
    count = int(os.environ.get("ILL_FILES", "10000"))
    took = _many(joined(tmp_path, mail), mail, count)
    print(f"{count} files in {took:.0f} s: {count / took:.0f} a second")


# --- F5: clocks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("jump", [-YEARS, YEARS, -timedelta(hours=1)])
def test_a_clock_that_jumps_loses_no_message(pair: Pair, jump: timedelta) -> None:
    ours, theirs = pair.ask()
    pair.borrower.clock = SetClock(pair.borrower.clock.now() + jump)
    acts.do(pair.lender, theirs, Action.WILL_SUPPLY)
    pair.post()
    assert pair.here(ours).line.state is State.WILL_SUPPLY
    pair.borrower.clock = SetClock(pair.borrower.clock.now() - jump)
    pair.lends(theirs, Action.FETCHED)
    pair.lends(theirs, Action.SHIP)
    assert pair.here(ours).line.state is State.ON_ITS_WAY
    pair.borrows(ours, Action.RECEIVED)
    assert pair.there(theirs).line.state is State.AT_BORROWER
    for desk in (pair.borrower, pair.lender):
        assert check.check(desk).problems == ()


def test_a_stamp_from_the_far_future_does_not_hide_what_comes_later(pair: Pair) -> None:
    ours, theirs = pair.ask()
    acts.do(pair.lender, theirs, Action.WILL_SUPPLY)
    post.run(pair.lender, now=True)
    for path in (pair.mail / "to-a").glob("*SAM*.xml"):
        said = re.sub(rb"(timestamp|lastChange)>20\d\d", rb"\1>2099", path.read_bytes())
        path.write_bytes(said)
    pair.post()
    assert pair.here(ours).line.state is State.WILL_SUPPLY
    said_ahead = next(one for one in pair.here(ours).messages if one.direction == "in")
    assert (said_ahead.state, said_ahead.reason) == ("applied", "clock-ahead")
    assert ledger.message(pair.borrower, said_ahead.id).reason_text.startswith("It is dated more")
    pair.lends(theirs, Action.FETCHED)
    pair.lends(theirs, Action.SHIP)
    assert pair.here(ours).line.state is State.ON_ITS_WAY
    assert check.check(pair.borrower).problems == ()


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        ("Asia/Jakarta", START),
        ("Europe/Berlin", datetime(2026, 3, 29, 0, 59, 50, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 10, 25, 0, 59, 50, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 14, 59, 50, tzinfo=UTC)),
        ("Pacific/Apia", datetime(2026, 12, 31, 10, 30, tzinfo=UTC)),
    ],
)
def test_a_loan_over_the_change_of_the_clocks_keeps_its_days(
    pair: Pair, zone: str, at: datetime
) -> None:
    for desk in (pair.borrower, pair.lender):
        desk.library = replace(desk.library, zone=zone)
        desk.clock = SetClock(at)
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.WILL_SUPPLY)
    pair.lends(theirs, Action.FETCHED)
    shipped = pair.lends(theirs, Action.SHIP, due="+28")
    pair.borrows(ours, Action.RECEIVED)
    assert pair.here(ours).line.due == shipped.line.due
    for desk in (pair.borrower, pair.lender):
        assert check.check(desk).problems == ()
        said = ledger.messages(desk, LedgerQuery(limit=0)).messages
        assert all(line.at >= at for line in said)
