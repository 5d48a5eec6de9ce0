"""Ctrl+K: one box that finds any request, reader, partner or command; after `>` commands alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from ill_desktop.services.line_views import PartnerRef, RequestLine
from ill_desktop.ui import page_verbs
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.palette_rows import HIT, HitPainter
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.shortcuts import Command, commands, deeds
from ill_desktop.words.other_language import called

if TYPE_CHECKING:
    from ill_desktop.services.finding import Finds, Name
    from ill_desktop.ui.window import Window

TYPING_MS = 60
COMMANDS, SHEET = ">", "?"
MOST_COMMANDS, FEWEST_LETTERS = 5, 3
"""So many commands stand below what was found, once so many letters were typed."""
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Hit:
    """One row: what it says, what it says below and at the right, and what Enter does."""

    text: str
    run: Callable[[], object]
    below: str = ""
    keys: str = ""
    line: RequestLine | None = None


class Palette(QDialog):
    """Opens over the window, answers at every key, and is gone with the first choice."""

    def __init__(self, window: "Window", text: str = "") -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Find or run"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._window, self._asked = window, 0
        self._answered = ""
        self._here, self._commands = at_hand(window), everything(window)
        self._build()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._answer)
        self.box.textChanged.connect(lambda _: self._typing.start())
        self.box.installEventFilter(self)
        self.hits.itemActivated.connect(lambda item: self._run(item.data(HIT)))
        self.hits.itemClicked.connect(lambda item: self._run(item.data(HIT)))
        self.box.setText(text)
        self._answer()

    def _build(self) -> None:
        self.box, self.hits = QLineEdit(self), QListWidget(self)
        self.box.setObjectName("palette_box")
        self.box.setAccessibleName(
            self.tr("Find a request, a reader or a partner, or type > for commands")
        )
        self.box.setPlaceholderText(
            self.tr("Number, barcode, title, author, partner, reader or command")
        )
        self.hits.setAccessibleName(self.tr("What was found"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setItemDelegate(HitPainter(self.hits))
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = plain_label(
            self.tr("> commands   ? keys   Enter opens   Esc closes"), muted=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        self.nothing = plain_label()
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        for widget, stretch in ((self.box, 0), (self.hits, 1), (self.nothing, 1), (self.hint, 0)):
            column.addWidget(widget, stretch)
        room = self._window.size()
        self.resize(min(room.width() - 32, 640), min(room.height() - 96, 460))
        self.move(
            self._window.mapToGlobal(self._window.rect().center()).x() - self.width() // 2,
            self._window.mapToGlobal(self._window.rect().topLeft()).y() + 64,
        )

    # what is found

    def _answer(self) -> None:
        text = self.box.text()
        self._asked += 1
        if text.strip() == SHEET:
            self._show_sheet()
        elif not text.strip():
            self._show([_hit(one) for one in self._here], text)
        elif text.startswith(COMMANDS):
            self._show(self._of_commands(text[1:]), text)
        else:
            self._find(text, self._asked)

    def _find(self, text: str, asked: int) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services import finding

            named = finding.readers(desk, text), finding.partners(desk, text)
            return named, finding.alike(desk, text), finding.find(desk, text)

        def answer(found: tuple[tuple[Any, Any], Sequence[str], "Finds"]) -> None:
            if asked == self._asked:
                self._show(self._all_hits(text.strip(), *found), text)

        self._window.link.read(ask, while_there(self, answer))

    def _of_request(self, line: RequestLine) -> Hit:
        partner = line.partner.name if line.partner else ""
        below = "  ·  ".join(part for part in (line.number, line.author, partner) if part)
        return Hit(
            line.title, lambda: self._window.going.find_request(line.number), below, line=line
        )

    def _all_hits(
        self,
        text: str,
        named: tuple[Any, Any],
        alike: Sequence[str],
        found: "Finds",
    ) -> list[Hit]:
        """Who is named, what is found, all of it as a list, and what could be done.

        A scanner ends with Enter: where its code is that of several requests, the choice is first.
        """
        readers, partners = named
        people = [*map(self._of_reader, readers), *map(self._of_partner, partners)]
        lines = [*map(self._of_request, found.lines)]
        first, then = (lines, people) if text.isdecimal() or len(partners) > 1 else (people, lines)
        whole = self._whole(text) if found.in_a_list else []
        to_do = [_hit(one) for one in self._window.seat.called(text)]
        if len(text) >= FEWEST_LETTERS:
            to_do = self._of_commands(text)[:MOST_COMMANDS]
        return [*self._choice(text, alike), *first, *then, *whole, *to_do]

    def _choice(self, code: str, alike: Sequence[str]) -> list[Hit]:
        """The requests known by one code, as a list to choose from."""
        if not alike:
            return []
        said = self.tr("“{text}” belongs to {n} requests").format(text=code, n=len(alike))
        below = self.tr("Choose the one you mean in the list")
        return [Hit(said, lambda: self._window.going.show_only(alike, code), below)]

    def _of_reader(self, reader: Any) -> Hit:
        n = reader.requests
        words = self.tr("{n} request") if n == 1 else self.tr("{n} requests")
        said = f"{reader.name} ({reader.code})  ·  {words.format(n=n)}"
        return Hit(said, lambda: self._window.going.find_in_all(reader.code))

    def _of_partner(self, partner: PartnerRef) -> Hit:
        """The partner among the others, where their card is one Enter away."""
        below = "  ·  ".join((self.tr("Partner"), partner.symbol))
        return Hit(partner.name, lambda: self._window.going.find_partner(partner.name), below)

    def _whole(self, asked: str) -> list[Hit]:
        """All there is, as a list."""
        said = self.tr("Show everything found for “{text}” as a list").format(text=asked)
        return [Hit(said, lambda: self._window.going.find_in_all(asked))]

    def _of_commands(self, text: str) -> list[Hit]:
        from ill_desktop.services.finding import matching

        return [_hit(one.thing, one.name) for one in matching(text, self._commands, self._names)]

    def _names(self, command: Command) -> "Sequence[Name]":
        """What it is called in the language of the window, and in the others."""
        from ill_desktop.services.finding import Name

        language = self._window.link.words.language
        menu = " ".join(called(language, command.menu))
        return (
            Name(command.text, command.menu),
            *(Name(text, menu) for text in called(language, command.text)),
        )

    def _show(self, hits: Sequence[Hit], text: str) -> None:
        self._answered = text
        self.hits.clear()
        for hit in hits:
            item = QListWidgetItem(hit.text, self.hits)
            item.setData(HIT, hit)
            state = hit.line.label if hit.line else hit.keys
            said = ", ".join(part for part in (hit.text, hit.below, state) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        # Enter alone does nothing to anybody: what is offered before a letter is chosen first.
        self.hits.setCurrentRow(0 if text.strip() else -1)
        self.hits.setHidden(bool(text.strip()) and not hits)
        self.nothing.setHidden(not self.hits.isHidden())
        self.nothing.setText(
            self.tr(
                "Nothing found for “{text}” among all requests, readers, partners and commands. "
                "Try fewer letters or another word."
            ).format(text=text.strip())
        )
        self.box.setAccessibleDescription("" if self.nothing.isHidden() else self.nothing.text())

    # what is done

    def _run(self, hit: Hit | None) -> None:
        """Close first: what runs may open a dialog of its own."""
        self.accept()
        if hit is not None:
            hit.run()

    def _show_sheet(self) -> None:
        self.accept()
        self._window.actions_by_name["shortcuts"].trigger()

    def _enter(self) -> None:
        """What was typed last counts, even when its answer is still on the way."""
        if self._answered != self.box.text():
            if not self._typing.isActive():
                QTimer.singleShot(TYPING_MS, self, self._enter)
                return
            self._typing.stop()
            self._answer()
            QTimer.singleShot(0, self, self._enter)
            return
        item = self.hits.currentItem()
        if item is not None:
            self._run(item.data(HIT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the letters go into the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self.hits.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)


def at_hand(window: "Window") -> tuple[Command, ...]:
    """What can be done here: with what is selected, then on the page. Nothing is typed for it."""
    done = deeds(window)
    known = {one.text for one in done}
    return (*done, *(one for one in page_verbs.in_sight(window) if one.text not in known))


def everything(window: "Window") -> tuple[Command, ...]:
    """What is selected comes first, then the page, then the menus, then any page."""
    menus, here = commands(window), page_verbs.in_sight(window)
    known = {one.text.rstrip("…") for one in menus}
    first = [one for one in here if one.text.rstrip("…") not in known]
    shown = {one.text for one in first}
    beside = [one for one in page_verbs.anywhere(window) if one.text not in shown]
    return (
        *deeds(window),
        *first,
        *menus,
        *beside,
        *window.reasons.commands(),
        *window.seat.commands(),
    )


def _hit(command: Command, name: str = "") -> Hit:
    """`name` is what it was found by: another than that of the window is told below."""
    told = name if name != command.text else ""
    below = "  ·  ".join(part for part in (command.menu, told) if part)
    return Hit(command.text, command.run, below, command.keys)
