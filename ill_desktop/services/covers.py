"""The cover sheet of a copy that is sent to a partner."""

from typing import TYPE_CHECKING

from ill_desktop.printing import cover, pages
from ill_desktop.printing.cover import Cover
from ill_desktop.store import directory
from ill_desktop.words import formats
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.advance import Work

NOTICE = mark(
    "Cover",
    "This copy is for the private study or research of one reader. It may not be passed on, "
    "published or put into another collection. The law of copyright applies.",
)


def covered(work: "Work", pdf: bytes) -> bytes:
    """A scanned article behind its cover sheet; as it is where it is no sound PDF."""
    return pages.joined(cover.sheet(_cover(work)), pdf) or pdf


def _cover(work: "Work") -> Cover:
    desk, request, cited = work.desk, work.case.request, work.case.request.citation
    partner = directory.partner(work.session, request.partner_id)
    words = desk.words

    def name(text: str) -> str:
        return words.tr("Cover", text)

    volume = f"{cited.volume} ({cited.issue})" if cited.issue else cited.volume
    facts = (
        (name(mark("Cover", "From")), desk.library.name),
        (name(mark("Cover", "For")), partner.name if partner else ""),
        (name(mark("Cover", "Their number")), request.their_id),
        (name(mark("Cover", "Article")), cited.component_title),
        (name(mark("Cover", "Author")), cited.component_author or cited.author),
        (name(mark("Cover", "In")), cited.title),
        (name(mark("Cover", "Volume")), volume),
        (name(mark("Cover", "Year")), cited.year),
        (name(mark("Cover", "Pages")), cited.pages),
        (name(mark("Cover", "Sent on")), formats.day(words, desk.today())),
    )
    heading = name(mark("Cover", "Copy from another library"))
    return Cover(heading, request.number, facts, name(NOTICE), desk.library.paper)
