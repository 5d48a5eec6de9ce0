"""Many requests at once from a file of citations: seen first, then made batch by batch."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import Citation, Material, folded
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.formats import numbers
from ill_desktop.services import requests
from ill_desktop.services.changes import Change
from ill_desktop.services.intake import Record
from ill_desktop.services.progress import Cancelled, Progress

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

BATCH = 100
REPEATED = ""
"""Marks a record that stands in the same file twice."""


def marks(desk: "Desk", records: Sequence[Record], progress: Progress) -> Mapping[int, str]:
    """Records asked for already, by index, with the request's number or `REPEATED`."""
    found: dict[int, str] = {}
    seen: set[tuple[str, ...]] = set()
    for n, record in enumerate(records, 1):
        progress.step(n, len(records))
        if record.citation is None:
            continue
        key = _key(record.citation)
        alike = requests.similar(desk, record.citation, slips=False)
        if alike:
            found[record.index] = alike[0].number
        elif key in seen:
            found[record.index] = REPEATED
        seen.add(key)
    return found


def _key(cited: Citation) -> tuple[str, ...]:
    isbn = numbers.isbn_forms(cited.isbn) if not cited.component_title else ()
    return isbn[:1] or (folded(cited.display_title), folded(cited.display_author), cited.year)


def as_drafts(desk: "Desk", records: Sequence[Record], progress: Progress) -> tuple[str, ...]:
    """Make a draft of each record with a title and return the numbers.

    A batch is made whole or not at all, and others may write between two. Stopped, it returns
    what was made before.
    """
    wanted = [one for one in records if one.citation and one.citation.display_title]
    made: list[str] = []
    for first in range(0, len(wanted), BATCH):
        batch = wanted[first : first + BATCH]
        try:
            with desk.database.work() as session:
                drafts = [
                    _made(desk, session, one, progress, (first + n, len(wanted)))
                    for n, one in enumerate(batch, 1)
                ]
        except Cancelled:
            break
        made += drafts
        desk.changes.publish(Change(requests=frozenset(drafts)))
    return tuple(made)


def _made(
    desk: "Desk", session: "Session", record: Record, progress: Progress, at: tuple[int, int]
) -> str:
    progress.step(*at)
    return requests.draft(desk, session, _asked(record))


def _asked(record: Record) -> requests.NewRequest:
    cited = record.citation or Citation()
    copied = cited.material in (Material.ARTICLE, Material.CHAPTER)
    service = Service.COPY if copied else Service.LOAN
    return requests.NewRequest(service, cited, identifiers=dict(record.identifiers))
