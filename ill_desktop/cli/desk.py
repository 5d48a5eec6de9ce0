"""`ill init`, `demo`, `backup`, `restore` and `check`: the desk as a whole."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.cli.stdout import put
from ill_desktop.domain.countries import paper_of
from ill_desktop.domain.errors import Damaged, Unreadable
from ill_desktop.services import zones
from ill_desktop.services.desk import NewDesk, make_desk
from ill_desktop.words import findings
from ill_desktop.words.mark import mark


def init(asked: argparse.Namespace, out: Output) -> None:
    """Make a desk."""
    new = NewDesk(
        asked.name,
        asked.symbol,
        asked.language,
        asked.country,
        asked.zone or zones.usual(asked.country),
        asked.paper or paper_of(asked.country.strip().upper()),
        asked.test,
    )
    make_desk(out.folder, new).close()
    out.made(out.folder)


def demo(asked: argparse.Namespace, out: Output) -> None:
    """Two sample desks, one loan and one copy, run to the end."""
    from ill_desktop.services import demo as sample

    report = sample.run_demo(Path(asked.out))
    if out.json:
        out.data(report)
    else:
        for path in report.files:
            put(path)


def backup(asked: argparse.Namespace, out: Output) -> None:
    """A verified copy of the desk."""
    from ill_desktop.services import backup as copies

    with at_desk(out) as desk:
        path = copies.backup(desk, Path(asked.out))
    out.made(path)


def restore(asked: argparse.Namespace, out: Output) -> None:
    """Bring a backup back; what is there now is kept beside it."""
    from ill_desktop.services import backup as copies

    source = Path(asked.file)
    try:
        kept = copies.restore(out.folder, source)
    except Damaged as error:
        if error.path != str(source):
            raise
        raise Unreadable(source.name, "not-a-backup") from error
    text = mark("Command", "Restored. What was there before is kept in {file}.")
    jump = mark("Command", "New requests skip 1,000 numbers, so that none is given twice.")
    out.say(out.words.tr("Command", text, file=kept))
    out.say(out.words.tr("Command", jump))
    out.made(kept)


def check(asked: argparse.Namespace, out: Output) -> int:
    """Whether the desk is sound; exit 1 when it is not."""
    from ill_desktop.services import check as sound

    with at_desk(out) as desk:
        report = sound.check(desk)
    if out.json:
        out.data({"ok": report.ok, "problems": report.problems})
    else:
        out.lines((findings.problem(out.words, p.code), p.where) for p in report.problems)
    if report.ok:
        out.say(out.words.tr("Command", mark("Command", "The desk is sound.")))
    return 0 if report.ok else 1
