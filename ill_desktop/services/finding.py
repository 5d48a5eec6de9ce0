"""Finding one request by whatever is remembered of it: number, barcode, title, author, partner."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ill_desktop.domain.citation import folded
from ill_desktop.domain.errors import Missing
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import PartnerRef, RequestLine
from ill_desktop.services.lines import line_view
from ill_desktop.store import finding, listing, people, queries
from ill_desktop.store.lines import ListQuery

SHOWN = 12
RANKED = 100
"""So many of the newest hits are put in order of likeness; older ones need another word."""
LIKE = 80
"""How like, of 100, a partner's name has to be to what was typed."""
MOST_PARTNERS = 3
FEWEST_FIGURES = 2
FEWEST_LETTERS = 3

T = TypeVar("T")


class Finds(NamedTuple):
    """The requests most like what was typed, best first, and whether a list can show any: by its
    words it knows none that only its partner's name brought.
    """

    lines: tuple[RequestLine, ...]
    in_a_list: bool


def find(desk: Desk, text: str) -> Finds:
    """What is like what was typed; a million requests cost the same."""
    typed = text.strip()
    if not typed:
        return Finds((), False)
    today = desk.today()
    query = ListQuery(find=text, limit=RANKED, counted=False)
    with desk.database.read() as session:
        figures = typed.isdecimal() and typed.isascii() and len(typed) >= FEWEST_FIGURES
        known = finding.coded(session, typed)[:SHOWN]
        coded = sorted(listing.lines(session, known), key=lambda one: known.index(one.id))
        numbered = finding.ending_in(session, typed) if figures else ()
        named = listing.page(session, query, today).lines
        partnered = [
            line
            for partner in _partners(finding.partner_names(session), typed)
            for line in finding.of_partner(session, partner, SHOWN)
        ]
    by_likeness = ranked(typed, named, lambda one: f"{one.title} {one.author}")
    found = {one.number: one for one in (*coded, *numbered, *by_likeness, *partnered)}
    best = list(found.values())[:SHOWN]
    return Finds(tuple(line_view(desk.words, one, today) for one in best), bool(named))


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader and how many requests they have."""

    code: str
    name: str
    requests: int


def readers(desk: Desk, text: str) -> tuple[Reader, ...]:
    """Readers with requests whose code or name is like what was typed."""
    with desk.database.read() as session:
        found = people.asking(session, text.strip()) if text.strip() else []
        asked = people.asked(session, [one.id for one in found])
    return tuple(Reader(one.code, one.name, asked.get(one.id, 0)) for one in found)


def partners(desk: Desk, text: str) -> tuple[PartnerRef, ...]:
    """The first active partners, by name, whose name and symbol hold every word of a text."""
    words = folded(text).split()
    if len("".join(words)) < FEWEST_LETTERS:
        return ()
    with desk.database.read() as session:
        known = finding.partner_words(session)
    held = [PartnerRef(*one) for one in known if _holds(" ".join(one), words)]
    return tuple(held[:MOST_PARTNERS])


def _holds(text: str, words: Iterable[str]) -> bool:
    """Whether every word is a part of a text."""
    whole = folded(text)
    return all(word in whole for word in words)


def scanned(desk: Desk, code: str) -> tuple[str, ...]:
    """The number of the request a scanned code belongs to; raises `Missing`.

    There are several where a barcode stands on several open requests, or where partners gave the
    same number to several, and it is none of ours.
    """
    with desk.database.read() as session:
        return queries.numbers_by_scan(session, code)


def alike(desk: Desk, text: str) -> tuple[str, ...]:
    """The requests among which one has to choose when this code is scanned; none to choose: ()."""
    if not any(map(str.isdecimal, text)):
        return ()
    try:
        numbers = scanned(desk, text)
    except Missing:
        return ()
    return numbers if len(numbers) > 1 else ()


def _partners(names: Sequence[tuple[int, str]], text: str) -> list[int]:
    """The partners whose names are like the text: three at most."""
    if len(text) < FEWEST_LETTERS:
        return []
    from rapidfuzz import fuzz, process

    asked = folded(text)
    like = process.extract(
        asked, [folded(name) for _, name in names], scorer=fuzz.partial_ratio, limit=3
    )
    return [names[at][0] for _, score, at in like if score >= LIKE and len(asked) >= FEWEST_LETTERS]


def ranked(text: str, things: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """Things in order of likeness to a text; equals stay in the order they came."""
    from rapidfuzz import fuzz

    asked = folded(text)

    def unlike(one: T) -> tuple[float, float]:
        whole = folded(name(one))
        return -fuzz.token_set_ratio(asked, whole), -fuzz.ratio(asked, whole)

    return sorted(things, key=unlike)


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called; `about` may be typed for it, too, as the menu of a command."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A thing that was found, and the name it was found by."""

    thing: T
    name: str


def matching(
    text: str, things: Iterable[T], names: Callable[[T], Sequence[Name]]
) -> list[Match[T]]:
    """The things with a name that holds every word of a text, begun words too, the best first.

    That is one which begins as the text does, then one whose words they are, then one whose
    words begin so. The first name counts before the others. All things are found by no text.
    """
    asked = folded(text)
    if not asked:
        return [Match(one, names(one)[0].text) for one in things]
    found = [_match(asked, one, names(one)) for one in things]
    held = [one for one in found if one[0][0] < _NOWHERE]
    return [match for _, match in sorted(held, key=lambda one: one[0])]


_BEGINS, _SAYS, _STARTED, _HELD, _NOWHERE = range(5)
_Unfit = tuple[int, bool, float]


def _match(asked: str, one: T, names: Sequence[Name]) -> tuple[_Unfit, Match[T]]:
    """How badly its best name answers, and how unlike it is; found by the first that does."""
    from rapidfuzz import fuzz

    places = [_place(asked, name) for name in names]
    best = places.index(min(places))
    first = next((at for at, place in enumerate(places) if place < _NOWHERE), 0)
    unlike = -fuzz.ratio(asked, folded(names[best].text))
    return (places[best], best > 0, unlike), Match(one, names[first].text)


def _place(asked: str, name: Name) -> int:
    """How a name answers to a text; `_NOWHERE`: not at all."""
    title, words = folded(name.text), asked.split()
    parts = title.split()
    if "".join(parts).startswith("".join(words)):  # *backup* begins *Back up the desk*, too
        return _BEGINS
    if set(words) <= set(parts):
        return _SAYS
    if all(any(part.startswith(word) for part in parts) for word in words):
        return _STARTED
    return _HELD if _holds(f"{title} {name.about}", words) else _NOWHERE
