"""`ill statistics`: the month's figures."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.cli.parser import FORMATS
from ill_desktop.cli.stdout import put
from ill_desktop.domain.errors import Usage
from ill_desktop.services import statistics

NEEDS_FILE = ("xlsx", "pdf")


def run(asked: argparse.Namespace, out: Output) -> None:
    """Count, and show or write what was counted."""
    form = _form(asked, out)
    if not asked.out and (form in NEEDS_FILE or (out.json and form == "csv")):
        raise Usage("--out FILE")
    with at_desk(out) as desk:
        found = statistics.figures(desk, asked.month, asked.to or asked.month)
        if asked.out:
            out.made(statistics.export(desk, found, form, Path(asked.out)))
        elif out.json or form == "json":
            out.data(statistics.document(found))
        elif form == "csv":
            put(statistics.as_csv(desk, found).decode("utf-8-sig"), end="")
        else:
            out.lines((one.code, one.label, statistics.table_text(one)) for one in found.measures)


def _form(asked: argparse.Namespace, out: Output) -> str:
    """The format asked for, else what the file's name says, else JSON or a table.

    Raises `Usage` for a name that promises something else.
    """
    if asked.format:
        return str(asked.format)
    ending = Path(asked.out).suffix.lstrip(".").lower()
    plain = "json" if out.json else "table"
    known = {"": plain, "txt": "table", **{form: form for form in FORMATS}}
    if ending not in known:
        raise Usage(f"{asked.out}: --format {'|'.join(FORMATS)}")
    return known[ending]
