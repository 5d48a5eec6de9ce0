"""Closing a month: its figures are kept as they are, and later changes show beside them."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.measures import (
    MEASURES,
    RULES,
    STANDING,
    By,
    Counted,
    Measure,
    Spread,
    Value,
)
from ill_desktop.domain.rights import Right
from ill_desktop.services import rights
from ill_desktop.services.changes import Change
from ill_desktop.services.counting import OF_READERS, Count, Piece, span_of
from ill_desktop.services.desk import Desk
from ill_desktop.services.figures import Figure, Figures
from ill_desktop.services.reading_months import read_month
from ill_desktop.services.wording import figure, part, worded
from ill_desktop.store import closed_months
from ill_desktop.store.rows import ClosedMonthRow
from ill_desktop.words.figures import month_name, shown


def close(desk: Desk, month: str) -> None:
    """Keep the figures of a month that is over; raises `Forbidden` or `Invalid`."""
    rights.require(desk, Right.CLOSE_MONTH)
    day = read_month(month, "month")
    span = span_of(day, day)
    if span.last >= desk.today():
        raise Invalid("month", month, Why.NOT_OVER)
    with desk.database.work() as session:
        if closed_months.closed(session, month) is not None:
            raise Invalid("month", month, Why.MONTH_CLOSED)
        count = Count(desk, session, span)
        kept = {one.code: _kept(desk, count, one) for one in MEASURES}
        session.add(
            ClosedMonthRow(
                month=month,
                closed_at=desk.clock.now(),
                staff=desk.staff,
                rules=RULES,
                figures=kept,
            )
        )
    desk.changes.publish(Change(settings=True))


def reopen(desk: Desk, month: str, reason: str) -> None:
    """Count a month anew from now on; raises `Forbidden` or `Invalid`."""
    rights.require(desk, Right.CLOSE_MONTH)
    read_month(month, "month")
    if not reason.strip():
        raise Invalid("reason", reason, Why.EMPTY)
    with desk.database.work() as session:
        row = closed_months.closed(session, month)
        if row is None:
            raise Invalid("month", month, Why.MONTH_OPEN)
        row.reopened_at, row.reopened_by = desk.clock.now(), desk.staff
        row.reason = reason.strip()
    desk.changes.publish(Change(settings=True))


def as_closed(desk: Desk, count: Count, row: ClosedMonthRow) -> Figures:
    """A closed month as it was, each figure with what it would be now where that differs."""
    found = tuple(_as_closed(desk, count, one, row) for one in MEASURES if one.code in row.figures)
    return Figures(
        row.month,
        row.month,
        row.rules,
        desk.library.name,
        row.closed_at,
        found,
        closed=True,
        staff=row.staff,
    )


def closed_with_others(whole: Count, first: str, last: str) -> Mapping[str, str]:
    """By code: which closed months of a stretch had another figure than they have now, in words.

    Of what is about the end of the stretch, its last month alone can differ.
    """
    words = whole.desk.words
    told: dict[str, list[str]] = defaultdict(list)
    for month, row in closed_months.closed_between(whole.session, first, last).items():
        day = read_month(month, "month")
        count, name = whole.of_month(day), month_name(words, day)
        for one in MEASURES:
            at_the_end = one.formula in STANDING or one.months
            if one.code not in row.figures or (at_the_end and month != last):
                continue
            then, now = kept_value(row, one.code), count.whole(one)
            if now != then and _changed(count, one, row):
                texts = shown(words, one, then), shown(words, one, now)
                told[one.code].append(f"{name}: {' → '.join(texts)}")
    return {code: "; ".join(texts) for code, texts in told.items()}


def kept_value(row: ClosedMonthRow, code: str) -> Value:
    """A figure of a closed month."""
    return _value(row.figures[code]["value"]) if code in row.figures else None


def _kept(desk: Desk, count: Count, one: Measure) -> dict[str, Any]:
    found = figure(desk.words, count, one)
    return {
        "value": _plain(found.value),
        "rows": _hash(count, one),
        "parts": [[p.by, p.key, _plain(p.value), p.few] for p in found.breakdowns],
    }


def _as_closed(desk: Desk, count: Count, one: Measure, row: ClosedMonthRow) -> Figure:
    kept: Mapping[str, Any] = row.figures[one.code]
    value = _value(kept["value"])
    parts = tuple(part(desk.words, one, _piece(*piece)) for piece in kept["parts"])
    now = shown(desk.words, one, count.whole(one)) if _changed(count, one, row) else ""
    return worded(desk.words, one, value, parts, now)


def _changed(count: Count, one: Measure, row: ClosedMonthRow) -> bool:
    """Whether a figure of a closed month is another by now, or of other requests."""
    if row.rules != RULES:
        return False
    others: bool = _hash(count, one) != row.figures[one.code]["rows"]
    if one.counted is Counted.PATRONS:
        return others  # the same requests: their names may have been removed since
    return others or count.whole(one) != kept_value(row, one.code)


def _hash(count: Count, one: Measure) -> str:
    """Of the requests behind a figure, so that one exchanged for another is noticed."""
    numbers = ",".join(map(str, sorted(count.behind(one))))
    return hashlib.sha256(numbers.encode()).hexdigest()


def _plain(value: Value) -> Any:
    return asdict(value) if isinstance(value, Spread) else value


def _piece(by: str, key: str, kept: Any, few: bool | None = None) -> Piece:
    """A part of a closed month; where it was not noted how few they were, no reader's is told."""
    return Piece(By(by), key, _value(kept), By(by) in OF_READERS if few is None else few)


def _value(kept: Any) -> Value:
    return Spread(**kept) if isinstance(kept, dict) else kept
