"""`ill statistics`: the month's figures."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output, plain
from ill_desktop.domain.errors import Invalid, Usage, Why
from ill_desktop.services import statistics

FORMATS = ("table", "json", "csv", "xlsx", "pdf")


def run(asked: argparse.Namespace, out: Output) -> None:
    """Count, and show or write what was counted."""
    form = asked.format or ("json" if out.json and not asked.out else "table")
    if form not in FORMATS:
        raise Invalid("format", form, Why.NOT_A_CODE)
    if form in ("xlsx", "pdf") and not asked.out:
        raise Usage("--out FILE")
    with at_desk(out) as desk:
        found = statistics.figures(desk, asked.month, asked.to or asked.month)
        if asked.out:
            path = statistics.export(desk, found, form, Path(asked.out))
            if out.json:
                out.data({"file": path})
            else:
                print(path)
        elif form == "json":
            out.data(statistics.document(found))
        elif form == "csv":
            print(statistics.as_csv(found).decode("utf-8-sig"), end="")
        else:
            out.lines((one.code, one.label, plain(one.value)) for one in found.measures)
