"""The same figures, counted one request at a time from what happened to it: slow and plain."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import holidays
from sqlalchemy import select

from ill_desktop.services.desk import Desk
from ill_desktop.store.rows import AttemptRow, EventRow, PartnerRow, RequestRow

ANSWERS = (
    "will-supply", "checking", "supply-with-conditions", "ship", "send-copy", "cannot-supply",
    "ask-retry",
)  # fmt: skip
FINAL = ("done", "cancelled", "unfilled", "closed", "retry-offered", "lost")


class Naive:
    """Figures of some days."""

    def __init__(self, desk: Desk, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.holidays = holidays.country_holidays(desk.library.country)
        with desk.database.read() as session:
            tests = set(session.scalars(select(PartnerRow.id).where(PartnerRow.test)))
            rows = list(session.scalars(select(RequestRow)))
            self.suppliers = {one.id: one.partner_id for one in session.scalars(select(AttemptRow))}
            events: dict[int, list[EventRow]] = defaultdict(list)
            for event in session.scalars(select(EventRow).order_by(EventRow.id)):
                events[event.request_id].append(event)
        self.tests = tests
        self.rows = [row for row in rows if row.partner_id not in tests]
        self.everything = rows
        self.kept = {n: _standing(found) for n, found in events.items()}
        self.true = {n: _without_taken_back_ends(found) for n, found in self.kept.items()}

    def day(self, row: RequestRow, *kinds: str, to: str = "") -> date | None:
        """The day something first happened."""
        found = self.event(row, *kinds, to=to)
        return found.local_date if found else None

    def event(self, row: RequestRow, *kinds: str, to: str = "") -> EventRow | None:
        for event in self.true[row.id]:
            moved = not to or (event.state_to == to and event.state_from != to)
            if event.kind in kinds and moved and self.real(event):
                return event
        return None

    def ended(self, row: RequestRow, *kinds: str) -> EventRow | None:
        """The event that ended a request, unless that end was taken back by reopening since."""
        for event in self.true[row.id]:
            if event.kind in kinds and (_moved(event) or event.kind == "void"):
                return event
        return None

    def real(self, event: EventRow) -> bool:
        """Whether what was sent went to a real partner."""
        return self.suppliers.get(event.attempt_id or 0) not in self.tests

    def of(self, side: str) -> list[RequestRow]:
        return [row for row in self.rows if row.side == side and not row.voided]

    def inside(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def worked(self, start: date, end: date) -> int:
        days = 0
        while start < end:
            start += timedelta(days=1)
            days += start.weekday() < 5 and start not in self.holidays
        return days

    def requests(self) -> dict[str, list[RequestRow]]:
        """The requests behind each figure that counts them."""
        found: dict[str, list[RequestRow]] = defaultdict(list)
        told = [(row, self.borrowed(row)) for row in self.of("borrowing")]
        told += [(row, self.lent(row)) for row in self.of("lending")]
        for row, days in told:
            for code, day in days:
                if self.inside(day):
                    found[code].append(row)
        for row in self.rows:
            if row.voided and self.inside(self.ended(row, "void").local_date):
                found["V1"].append(row)
        found["B3"] = found["B3r"] + found["B3n"]
        for code in ("B3", "L2"):
            for row in found[f"{code}n"]:
                found[f"{code}g" if _pages(row) else f"{code}gu"].append(row)
        return found

    def borrowed(self, row: RequestRow) -> Iterator[tuple[str, date | None]]:
        sent = self.day(row, "send")
        gone = self.ended(row, "close", "cancel-yes")
        yield "B2", sent
        yield "B1", sent or (gone and gone.local_date)
        told = self.day(row, "copy-received", "notify")
        yield "B8", told
        here = self.day(row, "received", to="here")
        yield from {"loan": [("B3r", here)], "copy": [("B3n", told)]}.get(row.service, ())
        given_up = self.ended(row, "give-up")
        yield "B4", given_up and given_up.local_date
        if not here and not told:
            yield "B5", gone and gone.local_date

    def told_late(self, row: RequestRow) -> date | None:
        """The day they told us that it had come, where our sending was not recorded."""
        kept = self.day(row, "received", to="at-borrower")
        return kept or self.day(row, "received", to="done")

    def lent(self, row: RequestRow) -> Iterator[tuple[str, date | None]]:
        late = self.told_late(row)
        yield "L1", None if row.previous_id else self.day(row, "created")
        supplied = self.day(row, "ship", "send-copy") or late
        yield "L2", supplied
        yield from {"loan": [("L2r", supplied)], "copy": [("L2n", supplied)]}.get(row.service, ())
        refused = self.ended(row, "cannot-supply")
        yield "L3", refused and refused.local_date
        yield "L5", self.day(row, *ANSWERS) or late
        back = self.ended(row, "is-back")
        yield "L7", back and back.local_date

    def readers(self) -> set[tuple[str, int]]:
        """Each reader once in each month."""
        return {
            (f"{day:%Y-%m}", row.patron_id)
            for row in self.of("borrowing")
            for code, day in self.borrowed(row)
            if code == "B1" and self.inside(day) and row.patron_id
        }

    def figures(self) -> dict[str, int | float | None]:
        """The figures that are numbers."""
        found = self.requests()
        some = {code: len(found[code]) for code in COUNTS}
        met = [
            self.worked(self.day(row, "created"), self.day(row, "copy-received", "notify"))
            <= (3 if row.service == "copy" else 10)
            for row in found["B8"]
        ]
        quick = [
            self.worked(
                self.day(row, "created"),
                self.day(row, *ANSWERS) or self.told_late(row),
            )
            for row in found["L5"]
        ]
        return {
            **some,
            "B3g": sum(_pages(row) for row in found["B3g"]),
            "L2g": sum(_pages(row) for row in found["L2g"]),
            "B2a": sum(
                event.kind in ("send", "send-next", "try-again")
                and self.inside(event.local_date)
                and self.real(event)
                for row in self.of("borrowing")
                for event in self.kept[row.id]
            ),
            "B6e": _share(some["B3"], some["B3"] + some["B4"]),
            "B8t": _share(sum(met), len(met)),
            "B17": len(self.readers()),
            "L4e": _share(some["L2"], some["L2"] + some["L3"]),
            "L5t": _share(sum(days <= 5 for days in quick), len(quick)),
            "C1": some["L2"] - some["B3"],
            "W1": len(self.in_hand()),
        }

    def in_hand(self) -> list[RequestRow]:
        """What was open when the last day ended."""
        found = []
        for row in self.rows:
            events = [e for e in self.kept[row.id] if e.local_date <= self.last]
            begun = row.created_on <= self.last and not row.voided
            if begun and events and events[-1].state_to not in ("draft", *FINAL):
                found.append(row)
        return found


COUNTS = (
    "B1", "B2", "B3", "B3r", "B3n", "B3gu", "B4", "B5",
    "L1", "L2", "L2r", "L2n", "L2gu", "L3", "V1",
)  # fmt: skip
PAGES = {"": 0, "12-19": 8, "7": 0, "3-4, 9": 3, "see there": 0, "x-xii": 0, "140-52": 13}
"""What is typed as pages in tests, and how many they are; 0 where nobody can tell."""


def _standing(events: list[EventRow]) -> list[EventRow]:
    undone = {event.undoes for event in events}
    return [e for e in events if e.act not in undone and e.kind != "undo"]


def _without_taken_back_ends(events: list[EventRow]) -> list[EventRow]:
    """Reopening takes back whatever brought the request to its end, and a void of what had ended;
    what else was heard since has happened all the same.
    """
    true: list[EventRow] = []
    for event in events:
        since: list[EventRow] = []
        while event.kind == "reopen" and true and not _moved(true[-1]):
            since.insert(0, true.pop())
        if event.kind == "reopen" and true:
            true.pop()
        true += [one for one in since if one.kind != "void"]
        true.append(event)
    return true


def _moved(event: EventRow) -> bool:
    return event.state_to != event.state_from


def _pages(row: RequestRow) -> int:
    return row.page_count or PAGES[row.pages]


def _share(some: int, of: int) -> float | None:
    return round(some / of, 4) if of else None
