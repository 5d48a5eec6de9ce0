"""`ill`: where the command line begins.

Nothing is imported before it is needed: `ill --version` costs little more than Python itself.
"""

import sys
from collections.abc import Sequence

from ill_desktop import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of DESIGN §7, and 130 after Ctrl+C."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given == ["--version"] and _said(f"ill {__version__}"):
        return 0
    try:
        from ill_desktop.cli.running import run

        return run(given)
    except KeyboardInterrupt:
        return 130


def _said(text: str) -> bool:
    """Print a line; False where standard output did not take it."""
    try:
        print(text, flush=True)
    except OSError:
        return False
    return True
