"""The reader whom a request is for, by code or by name."""

from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Named:
    """Codes of readers by what people call them, for files with many of them."""

    by_code: Mapping[str, Sequence[str]]
    by_name: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, readers: Iterable[tuple[str, str]]) -> "Named":
        """From their codes and names."""
        found: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
        for code, name in readers:
            found[0].setdefault(folded(code), []).append(code)
            found[1].setdefault(folded(name), []).append(code)
        return cls(*found)

    def code(self, text: str) -> str:
        """The code of the one reader meant; raises `Missing` for none, and for several."""
        codes = self.by_code.get(folded(text)) or self.by_name.get(folded(text), ())
        if len(codes) == 1:
            return codes[0]
        raise Missing("one-patron" if codes else "patron", text)


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
