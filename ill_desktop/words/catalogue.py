"""The catalogue of words: what the translators wrote, by context and English source."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

SOURCE = "en"
LANGUAGES = ("en", "id")
NO_TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class Words:
    """One language. A text nobody translated is shown in English."""

    def __init__(self, language: str, texts: Mapping[str, Mapping[str, str]] = NO_TEXTS) -> None:
        self.language: Final = language
        self.texts: Final = texts

    def tr(self, context: str, text: str, **values: object) -> str:
        """The text in this language, its `{names}` filled in.

        Values are inserted as they are and never read as a pattern again.
        """
        found = self.texts.get(context, {}).get(text) or text
        return found.format(**values) if values else found

    def count(self, context: str, n: int, one: str, many: str, **values: object) -> str:
        """`one` for a single thing, `many` otherwise; both hold `{n}`."""
        return self.tr(context, one if n == 1 else many, n=n, **values)


@cache
def words_for(language: str) -> Words:
    """The words of a language; English where there are none."""
    if language == SOURCE or language not in LANGUAGES:
        return Words(SOURCE)
    place = Path(__file__).parents[1] / "_built" / "words" / f"{language}.json"
    import json

    try:
        return Words(language, json.loads(place.read_text("utf-8")))
    except FileNotFoundError:
        return Words(SOURCE)
