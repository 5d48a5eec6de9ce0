"""The ledger as staff see it, and what they can do with a message."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from ill_desktop.domain.errors import Invalid, Missing, Overtaken, Why
from ill_desktop.domain.lifecycle.states import Action, Flag, State
from ill_desktop.services import acts, check, ledger, partners, post, requests, statements
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post.again import (
    came_through,
    introduced,
    read_again,
    welcome,
)
from ill_desktop.services.post.matching import foreseen, match
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import THEIRS, THIRD, Pair, a_request


def lines(pair: Pair, **query):
    return ledger.messages(pair.borrower, LedgerQuery(**query)).messages


def test_a_message_is_followed_from_queue_to_confirmation(pair: Pair) -> None:
    number = a_request(pair.borrower, THEIRS)
    pair.borrower.staff = "Sari"
    acts.do(pair.borrower, number, Action.SEND)
    (line,) = lines(pair)
    assert (line.direction, line.kind, line.request, line.state) == (
        "out", "request", number, "held"
    )  # fmt: skip
    assert line.partner == "Perpustakaan B"
    assert ledger.outgoing(pair.borrower) == 1
    post.run(pair.borrower, now=True)
    assert lines(pair)[0].state == "written"
    assert lines(pair)[0].file.endswith(".xml")
    pair.post()
    assert lines(pair, direction="out")[0].state == "confirmed"
    assert lines(pair, direction="in")[0].partner == "Perpustakaan B"
    assert ledger.outgoing(pair.borrower) == 0
    assert ledger.message(pair.borrower, line.id).staff == "Sari"
    assert ledger.message(pair.borrower, lines(pair, direction="in")[0].id).staff == ""
    text = ledger.message(pair.borrower, line.id).text
    assert "Laskar pelangi" in text
    assert f"{number}-1" in text


def test_the_history_tells_when_a_message_leaves_and_when_it_left(pair: Pair) -> None:
    number = a_request(pair.borrower, THEIRS)
    pressed = pair.borrower.clock.now()
    acts.do(pair.borrower, number, Action.SEND)
    event = pair.here(number).events[0]
    assert (event.at, event.left_at) == (pressed, None)
    assert event.leaves_at == pressed + timedelta(minutes=10)
    pair.later(minutes=10)
    pair.post()
    event = pair.here(number).events[0]
    assert (event.at, event.leaves_at) == (pressed, None)
    assert event.left_at == pressed + timedelta(minutes=10)
    arrived = pair.there(requests.page(pair.lender, ListQuery()).lines[0].number).events
    assert [(one.leaves_at, one.left_at) for one in arrived] == [(None, None)]


def test_nobody_is_asked_about_what_has_not_left(pair: Pair) -> None:
    number = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND)
    away, there = (pair.mail / name for name in ("away", "to-b"))
    assert pair.here(number).in_front is None
    there.rename(away)  # the folder is away when its time has come
    pair.later(minutes=10)
    post.run(pair.borrower)
    view = pair.here(number)
    assert (view.messages[0].is_to_leave, view.messages[0].leaves_at) == (True, None)
    assert (view.line.primary_action, view.in_front) == (Action.ASK_STATUS, None)
    away.rename(there)
    pair.post()
    assert pair.here(number).in_front is Action.ASK_STATUS
    theirs = requests.page(pair.lender, ListQuery()).lines[0].number
    acts.do(pair.lender, theirs, Action.SUPPLY_WITH_CONDITIONS, {"note": "Reading room"})
    assert pair.there(theirs).in_front is None
    pair.post()
    assert pair.there(theirs).in_front is Action.CONDITIONS_ACCEPTED


def test_the_ledger_is_read_in_pages(pair: Pair) -> None:
    for _ in range(5):
        acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    seen, before = [], 0
    while True:
        page = ledger.messages(pair.borrower, LedgerQuery(limit=2, before=before))
        seen += [one.id for one in page.messages]
        if not page.next:
            break
        before = page.next
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == 5


def test_the_same_bytes_go_out_again_and_change_nothing(pair: Pair) -> None:
    _, theirs = pair.ask()
    first = next(m for m in lines(pair, direction="out") if m.kind == "request")
    again = ledger.resend(pair.borrower, first.id)
    assert again.line.id != first.id
    assert again.text == ledger.message(pair.borrower, first.id).text
    pair.post()
    assert ledger.message(pair.borrower, again.line.id).line.state == "confirmed"
    assert pair.there(theirs).line.state is State.NEW
    assert len({m.file for m in lines(pair, direction="out")}) == 2


def test_what_has_not_left_or_came_in_is_not_sent_again(pair: Pair) -> None:
    pair.ask()
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), Action.SEND)
    for line in (lines(pair, state="held")[0], lines(pair, direction="in")[0]):
        with pytest.raises(Invalid):
            ledger.resend(pair.borrower, line.id)


def test_a_message_from_nobody_we_know_waits_and_is_set_aside(pair: Pair) -> None:
    pair.ask()
    stranger = (pair.mail / "to-a") / "stranger.xml"
    text = ledger.message(
        pair.borrower, next(m for m in lines(pair) if m.kind == "request").id
    ).text  # our own request, as if another library had sent it to us
    stranger.write_text(text.replace("ID-A<", "ID-X<").replace("ID-B<", "ID-A<"), "utf-8")
    report = post.run(pair.borrower)
    assert (report.read, report.attention) == (1, 1)
    (waiting,) = lines(pair, state="attention")
    assert (waiting.reason, waiting.detail) == ("unknown-sender", "ISIL:ID-X")
    assert ledger.waiting(pair.borrower) == 1
    view = ledger.set_aside(pair.borrower, waiting.id)
    assert view.line.state == "set-aside"
    assert ledger.waiting(pair.borrower) == 0
    with pytest.raises(Invalid):
        ledger.set_aside(pair.borrower, waiting.id)


def test_an_unknown_message_is_missing(pair: Pair) -> None:
    for call in (ledger.message, ledger.resend, ledger.set_aside):
        with pytest.raises(Missing):
            call(pair.borrower, 999)


def a_stranger_writes(pair: Pair, scheme: str = "ISIL") -> int:
    """A request from a library that is not in the directory, in the partner's folder."""
    pair.ask()
    first = next(m for m in lines(pair) if m.kind == "request")
    text = ledger.message(pair.borrower, first.id).text
    text = text.replace("ID-A<", "ID-X<").replace("ID-B<", "ID-A<")
    text = re.sub(r">ISIL(<[^>]*>\s*<[^>]*>ID-X<)", rf">{scheme}\1", text)
    (pair.mail / "to-a" / "stranger.xml").write_text(text, "utf-8")
    post.run(pair.borrower)
    (waiting,) = lines(pair, state="attention")
    return waiting.id


def introduce(pair: Pair) -> None:
    box = str(pair.mail / "to-a"), str(pair.mail / "to-b")
    partners.add(pair.borrower, NewPartner("Perpustakaan X", ("ISIL:ID-X",), *box))


def test_a_message_is_read_again_once_its_sender_is_known(pair: Pair) -> None:
    waiting = a_stranger_writes(pair)
    assert read_again(pair.borrower, waiting).line.state == "attention"
    introduce(pair)
    view = read_again(pair.borrower, waiting)
    assert (view.line.state, view.line.partner) == ("applied", "Perpustakaan X")
    request = requests.show(pair.borrower, view.line.request)
    assert (request.line.state, request.line.title) == (State.NEW, "Laskar pelangi")
    with pytest.raises(Invalid):
        read_again(pair.borrower, waiting)
    answers = [m for m in lines(pair) if m.kind == "requestConfirmation" and m.direction == "out"]
    assert [one.summary for one in answers] == ["OK", "ERROR"]


def test_the_same_file_left_again_by_a_sender_known_since_is_of_use(pair: Pair) -> None:
    a_stranger_writes(pair)
    introduce(pair)
    text = ledger.message(pair.borrower, lines(pair, state="attention")[0].id).text
    (pair.mail / "to-a" / "again.xml").write_text(text, "utf-8")
    assert post.run(pair.borrower).applied == 1
    (pair.mail / "to-a" / "once-more.xml").write_text(text, "utf-8")
    assert post.run(pair.borrower).duplicate == 1


def test_only_a_message_in_doubt_is_read_again(pair: Pair) -> None:
    pair.ask()
    for line in lines(pair):
        with pytest.raises(Invalid):
            read_again(pair.borrower, line.id)
    with pytest.raises(Missing):
        read_again(pair.borrower, 999)


def an_orphan(pair: Pair) -> tuple[str, int]:
    """The lender says *will supply* under a number that the borrower never gave."""
    ours, theirs = pair.ask()
    pair.later(hours=1)
    acts.do(pair.lender, theirs, Action.WILL_SUPPLY)
    post.run(pair.lender, now=True)
    for file in (pair.mail / "to-a").glob("*WillSupply*.xml"):
        text = file.read_text("utf-8")
        text = text.replace(f">{ours}-1<", ">R-77<").replace(f">{theirs}<", ">S-77<")
        file.write_text(text, "utf-8")
    assert post.run(pair.borrower).attention == 1
    (waiting,) = lines(pair, state="attention")
    assert (waiting.reason, waiting.is_orphan) == ("unknown-request", True)
    return ours, waiting.id


def test_a_message_is_matched_to_the_request_it_is_about(pair: Pair) -> None:
    ours, waiting = an_orphan(pair)
    assert [one.number for one in statements.with_sender_of(pair.borrower, waiting)] == [ours]
    done = match(pair.borrower, waiting, ours)
    assert (done.line.state, done.line.request) == ("applied", ours)
    assert pair.here(ours).line.state is State.WILL_SUPPLY
    with pytest.raises(Invalid):
        match(pair.borrower, waiting, ours)


def test_what_a_match_would_do_is_seen_before_it_is_done(pair: Pair) -> None:
    ours, waiting = an_orphan(pair)
    before, told = pair.here(ours), ledger.messages(pair.borrower, LedgerQuery(limit=0))
    seen = foreseen(pair.borrower, waiting, ours)
    assert (seen.before.line.state, seen.after.line.state) == (State.SENT, State.WILL_SUPPLY)
    assert [(one.kind, one.summary) for one in seen.leaving] == [
        ("supplyingAgencyMessageConfirmation", "OK")
    ]
    assert pair.here(ours) == before
    assert ledger.messages(pair.borrower, LedgerQuery(limit=0)) == told
    done = match(pair.borrower, waiting, ours, seen.before.version)
    assert done.after.line == seen.after.line == pair.here(ours).line


def test_a_second_try_is_matched_to_the_request_it_follows(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.ASK_RETRY, reason="AtBindery")
    pair.later(hours=1)
    acts.do(pair.borrower, ours, Action.TRY_AGAIN)
    post.run(pair.borrower, now=True)
    (file,) = (one for one in (pair.mail / "to-b").glob("*.xml") if "confirm" not in one.name)
    file.write_text(file.read_text("utf-8").replace(f">{ours}-1<", ">R-77<"), "utf-8")
    assert post.run(pair.lender).attention == 1
    (waiting,) = ledger.messages(pair.lender, LedgerQuery(state="attention")).messages
    assert (waiting.reason, waiting.is_orphan) == ("retry-unknown", True)
    seen = foreseen(pair.lender, waiting.id, theirs)
    assert (seen.before.line.number, seen.after.line.state) == (theirs, State.NEW)
    done = match(pair.lender, waiting.id, theirs).after.line
    assert (done.their_id, pair.there(done.number).line.state) == (f"{ours}-2", State.NEW)
    assert done.number != theirs


def test_a_match_is_not_done_to_a_request_that_moved_since_it_was_foreseen(pair: Pair) -> None:
    ours, waiting = an_orphan(pair)
    seen = foreseen(pair.borrower, waiting, ours).before.version
    acts.do(pair.borrower, ours, Action.EDIT, {"note": "Jilid kedua"})
    with pytest.raises(Overtaken):
        match(pair.borrower, waiting, ours, seen)
    assert ledger.message(pair.borrower, waiting).line.state == "attention"


def test_a_message_is_not_matched_to_a_request_with_somebody_else(pair: Pair) -> None:
    _, waiting = an_orphan(pair)
    other = a_request(pair.borrower, THIRD)
    acts.do(pair.borrower, other, Action.SEND)
    for named in (foreseen, match):
        with pytest.raises(Invalid) as caught:
            named(pair.borrower, waiting, other)
        assert caught.value.why is Why.NOT_WITH_PARTNER
    with pytest.raises(Missing):
        match(pair.borrower, waiting, "99000000")
    assert ledger.message(pair.borrower, waiting).line.state == "attention"


def test_of_two_requests_with_one_number_the_one_that_is_named_is_meant(pair: Pair) -> None:
    ours, first = pair.ask()
    pair.lends(first, Action.ASK_RETRY, reason="AtBindery")
    pair.later(hours=1)
    acts.do(pair.borrower, ours, Action.TRY_AGAIN)
    post.run(pair.borrower, now=True)
    (file,) = (one for one in (pair.mail / "to-b").glob("*.xml") if "confirm" not in one.name)
    file.write_text(file.read_text("utf-8").replace(f">{ours}-2<", f">{ours}-1<"), "utf-8")
    assert post.run(pair.lender, now=True).applied == 1
    second = requests.page(pair.lender, ListQuery(limit=1)).lines[0]
    assert (second.number != first, second.their_id) == (True, pair.there(first).line.their_id)
    pair.later(hours=1)
    acts.do(pair.borrower, ours, Action.WRITE_MESSAGE, {"note": "Yang pertama"})
    post.run(pair.borrower, now=True)
    (file,) = (one for one in (pair.mail / "to-b").glob("*.xml") if "confirm" not in one.name)
    file.write_text(re.sub("(AgencyRequestId>)[^<]*", r"\1R-77", file.read_text("utf-8")), "utf-8")
    post.run(pair.lender, now=True)
    (waiting,) = ledger.messages(pair.lender, LedgerQuery(state="attention")).messages
    for named in (second.number, first):
        assert foreseen(pair.lender, waiting.id, named).after.line.number == named
    assert match(pair.lender, waiting.id, first).line.request == first
    assert [note.text for note in pair.there(first).notes] == ["Yang pertama"]


def test_the_ledger_is_narrowed_and_searched(pair: Pair) -> None:
    first, theirs = pair.ask()
    second, _ = pair.ask()
    of_first = {m.id for m in lines(pair) if m.request == first}
    for text in (first, f"{first}-1"):
        assert {m.id for m in lines(pair, find=text)} == of_first
    there = ledger.messages(pair.lender, LedgerQuery(find=theirs)).messages
    assert {m.request for m in there} == {theirs}
    file = lines(pair, find=second)[0].file
    assert [m.file for m in lines(pair, find=file[:-4])] == [file]
    assert lines(pair, find="nothing") == ()
    whole = ledger.messages(pair.borrower, LedgerQuery(), THEIRS).messages
    assert {m.partner for m in whole} == {"Perpustakaan B"}
    assert ledger.messages(pair.borrower, LedgerQuery(), THIRD).messages == ()
    with pytest.raises(Missing):
        ledger.messages(pair.borrower, LedgerQuery(), "ISIL:NOBODY")


def silent(pair: Pair, **habits: str) -> str:
    """A request was sent to a partner that is expected to confirm, and nothing comes back."""
    partners.change(pair.borrower, THEIRS, {"expect-confirmations": "yes", **habits})
    number = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND)
    post.run(pair.borrower, now=True)
    return number


def test_what_nobody_confirms_wants_a_look_after_the_days_given(pair: Pair) -> None:
    number = silent(pair, **{"silence-days": "2"})
    pair.later(days=1, hours=23)
    post.run(pair.borrower)
    assert [m.state for m in lines(pair)] == ["written"]
    pair.later(hours=2)
    post.run(pair.borrower)
    (line,) = lines(pair)
    assert (line.state, line.reason) == ("unanswered", "no-confirmation")
    assert ledger.waiting(pair.borrower) == 1
    view = pair.here(number)
    assert "attention" in {flag.value for flag in view.line.flags}
    assert view.events[0].label == "A message was never confirmed"
    assert view.why is not None
    assert "never confirmed" in view.why.text
    pair.post()
    assert ledger.message(pair.borrower, line.id).line.state == "confirmed"
    assert ledger.waiting(pair.borrower) == 0


def without_times(pair: Pair) -> str:
    """The lender's confirmation, taken away, with times that are of nothing we sent."""
    post.run(pair.lender, now=True)
    (file,) = (pair.mail / "to-a").glob("*.confirm.xml")
    text = re.sub(r"(timestamp(?:Received)?>)20", r"\g<1>19", file.read_text("utf-8"))
    file.unlink()
    return text


def confirmed_without_times(pair: Pair, status: str) -> tuple[str, int, bytes]:
    """A message that its partner confirmed in bytes that only our number tells about."""
    ours, _ = pair.ask()
    pair.later(hours=1)
    acts.do(pair.borrower, ours, Action.WRITE_MESSAGE, {"note": "Jilid kedua"})
    post.run(pair.borrower, now=True)
    said = without_times(pair).replace(">OK<", f">{status}<").encode()
    (pair.mail / "to-a" / "answer.xml").write_bytes(said)
    assert post.run(pair.borrower).applied == 1
    first = lines(pair, direction="out")[0]
    assert first.state == {"OK": "confirmed", "ERROR": "refused"}[status]
    pair.later(hours=1)
    return ours, first.id, said


@pytest.mark.parametrize("status", ["OK", "ERROR"])
def test_a_confirmation_that_comes_twice_says_nothing_of_what_left_since(
    pair: Pair, status: str
) -> None:
    ours, _, said = confirmed_without_times(pair, status)
    acts.do(pair.borrower, ours, Action.WRITE_MESSAGE, {"note": "Atau jilid ketiga"})
    post.run(pair.borrower, now=True)
    lost(pair)
    (pair.mail / "to-a" / "answer (1).xml").write_bytes(said)
    assert post.run(pair.borrower).duplicate == 1
    assert lines(pair, direction="out")[0].state == "written"


def test_a_confirmation_that_comes_twice_says_nothing_of_what_was_held_back(pair: Pair) -> None:
    ours, _ = pair.ask()
    pair.later(hours=1)
    acts.do(pair.borrower, ours, Action.WRITE_MESSAGE, {"note": "Jilid kedua"})
    post.run(pair.borrower, now=True)
    text = without_times(pair)
    pair.later(hours=1)
    acts.do(pair.borrower, ours, Action.WRITE_MESSAGE, {"note": "Atau jilid ketiga"})
    for name, minutes in (("answer.xml", 1), ("answer (1).xml", 20)):
        pair.later(minutes=minutes)
        post.run(pair.borrower)
        (pair.mail / "to-a" / name).write_text(text, "utf-8")
        post.run(pair.borrower)
    assert [one.state for one in lines(pair, direction="out")[:2]] == ["written", "confirmed"]


def test_a_confirmation_that_comes_twice_confirms_what_was_sent_again(pair: Pair) -> None:
    _, first, said = confirmed_without_times(pair, "OK")
    again = ledger.resend(pair.borrower, first).line.id
    post.run(pair.borrower, now=True)
    assert ledger.message(pair.borrower, again).line.state == "written"
    (pair.mail / "to-a" / "answer (1).xml").write_bytes(said)
    assert post.run(pair.borrower).duplicate == 1
    assert ledger.message(pair.borrower, again).line.state == "confirmed"


def lost(pair: Pair) -> None:
    """What lies in the lender's folder never arrives."""
    for file in (pair.mail / "to-b").iterdir():
        file.unlink()


def unlike_ours(name: str) -> str:
    return name.replace(".confirm.xml", ".answer.xml")


@pytest.mark.parametrize("named", [str, unlike_ours], ids=["by name", "by time"])
def test_what_was_sent_again_after_silence_and_confirmed_is_no_longer_looked_at(
    pair: Pair, named: Callable[[str], str]
) -> None:
    number = silent(pair)
    lost(pair)
    pair.later(days=4)
    post.run(pair.borrower)
    (first,) = lines(pair)
    assert (first.state, ledger.waiting(pair.borrower)) == ("unanswered", 1)
    ledger.resend(pair.borrower, first.id)
    post.run(pair.borrower, now=True)
    assert ledger.waiting(pair.borrower) == 1  # nobody has said yet that it came
    post.run(pair.lender, now=True)
    (answer,) = (pair.mail / "to-a").iterdir()
    answer.rename(answer.with_name(named(answer.name)))
    post.run(pair.borrower)
    assert {one.state for one in lines(pair, direction="out")} == {"confirmed"}
    assert {one.reason for one in lines(pair, direction="out")} <= {"", "sent-again"}
    assert ledger.waiting(pair.borrower) == 0
    view = pair.here(number)
    assert (Flag.ATTENTION in view.line.flags, view.why) == (False, None)
    assert check.check(pair.borrower).ok


def test_a_request_stays_looked_at_for_another_reason_than_a_silence(pair: Pair) -> None:
    number = silent(pair, **{"silence-days": "2"})
    lost(pair)
    pair.later(days=3)
    post.run(pair.borrower)
    pair.later(days=9)
    post.run(pair.borrower)  # nobody answered the request either
    ledger.resend(pair.borrower, lines(pair)[-1].id)
    post.run(pair.borrower, now=True)
    post.run(pair.lender, now=True)
    post.run(pair.borrower)
    assert ledger.waiting(pair.borrower) == 0
    assert Flag.ATTENTION in pair.here(number).line.flags


def test_a_request_is_looked_at_until_the_last_of_its_messages_is_confirmed(pair: Pair) -> None:
    number = silent(pair)
    acts.do(pair.borrower, number, Action.REMIND)
    post.run(pair.borrower, now=True)
    (pair.mail / "to-b").rename(pair.mail / "kept")
    pair.later(days=5)
    post.run(pair.borrower)
    assert [one.state for one in lines(pair)] == ["unanswered"] * 2
    (pair.mail / "to-b").mkdir()
    for file in sorted((pair.mail / "kept").iterdir()):
        assert Flag.ATTENTION in pair.here(number).line.flags
        file.rename(pair.mail / "to-b" / file.name)
        pair.post()
    assert Flag.ATTENTION not in pair.here(number).line.flags


def test_what_is_confirmed_twice_confirms_no_other_message(pair: Pair) -> None:
    number = silent(pair)
    post.run(pair.lender, now=True)
    (answer,) = (pair.mail / "to-a").iterdir()
    text = answer.read_bytes()
    post.run(pair.borrower)
    pair.later(hours=1)
    acts.do(pair.borrower, number, Action.REMIND)
    post.run(pair.borrower, now=True)
    (pair.mail / "to-a" / "once more.xml").write_bytes(text + b"\n")
    post.run(pair.borrower)
    sent = [one for one in lines(pair, direction="out") if one.request == number]
    assert [one.state for one in sent] == ["written", "confirmed"]
    assert ledger.waiting(pair.borrower) == 0


def test_a_partner_that_never_confirms_is_not_waited_for(pair: Pair) -> None:
    silent(pair)
    partners.change(pair.borrower, THEIRS, {"expect-confirmations": "no"})
    pair.later(days=400)
    post.run(pair.borrower)
    assert lines(pair)[0].state == "written"


def test_a_stranger_is_told_that_nobody_took_it_until_somebody_does(pair: Pair) -> None:
    waiting = a_stranger_writes(pair)

    def said() -> list[str]:
        found = (line for line in lines(pair, direction="out") if "Confirmation" in line.kind)
        return [one.summary for one in found if one.file.startswith("stranger")]

    assert said() == ["ERROR"]
    (file,) = (pair.mail / "to-b").glob("stranger*.confirm.xml")
    text = file.read_text("utf-8")
    assert "UnrecognisedDataValue" in text
    assert "requestingAgencyId: ISIL:ID-X" in text
    partners.add(pair.borrower, NewPartner("X", ("ISIL:ID-X",)))
    partners.change(pair.borrower, "ISIL:ID-X", {"channel-of": THEIRS})
    assert read_again(pair.borrower, waiting).line.state == "applied"
    post.run(pair.borrower)
    assert said() == ["OK", "ERROR"]


def test_a_confirmation_for_another_library_is_nobody_s_work(pair: Pair) -> None:
    a_stranger_writes(pair)
    report = post.run(pair.lender)
    assert (report.read, report.attention) == (1, 1)
    assert ledger.waiting(pair.lender) == 0
    (line,) = ledger.messages(pair.lender, LedgerQuery(state="set-aside", limit=0)).messages
    assert (line.reason, line.detail) == ("not-for-us", "ISIL:ID-X")


def test_a_stranger_put_into_the_directory_is_heard_through_the_folder_it_used(pair: Pair) -> None:
    waiting = a_stranger_writes(pair)
    line = ledger.message(pair.borrower, waiting).line
    assert (line.is_strange, line.detail) == (True, "ISIL:ID-X")
    partners.add(pair.borrower, NewPartner("Perpustakaan X", ("ISIL:ID-X",)))
    view = introduced(pair.borrower, waiting, "ISIL:ID-X")
    assert (view.line.state, view.line.partner) == ("applied", "Perpustakaan X")
    assert not view.line.is_strange


def test_the_way_a_stranger_wrote_can_be_kept_for_its_card(pair: Pair) -> None:
    way = came_through(pair.borrower, a_stranger_writes(pair))
    assert way.partners == ("Perpustakaan B",)
    assert (way.inbox, way.outbox) == (str(pair.mail / "to-a"), str(pair.mail / "to-b"))


def test_whoever_changes_a_card_lets_what_waits_in_its_letterbox_be_read(pair: Pair) -> None:
    waiting = a_stranger_writes(pair)
    assert welcome(pair.borrower) == 0
    partners.add(pair.borrower, NewPartner("Perpustakaan X", ("ISIL:ID-X",)))
    assert welcome(pair.borrower) == 0  # it only claims to be theirs
    assert partners.show(pair.borrower, "ISIL:ID-X").inbox == ""
    partners.change(pair.borrower, "ISIL:ID-X", {"channel-of": THEIRS})
    assert welcome(pair.borrower) == 1
    line = ledger.message(pair.borrower, waiting).line
    assert (line.state, line.partner) == ("applied", "Perpustakaan X")
    assert welcome(pair.borrower) == 0


def test_a_message_of_what_is_no_symbol_keeps_no_card_from_being_saved(pair: Pair) -> None:
    waiting = a_stranger_writes(pair, "Local Code")
    assert ledger.message(pair.borrower, waiting).line.detail == "LOCAL CODE:ID-X"
    assert welcome(pair.borrower) == 0


def test_the_card_of_another_library_does_not_get_the_letterbox_of_who_wrote(pair: Pair) -> None:
    waiting = a_stranger_writes(pair)
    partners.add(pair.borrower, NewPartner("Perpustakaan Y", ("ISIL:ID-Y",)))
    view = introduced(pair.borrower, waiting, "ISIL:ID-Y")
    assert (view.line.is_strange, view.line.detail) == (True, "ISIL:ID-X")
    assert partners.show(pair.borrower, "ISIL:ID-Y").inbox == ""
