"""`ill partner statement`: what is open with a partner, and theirs laid beside it."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.domain.errors import Usage
from ill_desktop.domain.statement import Open
from ill_desktop.services import statements
from ill_desktop.words.formats import day
from ill_desktop.words.mark import mark
from ill_desktop.words.statements import phase, verdict

ENDINGS = (".csv", ".pdf")
"""What the name of the file to be made may promise; a name without an ending promises a table."""


def run(asked: argparse.Namespace, out: Output) -> None:
    """Show our statement, make a file of it, or lay theirs beside it."""
    ending = Path(asked.out).suffix.lower()
    if ending not in ("", *ENDINGS):
        raise Usage(f"{asked.out}: {' | '.join(ENDINGS)}")
    with at_desk(out) as desk:
        if asked.out:
            out.made(statements.write(desk, asked.symbol, Path(asked.out)))
        elif asked.compare:
            _show_compared(out, statements.against(desk, asked.symbol, Path(asked.compare)))
        else:
            _show_ours(out, statements.statement(desk, asked.symbol))


def _show_ours(out: Output, found: statements.Statement) -> None:
    if out.json:
        out.data(found)
        return
    out.lines(
        (_known_by(one), _borrower(out, one), _where(out, one), one.title) for one in found.lines
    )


def _show_compared(out: Output, found: statements.Comparison) -> None:
    """Each transaction with how both sides agree and what each says; the first want a look."""
    if out.json:
        out.data(found)
        return
    out.lines(
        (
            verdict(out.words, one.verdict),
            _known_by(one.any),
            _borrower(out, one.any, theirs=one.ours is None),
            _where(out, one.ours),
            _where(out, one.theirs),
            one.any.title,
        )
        for one in found.lines
    )


def _known_by(line: Open) -> str:
    return line.number or line.request_id


def _borrower(out: Output, line: Open, *, theirs: bool = False) -> str:
    """Who borrows; on a line that they wrote the one who borrows is they."""
    we, they = mark("Command", "we borrow"), mark("Command", "they borrow")
    return out.words.tr("Command", we if line.borrower is not theirs else they)


def _where(out: Output, line: Open | None) -> str:
    if line is None:
        return "–"
    return ", ".join(filter(None, (phase(out.words, line.phase), day(out.words, line.due))))
