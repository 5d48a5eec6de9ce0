# house: table
"""The menus and keys of the window: a further one is one row, and its row says what it does."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ill_desktop.ui.appearance import LANGUAGES, THEMES
from ill_desktop.ui.places import Place
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

Do = Callable[["Window"], object]


class Entry(NamedTuple):
    """One line of a menu; `tool` puts it into the toolbar under that shorter name.

    What `writes` is not offered where a desk can only be looked at.
    """

    name: str
    text: str
    do: Do
    keys: tuple[str, ...] = ()
    icon: str = ""
    tool: str = ""
    writes: bool = False


class Choice(NamedTuple):
    """A menu in a menu of which one entry is ticked; `options` are marked under `Menus`."""

    name: str
    text: str
    options: Mapping[str, str]
    now: Callable[["Window"], str]
    choose: Callable[["Window", str], object]


class Places(NamedTuple):
    """A menu of every queue and page of the sidebar."""

    name: str
    text: str


class Line(NamedTuple):
    """A line between groups."""


def _usual(window: "Window") -> tuple[object, ...]:
    return window.link, window.notices, window


def _window_only(window: "Window") -> tuple[object, ...]:
    return (window,)


def opens(dialog: str, made_of: Callable[["Window"], tuple[object, ...]] = _usual) -> Do:
    """Open a dialog, `module:Class` of this room, made of link, notices and the window above it.

    It is loaded when it is first wanted: nothing of it slows the start.
    """

    def do(window: "Window") -> None:
        from ill_desktop.ui.dialogs import loaded, show

        show(loaded(dialog)(*made_of(window)))

    return do


def calls(function: str) -> Do:
    """Call `module:function` of this room with the window, loaded when it is first wanted."""

    def do(window: "Window") -> object:
        from ill_desktop.ui.dialogs import loaded

        return loaded(function)(window)

    return do


def goes(place: str) -> Do:
    """Go to a page or queue of the sidebar."""
    return lambda window: window.going.jump(place)


def goes_and(place: str, do: str) -> Do:
    """Go to a page and let it do something: a method of its class."""

    def go(window: "Window") -> object:
        window.going.jump(place)
        return getattr(window.going.page(place), do)()

    return go


LINE = Line()
Row = Entry | Choice | Places | Line

MENUS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        mark("Menus", "&File"),
        (
            Entry(
                "open", mark("Menus", "&Open citations or mails…"),
                lambda w: w.taking.choose_file(), ("Ctrl+O",), "folder-open", writes=True,
            ),
            Entry(
                "bring_in", mark("Menus", "Bring &in current loans…"), calls("bring_in:open_over"),
                writes=True,
            ),
            Entry(
                "other_desk", mark("Menus", "Open another &desk…"),
                opens("other_desk:OtherDesk", _window_only),
            ),
            Entry(
                "back_up", mark("Menus", "&Back up the desk…"),
                lambda w: w.keeping.back_up(), (), "archive",
            ),
            Entry(
                "restore", mark("Menus", "&Restore a backup…"), lambda w: w.keeping.restore(),
                writes=True,
            ),
            LINE,
            Entry("quit", mark("Menus", "&Quit"), lambda w: w.close(), ("Ctrl+Q",)),
        ),
    ),
    (
        mark("Menus", "&Edit"),
        (
            Entry(
                "undo", mark("Menus", "&Undo the last act"),
                lambda w: w.acting.undo(), ("Ctrl+Z",), "undo-2", writes=True,
            ),
            Entry(
                "paste", mark("Menus", "&Paste citations"), lambda w: w.paste(), ("Ctrl+V",),
                writes=True,
            ),
            LINE,
            Entry(
                "find_here", mark("Menus", "Find in this &list"),
                lambda w: w.going.find_here(), ("Ctrl+F",), "search",
            ),
            Entry(
                "find_all", mark("Menus", "Find in &all requests"),
                lambda w: w.going.find_all(), ("Ctrl+Shift+F",), "search",
            ),
            Entry(
                "palette", mark("Menus", "&Find or run…"),
                opens("palette:Palette", _window_only), ("Ctrl+K",), "search",
                mark("Menus", "Find"),
            ),
            LINE,
            Entry(
                "settings", mark("Menus", "&Settings…"), lambda w: w.keeping.settings(),
                ("Ctrl+,",), writes=True,
            ),
            Entry(
                "staff", mark("Menus", "S&taff…"), opens("staff_dialog:StaffDialog"), writes=True,
            ),
        ),
    ),
    (
        mark("Menus", "&Request"),
        (
            Entry(
                "new", mark("Menus", "&New borrowing request…"),
                lambda w: w.taking.new(), ("Ctrl+N",), "plus", mark("Menus", "New request"),
                writes=True,
            ),
            Entry(
                "lend", mark("Menus", "&Record a lending request…"),
                lambda w: w.taking.lend(), ("Ctrl+Shift+N",), "phone",
                mark("Menus", "Record lending"), writes=True,
            ),
            LINE,
            Entry(
                "print", mark("Menus", "&Print slips and labels…"),
                lambda w: w.papers.print(), ("Ctrl+P",), "printer", mark("Menus", "Print"),
                writes=True,
            ),
            Entry(
                "labels", mark("Menus", "Print &labels…"), lambda w: w.papers.labels(),
                ("Ctrl+Shift+P",), writes=True,
            ),
            Entry(
                "pack", mark("Menus", "Pac&k parcels…"), opens("parcel_dialog:ParcelDialog"),
                ("Ctrl+Shift+K",), "package", writes=True,
            ),
            Entry(
                "save_list", mark("Menus", "Sa&ve this list…"), calls("list_saving:save"),
                ("Ctrl+Shift+E",),
            ),
            Entry(
                "print_list", mark("Menus", "Prin&t this list…"), calls("list_saving:print_it"),
            ),
            LINE,
            Entry(
                "next", mark("Menus", "Next request"), lambda w: w.going.step(1), ("Alt+Down",)
            ),
            Entry(
                "previous", mark("Menus", "Previous request"),
                lambda w: w.going.step(-1), ("Alt+Up",),
            ),
        ),
    ),
    (
        mark("Menus", "E&xchange"),
        (
            Entry(
                "exchange", mark("Menus", "&Exchange now"),
                lambda w: w.exchanging.now(), ("F5",), "refresh-cw",
                mark("Menus", "Exchange now"), writes=True,
            ),
            Entry(
                "send_now", mark("Menus", "&Send waiting messages now"),
                lambda w: w.exchanging.leave_now(), ("Ctrl+Shift+F5",), "send", writes=True,
            ),
            Entry(
                "log", mark("Menus", "Exchange &log"), goes(Place.EXCHANGE), ("Ctrl+E",), "mails"
            ),
        ),
    ),
    (
        mark("Menus", "&View"),
        (
            Entry(
                "larger", mark("Menus", "&Larger text"),
                lambda w: w.appearance.scale(1.1), ("Ctrl++", "Ctrl+="),
            ),
            Entry(
                "smaller", mark("Menus", "&Smaller text"),
                lambda w: w.appearance.scale(1 / 1.1), ("Ctrl+-",),
            ),
            Entry(
                "usual_size", mark("Menus", "&Usual size of text"),
                lambda w: w.appearance.usual(), ("Ctrl+0",),
            ),
            Entry("columns", mark("Menus", "&Columns…"), lambda w: w.going.choose_columns()),
            Entry(
                "sort", mark("Menus", "S&ort this list…"),
                lambda w: w.going.choose_order(), ("Ctrl+Shift+O",),
            ),
            LINE,
            Places("go", mark("Menus", "&Go to")),
            Entry(
                "back", mark("Menus", "&Back"), lambda w: w.going.previous(), ("Alt+Left",),
            ),
            Entry(
                "next_pane", mark("Menus", "&Next pane"), lambda w: w.going.panes.next(), ("F6",)
            ),
            Entry(
                "previous_pane", mark("Menus", "&Previous pane"),
                lambda w: w.going.panes.next(-1), ("Shift+F6",),
            ),
            Entry(
                "activity", mark("Menus", "Acti&vity…"),
                opens("activity:Activity", _window_only), ("Ctrl+Shift+A",), "scroll-text",
            ),
            LINE,
            Choice(
                "theme", mark("Menus", "&Theme"), THEMES,
                lambda w: w.appearance.theme, lambda w, code: w.appearance.choose_theme(code),
            ),
            Choice(
                "language", mark("Menus", "L&anguage"), LANGUAGES,
                lambda w: w.link.words.language,
                lambda w, code: w.appearance.choose_language(code),
            ),
        ),
    ),
    (
        mark("Menus", "&Help"),
        (
            Entry(
                "handbook", mark("Menus", "&Handbook"), calls("handbook:open_handbook"),
                ("F1",), "book-marked",
            ),
            Entry(
                "shortcuts", mark("Menus", "&Keys"),
                opens("shortcuts:ShortcutsDialog", _window_only),
            ),
            Entry(
                "about", mark("Menus", "&About ILL Desktop"),
                opens("about:About", _window_only), (), "info",
            ),
        ),
    ),
)  # fmt: skip


def entries() -> list[Entry]:
    """Every entry, in the order of the menus."""
    return [row for _, rows in MENUS for row in rows if isinstance(row, Entry)]
