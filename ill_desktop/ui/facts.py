"""What is known of a request, as groups of a name and a value each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.standing import is_final
from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.services import said_address
from ill_desktop.services.views import AttemptView, NoteView, RequestView
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words import attempts, charges, duedates, formats, labels, terms, volumes
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

CITED = {
    "title": mark("Facts", "Title"),
    "subtitle": mark("Facts", "Subtitle"),
    "author": mark("Facts", "Author"),
    "component_title": mark("Facts", "Article or chapter"),
    "component_author": mark("Facts", "Author of the part"),
    "edition": mark("Facts", "Edition"),
    "publisher": mark("Facts", "Publisher"),
    "place": mark("Facts", "Place"),
    "year": mark("Facts", "Year"),
    "volume": mark("Facts", "Volume"),
    "issue": mark("Facts", "Issue"),
    "pages": mark("Facts", "Pages"),
    "series": mark("Facts", "Series"),
    "isbn": mark("Facts", "ISBN"),
    "issn": mark("Facts", "ISSN"),
    "doi": mark("Facts", "DOI"),
    "pmid": mark("Facts", "PMID"),
}
NUMBERS = {
    "control-number": mark("Facts", "Number in the catalogue"),
    "vernacular-title": mark("Facts", "Title in its own script"),
}
AUDIENCES = {
    "internal": mark("Facts", "For us"),
    "partner": mark("Facts", "With the partner"),
    "patron": mark("Facts", "With the reader"),
}
THEIRS = mark("Facts", "From the partner")
TRIED = mark("Facts", "Tried")
NEXT = mark("Facts", "Still to be asked")
NOW = mark("Facts", "Asked now")
OVERDUE = {
    Side.LENDING: mark("Facts", "Reported overdue"),
    Side.BORROWING: mark("Facts", "They say it is overdue"),
}
STEPS = {
    "notify": mark("Facts", "Reader told"),
    "handed-out": mark("Facts", "Handed out"),
    "patron-returned": mark("Facts", "Brought back"),
}
SETTLED = frozenset(
    {State.COPY_SENT, State.HERE, State.SENT_BACK, State.DONE, State.CANCELLED, State.UNFILLED,
     State.CLOSED}
)  # fmt: skip
"""Nobody else is to be asked any more."""


GIVING, GROWING = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
MARGINS = (16, 12, 16, 16)
TWO_COLUMNS = 42
"""So many letters wide names and values stand beside each other."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the facts under it; empty values are left out."""

    heading: str
    facts: tuple[tuple[str, str], ...]


def say(text: str) -> str:
    """A text marked under `Facts`, in the language of the window."""
    return QCoreApplication.translate("Facts", text)


def facts(link: Link, view: RequestView) -> tuple[Group, ...]:
    """Everything worth reading about a request."""
    return (
        Group(say(mark("Facts", "Request")), _request(link, view)),
        Group(say(mark("Facts", "Publication")), _publication(link.words, view)),
        Group(say(mark("Facts", "Libraries asked")), _libraries(link, view)),
        Group(say(mark("Facts", "Volumes")), _volumes(link.words, view)),
        Group(say(mark("Facts", "Addresses")), _addresses(view)),
        Group(say(mark("Facts", "Notes")), _notes(view)),
    )


def _request(link: Link, view: RequestView) -> tuple[tuple[str, str], ...]:
    line, words = view.line, link.words
    day = formats.day
    return (
        (say(mark("Facts", "Partner")), line.partner.name if line.partner else ""),
        (say(mark("Facts", "Messages")), _silent(view)),
        (say(mark("Facts", "Marks")), ", ".join(labels.of(words, flag) for flag in line.flags)),
        (say(OVERDUE[line.side]), link.day(view.overdue_told)),
        (say(mark("Facts", "Due date")), day(words, line.due)),
        (say(mark("Facts", "Reader returns it by")), _reader_due(words, view)),
        (say(mark("Facts", "Needed by")), day(words, line.needed_by)),
        (say(mark("Facts", "Reader")), _reader(view)),
        *_steps(link, view),
        (say(mark("Facts", "Pick-up place")), view.pickup),
        (say(mark("Facts", "Condition")), labels.coded(words, view.condition)),
        (say(mark("Facts", "Cost")), _cost(words, view)),
        (say(mark("Facts", "Charges")), charges.total(words, view.totals)),
        (say(mark("Facts", "Highest cost")), formats.money(words, view.max_cost)),
        (say(mark("Facts", "Call number")), view.call_number),
        (say(mark("Facts", "Web address")), view.link),
        (say(mark("Facts", "Pages sent")), str(view.page_count or "")),
        (say(mark("Facts", "Our number")), line.our_id if line.our_id != line.number else ""),
        (say(mark("Facts", "Their number")), line.their_id),
        (say(mark("Facts", "Parcel")), view.parcel),
        (say(mark("Facts", "Since")), link.day(view.state_since)),
    )


def _silent(view: RequestView) -> str:
    """How a library is told of a request about which no message reaches it."""
    if not view.manual or is_final(view.line.side, view.line.state):
        return ""
    text = say(mark("Facts", "None go about this; nothing has to be told now"))
    if view.to_tell:
        text = say(mark("Facts", "None go about this: tell them by telephone or letter"))
    return "\n".join(filter(None, (text, view.telephone)))


def _reader_due(words: Words, view: RequestView) -> str:
    """The reader's own day, and how it comes about."""
    found = view.reader_due
    return duedates.before(words, found) if found else ""


def _steps(link: Link, view: RequestView) -> tuple[tuple[str, str], ...]:
    """When the reader was told, collected it and brought it back."""
    done = {one.kind: one.at for one in reversed(view.events) if not one.undone}
    return tuple((say(text), link.day(done.get(kind))) for kind, text in STEPS.items())


def _reader(view: RequestView) -> str:
    """Name, code and how to reach them, for whoever telephones that it came."""
    if view.reader is None:
        return view.line.patron
    one = view.reader
    return "\n".join(filter(None, (reader_of(view), one.email, one.phone)))


def reader_of(view: RequestView) -> str:
    """Who it is for: the name and the code of the card, or the code alone."""
    named = view.reader is not None and view.reader.name
    return f"{named} ({view.line.patron})" if named else view.line.patron


def _cost(words: Words, view: RequestView) -> str:
    """The cost, measured by what was allowed as long as nobody accepted it."""
    return terms.beside(words, view.cost, None if view.cost_agreed else view.max_cost)


def _publication(words: Words, view: RequestView) -> tuple[tuple[str, str], ...]:
    cited = [(say(label), getattr(view.citation, name)) for name, label in CITED.items()]
    kind = (say(mark("Facts", "Kind")), labels.of(words, view.citation.material))
    others = [
        (say(NUMBERS[name]) if name in NUMBERS else name.upper(), value)
        for name, value in view.identifiers.items()
    ]
    return (*cited, kind, *others)


def _libraries(link: Link, view: RequestView) -> tuple[tuple[str, str], ...]:
    words = link.words
    asked = [(_when(link, one, view), attempts.told(words, one)) for one in view.attempts]
    open_still = view.line.state not in SETTLED
    return (*asked, *((say(NEXT), attempts.name(one)) for one in view.untried if open_still))


def _when(link: Link, one: AttemptView, view: RequestView) -> str:
    waits = view.line.state not in SETTLED
    if waits and one.current and not one.ended and one.status not in attempts.NOES:
        return say(NOW)
    return link.day(one.sent_at) or say(TRIED)


BARCODE, VOLUME = mark("Facts", "Barcode"), mark("Facts", "Volume")


def _volumes(words: Words, view: RequestView) -> tuple[tuple[str, str], ...]:
    found = []
    for one, place in zip(view.items, volumes.standing(words, view.items), strict=True):
        parts = (one.barcode, one.call_number, formats.day(words, one.due), place)
        name = one.volume or say(BARCODE if one.barcode else VOLUME)
        found.append((name, " · ".join(filter(None, parts))))
    return tuple(found)


def _addresses(view: RequestView) -> tuple[tuple[str, str], ...]:
    """What they wrote for this one request; only a name is no address."""
    name = view.line.partner.name if view.line.partner else ""
    sent, back = (
        said_address.meant(one, name) for one in (view.delivery_address, view.return_address)
    )
    return (
        (say(mark("Facts", "They want it sent to")), sent),
        (say(mark("Facts", "Goes back to")), back),
    )


def whose(note: NoteView) -> str:
    """Whom a note is for, or that it is the partner's own."""
    return say(THEIRS if note.theirs else AUDIENCES.get(note.audience, note.audience))


def _notes(view: RequestView) -> tuple[tuple[str, str], ...]:
    written = ((whose(one), one.text) for one in view.notes)
    return ((say(mark("Facts", "Note")), view.note), *written)


class Facts(QWidget):
    """Draws the groups: names muted at the right of their column, values beside them."""

    def __init__(
        self, words: Words, parent: QWidget | None = None, margins: tuple[int, ...] = MARGINS
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detail_body")
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(16)
        self._shown: tuple[Group, ...] = ()
        self._narrow = False
        """There is no room for two columns: each name stands above its value."""

    def show_facts(self, groups: Sequence[Group]) -> None:
        """Show these instead; nothing moves where nothing changed."""
        if tuple(groups) == self._shown:
            return
        self._shown = tuple(groups)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for group in groups:
            told = [(name, value) for name, value in group.facts if value]
            if told:
                self._column.addWidget(self._group(group.heading, told))
        self._column.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * TWO_COLUMNS
        if narrow != self._narrow:
            self._narrow = narrow
            shown, self._shown = self._shown, ()
            self.show_facts(shown)
        self._fit()

    def _fit(self) -> None:
        """As high as the broken lines need: a scroll area would squeeze them instead."""
        self.setMinimumHeight(max(0, self._column.totalHeightForWidth(self.width())))

    def _group(self, heading: str, told: Sequence[tuple[str, str]]) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        title = plain_label(heading)
        title.setProperty("heading", True)
        grid.addWidget(title, 0, 0, 1, 2)
        for row, (name, value) in enumerate(told, 1):
            left, right = plain_label(name, muted=True), plain_label(value, muted=not name)
            web = web_address(value)
            if web is not None:
                right.setText(BREAKS.sub("\\g<0>\u200b", value))
            left.setWordWrap(True)
            for side in (left, right):
                side.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            right.setWordWrap(True)
            # A long address neither widens the pane nor hides that it is narrow.
            right.setSizePolicy(GIVING, GROWING)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right_side = right if web is None else self._with_button(right, web)
            self._lay(grid, row, left if name else None, right_side)
        grid.setColumnMinimumWidth(0, 0 if self._narrow else 128)
        grid.setColumnStretch(1, 1)
        return box

    def _lay(self, grid: QGridLayout, row: int, left: QWidget | None, right: QWidget) -> None:
        """Beside each other; one above the other where it is narrow, or where one has no name."""
        if left is not None and not self._narrow:
            left.setMinimumWidth(128)
            grid.addWidget(left, row, 0)
            grid.addWidget(right, row, 1)
            return
        if left is not None:
            left.setSizePolicy(GIVING, GROWING)
            left.setContentsMargins(0, 4, 0, 0)
            grid.addWidget(left, 2 * row, 0, 1, 2)
        grid.addWidget(right, 2 * row + 1, 0, 1, 2)

    def _with_button(self, told: QWidget, web: QUrl) -> QWidget:
        """An address and, under it, the way there: nothing is opened by itself."""
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        host = web.host(QUrl.ComponentFormattingOption.FullyEncoded)
        button = QPushButton(say(mark("Facts", "Open {host}")).format(host=host.replace("&", "&&")))
        button.setProperty("flat", True)
        button.clicked.connect(lambda: QDesktopServices.openUrl(web))
        column.addWidget(told)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box


BREAKS = re.compile(r"[/?&=.-]")
"""Where a long address may go on in the next line."""


def web_address(text: str) -> QUrl | None:
    """An address that a browser can be given: the web's, and nothing else."""
    if len(text.split()) != 1:
        return None
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    return url if url.scheme() in ("http", "https") and url.host() else None
