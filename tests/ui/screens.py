"""Every screen and dialog of the sample desk, one after the other: for those who walk them all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from ill_desktop.domain.lifecycle.states import Action, Service, Side
from ill_desktop.domain.queues import Queue
from ill_desktop.domain.rights import Role
from ill_desktop.services import library, partners, patrons, requests
from ill_desktop.services.first_look import ListQuery
from ill_desktop.ui.acting import QUESTIONS
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.menus import MENUS, Entry
from ill_desktop.ui.places import Place
from ill_desktop.ui.window import Window
from ill_desktop.words.figures import month_name

if TYPE_CHECKING:
    from ill_desktop.ui.partner_dialog import PartnerDialog

ELSEWHERE = frozenset({Action.EDIT, Action.PRINT_SLIP})
"""Acts that open a form which is walked by itself."""
NO_SCREEN = frozenset(
    {"open", "back_up", "save_list", "print_list", "quit", "undo", "paste", "exchange"}
)
"""Entries of the menus that ask the system for a file, or open nothing."""
MIXED = "TY  - BOOK\nTI  - Gadis Kretek\nER  -\n\nTY  - JOUR\nTI  - Sastra\nER  -\n"


INVENTED = ("Gadis Kretek", "Sastra", "Sari W.", "ILL Desktop")
"""Words of these screens that are data, or no words."""
ALIKE = frozenset({("send copy", "https://")})
"""What one screen says alike in every language: how the address of a copy begins."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Its name, and how it is opened; the names are in the order they are walked."""

    name: str
    open: Callable[[], object]


def screens(window: Window) -> Iterator[Screen]:
    """Pages first, then what stands over them."""
    yield from _pages(window)
    yield from _menus(window)
    yield from _acts(window)
    yield from _cards(window)
    yield from _small(window)


def _go(window: Window, key: str) -> Callable[[], object]:
    return lambda: window.sidebar.choose(key)


def _pages(window: Window) -> Iterator[Screen]:
    for key, _ in window.sidebar.places():
        yield Screen(f"page {key}", _go(window, key))
    for at, tab in enumerate(("details", "messages", "history", "notes")):
        yield Screen(f"request {tab}", lambda at=at: _tab(window, at))
    yield Screen("several", lambda: _several(window))


def _tab(window: Window, at: int) -> None:
    window.sidebar.choose(Queue.HERE)
    window.detail.tabs.setCurrentIndex(at)


def _several(window: Window) -> None:
    window.detail.tabs.setCurrentIndex(0)
    window.list.table.selectAll()


def _menus(window: Window) -> Iterator[Screen]:
    for _, rows in MENUS:
        for row in rows:
            if isinstance(row, Entry) and row.text.endswith("…") and row.name not in NO_SCREEN:
                yield Screen(f"menu {row.name}", window.actions_by_name[row.name].trigger)
    for name in ("shortcuts", "about", "handbook"):
        yield Screen(f"menu {name}", window.actions_by_name[name].trigger)


def _acts(window: Window) -> Iterator[Screen]:
    """One request for each act there is a question or a form for."""
    seen: set[Action] = set()
    desk = window.link.desk
    for line in requests.page(desk, ListQuery(limit=0)).lines:
        view = requests.show(desk, line.number)
        for action in view.actions:
            if action not in seen and action not in ELSEWHERE and _asks(view, action):
                seen.add(action)
                do = lambda view=view, action=action: window.acting.act(view, action)  # noqa: E731
                yield Screen(f"act {action}", do)


def _asks(view: object, action: Action) -> bool:
    from ill_desktop.ui.action_dialog import takes_nothing

    return action in QUESTIONS or not takes_nothing(view, action)


def _cards(window: Window) -> Iterator[Screen]:
    from ill_desktop.ui.partner_dialog import PartnerDialog
    from ill_desktop.ui.seal_dialog import SealDialog
    from ill_desktop.ui.statement_dialog import StatementDialog

    desk, link = window.link.desk, window.link
    known = partners.listed(desk)[0]
    yield from _tabbed("partner", lambda: PartnerDialog(link, known, window))
    yield Screen("partner advanced", lambda: _advanced(PartnerDialog(link, known, window)))
    yield Screen("partner new", lambda: show(PartnerDialog(link, None, window)))
    yield Screen("statement", lambda: show(StatementDialog(link, known, window)))
    yield Screen("seal", lambda: show(SealDialog(link, known, window)))
    yield from _tabbed("settings", lambda: _settings(window))
    code = patrons.listed(desk)[0].code
    yield Screen("reader", lambda: window.going.page(Place.READERS).open_card(code))


def _advanced(card: "PartnerDialog") -> None:
    card.form.tabs.setCurrentWidget(card.form.exchange)
    card.form.habits.fold.click()
    show(card)


def _settings(window: Window) -> QWidget:
    from ill_desktop.ui.library_dialog import LibraryDialog

    return LibraryDialog(window.link, library.show(window.link.desk), window)


def _tabbed(name: str, made: Callable[[], QWidget]) -> Iterator[Screen]:
    """A dialog once for each of its tabs."""
    first = made()
    tabs = first.findChild(QTabWidget)
    n = tabs.count() if tabs else 1
    first.deleteLater()
    for at in range(n):
        yield Screen(f"{name} {at + 1}", lambda at=at: _on_tab(made(), at))


def _on_tab(dialog: QWidget, at: int) -> None:
    tabs = dialog.findChild(QTabWidget)
    if tabs:
        tabs.setCurrentIndex(at)
    show(dialog)


def _small(window: Window) -> Iterator[Screen]:
    from ill_desktop.services import bulk, intake, ledger, print_habits
    from ill_desktop.services.progress import Progress
    from ill_desktop.services.staff import StaffView
    from ill_desktop.store.mailbook import LedgerQuery
    from ill_desktop.ui.action_dialog import ActionDialog
    from ill_desktop.ui.align import AlignDialog
    from ill_desktop.ui.bring_in_readers import BringInReaders
    from ill_desktop.ui.choose_record import ChooseRecord
    from ill_desktop.ui.match_dialog import MatchDialog
    from ill_desktop.ui.month_dialog import MonthDialog
    from ill_desktop.ui.note_dialogs import ChargeDialog, NoteDialog
    from ill_desktop.ui.outlook_dialog import OutlookDialog
    from ill_desktop.ui.palette import Palette
    from ill_desktop.ui.pin_dialog import PinDialog
    from ill_desktop.ui.problem import Problem

    desk, link = window.link.desk, window.link
    every = requests.page(desk, ListQuery(limit=0)).lines
    number = every[0].number
    numbers = [one.number for one in every]
    outlook = bulk.outlook(desk, numbers, Action.CANNOT_SUPPLY, Progress())
    copies = (o for o in every if (o.side, o.service) == (Side.LENDING, Service.COPY))
    copy = requests.show(desk, next(copies).number)
    line = ledger.messages(desk, LedgerQuery(limit=1)).messages[0]
    person = StaffView("SW", "Sari W.", Role.STAFF, True, True)
    read = intake.from_text(MIXED)
    month = month_name(link.words, date(2026, 10, 1))
    made: dict[str, Callable[[], QWidget]] = {
        "note": lambda: NoteDialog(link, number, window),
        "charge": lambda: ChargeDialog(link, number, window),
        "bring in readers": lambda: BringInReaders(link, window.notices, window),
        "outlook": lambda: OutlookDialog(link, outlook, window),
        "send copy": lambda: ActionDialog(link, copy, Action.SEND_COPY, (), window),
        "month close": lambda: MonthDialog(link, "2026-10", month, False, window),
        "month reopen": lambda: MonthDialog(link, "2026-10", month, True, window),
        "match": lambda: MatchDialog(link, line, window),
        "pin": lambda: PinDialog(link, person, window),
        "align": lambda: AlignDialog(link, "L7163", print_habits.habits(desk), window),
        "choose record": lambda: ChooseRecord(read, link, window),
        "commands": lambda: Palette(window, ">"),
        "problem": lambda: Problem(ValueError("x"), "ill-desktop.log", window),
    }
    for name, make in made.items():
        yield Screen(name, lambda make=make: show(make()))
    for page in range(5):
        yield Screen(f"first start {page + 1}", lambda page=page: _first_start(window, page))


def _first_start(window: Window, page: int) -> None:
    from ill_desktop.ui.first_start import FirstStart

    folder = window.link.desk.folder.root.parent / "other"
    dialog = FirstStart(folder, window.link.words.language, window.tasks, parent=window)
    dialog._turn(page)
    show(dialog)


def put_away(window: Window) -> None:
    """Close whatever stands over the window."""
    for one in QApplication.topLevelWidgets():
        if one is not window and one.isVisible():
            one.close()


def shown(window: Window) -> QWidget:
    """What stands in front: a menu, a dialog, or the window itself."""
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    others = (w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window)
    return front or next(others, window)
