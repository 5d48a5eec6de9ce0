"""`ill`: reads the command line, runs one command, answers with an exit code.

Data goes to stdout, words to stderr, a traceback nowhere.
"""

import os
import sys
from collections.abc import Sequence

from ill_desktop.cli import parser
from ill_desktop.cli.output import Output
from ill_desktop.domain.errors import DeskError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of DESIGN §7."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(given)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: list[str]) -> int:
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
        from ill_desktop.domain.errors import Usage

        usage = Usage(str(error))
        out.problem(usage)
        return usage.exit_code
    return code or 0
