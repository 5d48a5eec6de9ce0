"""What a library without letterbox is told, and of what nobody has to telephone."""

import pytest

from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.words import saying
from ill_desktop.words.catalogue import words_for

EN = words_for("en")
NO_CALL = "No message about this goes to St Mary, and nobody has to telephone."
CALL = "No message about this goes to St Mary. Tell them by telephone or letter: "


@pytest.mark.parametrize("says", [Says.LOANED, Says.LOAN_COMPLETED, Says.SHIPPED_RETURN])
def test_of_what_tells_of_itself_nobody_has_to_telephone(says: Says) -> None:
    assert saying.untold(EN, (says.value,), "St Mary") == NO_CALL
    assert saying.told(EN, says, {}, "St Mary", by_hand=True) == NO_CALL


def test_words_that_were_written_beside_it_are_told() -> None:
    told = saying.told(EN, Says.LOANED, {Key.NOTE: "the spine is weak"}, "St Mary", by_hand=True)
    assert told.startswith(CALL)
    assert "the spine is weak" in told


def test_what_nobody_can_see_is_told_also_beside_what_they_can() -> None:
    both = (Says.LOANED.value, Says.RENEW_NO.value)
    assert saying.untold(EN, both, "St Mary").startswith(CALL)
    assert saying.untold(EN, (Says.REQUEST.value,), "St Mary").startswith(CALL)
