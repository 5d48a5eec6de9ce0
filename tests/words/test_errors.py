"""Every error is one sentence that names what it is about."""

import ast

import pytest

from ill_desktop.domain import errors
from ill_desktop.domain.errors import DeskError, Invalid, Missing, Refused, Unreadable, Why
from ill_desktop.domain.exchange import BY_KEY
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Heard, Side, State, Timer
from ill_desktop.services.library import RANGES
from ill_desktop.store.failures import _CANNOT_WRITE
from ill_desktop.words import findings, labels
from ill_desktop.words.catalogue import Words, words_for
from ill_desktop.words.errors import (
    FIELDS,
    MISSING,
    UNDO,
    UNREADABLE,
    WHYS,
    field_name,
    sentence,
)
from tests.words.sources import calls

LANGUAGES = tuple(map(words_for, ("en", "id")))
KINDS = DeskError.__subclasses__()

SAMPLES: dict[type[DeskError], DeskError] = {
    errors.Refused: Refused("26000123", "sent", "received"),
    errors.Missing: Missing("request", "26000123"),
    errors.InUse: errors.InUse("Perpustakaan B"),
    errors.Forbidden: errors.Forbidden("settings"),
    errors.DeskExists: errors.DeskExists("/desk"),
    errors.NoSupplier: errors.NoSupplier("26000123"),
    errors.Overtaken: errors.Overtaken("26000123"),
    errors.CannotUndo: errors.CannotUndo("26000123", "cancel-left"),
    errors.NotOfRequest: errors.NotOfRequest("26000123", "NR-9", "", ("NR-1",)),
    errors.Damaged: errors.Damaged("/desk", "page 3"),
    errors.UnknownAction: errors.UnknownAction("fly"),
    errors.UnknownKey: errors.UnknownKey("colour", ("due", "note")),
    errors.Needed: errors.Needed("reason", "close"),
    errors.Usage: errors.Usage("--limit"),
    errors.Invalid: Invalid("due", "soon", Why.NOT_A_DATE),
    errors.Unreadable: Unreadable("a.mrc", "unknown-format"),
    errors.MailFailed: errors.MailFailed("smtp.b.test", "no-tls", "(refused)"),
    errors.NoInput: errors.NoInput("a.ris"),
    errors.NoDesk: errors.NoDesk("/desk"),
    errors.CannotWrite: errors.CannotWrite("a.pdf", "disk-full"),
    errors.Busy: errors.Busy(),
    errors.Unforeseen: errors.Unforeseen(),
    errors.NewerDatabase: errors.NewerDatabase("/desk", 9, 1),
    errors.BadSetting: errors.BadSetting("ILL_NOW", "noon"),
    errors.NotInstalled: errors.NotInstalled("seal"),
}


def constants(name: str, place: int) -> set[str]:
    return {
        args[place].value
        for args in calls(name)
        if len(args) > place and isinstance(args[place], ast.Constant)
    }


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda w: w.language)
@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_every_error_has_a_sentence_in_both_languages(kind: type[DeskError], words: Words) -> None:
    text = sentence(words, SAMPLES[kind])
    assert text[0] not in "{ "
    assert "{" not in text
    if words.language == "id":
        assert text != sentence(LANGUAGES[0], SAMPLES[kind])


@pytest.mark.parametrize("why", Why)
def test_every_reason_for_refusing_a_value_has_a_sentence_with_its_field_or_value(
    why: Why,
) -> None:
    assert why in WHYS
    text = sentence(LANGUAGES[0], Invalid("field-x", "value-y", why))
    assert "field-x" in text or "value-y" in text or why is Why.NOT_A_PIN


def test_every_code_given_to_an_error_has_words() -> None:
    assert constants("CannotUndo", 1) <= set(UNDO)
    assert constants("Missing", 0) <= set(MISSING)
    assert constants("Unreadable", 1) <= set(UNREADABLE) | set(labels.MESSAGE_REASONS)
    assert constants("Problem", 0) <= set(findings.PROBLEMS)
    assert set(_CANNOT_WRITE.values()) <= set(findings.WRITING)


def test_the_searches_above_find_something() -> None:
    assert constants("Missing", 0) >= {"request", "partner"}
    assert constants("Problem", 0)


def test_braces_in_what_was_typed_are_never_read_as_a_pattern() -> None:
    text = sentence(LANGUAGES[0], Invalid("due", "{0} {field!r} {x", Why.NOT_A_DATE))
    assert "“{0} {field!r} {x”" in text


def test_a_refused_action_is_named_with_the_state_as_staff_see_it() -> None:
    text = sentence(LANGUAGES[0], Refused("26000123", "on-its-way", "send"))
    assert "On its way to us" in text
    assert "Send request" in text


def test_a_state_with_two_names_is_told_by_its_code() -> None:
    assert "“expected”" in sentence(LANGUAGES[0], Refused("26000123", "expected", "void"))
    choice = Invalid("reason", "Lazy", Why.NOT_A_CODE, ("NotHeld", "NotOnShelf"))
    assert "NotHeld, NotOnShelf" in sentence(LANGUAGES[0], choice)
    refused = Refused("26000123", "expected", "received", "lending", said=True)
    text = sentence(LANGUAGES[0], refused)
    assert labels.state(LANGUAGES[0], Side.LENDING, State.EXPECTED) in text
    assert labels.of(LANGUAGES[0], Heard.RECEIVED) in text


def test_a_file_that_is_no_desk_is_not_called_damaged() -> None:
    assert "damaged" not in sentence(LANGUAGES[0], errors.Damaged("/x", "not-a-desk"))


def test_what_takes_no_keys_names_none() -> None:
    for words in LANGUAGES:
        assert "–" not in sentence(words, errors.UnknownKey("supplier"))
        assert "due, note" in sentence(words, errors.UnknownKey("x", ("due", "note")))


def test_a_busy_desk_names_who_holds_it_where_that_is_known() -> None:
    assert "FRONT-PC" in sentence(LANGUAGES[0], errors.Busy("FRONT-PC"))


def test_codes_are_kebab_names_of_their_classes() -> None:
    assert errors.NewerDatabase("/x", 2, 1).code == "newer-database"
    assert {kind.exit_code for kind in KINDS} == {1, 2, 65, 66, 73, 75, 78}


READERS = {"read_code", "read_date", "_one_of", "address", "number"}
"""Functions of the house that are handed the name of a field first, and refuse in its name."""


def fields_refused() -> set[str]:
    """Every name of a field that a refusal in the program can carry, as far as it is written."""
    readers = set().union(*(constants(name, place) for name in READERS for place in (0, 1)))
    ranges = {name.replace("_", "-") for name in RANGES}
    return (
        constants("Invalid", 0)
        | {key.value for key in Key}
        | ranges
        | {name for name in readers if isinstance(name, str) and name in FIELDS}
    )


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda w: w.language)
def test_every_field_that_can_be_refused_is_named_in_words(words: Words) -> None:
    keys = fields_refused() | {habit.key for habit in BY_KEY.values()} | set(map(str, Timer))
    assert {"code", "condition", "symbol"} <= keys
    for key in keys:
        name = field_name(words, key)
        assert name[0].isupper() or name[0].isdecimal(), key
        assert name != key, key


def test_a_condition_that_lacks_is_told_in_indonesian() -> None:
    said = sentence(LANGUAGES[1], Invalid("condition", "", Why.EMPTY))
    assert said.startswith("Syarat ")
