"""Mail addresses are looked at where somebody types them, and left alone where they stand."""

from dataclasses import replace

import pytest

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.services import accounts, partners, patrons
from ill_desktop.services.accounts import Account
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.views import PatronView
from ill_desktop.store.rows import ChannelRow, PatronRow
from tests.services.desks import THEIRS

WRONG = ("budi@x", "budi@", "budi", "budi@x.", "budi@.id", "b@x.id; budi@")
READER = PatronView("U1", "Budi", "budi@x.id / b2@y.ac.id", "", "", "", "", "")


@pytest.mark.parametrize("text", WRONG)
def test_an_address_needs_a_domain_with_a_dot(desk: Desk, text: str) -> None:
    def add_reader() -> object:
        return patrons.save(desk, PatronCard(replace(READER, email=text)))

    def add_partner() -> object:
        return partners.add(desk, NewPartner("B", (THEIRS,), mail=text))

    def set_sender() -> object:
        return accounts.save(desk, Account(sender=text))

    for act, field in ((add_reader, "email"), (add_partner, "mail"), (set_sender, "sender")):
        with pytest.raises(Invalid) as told:
            act()
        assert (told.value.field, told.value.why) == (field, Why.NOT_AN_ADDRESS)
    assert patrons.listed(desk) == partners.listed(desk) == ()


@pytest.mark.parametrize(
    "text", ["Budi <budi@ui.ac.id>", "lab/1@x.id", "a@x.id; b@y.id", "a@x.id b@y.id"]
)
def test_a_reader_may_have_several_and_with_names(desk: Desk, text: str) -> None:
    card = PatronCard(replace(READER, email=text))
    assert patrons.save(desk, card).view.email == text


def test_one_that_stands_is_left_alone_until_it_is_edited(desk: Desk) -> None:
    patrons.save(desk, PatronCard(READER))
    partners.add(desk, NewPartner("B", (THEIRS,), mail="ill@b.id"))
    with desk.database.work() as session:
        session.query(PatronRow).one().email = "budi@x"
        session.query(ChannelRow).one().address = "ill@b"
    older = replace(READER, email="budi@x", name="Budi S.")
    assert patrons.save(desk, PatronCard(older), "U1").view == older
    assert partners.change(desk, THEIRS, {"name": "B 2", "mail": "ill@b"}).mail == "ill@b"
    with pytest.raises(Invalid):
        patrons.save(desk, PatronCard(replace(older, email="budi@y")), "U1")
    with pytest.raises(Invalid):
        partners.change(desk, THEIRS, {"mail": "ill@c"})
