"""`ill init`, `demo`, `backup`, `restore` and `check`: the desk as a whole."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output
from ill_desktop.services.desk import NewDesk, make_desk


def init(asked: argparse.Namespace, out: Output) -> None:
    """Make a desk."""
    new = NewDesk(
        asked.name,
        asked.symbol,
        asked.language,
        asked.country,
        asked.zone,
        asked.paper,
        asked.test,
    )
    make_desk(out.folder, new).close()
    if out.json:
        out.data({"file": out.folder})
    else:
        print(out.folder)


def demo(asked: argparse.Namespace, out: Output) -> None:
    """Two sample desks, one loan and one copy, run to the end."""
    from ill_desktop.services import demo as sample

    report = sample.run_demo(Path(asked.out))
    if out.json:
        out.data(report)
    else:
        for path in report.files:
            print(path)


def backup(asked: argparse.Namespace, out: Output) -> None:
    """A verified copy of the desk."""
    from ill_desktop.services import backup as copies

    with at_desk(out) as desk:
        path = copies.backup(desk, Path(asked.out))
    if out.json:
        out.data({"file": path})
    else:
        print(path)


def restore(asked: argparse.Namespace, out: Output) -> None:
    """Bring a backup back; what is there now is kept beside it."""
    from ill_desktop.services import backup as copies

    kept = copies.restore(out.folder, Path(asked.file))
    if out.json:
        out.data({"file": kept})
    else:
        out.say(f"{kept}")


def check(asked: argparse.Namespace, out: Output) -> int:
    """Whether the desk is sound; exit 1 when it is not."""
    from ill_desktop.services import check as sound

    with at_desk(out) as desk:
        report = sound.check(desk)
    if out.json:
        out.data({"ok": report.ok, "problems": report.problems})
    else:
        out.lines((problem.code, problem.where) for problem in report.problems)
    return 0 if report.ok else 1
