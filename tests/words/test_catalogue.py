"""Texts are found by context and source, and filled in once."""

import ast
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from ill_desktop.words.catalogue import Words, words_for
from ill_desktop.words.mark import mark
from tests.words.sources import PACKAGE, calls

SOURCE = PACKAGE.parent / "resources" / "translations" / "ill_desktop_id.ts"


def translated() -> Iterator[tuple[str, str, str]]:
    for context in ET.parse(SOURCE).getroot().iter("context"):
        for message in context.iter("message"):
            texts = [t.text or "" for t in message.iter("numerusform")]
            whole = " ".join(texts) or message.findtext("translation") or ""
            yield context.findtext("name") or "", message.findtext("source") or "", whole.strip()


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_english_is_the_source_itself() -> None:
    assert words_for("en").tr("State", "Draft") == "Draft"


def test_a_language_nobody_translated_is_shown_in_english() -> None:
    assert words_for("xx").tr("State", "Draft") == "Draft"
    assert words_for("../../etc").language == "en"


def test_a_text_nobody_translated_is_shown_in_english() -> None:
    assert words_for("id").tr("State", "Never heard of") == "Never heard of"


def test_values_are_filled_in_once() -> None:
    words = Words("xx", {"C": {"{a} of {b}": "{b} / {a}"}})
    assert words.tr("C", "{a} of {b}", a="{b}", b="{a}") == "{a} / {b}"


def test_one_and_many_are_told_apart() -> None:
    words = words_for("en")
    assert [words.count("Due", n, "in {n} day", "in {n} days") for n in (0, 1, 2)] == [
        "in 0 days",
        "in 1 day",
        "in 2 days",
    ]


def test_a_mark_is_the_text_itself() -> None:
    assert mark("State", "Draft") == "Draft"


def like(source: str, translation: str) -> bool:
    return (
        holes(source) == holes(translation)
        and ("%n" in source) == ("%n" in translation)
        and source.count("&") >= translation.count("&")
        and (source[-1] == "…") == (translation[-1:] == "…")
    )


def test_a_translation_has_the_holes_of_its_source() -> None:
    filled = [row for row in translated() if row[2]]
    assert len(filled) > 2000
    assert [row for row in filled if not like(*row[1:])] == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [("{n} days", "{m} hari"), ("%n files", "berkas"), ("Save", "&Simpan"), ("Open…", "Buka")],
)
def test_a_translation_that_differs_is_found(source: str, translation: str) -> None:
    assert not like(source, translation)


def marks() -> set[tuple[str, str]]:
    return {
        (context.value, text.value)
        for context, text in (args for args in calls("mark") if len(args) == 2)
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant)
    }


def test_every_marked_text_reaches_the_translators() -> None:
    known = {(context, source) for context, source, _ in translated()}
    assert len(marks()) > 300
    assert marks() - known == set()


def test_no_mark_hides_its_context_from_the_translators() -> None:
    two = [args for args in calls("mark") if len(args) == 2]
    assert [ast.unparse(a) for args in two for a in args if not isinstance(a, ast.Constant)] == []


def test_indonesian_says_kita_to_our_own_staff_and_kami_to_others() -> None:
    """What partners and readers are told, and read on paper, is said by `kami`; nothing else is."""
    to_others = {"Said", "Paper", "Block"}
    mixed = [
        (context, text)
        for context, _, text in translated()
        if {"kita", "kami"}.intersection(text.lower().split())
        - {"kami" if context in to_others else "kita"}
    ]
    assert mixed == []
