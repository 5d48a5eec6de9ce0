"""Every reason a record is warned of or rejected for has words."""

import re
from pathlib import Path

import pytest

from ill_desktop import formats
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.records import REASONS, reason

ROOM = Path(formats.__file__).parent
SAID = re.compile(r'(?:\.warn|NotARecord)\("([a-z-]+)"|Found\([^"\n]*"([a-z-]+)"')


def said_codes() -> set[str]:
    """The codes that stand in the readers of citations."""
    readers = [
        *(ROOM / "marc").glob("*.py"),
        *(ROOM / f"{n}.py" for n in ("ris", "bibtex", "openurl")),
    ]
    found = (match for path in readers for match in SAID.findall(path.read_text("utf-8")))
    return {first or second for first, second in found}


def test_every_code_the_readers_say_has_a_sentence() -> None:
    codes = said_codes()
    assert {"truncated", "encoding", "unreadable"} <= codes
    assert codes <= set(REASONS)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_reason_is_a_sentence(language: str) -> None:
    words = words_for(language)
    for code in (*REASONS, "forbidden-markup"):
        text = reason(words, code)
        assert text != code
        assert text.endswith(".")


def test_indonesian_is_not_english() -> None:
    english, indonesian = words_for("en"), words_for("id")
    assert all(reason(english, code) != reason(indonesian, code) for code in REASONS)
