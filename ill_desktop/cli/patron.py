"""`ill patron`: the file of readers."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.services import patrons, reader_file


def load(asked: argparse.Namespace, out: Output) -> None:
    """Add or bring up to date readers from CSV or XLSX."""
    with at_desk(out) as desk:
        report = reader_file.load(desk, Path(asked.file))
        out.loaded(report, asked.file)


def listed(asked: argparse.Namespace, out: Output) -> None:
    """Every reader."""
    with at_desk(out) as desk:
        found = patrons.listed(desk)
        if out.json:
            out.data({"patrons": found})
        else:
            out.lines((one.code, one.name, one.category, one.department) for one in found)
