"""Statements that travel as files between two desks."""

import pypdf
import pytest

from ill_desktop.domain.errors import Missing, NoInput, Unreadable
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.statement import Phase, Verdict
from ill_desktop.services import statements
from tests.services.desks import OURS, THEIRS, Pair


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
    from ill_desktop.services import acts, post

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


def test_a_statement_on_paper_names_every_open_transaction(pair: Pair, loans, tmp_path):
    path = statements.write(pair.lender, OURS, tmp_path / "statement.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    for line in statements.statement(pair.lender, OURS).lines:
        assert line.number in text
    assert "Perpustakaan A" in text
    assert "on loan" in text
    assert path.read_bytes() == statements.write(pair.lender, OURS, path).read_bytes()
