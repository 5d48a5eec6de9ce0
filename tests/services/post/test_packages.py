"""Packages between two desks: copies that travel, and seals that say who wrote."""

import io
import os
import sys
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from ill_desktop.domain.errors import CannotWrite, Unreadable
from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.formats import package
from ill_desktop.services import (
    acts,
    attachments,
    backup,
    check,
    ledger,
    partners,
    post,
    requests,
    sealing,
    statistics,
)
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.post.again import read_again
from ill_desktop.services.post.matching import match
from ill_desktop.services.views import MessageLine
from ill_desktop.store import sequence
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.packages import asked_for, numbers
from tests.services.desks import OURS, THEIRS, Pair, a_desk, a_request
from tests.services.post import steps


def a_pdf(pages: int = 2) -> bytes:
    made, out = pypdf.PdfWriter(), io.BytesIO()
    for _ in range(pages):
        made.add_blank_page(200, 200)
    made.write(out)
    return out.getvalue()


def a_locked_pdf() -> bytes:
    made, out = pypdf.PdfWriter(io.BytesIO(a_pdf())), io.BytesIO()
    made.encrypt("secret", algorithm="RC4-128")
    made.write(out)
    return out.getvalue()


A_TIFF = b"II*\x00" + bytes(60)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    place = tmp_path / "Pindaian artikel.pdf"
    place.write_bytes(a_pdf())
    return place


def packages(pair: Pair, folder: str = "to-a") -> list[Path]:
    return sorted((pair.mail / folder).glob("*.illpkg"))


def incoming(desk) -> list[MessageLine]:
    found = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    return [one for one in found if "Confirmation" not in one.kind]


def use(pair: Pair, how: str) -> None:
    """Both cards say how messages travel."""
    partners.change(pair.borrower, THEIRS, {"package": how})
    partners.change(pair.lender, OURS, {"package": how})


def compare_words(pair: Pair) -> None:
    """Both people read their eight words over the telephone."""
    a, b = sealing.view(pair.borrower, THEIRS).ours, sealing.view(pair.lender, OURS).ours
    sealing.trust(pair.borrower, THEIRS, b.public)
    sealing.trust(pair.lender, OURS, a.public)


# --- copies -------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["beside", "inside"])
def test_a_scanned_article_arrives_with_its_cover_at_its_request(
    pair: Pair, article: Path, how: str
) -> None:
    use(pair, how)
    ours, theirs = pair.ask(Service.COPY)
    pair.lends(theirs, Action.SEND_COPY, file=str(article))
    assert pair.here(ours).line.state is State.COPY_SENT
    (kept,) = requests.show(pair.borrower, ours).attachments
    assert (kept.name[-4:], kept.came) == (".pdf", True)
    copy = attachments.open_copy(pair.borrower, ours, kept.id)
    reader = pypdf.PdfReader(copy)
    assert len(reader.pages) == 3
    text = reader.pages[0].extract_text()
    assert theirs in text
    assert "Laskar pelangi" in text
    assert f"{ours}-1" in text


def test_the_message_beside_a_package_counts_once(pair: Pair, article: Path) -> None:
    ours, theirs = pair.ask(Service.COPY)
    pair.lends(theirs, Action.SEND_COPY, file=str(article))
    said = [one for one in incoming(pair.borrower) if one.summary == "CopyCompleted"]
    assert sorted(one.state for one in said) == ["applied", "duplicate"]
    kinds = [event.kind for event in requests.show(pair.borrower, ours).events]
    assert kinds.count("copy-completed") == 1
    assert kinds.count("file-attached") == 1


@pytest.mark.parametrize("how", ["beside", "inside", "sealed"])
def test_a_copy_sent_again_has_its_scan_each_time(pair: Pair, article: Path, how: str) -> None:
    use(pair, how)
    _, theirs = pair.ask(Service.COPY)
    pair.lends(theirs, Action.SEND_COPY, file=str(article))
    for _ in range(2):
        sent = ledger.messages(pair.lender, LedgerQuery(direction="out", limit=0)).messages
        ledger.resend(pair.lender, next(m.id for m in sent if m.summary == "CopyCompleted"))
        post.run(pair.lender, now=True)
        (again,) = packages(pair)
        assert [data[:4] for data in package.unpack(again.read_bytes()).attachments.values()] == [
            b"%PDF"
        ]
        pair.post()


def test_a_copy_that_came_another_way_is_kept_with_what_says_so(pair: Pair, article: Path) -> None:
    ours, theirs = pair.ask(Service.COPY)
    pair.lends(theirs, Action.SEND_COPY)
    (kept,) = pair.borrows(ours, Action.COPY_RECEIVED, file=str(article)).attachments
    assert (kept.name, kept.came) == (article.name, False)
    acts.undo(pair.borrower, ours)
    assert pair.here(ours).attachments == ()


def test_undo_takes_the_file_back_while_nothing_left(pair: Pair, article: Path) -> None:
    _, theirs = pair.ask(Service.COPY)
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(article)})
    assert len(pair.there(theirs).attachments) == 1
    acts.undo(pair.lender, theirs)
    assert pair.there(theirs).attachments == ()
    assert pair.there(theirs).line.state is State.NEW


def test_the_pages_of_a_pdf_are_counted_without_our_cover(pair: Pair, article: Path) -> None:
    _, theirs = pair.ask(Service.COPY)
    given = {"file": str(article), "pages": "9"}
    acts.do(pair.lender, theirs, Action.SEND_COPY, given)
    assert pair.there(theirs).page_count == 2
    acts.undo(pair.lender, theirs)
    assert pair.there(theirs).page_count is None


def test_a_copy_that_arrives_is_opened_by_nobody_to_count_its_pages(
    pair: Pair, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pair.ask(Service.COPY)
    requests.edit(pair.borrower, ours, {"pages": "12-19"})
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(article)})
    post.run(pair.lender, now=True)
    opened: list[bytes] = []
    whole = pypdfium2.PdfDocument.__init__

    def told(document: pypdfium2.PdfDocument, data: bytes) -> None:
        opened.append(data)
        whole(document, data)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__init__", told)
    pair.post()
    assert [one.came for one in pair.here(ours).attachments] == [True]
    assert (opened, pair.here(ours).page_count) == ([], None)
    pair.borrows(ours, Action.COPY_RECEIVED)
    month = f"{pair.borrower.today():%Y-%m}"
    assert statistics.figures(pair.borrower, month, month).of("B3g").value == 8


@pytest.mark.parametrize("harm", ["cut", "locked", "picture"])
def test_where_a_file_tells_no_pages_those_typed_count(
    pair: Pair, tmp_path: Path, harm: str
) -> None:
    _, theirs = pair.ask(Service.COPY)
    place = tmp_path / "scan"
    place.write_bytes({"cut": a_pdf()[:60], "locked": a_locked_pdf(), "picture": A_TIFF}[harm])
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(place), "pages": "9"})
    assert pair.there(theirs).page_count == 9


def test_what_is_no_document_is_not_sent(pair: Pair, tmp_path: Path) -> None:
    _, theirs = pair.ask(Service.COPY)
    (tmp_path / "a.exe").write_bytes(b"MZ\x90\x00")
    with pytest.raises(Unreadable):
        acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(tmp_path / "a.exe")})
    assert pair.there(theirs).line.state is State.NEW


def test_what_is_no_document_is_not_kept_and_the_ledger_says_so(pair: Pair, article: Path) -> None:
    ours, theirs = pair.ask(Service.COPY)
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(article)})
    post.run(pair.lender, now=True)
    (came,) = packages(pair)
    found = package.unpack(came.read_bytes())
    came.write_bytes(package.pack(found.manifest, found.message, {"run.exe": b"MZ\x90\x00"}))
    pair.post()
    assert requests.show(pair.borrower, ours).attachments == ()
    odd = [one for one in incoming(pair.borrower) if one.reason == "attachment-refused"]
    assert [one.detail for one in odd] == ["run.exe"]


# --- copies in doubt ----------------------------------------------------------------------------


def kept_files(desk: Desk) -> list[str]:
    return sorted(path.suffix for path in desk.folder.attachments.iterdir())


@pytest.fixture
def in_doubt(pair: Pair, article: Path) -> tuple[str, MessageLine]:
    """A scan that came under a seal whose key nobody has compared; its request and its message."""
    ours, theirs = pair.ask(Service.COPY)
    use(pair, "sealed-only")
    pair.lends(theirs, Action.SEND_COPY, file=str(article))
    line = incoming(pair.borrower)[0]
    assert (line.state, line.reason) == ("attention", "seal-new-key")
    assert pair.here(ours).attachments == ()
    return ours, line


def clear_doubt(pair: Pair, line: MessageLine) -> str:
    (key,) = sealing.view(pair.borrower, THEIRS).theirs
    sealing.trust(pair.borrower, THEIRS, key.public)
    return read_again(pair.borrower, line.id).line.state


def test_a_scan_waits_with_its_message_until_the_doubt_is_cleared(
    pair: Pair, in_doubt: tuple[str, MessageLine]
) -> None:
    ours, line = in_doubt
    assert clear_doubt(pair, line) == "applied"
    view = pair.here(ours)
    assert view.line.state is State.COPY_SENT
    (kept,) = view.attachments
    assert len(pypdf.PdfReader(attachments.open_copy(pair.borrower, ours, kept.id)).pages) == 3
    attachments.remove(pair.borrower, ours, kept.id)
    assert check.check(pair.borrower).ok


def test_a_scan_that_waits_is_in_the_backup(pair: Pair, in_doubt: tuple[str, MessageLine]) -> None:
    ours, line = in_doubt
    desk = pair.borrower
    made = backup.make(desk, "auto")
    (path,) = desk.folder.attachments.iterdir()
    path.unlink()
    assert [one.code for one in check.check(desk).problems] == ["attachment"]
    desk.close()
    backup.restore(desk.folder.root, made)
    pair.borrower = open_desk(desk.folder.root)
    assert check.check(pair.borrower).ok
    assert clear_doubt(pair, line) == "applied"
    assert len(pair.here(ours).attachments) == 1


def test_a_message_whose_scan_somebody_took_away_is_used_and_says_so(
    pair: Pair, in_doubt: tuple[str, MessageLine]
) -> None:
    ours, line = in_doubt
    for path in pair.borrower.folder.attachments.iterdir():
        path.unlink()
    assert clear_doubt(pair, line) == "applied"
    assert pair.here(ours).line.state is State.COPY_SENT
    assert ledger.message(pair.borrower, line.id).line.reason == "attachment-gone"
    assert check.check(pair.borrower).ok


def test_a_scan_set_aside_goes_when_its_message_is_forgotten(
    pair: Pair, in_doubt: tuple[str, MessageLine]
) -> None:
    _, line = in_doubt
    pair.later(days=45)
    post.run(pair.borrower)
    assert kept_files(pair.borrower) == [".pdf"]
    ledger.set_aside(pair.borrower, line.id)
    pair.later(days=1)
    post.run(pair.borrower)
    assert ledger.message(pair.borrower, line.id).text == ""
    assert kept_files(pair.borrower) == []
    assert check.check(pair.borrower).ok


def held_back(pair: Pair, article: Path, wrong: tuple[str, str]) -> tuple[str, dict[str, bytes]]:
    """A copy on its way, bare and in a package with more than a scan; its request and its files."""
    ours, theirs = pair.ask(Service.COPY)
    pair.later(hours=1)
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(article)})
    post.run(pair.lender, now=True)
    (came,) = packages(pair)
    bare = came.with_suffix(".xml")
    found = package.unpack(came.read_bytes())
    said = found.message.replace(wrong[0].format(ours).encode(), wrong[1].encode())
    enclosed = {**found.attachments, "run.exe": b"MZ"}
    files = {"package": package.pack(found.manifest, said, enclosed), "bare": said}
    came.unlink()
    bare.unlink()
    return ours, files


ORDERS = [("bare", "package"), ("package", "bare")]
NOBODYS = ("{}-1", "12345")
STRANGERS = (">ID-B<", ">ID-X<")


def arrive(pair: Pair, files: dict[str, bytes], order: tuple[str, str]) -> None:
    for which in order:
        ending = {"bare": "xml", "package": "illpkg"}[which]
        (pair.mail / "to-a" / f"copy.{ending}").write_bytes(files[which])
        post.run(pair.borrower)


def scans(pair: Pair, ours: str) -> list[str]:
    return [one.name[-4:] for one in pair.here(ours).attachments]


@pytest.mark.parametrize("order", ORDERS)
def test_one_answer_is_for_a_message_that_came_bare_and_with_its_scan(
    pair: Pair, article: Path, order: tuple[str, str]
) -> None:
    ours, files = held_back(pair, article, NOBODYS)
    arrive(pair, files, order)
    (waiting,) = [one for one in incoming(pair.borrower) if one.is_orphan]
    match(pair.borrower, waiting.id, ours)
    assert pair.here(ours).line.state is State.COPY_SENT
    assert scans(pair, ours) == [".pdf"]
    assert ledger.message(pair.borrower, waiting.id).line.detail == "run.exe"


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("order", ORDERS)
def test_a_scan_of_a_stranger_arrives_whichever_of_its_messages_is_read_again(
    pair: Pair, article: Path, order: tuple[str, str], which: int
) -> None:
    ours, files = held_back(pair, article, STRANGERS)
    arrive(pair, files, order)
    waiting = [one for one in incoming(pair.borrower) if one.in_doubt]
    assert len(waiting) == 2
    partners.change(pair.borrower, THEIRS, {"symbol": [THEIRS, "ISIL:ID-X"]})
    read_again(pair.borrower, waiting[which].id)
    assert pair.here(ours).line.state is State.COPY_SENT
    assert scans(pair, ours) == [".pdf"]
    assert {one.state for one in incoming(pair.borrower)} == {"applied", "duplicate"}


@pytest.mark.parametrize("which", [0, 1])
def test_a_scan_of_a_stranger_under_a_wrong_number_waits_with_one_message(
    pair: Pair, article: Path, which: int
) -> None:
    ours, files = held_back(pair, article, STRANGERS)
    files = {
        "bare": files["bare"].replace(f"{ours}-1".encode(), b"12345"),
        "package": files["package"],
    }
    found = package.unpack(files["package"])
    files["package"] = package.pack(found.manifest, files["bare"], found.attachments)
    arrive(pair, files, ORDERS[0])
    partners.change(pair.borrower, THEIRS, {"symbol": [THEIRS, "ISIL:ID-X"]})
    read_again(pair.borrower, incoming(pair.borrower)[which].id)
    (waiting,) = [one for one in incoming(pair.borrower) if one.is_orphan]
    match(pair.borrower, waiting.id, ours)
    assert scans(pair, ours) == [".pdf"]


def test_nobody_in_doubt_adds_a_file_to_a_message_that_was_used(pair: Pair, article: Path) -> None:
    use(pair, "sealed-only")
    compare_words(pair)
    ours, theirs = pair.ask(Service.COPY)
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(article)})
    post.run(pair.lender, now=True)
    (came,) = packages(pair)
    found = package.unpack(came.read_bytes())
    pair.post()
    forged = package.pack(found.manifest, found.message, {"more.pdf": a_pdf(9)})
    (pair.mail / "to-a" / "forged.illpkg").write_bytes(forged)
    pair.post()
    line = incoming(pair.borrower)[0]
    assert (line.state, line.reason) == ("attention", "not-sealed")
    assert len(pair.here(ours).attachments) == 1


# --- seals --------------------------------------------------------------------------------------


def test_a_loan_is_carried_under_seals_alone(pair: Pair) -> None:
    use(pair, "sealed-only")
    compare_words(pair)
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.SHIP)
    pair.borrows(ours, Action.RECEIVED)
    pair.borrows(ours, Action.SENT_BACK)
    pair.lends(theirs, Action.IS_BACK)
    assert pair.here(ours).line.state is State.DONE
    assert {one.state for one in incoming(pair.borrower)} == {"applied"}
    sent = ledger.messages(pair.borrower, LedgerQuery(direction="out", limit=0)).messages
    bare = [one for one in sent if "Confirmation" not in one.kind and one.file.endswith(".xml")]
    assert bare == []
    assert {one.state for one in sent if "Confirmation" not in one.kind} == {"confirmed"}
    assert sealing.view(pair.lender, OURS).missing == 0


def test_a_bare_message_waits_where_only_seals_are_taken(pair: Pair) -> None:
    compare_words(pair)
    partners.change(pair.lender, OURS, {"package": "sealed-only"})
    number = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND)
    pair.post()
    (line,) = incoming(pair.lender)
    assert (line.state, line.reason) == ("attention", "not-sealed")
    partners.change(pair.lender, OURS, {"package": "beside"})
    assert read_again(pair.lender, line.id).line.state == "applied"


def test_a_key_nobody_compared_waits_until_somebody_has(pair: Pair) -> None:
    use(pair, "sealed-only")
    number = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND)
    pair.post()
    (line,) = incoming(pair.lender)
    assert (line.state, line.reason) == ("attention", "seal-new-key")
    (seen,) = sealing.view(pair.lender, OURS).theirs
    assert seen.words == sealing.view(pair.borrower, THEIRS).ours.words
    assert not seen.trusted
    sealing.trust(pair.lender, OURS, seen.public)
    view = read_again(pair.lender, line.id)
    assert view.line.state == "applied"
    assert requests.show(pair.lender, view.line.request).line.state is State.NEW


def test_another_key_than_the_trusted_one_is_never_taken(pair: Pair) -> None:
    use(pair, "sealed")
    compare_words(pair)
    (pair.borrower.folder.root / "seal.key").unlink()
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    pair.post()
    (line,) = incoming(pair.lender)
    assert (line.state, line.reason) == ("attention", "seal-new-key")
    assert [one.trusted for one in sealing.view(pair.lender, OURS).theirs] == [False, True]


def test_a_serial_is_taken_once(pair: Pair) -> None:
    use(pair, "sealed")
    compare_words(pair)
    pair.ask()
    with pair.borrower.database.work() as session:
        assert sequence.draw(session, "seal-1", 0) == 2
        session.connection().exec_driver_sql("UPDATE sequence SET value = 0 WHERE year = 0")
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    pair.post()
    line = incoming(pair.lender)[0]
    assert (line.state, line.reason) == ("attention", "seal-replay")


def test_what_never_came_is_named_and_can_be_found_by_its_sender(pair: Pair) -> None:
    use(pair, "sealed")
    compare_words(pair)
    sent = []
    for serial in range(1, 8):
        pair.later(hours=1)
        acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
        sent.append(pair.borrower.clock.now())
        post.run(pair.borrower, now=True)
        if serial in (1, 3, 4, 6):
            (lost,) = packages(pair, "to-b")
            lost.unlink()
        pair.post()
    view = sealing.view(pair.lender, OURS)
    assert view.missing == 4
    assert [(gap.first, gap.last) for gap in view.gaps] == [(1, 1), (3, 4), (6, 6)]
    assert numbers(view.gaps) == "1, 3–4, 6"
    assert [(gap.after, gap.before) for gap in view.gaps] == [
        (None, sent[1]), (sent[1], sent[4]), (sent[4], sent[6])
    ]  # fmt: skip
    letter = asked_for(words_for("en"), view.gaps, "Perpustakaan B", "Asia/Jakarta")
    assert "- No. 1, written before 9 Mar 2026 12:00" in letter
    assert "- No. 3–4, written between 9 Mar 2026 12:00 and 9 Mar 2026 15:00" in letter
    out = LedgerQuery(direction="out", limit=0)
    ours = [one.id for one in ledger.messages(pair.borrower, out).messages if one.request]
    told = [dict(ledger.message(pair.borrower, one).told) for one in reversed(ours)]
    assert [one["Package number"] for one in told] == list("1234567")
    for lost in (ours[-3], ours[-2]):  # one that never came, and one that did
        ledger.resend(pair.borrower, lost)
        pair.post()
    assert numbers(sealing.view(pair.lender, OURS).gaps) == "1, 4, 6"
    assert {one.state for one in incoming(pair.lender)} == {"applied", "duplicate"}


def test_a_package_sent_again_is_taken_once_its_key_is_trusted(pair: Pair) -> None:
    use(pair, "sealed-only")
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    pair.post()
    (waiting,) = incoming(pair.lender)
    assert waiting.reason == "seal-new-key"
    compare_words(pair)
    sent = ledger.messages(pair.borrower, LedgerQuery(direction="out", limit=0)).messages
    ledger.resend(pair.borrower, sent[0].id)
    pair.post()
    assert [one.state for one in incoming(pair.lender)] == ["applied", "attention"]
    assert read_again(pair.lender, waiting.id).line.state == "duplicate"
    assert sealing.view(pair.lender, OURS).missing == 0


def test_a_package_written_again_before_its_commit_has_the_same_bytes(
    pair: Pair, article: Path
) -> None:
    """A post that is killed between file and commit finds its own file and leaves it."""
    use(pair, "sealed")
    _, theirs = pair.ask(Service.COPY)
    acts.do(pair.lender, theirs, Action.SEND_COPY, {"file": str(article)})
    post.run(pair.lender, now=True)
    (came,) = packages(pair)
    data = came.read_bytes()
    with pair.lender.database.work() as session:
        connection = session.connection()
        connection.exec_driver_sql(
            "UPDATE message SET state = 'due', serial = 0 WHERE direction = 'out'"
        )
        connection.exec_driver_sql("UPDATE sequence SET value = value - 1 WHERE year = 0")
    post.run(pair.lender, now=True)
    assert packages(pair) == [came]
    assert came.read_bytes() == data


def test_our_key_is_for_nobody_else_to_read(pair: Pair) -> None:
    ours = sealing.view(pair.borrower, THEIRS).ours
    place = pair.borrower.folder.root / "seal.key"
    assert place.stat().st_mode & 0o077 == 0
    assert sealing.view(pair.borrower, THEIRS).ours == ours


@pytest.mark.skipif(not hasattr(os, "fork"), reason="cut off by fork")
def test_our_key_is_whole_or_not_there_wherever_its_making_is_cut_off(tmp_path: Path) -> None:
    a_desk(tmp_path / "desk").close()
    place, made = tmp_path / "desk" / "seal.key", set()
    _, names = steps.cut_off(tmp_path, sealing.own_key, None, by_exception=False)
    for stop in range(len(names)):
        place.unlink(missing_ok=True)
        was_cut, _ = steps.cut_off(tmp_path, sealing.own_key, stop, by_exception=stop % 2 == 0)
        assert was_cut
        desk = open_desk(tmp_path / "desk")
        made.add(sealing.own_key(desk))
        desk.close()
        assert len(bytes.fromhex(place.read_text())) == 32
    assert len(made) == len(names) >= 4


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on files")
def test_a_full_disk_leaves_no_half_key(desk: Desk) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        with pytest.raises(CannotWrite):
            sealing.own_key(desk)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [one.name for one in desk.folder.root.iterdir() if "seal" in one.name] == []
    assert len(sealing.own_key(desk)) == 32


@pytest.mark.parametrize("holds", ["", "ab12", "not a key"])
def test_a_key_that_is_none_holds_up_sealed_messages_alone(pair: Pair, holds: str) -> None:
    """Another is not made by itself: the partner would no longer know us."""
    place = pair.borrower.folder.root / "seal.key"
    place.write_text(holds)
    number = a_request(pair.borrower, THEIRS)
    partners.change(pair.borrower, THEIRS, {"package": "sealed"})
    acts.do(pair.borrower, number, Action.SEND)
    report = post.run(pair.borrower, now=True)
    assert (report.failed, report.written) == (1, 0)
    with pytest.raises(CannotWrite):
        sealing.view(pair.borrower, THEIRS)
    place.unlink()
    assert post.run(pair.borrower, now=True).written == 1


def test_an_altered_package_is_put_aside_with_its_reason(pair: Pair) -> None:
    use(pair, "sealed")
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    post.run(pair.borrower, now=True)
    (sent,) = packages(pair, "to-b")
    data = bytearray(sent.read_bytes())
    data[data.index(b"Laskar")] ^= 1
    sent.write_bytes(data)
    os.utime(sent, (1, 1))  # what is broken is left alone for a minute: it may still be coming
    pair.post()
    found = ledger.messages(pair.lender, LedgerQuery(direction="in", limit=0)).messages
    assert [(one.state, one.reason) for one in found] == [("quarantined", "package-broken")]
