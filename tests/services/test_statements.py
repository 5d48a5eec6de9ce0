"""Statements that travel as files between two desks."""

from pathlib import Path

import pypdf
import pytest
from sqlalchemy import event

from ill_desktop.domain.errors import Missing, NoInput, Unreadable
from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.domain.statement import Phase, Verdict
from ill_desktop.services import acts, ledger, lending, post, statements
from ill_desktop.services.lending import NewLending
from tests.services.desks import OURS, THEIRS, THIRD, Pair


@pytest.fixture
def loans(pair: Pair) -> tuple[str, str]:
    """Two loans, one of them out; the borrower's numbers."""
    first, there = pair.ask()
    second, _ = pair.ask()
    pair.lends(there, Action.WILL_SUPPLY)
    pair.lends(there, Action.SHIP)
    return first, second


def test_both_statements_agree_while_every_message_arrives(pair: Pair, loans, tmp_path):
    path = statements.write(pair.lender, OURS, tmp_path / "theirs.csv")
    found = statements.against(pair.borrower, THEIRS, path)
    assert [one.verdict for one in found.lines] == [Verdict.AGREE, Verdict.AGREE]
    assert found.theirs_on == pair.lender.today()
    assert {one.ours.number for one in found.lines} == set(loans)


def test_what_went_astray_is_found(pair: Pair, loans, tmp_path):
    first, second = loans
    pair.borrows(first, Action.RECEIVED)
    for file in (pair.mail / "to-b").glob("*.xml"):
        file.unlink()
    pair.later(hours=1)
    acts.do(pair.borrower, first, Action.SENT_BACK)
    post.run(pair.borrower, now=True)
    for file in (pair.mail / "to-b").glob("*.xml"):
        file.unlink()
    acts.do(pair.borrower, second, Action.CLOSE, {"reason": "duplicate"})
    path = statements.write(pair.lender, OURS, tmp_path / "theirs.csv")
    found = statements.against(pair.borrower, THEIRS, path)
    assert [one.verdict for one in found.lines] == [Verdict.DIFFER, Verdict.ONLY_THEIRS]
    assert found.lines[0].ours.phase is Phase.RETURNING
    assert found.lines[0].theirs.phase is Phase.OUT
    assert found.lines[1].theirs.request_id == f"{second}-1"


def test_what_they_may_never_have_got_can_be_sent_again(pair: Pair, loans, tmp_path):
    first, _ = loans
    theirs = pair.here(first).line.their_id
    pair.borrows(first, Action.RECEIVED)
    pair.borrows(first, Action.SENT_BACK)
    pair.later(hours=1)
    acts.do(pair.lender, theirs, Action.IS_BACK)
    post.run(pair.lender, now=True)
    for file in (pair.mail / "to-a").glob("*.xml"):
        file.unlink()
    path = statements.write(pair.borrower, THEIRS, tmp_path / "theirs.csv")
    (gone, *_) = statements.against(pair.lender, OURS, path).lines
    assert (gone.verdict, gone.theirs.number) == (Verdict.ONLY_THEIRS, theirs)
    again = ledger.resend(pair.lender, gone.unheard).line
    assert (again.request, again.summary) == (theirs, "LoanCompleted")
    # it is no longer offered before it has left, and not once it is confirmed
    assert statements.against(pair.lender, OURS, path).lines[0].unheard == 0
    pair.post()
    assert statements.against(pair.lender, OURS, path).lines[0].unheard == 0
    assert pair.here(first).line.state is State.DONE


def test_a_statement_names_only_what_is_open_with_that_partner(pair: Pair, loans):
    found = statements.statement(pair.borrower, THEIRS)
    assert [line.phase for line in found.lines] == [Phase.OUT, Phase.ASKED]
    assert statements.statement(pair.borrower, "ISIL:ID-C").lines == ()


def test_a_table_that_is_no_statement_is_refused_with_its_row(pair: Pair, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("role,request,where\nborrower,1,out\nreader,2,out\n")
    with pytest.raises(Unreadable) as caught:
        statements.against(pair.borrower, THEIRS, path)
    assert (caught.value.reason, caught.value.where) == ("not-a-statement", "3")
    path.write_text("a,b\n1,2\n")
    with pytest.raises(Unreadable) as caught:
        statements.against(pair.borrower, THEIRS, path)
    assert caught.value.reason == "missing-column"
    with pytest.raises(NoInput):
        statements.against(pair.borrower, THEIRS, tmp_path / "none.csv")
    with pytest.raises(Missing):
        statements.statement(pair.borrower, "ISIL:NOBODY")


def refused(pair: Pair, symbol: str, path: Path) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        statements.against(pair.borrower, symbol, path)
    assert caught.value.source == path.name
    return caught.value.reason, caught.value.where


def test_only_the_statement_of_the_library_itself_is_compared(pair: Pair, loans, tmp_path):
    ours = statements.write(pair.borrower, THEIRS, tmp_path / "ours.csv")
    assert refused(pair, THEIRS, ours) == ("statement-of-ours", OURS)
    assert refused(pair, THIRD, ours) == ("statement-of-ours", OURS)
    theirs = statements.write(pair.lender, OURS, tmp_path / "theirs.csv")
    assert refused(pair, THIRD, theirs) == ("statement-of-another", THEIRS)
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text(theirs.read_text("utf-8-sig").replace(OURS, "ISIL:ID-X"))
    assert refused(pair, THEIRS, elsewhere) == ("statement-for-another", "ISIL:ID-X")
    nobody = tmp_path / "nobody.csv"
    nobody.write_text(theirs.read_text("utf-8-sig").replace(THEIRS, "Perpustakaan Z"))
    assert refused(pair, THEIRS, nobody) == ("statement-of-another", "Perpustakaan Z")


@pytest.mark.parametrize("without", [1, 3], ids=["as before", "from another program"])
def test_a_statement_that_does_not_say_for_whom_is_compared(
    pair: Pair, loans, tmp_path, without: int
):
    path = statements.write(pair.lender, OURS, tmp_path / "theirs.csv")
    rows = [row.split(",")[:-without] for row in path.read_text("utf-8-sig").splitlines()]
    path.write_text("\n".join(map(",".join, rows)).replace(THEIRS, THEIRS.lower()))
    found = statements.against(pair.borrower, THEIRS, path)
    assert [one.verdict for one in found.lines] == [Verdict.AGREE, Verdict.AGREE]


def test_what_only_they_have_leads_to_what_it_was_or_can_be_recorded(pair: Pair, loans, tmp_path):
    _, second = loans
    acts.do(pair.borrower, second, Action.CLOSE, {"reason": "duplicate"})
    path = statements.write(pair.lender, OURS, tmp_path / "theirs.csv")
    (closed,) = [
        one
        for one in statements.against(pair.borrower, THEIRS, path).lines
        if one.verdict is Verdict.ONLY_THEIRS
    ]
    assert closed.theirs.number == second
    path.write_text(
        "role,request,where,due,title\n"
        "borrower,T-77,out,2026-04-01,Bumi manusia\n"
        "borrower,T-78,asked,,Cantik itu luka\n"
    )
    found = statements.against(pair.borrower, THEIRS, path).lines
    unknown = [one.theirs for one in found if one.verdict is Verdict.ONLY_THEIRS]
    assert [one.number for one in unknown] == ["", ""]
    wishes = [statements.wish(THEIRS, one) for one in unknown]
    assert [one.service for one in wishes] == [Service.LOAN, Service.COPY_OR_LOAN]
    first = wishes[0]
    assert (first.partner, first.their_id, first.citation.title) == (THEIRS, "T-77", "Bumi manusia")
    number = lending.record(
        pair.borrower, NewLending(first.service, first.citation, first.partner, first.their_id)
    )
    again = statements.against(pair.borrower, THEIRS, path).lines
    assert [one.ours.number for one in again if one.any.request_id == "T-77"] == [number]


def test_a_statement_on_paper_names_every_open_transaction(pair: Pair, loans, tmp_path):
    path = statements.write(pair.lender, OURS, tmp_path / "statement.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    for line in statements.statement(pair.lender, OURS).lines:
        assert line.number in text
    assert "Perpustakaan A" in text
    assert "on loan" in text
    assert path.read_bytes() == statements.write(pair.lender, OURS, path).read_bytes()


def test_many_lines_are_compared_with_as_few_questions_as_one(pair: Pair, tmp_path):
    closed = [pair.ask() for _ in range(3)]
    for _, there in closed:
        pair.lends(there, Action.CANNOT_SUPPLY, reason="NotHeld")
    by_id = [f"borrower,{ours}-1,,asked" for ours, _ in closed]
    by_number = [f"borrower,x{there},{there},asked" for _, there in closed]
    asked: list[str] = []
    engine = pair.lender.database.engine
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

    def compared(name: str, *rows: str) -> tuple[set[str], int]:
        path = tmp_path / name
        path.write_text("\n".join(["role,request,supplier-number,where", *rows]))
        asked.clear()
        found = statements.against(pair.lender, OURS, path)
        return {one.any.number for one in found.lines}, len(asked)

    _, few = compared("one.csv", by_id[0])
    assert compared("ids.csv", *by_id) == ({there for _, there in closed}, few)
    assert compared("numbers.csv", *by_number) == ({there for _, there in closed}, few)
    for _ in range(3):
        pair.ask()
    found, many = compared("all.csv", *by_id, "lender,x,,out", "lender,y,,out")
    assert (len(found), many) == (7, few)
