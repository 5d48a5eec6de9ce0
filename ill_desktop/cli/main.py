"""`ill`: reads the command line, runs one command, answers with an exit code.

Data goes to stdout, words to stderr, a traceback nowhere. Nothing is imported before it is
needed: `ill --version` should cost little more than Python itself.
"""

import os
import sys
from collections.abc import Sequence

from ill_desktop import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of DESIGN §7."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given == ["--version"]:
        print(f"ill {__version__}")
        return 0
    try:
        return _run(given)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: list[str]) -> int:
    from ill_desktop.cli import parser
    from ill_desktop.cli.output import Output
    from ill_desktop.domain.errors import DeskError, Usage

    out = Output(json="--json" in given, language=os.environ.get("ILL_LANGUAGE", ""))
    try:
        asked = parser.parse(given)
        if asked is None:
            return 0
        out.desk_of(asked)
        code: int | None = asked.run(asked, out)
    except DeskError as error:
        out.problem(error)
        return error.exit_code
    except UnicodeError as error:
        out.problem(Usage(str(error)))
        return Usage.exit_code
    return code or 0
