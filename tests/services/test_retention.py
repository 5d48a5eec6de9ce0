"""Readers are forgotten in time, everywhere in the desk folder, and no figure notices."""

import base64
import hashlib
import io
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader
from sqlalchemy import event, select

from ill_desktop.domain import codes
from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import CannotUndo, Forbidden, Missing
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.rights import Role
from ill_desktop.formats import package
from ill_desktop.services import (
    acts,
    attachments,
    backup,
    backup_shelf,
    beside,
    check,
    erasing,
    ledger,
    partners,
    patrons,
    post,
    requests,
    retention,
    statistics,
    unfinished,
)
from ill_desktop.services.desk import Desk
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.requests import NewRequest
from ill_desktop.services.views import PatronView
from ill_desktop.store import cases
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.store.rows import AttachmentRow, ChargeRow, EventRow, ItemRow, NoteRow
from ill_desktop.transport import mail
from tests.services.desks import (
    THEIRS,
    Pair,
    a_desk,
    a_manual_partner,
    a_request,
    pass_time,
)
from tests.services.post.test_packages import a_pdf

MAILED = "ISIL:ID-MAIL"
FIELDS = (
    "code", "name", "email", "phone", "category", "department", "pickup", "block", "note",
    "condition", "call-number", "location",
)  # fmt: skip
SURVIVES = ("category", "department")
"""Copied onto the request for the figures, on purpose: they name nobody (DESIGN §5)."""


MOST_DAYS = 35
"""So long after a reader was forgotten no backup may know them any more (RELIABILITY V1)."""


def token(chance: Random) -> str:
    return "zq" + "".join(chance.choices("bcdfghjklmnpqrstvwx", k=12))


def plant(desk: Desk, chance: Random, partner: str = THEIRS) -> dict[str, str]:
    """A reader with a token in every field, whose request ran to its end."""
    given = {name: token(chance) for name in FIELDS}
    written = given | {"email": f"{given['email']}@example.org"}
    view = PatronView(*(written[n] for n in FIELDS[:7]), "id")
    patrons.save(desk, PatronCard(view, given["block"]))
    asked = NewRequest(
        Service.LOAN,
        Citation(title="Laskar pelangi"),
        patron=given["code"],
        suppliers=(partner,),
        note=given["note"],
    )
    number = requests.new(desk, asked)
    acts.do(desk, number, Action.SEND, {"note": given["note"]})
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned", "note": given["note"]})
    acts.do(desk, number, Action.RECEIVED, {"condition": given["condition"]})
    local = {name: given[name] for name in ("call-number", "location")}
    requests.edit(desk, number, {**local, "patron": "", "condition": f"not {given['name']}"})
    requests.edit(desk, number, {"patron": given["code"], "condition": given["condition"]})
    requests.edit(desk, number, {name: f"not for {text}" for name, text in local.items()})
    if chance.random() < 0.5:
        acts.undo(desk, number)
    acts.do(desk, number, Action.SENT_BACK, {})
    acts.do(desk, number, Action.CLOSE, {"reason": "other", "note": given["name"]})
    name = f"{given['name']}.pdf"
    with desk.database.work() as session:
        request_id = cases.case_by_number(session, number).request.id
        session.add(
            ChargeRow(
                request_id=request_id, kind="postage", amount=Decimal(1), currency="IDR",
                note=given["phone"], at=desk.clock.now(),
            )
        )  # fmt: skip
        session.add(
            AttachmentRow(
                request_id=request_id, name=name, sha256=given["code"], size=1,
                added_at=desk.clock.now(),
            )
        )  # fmt: skip
        session.add(ItemRow(request_id=request_id, call_number=given["call-number"]))
    (desk.folder.attachments / given["code"]).write_text(given["name"])
    unfinished.keep(desk, f"half of {number}", {"now": {**given, "@place": "note " + number}})
    return {k: v for k, v in given.items() if k not in SURVIVES}


def told_by_events(desk: Desk) -> set[str]:
    """What the differences of events hold in columns that could tell who asked."""
    with desk.database.read() as session:
        kept = [row.difference for row in session.scalars(select(EventRow))]
    changes = [(path, one) for found in kept for path, one in found.items()]
    return {
        str(one)
        for path, change in changes
        if path.endswith(("patron_id", "condition", "call_number", "location"))
        for one in (change if isinstance(change, list) else [])
        if one and one not in ("new", *codes.LOAN_CONDITION)
    }


BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]+)*")


def everything(data: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them: streams of a PDF, members of a zip, base64."""
    yield data
    for found in re.finditer(rb"stream\r?\n", data):
        try:
            yield zlib.decompressobj().decompress(data[found.end() :])
        except zlib.error:
            continue
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from everything(archive.read(name))
    for found in BASE64.finditer(data):
        letters = re.sub(rb"\s", b"", found[0])
        yield from everything(unlettered(letters))
        yield from (unlettered(letters[n:]) for n in (1, 2, 3))  # where it begins is not known


def unlettered(letters: bytes) -> bytes:
    whole = letters[:-1] if len(letters) % 4 == 1 else letters
    return base64.b64decode(whole + b"=" * (-len(whole) % 4))


def found_in(place: Path, wanted: set[str], skip: Path | None = None) -> dict[str, set[str]]:
    """Which tokens lie where; in plain letters of any case, or in UTF-16."""
    hits: dict[str, set[str]] = {}
    for path in sorted(place.rglob("*")):
        if path.is_dir() or (skip is not None and path.is_relative_to(skip)):
            continue
        for data in everything(path.read_bytes()):
            low = data.lower()
            seen = set(re.findall(r"zq[bcdfghjklmnpqrstvwx]{12}", low.decode("latin-1")))
            for shift in (0, 1):
                wide = low[shift : len(low) - (len(low) - shift) % 2].decode("utf-16-le", "ignore")
                seen |= set(re.findall(r"zq[bcdfghjklmnpqrstvwx]{12}", wide))
            if seen & wanted:
                hits.setdefault(path.name, set()).update(seen & wanted)
    return hits


def figures(desk: Desk) -> str:
    return json.dumps(
        [str(statistics.figures(desk, f"2026-{m:02d}", f"2026-{m:02d}")) for m in (2, 3, 4)]
        + [str(statistics.figures(desk, "2026-01", "2026-12"))]
    )


def planted(desk: Desk, readers: int) -> set[str]:
    chance = Random(5)
    mail = desk.folder.root.parent / "mail"
    box = str(mail / "in"), str(mail / "out")
    partners.add(desk, partners.NewPartner("Perpustakaan B", (THEIRS,), *box))
    partners.add(desk, partners.NewPartner("Perpustakaan M", (MAILED,), mail="ill@m.test"))
    each = [plant(desk, chance, (THEIRS, MAILED)[n % 2]) for n in range(readers)]
    return {one for given in each for one in given.values()}


def forgets_without_a_trace(desk: Desk, readers: int) -> None:
    wanted = planted(desk, readers)
    post.run(desk, now=True)
    assert found_in(desk.folder.root, wanted)
    assert told_by_events(desk) == set()
    assert list(desk.folder.drafts.iterdir())
    for one in patrons.listed(desk):
        erasing.enter(desk, one.code)
    pass_time(desk, days=45)
    before = figures(desk)
    post.run(desk)
    assert figures(desk) == before
    assert found_in(desk.folder.root, wanted, skip=desk.folder.backups) == {}
    assert list(desk.folder.drafts.iterdir()) == []
    written = ledger.messages(desk, LedgerQuery(state="written", limit=0)).messages
    assert not any(line.is_draft for line in written)
    assert check.check(desk).ok
    assert patrons.listed(desk) == ()
    backups_forget_too(desk, wanted)


def backups_forget_too(desk: Desk, wanted: set[str]) -> None:
    """One was made just before; no day of the five weeks after it makes it younger."""
    assert found_in(desk.folder.backups, wanted)
    old = desk.clock.now().timestamp()
    for path in desk.folder.backups.rglob("*"):
        os.utime(path, (old, old))
    for _ in range(MOST_DAYS):
        pass_time(desk, days=1)
        post.run(desk)
    assert backup_shelf.listed(desk.folder.backups)
    assert found_in(desk.folder.root, wanted) == {}


def packed(text: str) -> dict[str, bytes]:
    """The same words as they may lie in a file."""
    zipped, letters = io.BytesIO(), base64.b64encode(f"for {text}, who asked".encode())
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("message.xml", text)
    return {
        "plain": text.upper().encode(),
        "UTF-16": f"-{text}".encode("utf-16-le"),
        "PDF": b"stream\n" + zlib.compress(text.encode()),
        "zip": zipped.getvalue(),
        "base64": b"x: " + letters,
        "base64 in lines": b"\n".join(letters[n : n + 18] for n in range(0, len(letters), 18)),
        "base64 of a zip": b"\r\n" + base64.b64encode(zipped.getvalue()),
    }


@pytest.mark.parametrize("way", packed(""))
def test_the_seeker_finds_what_is_packed(tmp_path: Path, way: str) -> None:
    name = token(Random(way))
    (tmp_path / "file").write_bytes(packed(name)[way])
    assert found_in(tmp_path, {name}) == {"file": {name}}


def test_a_damaged_desk_set_aside_goes_in_time(desk: Desk) -> None:
    """It knows every reader; somebody may want it for as long as backups are kept."""
    copy = backup.make(desk, "auto")
    desk.close()
    desk.folder.database.write_bytes(b"nothing is left of it" * 999)
    os.utime(desk.folder.database, (1, 1))
    backup.restore(desk.folder.root, copy)
    (aside,) = desk.folder.root.glob("desk-damaged-*")
    retention.run(desk)
    assert aside.exists()
    old = desk.clock.now().timestamp() - 45 * 86400
    os.utime(aside, (old, old))
    retention.run(desk)
    assert not aside.exists()


def test_planted_names_are_found_nowhere_afterwards(desk: Desk) -> None:
    forgets_without_a_trace(desk, 12)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_five_hundred_planted_readers_are_found_nowhere_afterwards(desk: Desk) -> None:
    forgets_without_a_trace(desk, 500)


def closed(desk: Desk, code: str, *, send: bool = True) -> str:
    number = a_request(desk, THEIRS, patron=code)
    if send:
        acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.CLOSE, {"reason": "bought", "note": "for Sari"})
    return number


SARI = PatronView("U1", "Sari", "s@example.org", "", "Dosen", "Sastra", "Pusat", "id")


@pytest.fixture
def readers(desk: Desk) -> Desk:
    a_manual_partner(desk)
    for code in ("U1", "U2"):
        patrons.save(desk, PatronCard(replace(SARI, code=code)))
    return desk


def used(desk: Desk, first: str = "2026-03", last: str = "2026-03") -> int:
    found = statistics.figures(desk, first, last)
    return next(one.value for one in found.measures if one.code == "B17")


def test_a_request_forgets_after_the_time_chosen_and_not_before(readers: Desk) -> None:
    number = closed(readers, "U1")
    pass_time(readers, days=29)
    assert retention.run(readers) == 0
    pass_time(readers, days=2)
    assert retention.run(readers) == 1
    view = requests.show(readers, number)
    assert (view.line.patron, view.note, view.pickup, view.notes) == ("", "", "", ())
    assert retention.run(readers) == 0
    with pytest.raises(CannotUndo):
        acts.undo(readers, number)


def test_different_readers_of_a_month_stay_as_many(readers: Desk) -> None:
    closed(readers, "U1")
    still_open = a_request(readers, THEIRS, patron="U1")
    acts.do(readers, still_open, Action.SEND)
    closed(readers, "U2", send=False)
    assert used(readers) == 2
    pass_time(readers, days=40)
    assert retention.run(readers) == 2
    assert used(readers) == 2
    acts.do(readers, still_open, Action.CLOSE, {"reason": "bought"})
    pass_time(readers, days=40)
    retention.run(readers)
    assert used(readers) == 2
    assert used(readers, "2026-01", "2026-12") == 2


def test_a_draft_sent_months_later_is_of_the_same_reader_as_its_neighbours(readers: Desk) -> None:
    closed(readers, "U1")
    draft = a_request(readers, THEIRS, patron="U1")
    pass_time(readers, days=60)
    assert retention.run(readers) == 1
    for number in (draft, a_request(readers, THEIRS, patron="U1")):
        acts.do(readers, number, Action.SEND)
    assert used(readers, "2026-05", "2026-05") == 1
    for one in patrons.shelf(readers, "U1").open:
        acts.do(readers, one.number, Action.CLOSE, {"reason": "bought"})
    pass_time(readers, days=60)
    assert retention.run(readers) == 2
    assert [used(readers, f"2026-{month}", f"2026-{month}") for month in ("03", "05")] == [1, 1]


def test_a_request_waits_until_its_month_is_over(readers: Desk) -> None:
    with readers.database.work() as session:
        from ill_desktop.store import settings

        settings.write(session, "retention-days", 1)
    closed(readers, "U1")
    pass_time(readers, days=10)
    assert retention.run(readers) == 0
    pass_time(readers, days=20)
    assert retention.run(readers) == 1


def test_the_post_does_it_once_a_day(readers: Desk) -> None:
    closed(readers, "U1")
    pass_time(readers, days=40)
    post.run(readers)
    assert not retention.due(readers)
    pass_time(readers, days=1)
    assert retention.due(readers)


def test_a_message_whose_text_is_gone_is_not_sent_again(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "desk")
    planted(desk, 1)
    post.run(desk, now=True)
    message = requests.show(desk, "26000001").messages[0].id
    assert ledger.message(desk, message).text
    pass_time(desk, days=45)
    post.run(desk)
    view = ledger.message(desk, message)
    assert view.text == ""
    assert view.line.state == "written"
    with pytest.raises(Missing):
        ledger.resend(desk, message)
    desk.close()


def test_a_file_kept_again_while_another_request_forgets_it_stays(
    readers: Desk, tmp_path: Path
) -> None:
    """By another program, between the forgetting and the folder: the bytes are the same."""
    (tmp_path / "article.pdf").write_bytes(a_pdf())
    old, new = closed(readers, "U1"), a_request(readers)
    attachments.add(readers, old, tmp_path / "article.pdf")
    with readers.database.work() as session:
        gone = retention.forget(session, [cases.case_by_number(session, old).request])
    attachments.add(readers, new, tmp_path / "article.pdf")
    retention.remove_files(readers, gone)
    assert check.check(readers).ok
    pass_time(readers, days=40)
    acts.do(readers, new, Action.DELETE_DRAFT)
    pass_time(readers, days=40)
    place = readers.folder.attachments
    for pages in (3, 4):
        attachments.store(readers, a_pdf(pages))  # then the program was stopped
    mine, young = place / "mine.pdf", place / f"{hashlib.sha256(a_pdf(4)).hexdigest()}.pdf"
    mine.write_bytes(a_pdf())
    for path in set(place.iterdir()) - {young}:
        os.utime(path, (readers.clock.now().timestamp() - 50 * 86400,) * 2)
    retention.run(readers)
    assert set(place.iterdir()) == {mine, young}


def test_what_could_not_leave_for_weeks_leaves_whole_and_is_forgotten_then(
    pair: Pair, tmp_path: Path
) -> None:
    (tmp_path / "article.pdf").write_bytes(a_pdf())
    desk, stick = pair.lender, pair.mail / "to-a"
    _, number = pair.ask(Service.COPY)
    stick.rename(pair.mail / "away")
    acts.do(desk, number, Action.SEND_COPY, {"file": str(tmp_path / "article.pdf")})
    assert post.run(desk, now=True).failed
    pair.later(days=45)
    post.run(desk, now=True)
    (pair.mail / "away").rename(stick)
    pair.later(days=1)
    post.run(desk, now=True)
    (parcel,) = stick.glob("*.illpkg")
    came = package.unpack(parcel.read_bytes())
    assert b"CopyCompleted" in came.message
    assert [data[:4] for data in came.attachments.values()] == [b"%PDF"]
    assert {path.stat().st_size > 0 for path in stick.iterdir()} == {True}
    pair.later(days=1)
    post.run(desk)
    view = requests.show(desk, number)
    assert view.attachments == ()
    assert {ledger.message(desk, one.id).text for one in view.messages} == {""}
    assert list(desk.folder.attachments.iterdir()) == []


def test_delivered_files_are_purged_after_retention_and_their_log_entry_stays(
    pair: Pair, tmp_path: Path
) -> None:
    """At both libraries: no copy is stored for good, but what was delivered when is (DO-5)."""
    (tmp_path / "article.pdf").write_bytes(a_pdf())
    ours, theirs = pair.ask(Service.COPY)
    pair.lends(theirs, Action.SEND_COPY, file=str(tmp_path / "article.pdf"))
    pair.borrows(ours, Action.COPY_RECEIVED)
    sides = ((pair.borrower, ours), (pair.lender, theirs))
    for desk, number in sides:
        (file,) = requests.show(desk, number).attachments
        assert file.name.endswith("article.pdf")
    before = [_log(desk, number) for desk, number in sides]
    pair.later(days=45)
    for desk, number in sides:
        post.run(desk, now=True)
        assert requests.show(desk, number).attachments == ()
        assert list(desk.folder.attachments.iterdir()) == []
    assert [_log(desk, number) for desk, number in sides] == before
    assert all(any("attachment." in one for one in log) for log in before)
    assert all(any("CopyCompleted" in one for one in log) for log in before)
    assert all(check.check(desk).ok for desk, _ in sides)


def _log(desk: Desk, number: str) -> list[str]:
    """What the history and the ledger tell of a request: times, states, hashes of bytes."""
    with desk.database.read() as session:
        from ill_desktop.store import journal, mailbook

        request = cases.case_by_number(session, number).request
        events = journal.history(session, request.id)
        query = LedgerQuery(request_id=request.id, limit=0)
        said = [
            f"{one.id} {one.summary} {one.state} {one.file_name} {one.written_at}"
            for one in mailbook.page(session, query)
        ]
        return [*said, *(f"{e.kind} {e.entered_at} {sorted(e.difference)}" for e in events)]


def test_a_mail_that_still_waits_keeps_its_words_when_its_reader_is_erased(desk: Desk) -> None:
    partners.add(desk, partners.NewPartner("B", (THEIRS,), mail="b@b.test"))
    patrons.save(desk, PatronCard(SARI))
    number = closed(desk, "U1")
    assert erasing.erase(desk, "U1").forgotten == (number,)
    post.run(desk, now=True)
    (draft,) = desk.folder.drafts.glob("*.eml")
    assert b"Laskar pelangi" in draft.read_bytes()
    pass_time(desk, days=1)
    post.run(desk)
    assert {ledger.message(desk, m.id).text for m in requests.show(desk, number).messages} == {""}


def _packed(desk: Desk) -> list[bytes]:
    """The messages in the mails that lie ready."""
    drafts = [mail.read(one.read_bytes()) for one in desk.folder.drafts.glob("*.eml")]
    return [one.data for draft in drafts for one in draft.messages]


def test_a_library_named_like_a_reader_keeps_its_name(desk: Desk) -> None:
    """In a message that waits and in a form half filled in: nobody is meant by it."""
    partners.add(desk, partners.NewPartner("Perpustakaan Sari Wulan", (THEIRS,), mail="b@b.test"))
    reader = replace(SARI, name="Sari Wulan")
    patrons.save(desk, PatronCard(reader))
    said = "for Sari Wulan, by way of Perpustakaan Sari Wulan"
    number = a_request(desk, THEIRS, patron=reader.code, note=said)
    acts.do(desk, number, Action.SEND)
    unfinished.keep(desk, "half", {"now": {"note": said, "name": "Perpustakaan Sari Wulan"}})
    acts.do(desk, number, Action.CLOSE, {"reason": "bought"})
    erasing.erase(desk, reader.code)
    kept = "for …, by way of Perpustakaan Sari Wulan"
    (form,) = (one.form["now"] for one in unfinished.kept(desk))
    assert form == {"note": kept, "name": "Perpustakaan Sari Wulan"}
    post.run(desk, now=True)
    assert any(kept.encode() in data for data in _packed(desk))


@pytest.mark.parametrize("ready", [True, False])
def test_what_waits_when_a_reader_is_erased_leaves_without_them(desk: Desk, ready: bool) -> None:
    """As a draft that nobody has sent, or still in the outbox: in its order, and nothing lost."""
    partners.add(desk, partners.NewPartner("B", (THEIRS,), mail="b@b.test"))
    reader = replace(SARI, code="zqbcdfghjklmnp", name="zqpnmlkjhgfdcb")
    patrons.save(desk, PatronCard(reader))
    number = a_request(desk, THEIRS, patron=reader.code, note=f"for {reader.name}, in May")
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.ASK_STATUS, {"note": "By courier"})
    if ready:
        post.run(desk, now=True)
        assert any(reader.name.encode() in data for data in _packed(desk))
    acts.do(desk, number, Action.CLOSE, {"reason": "bought"})
    tokens = {reader.code, reader.name}
    assert found_in(desk.folder.root, tokens)
    erasing.erase(desk, reader.code)
    assert found_in(desk.folder.root, tokens, skip=desk.folder.backups) == {}
    post.run(desk, now=True)
    assert not any(reader.name.encode() in data for data in _packed(desk))
    left = sorted(desk.folder.drafts.glob("*.eml"), key=lambda one: one.name.split("_")[-1])
    assert [b"Laskar pelangi" in one.read_bytes() for one in left] == [True, False]
    assert [b"By courier" in one.read_bytes() for one in left] == [False, True]
    lines = [one for one in requests.show(desk, number).messages if one.state == "written"]
    assert [one.is_draft for one in lines] == [True, True]
    assert lines[0].id > lines[1].id
    assert (lines[0].kind, lines[1].kind) == ("requestingAgencyMessage", "request")
    assert check.check(desk).ok


def test_a_draft_goes_once_no_message_needs_it_and_no_other(desk: Desk) -> None:
    partners.add(desk, partners.NewPartner("B", (THEIRS,), mail="b@b.test"))
    patrons.save(desk, PatronCard(SARI))
    sent, waits = a_request(desk, THEIRS), a_request(desk, THEIRS)
    for number in (sent, waits):
        acts.do(desk, number, Action.SEND)
    post.run(desk, now=True)
    marked = requests.show(desk, sent).messages[0]
    left_over = desk.folder.draft(marked.file)
    data = left_over.read_bytes()
    ledger.mark_sent(desk, marked.id)
    left_over.write_bytes(data)  # as if the program had been killed before it was removed
    unknown = desk.folder.drafts / "mine.eml"
    unknown.write_bytes(data)
    os.utime(unknown, (desk.clock.now().timestamp(),) * 2)
    pass_time(desk, days=1)
    begun = []
    event.listen(desk.database.engine, "begin", begun.append)
    retention._clear_drafts(desk, desk.clock.now() - timedelta(days=30))
    assert len(begun) == 1  # however many lie there
    post.run(desk)
    ready = desk.folder.draft(requests.show(desk, waits).messages[0].file)
    assert set(desk.folder.drafts.iterdir()) == {ready, unknown}
    pass_time(desk, days=400)
    post.run(desk)
    assert set(desk.folder.drafts.iterdir()) == {ready}  # its request is open


def test_a_message_without_a_text_holds_up_nothing_else(desk: Desk, tmp_path: Path) -> None:
    partners.add(desk, partners.NewPartner("B", (THEIRS,), mail="b@b.test"))
    for _ in range(2):
        acts.do(desk, a_request(desk, THEIRS), Action.SEND)
    with desk.database.work() as session:
        session.connection().exec_driver_sql(
            "UPDATE message_body SET body = x'' WHERE message_id = 1"
        )
    report = post.run(desk, now=True)
    assert (report.written, report.failed) == (1, 1)


def test_reopening_a_forgotten_request_gives_it_a_reader_again(readers: Desk) -> None:
    number = closed(readers, "U1")
    pass_time(readers, days=40)
    retention.run(readers)
    acts.do(readers, number, Action.REOPEN, {"reason": "asked again"})
    requests.edit(readers, number, {"patron": "U2"})
    assert requests.show(readers, number).line.patron == "U2"
    acts.do(readers, number, Action.CLOSE, {"reason": "bought"})
    pass_time(readers, days=40)
    assert retention.run(readers) == 1
    assert requests.show(readers, number).line.patron == ""


def test_we_tell_a_reader_everything_and_erase_it(readers: Desk) -> None:
    gone, stays = closed(readers, "U1"), a_request(readers, patron="U1", note="Urgent")
    beside.add_charge(readers, stays, beside.NewCharge("postage", "15000", note="by courier"))
    told = erasing.about(readers, "U1")
    assert told["name"] == "Sari"
    assert told["requests"][0]["charges"] == ["Postage: 15,000 IDR, by courier"]
    assert {one["number"] for one in told["requests"]} == {gone, stays}
    assert "for Sari" in json.dumps(told)
    assert "Urgent" in json.dumps(told)
    done = erasing.erase(readers, "U1")
    assert (done.forgotten, done.open) == ((gone,), (stays,))
    assert requests.show(readers, gone).line.patron == ""
    assert requests.show(readers, stays).line.patron == "U1"
    acts.do(readers, stays, Action.DELETE_DRAFT)
    erasing.apply(readers)
    with pytest.raises(Missing):
        patrons.show(readers, "U1")
    assert patrons.show(readers, "U2").view.name == "Sari"
    assert "U1" not in readers.folder.erased.read_text()


def test_words_about_a_reader_go_from_a_request_that_is_another_s_by_now(
    readers: Desk, tmp_path: Path
) -> None:
    """Until then they are told to that reader, and to nobody else."""
    budi = replace(SARI, code="U2", name="Budi", pickup="Loket 2")
    patrons.save(readers, PatronCard(budi), known="U2")
    number = a_request(readers, patron="U1", note="for Sari, room 5")
    for words in ({"call-number": "Sari's shelf"}, {"call-number": "x", "patron": "U2"}):
        pass_time(readers, minutes=5)
        requests.edit(readers, number, {**words, "note": "for Budi", "pickup": "Loket 2"})
    pass_time(readers, minutes=5)
    requests.edit(readers, number, {"note": "in May"})
    told = erasing.about(readers, "U1")
    assert told["requests"] == []
    (earlier,) = told["earlier"]
    assert (earlier["number"], sorted(earlier["replaced"])) == (
        number,
        ["Pusat", "Sari's shelf", "for Sari, room 5"],
    )
    (now,) = erasing.about(readers, "U2")["requests"]
    assert now["replaced"] == ["for Budi"]
    assert erasing.about(readers, "U2")["earlier"] == []
    pdf = erasing.save_about(readers, "U1", tmp_path / "reader.pdf")
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert f"Request that was theirs before {number}" in " ".join(text.split())
    assert erasing.erase(readers, "U1").open == ()
    with readers.database.read() as session:
        assert [row.text for row in session.scalars(select(NoteRow))] == []
    with pytest.raises(CannotUndo, match="not-kept"):
        acts.undo(readers, number)
    assert requests.show(readers, number).note == "in May"
    assert check.check(readers).ok


def test_what_we_tell_is_complete_as_json_and_pdf(desk: Desk, tmp_path: Path) -> None:
    chance, mail = Random(5), tmp_path / "mail"
    partners.add(desk, partners.NewPartner("B", (THEIRS,), str(mail / "in"), str(mail / "out")))
    tokens = set(plant(desk, chance).values())
    code = patrons.listed(desk)[0].code
    told = erasing.save_about(desk, code, tmp_path / "reader.json").read_text("utf-8")
    assert {one for one in tokens if one not in told} == set()
    assert "9 Mar 2026 Message of the requester: received" in told
    pdf = erasing.save_about(desk, code, tmp_path / "reader.pdf")
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages).replace("\n", "")
    assert {one for one in tokens if one not in text} == set()


def test_somebody_erased_may_come_back(readers: Desk) -> None:
    erasing.erase(readers, "U1")
    pass_time(readers, days=1)
    patrons.save(readers, PatronCard(SARI))
    erasing.apply(readers)
    assert patrons.show(readers, "U1").view.name == "Sari"


def test_a_code_corrected_meanwhile_does_not_save_a_card_that_waits(
    readers: Desk, tmp_path: Path
) -> None:
    """Nor one that a backup knows by the code it had then; whoever comes next is not meant."""
    number = a_request(readers, patron="U2")
    copy = backup.backup(readers, tmp_path / "b.sqlite3")
    patrons.save(readers, PatronCard(replace(SARI, code="U2x")), known="U2")
    assert erasing.erase(readers, "U2x").open == (number,)
    patrons.save(readers, PatronCard(replace(SARI, code="U2y")), known="U2x")
    assert erasing.apply(readers) == set()
    acts.do(readers, number, Action.DELETE_DRAFT)
    assert erasing.apply(readers) == {number}
    assert [one.code for one in patrons.listed(readers)] == ["U1"]
    pass_time(readers, days=1)
    patrons.save(readers, PatronCard(replace(SARI, code="U3")))
    erasing.apply(readers)
    assert [one.code for one in patrons.listed(readers)] == ["U1", "U3"]
    backup.restore(readers.folder.root, copy)
    acts.do(readers, number, Action.DELETE_DRAFT)
    erasing.apply(readers)
    assert [one.code for one in patrons.listed(readers)] == ["U1"]


def test_a_number_given_again_after_a_restore_erases_nobody_else(desk: Desk, tmp_path) -> None:
    """Cards are numbered anew in an older backup: only the card that was erased is meant."""
    empty = backup.backup(desk, tmp_path / "empty.sqlite3")
    pass_time(desk, days=1)
    patrons.save(desk, PatronCard(replace(SARI, code="B2", name="Budi")))
    full = backup.backup(desk, tmp_path / "full.sqlite3")
    backup.restore(desk.folder.root, empty)
    pass_time(desk, days=1)
    patrons.save(desk, PatronCard(SARI))
    pass_time(desk, days=1)
    erasing.erase(desk, "U1")
    assert patrons.listed(desk) == ()
    backup.restore(desk.folder.root, full)
    erasing.apply(desk)
    assert [one.code for one in patrons.listed(desk)] == ["B2"]


def test_only_supervisors_have_names_removed_or_handed_out(readers: Desk) -> None:
    readers.role = Role.STAFF
    for forbidden in (
        lambda: erasing.about(readers, "U1"),
        lambda: erasing.erase(readers, "U1"),
        lambda: retention.run_now(readers, 30),
    ):
        with pytest.raises(Forbidden):
            forbidden()
    readers.role = Role.SUPERVISOR
    assert retention.run_now(readers, 30) == 0


def test_a_restore_does_not_bring_back_who_was_erased_or_is_due(readers: Desk, tmp_path) -> None:
    number = closed(readers, "U2")
    copy = backup.backup(readers, tmp_path / "b.sqlite3")
    erasing.erase(readers, "U1")
    readers.clock = type(readers.clock)(readers.clock.now() + timedelta(days=40))
    backup.restore(readers.folder.root, copy)
    retention.run(readers)
    with pytest.raises(Missing):
        patrons.show(readers, "U1")
    assert requests.show(readers, number).line.patron == ""
