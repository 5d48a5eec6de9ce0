"""What a message can be about, by its kind."""

import pytest

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.message import CONFIRMATION_OF, MessageKind
from ill_desktop.domain.protocol import side_of


@pytest.mark.parametrize("kind", MessageKind)
def test_every_kind_says_which_side_it_is_about_and_a_mail_does_not(kind):
    supplier = {MessageKind.SUPPLYING, *(CONFIRMATION_OF[one] for one in CONFIRMATION_OF)}
    supplier -= {MessageKind.SUPPLYING_CONFIRMATION}
    assert side_of(kind.value) is (Side.BORROWING if kind in supplier else Side.LENDING)
    assert side_of("mail") is None
