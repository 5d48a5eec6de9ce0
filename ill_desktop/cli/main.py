"""`ill`: where the command line begins.

Nothing is imported before it is needed: `ill --version` costs little more than Python itself.
"""

import sys
from collections.abc import Sequence

from ill_desktop import __version__
from ill_desktop.cli import stdout


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of DESIGN §7, and 130 after Ctrl+C."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given and set(given) <= {"--version", "--json"} and "--version" in given:
        told = f'{{"version": "{__version__}"}}' if "--json" in given else f"ill {__version__}"
        return _said(told)
    try:
        from ill_desktop.cli.running import run

        return run(given)
    except KeyboardInterrupt:
        return 130


def _said(text: str) -> int:
    """Print a line; what standard output does not take ends as the exit code it means."""
    try:
        stdout.put(text)
        stdout.flush()
    except stdout.Unsaid as unsaid:
        from ill_desktop.cli.running import in_vain

        return in_vain(unsaid.error)
    return 0
