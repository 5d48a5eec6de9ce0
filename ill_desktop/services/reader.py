"""The reader whom a request is for, by code or by name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import folded, tidy
from ill_desktop.domain.errors import Missing
from ill_desktop.services import patrons

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

MOST = 12


@dataclass(frozen=True, slots=True)
class Reader:
    """`in_hand` counts requests not finished; `block` is why nothing should be asked for."""

    code: str
    name: str
    department: str
    in_hand: int
    block: str


def meant(desk: "Desk", text: str) -> Reader:
    """The one reader a code or name means; raises `Missing` for none, and for several."""
    code = code_of(desk, text)
    card = patrons.show(desk, code)
    view = card.view
    block = card.block if card.blocked(desk.today()) else ""
    return Reader(
        code, view.name, view.department, len(patrons.shelf(desk, code).open), tidy(block)
    )


def code_of(desk: "Desk", text: str) -> str:
    """The code of the one reader a code or name means; raises `Missing`. Empty stays empty."""
    typed = tidy(text)
    if not typed:
        return ""
    found = patrons.find(desk, typed, MOST).patrons
    exact = [one for one in found if one.code == typed]
    exact = exact or [one for one in found if folded(one.code) == folded(typed)]
    exact = exact or [one for one in found if folded(one.name) == folded(typed)] or list(found)
    if len(exact) == 1:
        return exact[0].code
    if exact:
        raise Missing("one-patron", typed)
    return patrons.show(desk, typed).view.code
