"""Why a partner's system refused a message of ours, in words."""

import pytest

from ill_desktop.domain.codes import ErrorType
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.reasons import REFUSED, about, refused

ENGLISH, INDONESIAN = words_for("en"), words_for("id")


@pytest.mark.parametrize("code", ErrorType)
def test_every_error_of_a_confirmation_has_words_in_both_languages(code: ErrorType) -> None:
    assert refused(ENGLISH, code.value) == f"our message was refused: {REFUSED[code]}"
    assert refused(INDONESIAN, code.value) not in (refused(ENGLISH, code.value), "")


def test_what_they_said_themselves_stands_beside_it() -> None:
    told = refused(ENGLISH, "BadlyFormedMessage: line 3: no id; UnrecognisedDataValue")
    assert told.endswith("could not read it (“line 3: no id; UnrecognisedDataValue”)")
    assert refused(ENGLISH, "Busy: later") == "our message was refused: “Busy: later”"
    assert refused(ENGLISH, " ").endswith("they did not say why")


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("requestingAgencyRequestId: 99900026", "Request number: 99900026"),
        ("requestingAgencyRequestId: 99900026 already exists", "Request number: 99900026"),
        ("requestingAgencyRequestId: already used with other content", ""),
        ("requestingAgencyPreviousRequestId: ", ""),
        ("ISIL:ID-NEW", "ISIL:ID-NEW"),
        ("scan: page 1.pdf", "scan: page 1.pdf"),
    ],
)
def test_what_a_reason_is_about_has_no_name_of_an_element(detail: str, said: str) -> None:
    assert about(ENGLISH, detail) == said
    assert about(INDONESIAN, "requestingAgencyRequestId: 7") == "Nomor permintaan: 7"
