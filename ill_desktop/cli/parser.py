"""The commands, their options, and the function that runs each (DESIGN §7)."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

from ill_desktop import __version__
from ill_desktop.cli import epilogs
from ill_desktop.cli.stdout import put
from ill_desktop.domain.errors import Usage
from ill_desktop.domain.exchange import AUTO, Dialect
from ill_desktop.domain.lifecycle.states import Service, Side, State, Timer
from ill_desktop.domain.queues import Queue
from ill_desktop.words.catalogue import LANGUAGES


@dataclass(frozen=True, slots=True)
class Anywhere:
    """The options that may stand anywhere in the line."""

    desk: str = ""
    json: bool = False


def hoisted(given: Sequence[str]) -> tuple[Anywhere, list[str]]:
    """Take `--desk` and `--json` out of the line, wherever they stand before a `--`."""
    desk, json = "", False
    rest: list[str] = []
    tokens = iter(given)
    for token in tokens:
        if token == "--":
            rest += [token, *tokens]
        elif token == "--json":
            json = True
        elif token.startswith("--desk="):
            desk = token.removeprefix("--desk=")
        elif token == "--desk":
            named = next(tokens, None)
            rest += [] if named else [token]
            desk = named or ""
        else:
            rest.append(token)
    return Anywhere(desk, json), rest


class _Done(Exception):
    """Help or version was printed."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program, and guesses no options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raise `Usage`."""
        raise Usage(f"{message} ({self.prog} --help)")

    def print_help(self, file: Any = None) -> None:
        """Print the help; what standard output does not take is not passed over."""
        put(self.format_help(), end="")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Help or version was printed; there is nothing more to do."""
        raise _Done


class _Version(argparse.Action):
    """Prints the version; what standard output does not take is not passed over."""

    def __call__(self, *_: object, **__: object) -> None:
        put(f"ill {__version__}")
        raise _Done


def _runs(module: str, function: str) -> Callable[..., int]:
    """The function by name: a command's module is imported only when it runs."""

    def run(asked: argparse.Namespace, out: object) -> int:
        found: Callable[..., int | None] = getattr(
            import_module(f"ill_desktop.cli.{module}"), function
        )
        return found(asked, out) or 0

    return run


def parse(given: Sequence[str]) -> argparse.Namespace | None:
    """What was asked; None when help or the version was shown. Raises `Usage`."""
    try:
        asked, more = _parser().parse_known_args(given)
    except _Done:
        return None
    if more:
        _take_in(asked, more)
    if not hasattr(asked, "run"):
        raise Usage("no command (ill --help)")
    return asked


def _take_in(asked: argparse.Namespace, more: Sequence[str]) -> None:
    """Numbers that stand after an option still belong to the list they go on with."""
    strange = [token for token in more if token.startswith("-") and token != "--"]
    if strange or not hasattr(asked, "numbers"):
        raise Usage(f"{' '.join(strange or more)} (ill --help)")
    asked.numbers = [*asked.numbers, *(token for token in more if token != "--")]


def _code(known: Iterable[str]) -> Callable[[str], str]:
    """Reads one of some codes, whatever its case; an empty text is *not given*."""
    codes = tuple(known)
    spelled = {"": "", **{code.casefold(): code for code in codes}}

    def read(text: str) -> str:
        if text.casefold() not in spelled:
            raise argparse.ArgumentTypeError(f"{text}: {', '.join(codes)}")
        return spelled[text.casefold()]

    return read


def _count(least: int) -> Callable[[str], int]:
    """Reads a number that is not below the least one."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or not least <= int(text[:12]) <= MOST:
            raise argparse.ArgumentTypeError(f"{text[:20]}: {least}, {least + 1}, {least + 2}, …")
        return int(text)

    return read


MOST = 2_000_000_000
"""More of anything is a slip of the finger."""


def _common() -> argparse.ArgumentParser:
    """`--desk` and `--json` for the help text; `hoisted` takes them out of the line before."""
    common = argparse.ArgumentParser(add_help=False)
    hidden = argparse.SUPPRESS
    common.add_argument("--desk", metavar="DIR", default=hidden, help="the desk folder")
    common.add_argument(
        "--json", action="store_true", default=hidden, help="print one JSON document"
    )
    return common


Commands = Any
"""argparse's own type for sub-commands has no public name."""


def _parser() -> Parser:
    top = Parser(prog="ill", description="The interlibrary-loan desk.", parents=[_common()])
    top.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for declare in (_desk, _partner, _patron, _request, _post, _print, _figures, _care):
        declare(commands)
    return top


def _add(commands: Commands, name: str, help: str, run: Callable[..., int]) -> Parser:  # noqa: A002
    one: Parser = commands.add_parser(name, help=help, description=help, parents=[_common()])
    one.set_defaults(run=run)
    return one


def _group(commands: Commands, name: str, help: str) -> Commands:  # noqa: A002
    group = commands.add_parser(name, help=help, description=help, parents=[_common()])
    found: Commands = group.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=Parser
    )
    return found


def _desk(commands: Commands) -> None:
    init = _add(commands, "init", "make a desk", _runs("desk", "init"))
    init.add_argument("--name", required=True)
    init.add_argument("--symbol", required=True, metavar="A:V")
    init.add_argument("--language", type=_code(LANGUAGES), default="en", metavar="en|id")
    init.add_argument("--country", default="ID", metavar="CC")
    init.add_argument("--zone", default="", metavar="Z")
    init.add_argument("--paper", type=_code(PAPERS), default="", metavar="A4|Letter|F4")
    init.add_argument("--test", action="store_true")
    demo = _add(commands, "demo", "two sample desks doing a loan and a copy", _runs("desk", "demo"))
    demo.add_argument("--out", required=True, metavar="DIR")


def _partner(commands: Commands) -> None:
    group = _group(commands, "partner", "the directory of partners")
    add = _add(group, "add", "add a partner", _runs("partner", "add"))
    add.add_argument("--name", required=True)
    add.add_argument("--symbol", required=True, nargs="+", action="extend", metavar="A:V")
    add.add_argument("--inbox", default="", metavar="DIR")
    add.add_argument("--outbox", default="", metavar="DIR")
    add.add_argument("--mail", default="", metavar="ADDRESS")
    add.add_argument("--address", nargs="+", action="extend", default=[], metavar="LINE")
    add.add_argument("--dialect", type=_code(DIALECTS), default=AUTO, metavar="1.1|1.2|2021")
    add.add_argument("--country", default="", metavar="CC")
    add.add_argument("--language", type=_code(LANGUAGES), default="", metavar="en|id")
    _add(group, "list", "every partner", _runs("partner", "listed"))
    show = _add(group, "show", "one partner", _runs("partner", "show"))
    show.add_argument("symbol", metavar="A:V")
    change = _add(group, "set", "change a partner's card", _runs("partner", "change"))
    change.formatter_class = argparse.RawDescriptionHelpFormatter
    change.epilog = epilogs.card()
    change.add_argument("symbol", metavar="A:V")
    change.add_argument("values", nargs="+", metavar="KEY=VALUE")
    remove = _add(group, "remove", "take out one not used yet", _runs("partner", "remove"))
    remove.add_argument("symbol", metavar="A:V")
    load = _add(group, "import", "add partners from CSV", _runs("partner", "load"))
    load.epilog = epilogs.LOADED
    load.add_argument("file", metavar="FILE")
    dump = _add(group, "export", "write the directory as CSV", _runs("partner", "dump"))
    dump.add_argument("file", metavar="FILE")
    statement = _add(group, "statement", "what is open with a partner", _runs("statement", "run"))
    statement.epilog = epilogs.STATEMENT
    statement.add_argument("symbol", metavar="A:V")
    either = statement.add_mutually_exclusive_group()
    either.add_argument("--out", default="", metavar="FILE.csv|FILE.pdf", help="make a file of it")
    either.add_argument("--compare", default="", metavar="FILE.csv", help="lay theirs beside it")


def _patron(commands: Commands) -> None:
    group = _group(commands, "patron", "the file of readers")
    load = _add(group, "import", "add readers from CSV or XLSX", _runs("patron", "load"))
    load.epilog = epilogs.LOADED
    load.add_argument("file", metavar="FILE")
    _add(group, "list", "every reader", _runs("patron", "listed"))


PAPER_KINDS = (
    *("pull-slip", "shipping-label", "return-label", "request-slip"),
    *("book-strap", "lender-strap", "packing-list"),
)
PAPERS = ("A4", "Letter", "F4")
SORTS = ("newest", "oldest", "due", "due-latest", "needed-by", "needed-by-latest")
DIALECTS = (AUTO, *(one.value for one in Dialect))
FORMATS = ("table", "json", "csv", "xlsx", "pdf")
MESSAGE_STATES = (
    *("held", "due", "sending", "written", "confirmed", "refused", "unanswered"),
    *("withdrawn", "failed", "applied", "duplicate", "attention", "quarantined", "set-aside"),
)

CITED = (
    "title",
    "subtitle",
    "author",
    "edition",
    "publisher",
    "place",
    "year",
    "isbn",
    "issn",
    "doi",
    "pmid",
    "component-title",
    "component-author",
    "volume",
    "issue",
    "pages",
)


def _request(commands: Commands) -> None:
    group = _group(commands, "request", "requests of both sides")
    new = _add(group, "new", "a borrowing draft", _runs("request", "new"))
    new.add_argument(
        "--service", required=True, type=_code(Service), metavar="loan|copy|copy-or-loan"
    )
    for name in CITED:
        new.add_argument(f"--{name}", default="")
    new.add_argument("--from", dest="source", metavar="FILE")
    new.add_argument("--record", type=_count(1), metavar="N")
    new.add_argument("--patron", default="", metavar="CODE")
    new.add_argument("--supplier", nargs="+", action="extend", default=[], metavar="A:V")
    new.add_argument("--needed-by", default="", metavar="DATE")
    new.add_argument("--max-cost", default="", metavar="MONEY")
    new.add_argument("--note", default="")
    listed = _add(group, "list", "requests, the newest first", _runs("request", "listed"))
    listed.epilog = epilogs.LISTED
    listed.add_argument("--side", type=_code(Side), default="", metavar="borrowing|lending")
    listed.add_argument("--state", type=_code(State), default="", metavar="S")
    listed.add_argument("--queue", type=_code(Queue), default="", metavar="Q")
    listed.add_argument("--reason", type=_code(Timer), default="", metavar="R")
    listed.add_argument("--find", default="", metavar="TEXT")
    listed.add_argument("--sort", type=_code(SORTS), default="newest", metavar="|".join(SORTS))
    listed.add_argument("--limit", type=_count(0), default=50, metavar="N")
    listed.add_argument("--after", default="", metavar="NUMBER")
    show = _add(group, "show", "one request in full", _runs("request", "show"))
    show.add_argument("number")
    change = _add(group, "set", "change local fields", _runs("request", "change"))
    change.add_argument("number")
    change.add_argument("values", nargs="+", metavar="KEY=VALUE")
    do = _add(group, "do", "do an action", _runs("request", "do"))
    do.formatter_class = argparse.RawDescriptionHelpFormatter
    do.epilog = epilogs.actions()
    do.add_argument("number")
    do.add_argument("action")
    do.add_argument("values", nargs="*", default=[], metavar="KEY=VALUE")
    undo = _add(group, "undo", "take the last act back", _runs("request", "undo"))
    undo.add_argument("number")


def _post(commands: Commands) -> None:
    post: Parser = commands.add_parser("post", help="read and write messages", parents=[_common()])
    post.add_argument("--now", action="store_true", help="also send what is still held")
    post.add_argument("--watch", action="store_true", help="go on until stopped")
    post.set_defaults(run=_runs("post", "run"))
    group: Commands = post.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    listed = _add(group, "list", "the ledger", _runs("post", "listed"))
    listed.add_argument("--state", type=_code(MESSAGE_STATES), default="", metavar="S")
    show = _add(group, "show", "one message", _runs("post", "show"))
    show.add_argument("id", type=_count(1))
    sent = _add(group, "sent", "a person has sent the mail of a message", _runs("post", "sent"))
    sent.add_argument("id", type=_count(1))
    resend = _add(group, "resend", "send the same bytes again", _runs("post", "resend"))
    resend.add_argument("id", type=_count(1))


def _print(commands: Commands) -> None:
    one = _add(commands, "print", "slips and labels as PDF", _runs("printing", "run"))
    one.add_argument(
        "kind", metavar="KIND", help=f"{', '.join(PAPER_KINDS)}; `stocks` or `test-sheet`"
    )
    one.add_argument("numbers", nargs="*", default=[], metavar="N", help="numbers of requests")
    one.add_argument("--out", metavar="FILE.pdf")
    one.add_argument("--stock", default="", metavar="CODE")
    one.add_argument("--start", type=_count(1), default=1, metavar="N")


def _figures(commands: Commands) -> None:
    one = _add(commands, "statistics", "the month's figures", _runs("figures", "run"))
    one.epilog = epilogs.FIGURES
    one.add_argument("--month", required=True, metavar="YYYY-MM")
    one.add_argument("--to", default="", metavar="YYYY-MM")
    one.add_argument("--format", type=_code(FORMATS), default="", metavar="table|json|csv|xlsx|pdf")
    one.add_argument("--out", default="", metavar="FILE")


def _care(commands: Commands) -> None:
    backup = _add(commands, "backup", "a verified copy of the desk", _runs("desk", "backup"))
    backup.add_argument("--out", required=True, metavar="FILE")
    restore = _add(commands, "restore", "bring a backup back", _runs("desk", "restore"))
    restore.add_argument("file", metavar="FILE")
    _add(commands, "check", "whether the desk is sound", _runs("desk", "check"))
