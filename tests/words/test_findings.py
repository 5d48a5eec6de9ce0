"""What a check or a failed writing found is told in words."""

from ill_desktop.words import findings
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.figures import BREAKDOWNS, DEFINITIONS, LABELS

INDONESIAN = words_for("id")


def test_every_finding_is_translated() -> None:
    for say, table in (
        (findings.problem, findings.PROBLEMS),
        (findings.writing, findings.WRITING),
    ):
        for code, english in table.items():
            assert say(INDONESIAN, code) not in {english, code, ""}


def test_unknown_codes_stay_as_they_are() -> None:
    assert findings.problem(INDONESIAN, "new") == "new"
    assert findings.writing(INDONESIAN, "No space left") == "No space left"


def test_every_figure_has_a_name_and_a_definition_in_both_languages() -> None:
    assert set(LABELS) == set(DEFINITIONS)
    for text in (*LABELS.values(), *DEFINITIONS.values(), *BREAKDOWNS.values()):
        assert INDONESIAN.tr("Figure", text) != text
