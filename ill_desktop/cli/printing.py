"""`ill print`: slips and labels as PDF."""

import argparse
from contextlib import suppress
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.cli.stdout import put
from ill_desktop.domain.errors import DeskError, Usage
from ill_desktop.words import stocks


def run(asked: argparse.Namespace, out: Output) -> None:
    """Print documents, list the stocks, or make a sheet to test a stock with."""
    if asked.kind == "stocks":
        _stocks(out)
    elif asked.kind == "test-sheet":
        _test_sheet(asked, out)
    else:
        _documents(asked, out)


def _stocks(out: Output) -> None:
    from ill_desktop.services import printing

    found = printing.stocks()
    if out.json:
        out.data({"stocks": found})
    else:
        out.lines(
            (one.code, stocks.name(out.words, one.name), one.page, f"{one.columns}×{one.rows}")
            for one in found
        )


def _target(asked: argparse.Namespace) -> Path:
    if not asked.out:
        raise Usage("--out FILE.pdf is missing (ill print --help)")
    return Path(asked.out)


def _test_sheet(asked: argparse.Namespace, out: Output) -> None:
    from ill_desktop.services import files, printing

    target = _target(asked)
    if not asked.stock:
        raise Usage("--stock CODE is missing (ill print stocks)")
    with suppress(DeskError), at_desk(out):
        pass  # the sheet needs no desk; where there is one it speaks its language
    path = files.write(target, printing.test_sheet(asked.stock, out.words.language))
    _told(out, path, 1, 0)


def _documents(asked: argparse.Namespace, out: Output) -> None:
    from ill_desktop.services import files, printing

    target = _target(asked)
    if not asked.numbers:
        raise Usage("the number of a request is missing (ill print --help)")
    if asked.kind not in printing.KINDS:
        raise Usage(f"{asked.kind}: {', '.join((*printing.KINDS, 'stocks', 'test-sheet'))}")
    order = printing.PrintOrder(asked.kind, tuple(asked.numbers), asked.stock, asked.start)
    with at_desk(out) as desk:
        desk.database.must_be_writable()  # what was printed is noted
        printed = printing.print_documents(desk, order)
        path = files.write(target, printed.pdf)
        printing.was_printed(desk, order)
        for warning in printed.warnings:
            out.say(warning)
    _told(out, path, printed.pages, printed.items)


def _told(out: Output, path: Path, pages: int, items: int) -> None:
    if out.json:
        out.data({"file": path, "pages": pages, "items": items})
    else:
        put(path)
