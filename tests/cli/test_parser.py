"""The line as typed: options anywhere, codes in any case, mistakes told as usage."""

import pytest

from ill_desktop.cli import parser
from ill_desktop.cli.epilogs import CARD
from ill_desktop.cli.parser import MESSAGE_STATES, SORTS, Anywhere, hoisted, parse
from ill_desktop.cli.request import ORDERS
from ill_desktop.domain.errors import Usage
from ill_desktop.domain.exchange import BY_KEY
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.desk import PAPERS
from ill_desktop.services.partners import KEYS
from ill_desktop.services.views import DRAFT
from ill_desktop.words import labels

COMMANDS = [
    *("init", "demo", "partner", "patron", "request", "post", "print", "statistics"),
    *("backup", "restore", "check"),
]
GROUPS = {
    "partner": "add list show set import export statement",
    "patron": "import list",
    "request": "new list show set do undo",
    "post": "list show resend",
}


@pytest.mark.parametrize(
    ("line", "desk", "json", "rest"),
    [
        ("--json --desk d check", "d", True, "check"),
        ("check --json --desk=d", "d", True, "check"),
        ("request list --desk d --side lending --json", "d", True, "request list --side lending"),
        ("request new -- --json", "", False, "request new -- --json"),
        ("check", "", False, "check"),
        ("check --desk", "", False, "check --desk"),
    ],
)
def test_desk_and_json_may_stand_anywhere(line: str, desk: str, json: bool, rest: str) -> None:
    assert hoisted(line.split()) == (Anywhere(desk, json), rest.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert parse([command, "--help"]) is None
    shown = capsys.readouterr().out
    assert "usage: ill" in shown
    for name in GROUPS.get(command, "").split():
        assert name in shown
        assert parse([command, name, "--help"]) is None


def test_the_whole_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    parse(["--help"])
    shown = capsys.readouterr().out
    assert all(f"    {command}" in shown for command in COMMANDS)
    assert "--json" in shown


@pytest.mark.parametrize(
    "line",
    [
        "",
        "fly",
        "request",
        "request fly",
        "request list --limit -1",
        "request list --limit many",
        "request list --limit 99999999999999999999",
        "request list --limit ½",
        "request list --limit ٣",
        "request list --queue nowhere",
        "request list --side left",
        "request list --state fine",
        "request list more",
        "request list --lim 3",
        "request new --title T",
        "request new --service gift --title T",
        "request new --service loan --record 0",
        "post list --state lost",
        "post show x",
        "post show 0",
        "post show 99999999999999999999999",
        "print",
        "print pull-slip 26000001 --start 0",
        "print pull-slip --strange 26000001",
        "statistics",
        "statistics --month 2026-01 --format doc",
        "init --name N",
        "init --name N --symbol A:V --paper A5",
        "init --name N --symbol A:V --language nl",
        "partner add --name N --symbol",
        "partner add --name N --symbol A:V --dialect 3",
        "check --desk",
        "backup",
        "restore",
        "demo",
    ],
)
def test_a_line_without_meaning_is_a_usage_error(line: str) -> None:
    with pytest.raises(Usage):
        parse(line.split())


def test_the_help_names_every_action_and_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    parse(["request", "do", "--help"])
    shown = capsys.readouterr().out
    assert all(f"  {action} " in shown for action in Action)
    assert "cannot-supply" in shown
    assert "reason*" in shown


def test_the_help_of_a_card_tells_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    parse(["partner", "set", "--help"])
    shown = capsys.readouterr().out
    assert all(f"  {key} " in shown for key in KEYS if key != "substitute")
    assert set(CARD) <= set(KEYS)


def test_numbers_after_an_option_belong_to_the_list() -> None:
    asked = parse(["print", "pull-slip", "--out", "f.pdf", "26000001", "--stock", "A4", "26000002"])
    assert asked is not None
    assert asked.numbers == ["26000001", "26000002"]


def test_codes_are_read_in_any_case_and_given_back_in_their_own() -> None:
    line = "request list --queue HERE --side Lending --state Sent-Out"
    asked = parse(line.split())
    assert asked is not None
    assert (asked.queue, asked.side, asked.state) == ("here", "lending", "sent-out")


def test_repeatable_options_take_one_value_each_or_several() -> None:
    line = "partner add --name N --symbol A:1 A:2 --symbol A:3 --address x --address y z"
    asked = parse(line.split())
    assert asked is not None
    assert asked.symbol == ["A:1", "A:2", "A:3"]
    assert asked.address == ["x", "y", "z"]


def test_one_line_leaves_nothing_behind_for_the_next() -> None:
    line = ["request", "new", "--service", "loan", "--supplier", "A:1"]
    parse(line)
    asked = parse(line)
    assert asked is not None
    assert asked.supplier == ["A:1"]


def test_the_lists_of_the_parser_are_those_of_the_services() -> None:
    assert parser.PAPERS == PAPERS
    assert tuple(ORDERS) == SORTS
    assert BY_KEY["dialect"].choices == parser.DIALECTS
    assert {*MESSAGE_STATES, DRAFT} == set(labels.MESSAGE_STATES), "a draft stands as written"


def test_a_partner_s_key_may_hold_an_equals_sign() -> None:
    asked = parse(["partner", "set", "A:V", "note=a=b"])
    assert asked is not None
    assert asked.values == ["note=a=b"]
