"""Runs one command and answers with an exit code.

Data goes to stdout, words to stderr, a traceback nowhere.
"""

import io
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType

from ill_desktop.cli import parser, stdout
from ill_desktop.cli.output import Output
from ill_desktop.domain.errors import CannotWrite, DeskError, NoInput, Usage

Caught = tuple[type[BaseException], BaseException, TracebackType | None]


def run(given: Sequence[str]) -> int:
    """Run one command; whatever happens ends as an exit code."""
    _never_choke()
    anywhere, rest = parser.hoisted(given)
    out = Output(anywhere.json, _language())
    sys.excepthook = lambda kind, error, trace: _mistake(out, (kind, error, trace))
    try:
        code = _run(anywhere, rest, out)
        stdout.flush()  # before it is too late to say that the answer did not fit
    except stdout.Unsaid as unsaid:
        return in_vain(unsaid.error, out)
    return code


def _run(anywhere: parser.Anywhere, given: Sequence[str], out: Output) -> int:
    try:
        asked = parser.parse(given)
        if asked is None:
            return 0
        out.at(anywhere.desk)
        code: int = asked.run(asked, out)
    except DeskError as error:
        return _told(error, out)
    except UnicodeError:
        return _told(Usage("these characters"), out)
    except OSError as error:
        if error.filename is None:  # no file of a person: something in the program failed
            raise
        return _told(_meaning(error), out)
    return code


def _mistake(out: Output, what: Caught) -> None:
    """A mistake of ours, which nobody caught: a sentence here, the traceback in the desk's log."""
    from ill_desktop import logs

    handler = logs.keep(out.folder / "logs") if (out.folder / "logs").is_dir() else None
    if handler is not None:
        logging.getLogger(__name__).error("not caught", exc_info=what)
        logs.stop(handler)
    with suppress(stdout.Unsaid):
        out.mistake(what[0].__name__)


def _told(error: DeskError, out: Output) -> int:
    out.problem(error)
    return error.exit_code


def _meaning(error: OSError) -> DeskError:
    """What a file that no service foresaw means for the person who named it."""
    name = str(error.filename)
    if isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError):
        return NoInput(name)
    return CannotWrite(name, error.strerror or "")


def in_vain(error: OSError, out: Output | None = None) -> int:
    """Something was printed that nobody took: there is no place left for anything but a word.

    Whoever closed a pipe has read enough.
    """
    _let_go(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return 0
    out = out or Output(json=False, language=_language())
    out.say(out.sentence(CannotWrite("stdout", error.strerror or "")))
    return CannotWrite.exit_code


def _language() -> str:
    """The language until a desk says its own: what the computer speaks."""
    names = ("ILL_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return said[:2].lower()


def _never_choke() -> None:
    """Show what a terminal has no character for as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go(stream: io.TextIOBase | object) -> None:
    """Keep Python from writing the rest of a stream that nobody takes."""
    number = stream.fileno() if isinstance(stream, io.TextIOWrapper) else -1
    if number >= 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
