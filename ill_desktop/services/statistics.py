"""The month's figures: counted and worded."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.domain.measures import (
    MEASURES,
    RULES,
    Counted,
    Formula,
    Measure,
    Part,
    share,
    spread,
)
from ill_desktop.services.desk import Desk
from ill_desktop.services.figure_files import as_csv, export
from ill_desktop.services.figures import Breakdown, Figure, Figures, document
from ill_desktop.store.measures import By, Lapse, Population, Span, Unit, lapses, tally
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.figures import DEFINITIONS, LABELS, NOT_GIVEN, Value, shown

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

BREAKDOWN_BY = (By.SERVICE, By.PARTNER, By.COUNTRY, By.CATEGORY, By.DEPARTMENT, By.MONTH)

UNITS = {
    Counted.REQUESTS: Unit.REQUEST,
    Counted.SENDINGS: Unit.MILESTONE,
    Counted.PIECES: Unit.PIECE,
    Counted.PATRONS: Unit.PATRON,
}


def read_month(text: str, field: str) -> date:
    """`YYYY-MM` as its first day; raises `Invalid`."""
    try:
        if len(text) != 7:
            raise ValueError(text)
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Invalid(field, text, Why.NOT_A_MONTH) from error


def figures(desk: Desk, first: str, last: str) -> Figures:
    """Count everything for some months; raises `Invalid`."""
    start, end = read_month(first, "month"), read_month(last, "to")
    if end < start:
        raise Invalid("to", last, Why.OUT_OF_RANGE)
    span = Span(start, end.replace(day=monthrange(end.year, end.month)[1]))
    with desk.database.read() as session:
        found = tuple(_figure(desk.words, session, one, span) for one in MEASURES)
    return Figures(first, last, RULES, found)


def _figure(words: Words, session: "Session", measure: Measure, span: Span) -> Figure:
    whole = _values(session, measure, span, None)
    value = whole.get("", _nothing(measure))
    return Figure(
        measure.code,
        words.tr("Figure", LABELS[measure.code]),
        value,
        words.tr("Figure", DEFINITIONS[measure.code]),
        tuple(_parts(words, session, measure, span)),
        shown(words, value),
    )


def _nothing(measure: Measure) -> Value:
    return 0 if measure.formula in (Formula.SUM, Formula.DIFFERENCE) else None


def _parts(words: Words, session: "Session", measure: Measure, span: Span) -> Iterator[Breakdown]:
    """Every breakdown in which at least one key is known."""
    for by in (*BREAKDOWN_BY, *((By.REASON,) if measure.reasons else ())):
        found = _values(session, measure, span, by)
        if not any(found):
            continue
        for key, value in sorted(found.items()):
            name = _month(key) if by is By.MONTH else key
            label = _key_label(words, by, name)
            yield Breakdown(by.value, name, label, value, shown(words, value))


def _month(key: str) -> str:
    """`202603` as `2026-03`."""
    return f"{key[:4]}-{key[4:]}"


def _values(session: "Session", measure: Measure, span: Span, by: By | None) -> Mapping[str, Value]:
    """The figure for each key of a breakdown."""
    if measure.start is not None:
        return _lapses(session, measure, span, by)
    some = _counted(session, measure, measure.parts, span, by)
    if measure.formula is Formula.SUM:
        return dict(some)
    other = _counted(session, measure, measure.other, span, by)
    keys = some.keys() | other.keys()
    if measure.formula is Formula.DIFFERENCE:
        return {key: some[key] - other[key] for key in keys}
    return {key: share(some[key], other[key]) for key in keys}


def _counted(
    session: "Session", measure: Measure, parts: tuple[Part, ...], span: Span, by: By | None
) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in parts:
        found.update(tally(session, _population(part), span, UNITS[measure.counted], by))
    return found


def _population(part: Part) -> Population:
    return Population(part.side, part.reached, part.service, fresh=part.fresh, without=part.without)


def _lapses(session: "Session", measure: Measure, span: Span, by: By | None) -> Mapping[str, Value]:
    found: dict[str, list[Lapse]] = {}
    for part in measure.parts:
        start = measure.start or part.reached
        for one in lapses(session, start, _population(part), span, by):
            found.setdefault(one.key, []).append(one)
    if measure.formula is Formula.IN_TIME:
        return {key: _in_time(some) for key, some in found.items()}
    return {
        key: spread([(one.end_on - one.start_on).days for one in some])
        for key, some in found.items()
    }


def _in_time(some: Sequence[Lapse]) -> float | None:
    dated = [one.end_on <= one.needed_by for one in some if one.needed_by is not None]
    return share(sum(dated), len(dated))


def _key_label(words: Words, by: By, key: str) -> str:
    if not key:
        return words.tr("Figure", NOT_GIVEN)
    if by is By.SERVICE:
        return labels.of(words, Service(key))
    return labels.coded(words, key) if by is By.REASON else key


__all__ = ["Figure", "Figures", "as_csv", "document", "export", "figures", "read_month"]
