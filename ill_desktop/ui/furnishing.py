"""What a window has beside its queues and its list: made right after the first paint."""

from typing import TYPE_CHECKING

from ill_desktop.ui import elsewhere, menu_entries
from ill_desktop.ui.acting import Acting
from ill_desktop.ui.appearance import Appearance
from ill_desktop.ui.bulk import Bulk
from ill_desktop.ui.damage import Damage
from ill_desktop.ui.detail import Detail
from ill_desktop.ui.exchanging import Exchanging
from ill_desktop.ui.first_steps import FirstSteps
from ill_desktop.ui.found_only import FoundOnly
from ill_desktop.ui.freshness import Freshness
from ill_desktop.ui.going import Going
from ill_desktop.ui.keeping import Keeping
from ill_desktop.ui.long_work import LongWork
from ill_desktop.ui.mailing import Mailing
from ill_desktop.ui.notice_views import Bar, Toast
from ill_desktop.ui.on_screen import OnScreen
from ill_desktop.ui.papers import Papers
from ill_desktop.ui.parting import Parting
from ill_desktop.ui.pointed import Pointed
from ill_desktop.ui.reason_filter import ReasonFilter
from ill_desktop.ui.reopening import Reopening
from ill_desktop.ui.row_menu import RowMenu
from ill_desktop.ui.scanner import Scanner
from ill_desktop.ui.seat import Seat
from ill_desktop.ui.taking import Taking

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


def furnish(window: "Window") -> None:
    """Bring everything in, wire it, and make up for what was done in the meantime."""
    _bring_in(window)
    _employ(window)
    menu_entries.fill(window)
    _wire(window)
    _wire_list(window)
    _wire_telling(window)
    _wire_exchange(window)
    _catch_up(window)


def _bring_in(window: "Window") -> None:
    """The request in the room kept for it, a line of notice above it, and long work below."""
    link = window.link
    window.detail = Detail(link)
    sizes = window.work.sizes()
    window.work.replaceWidget(1, window.detail)
    window.work.setStretchFactor(1, 2)
    window.work.setSizes(sizes)
    window.pane.deleteLater()
    window.bar, window.long_work = Bar(window), LongWork(link, window)
    window.column.insertWidget(window.column.indexOf(window.stack), window.bar)
    toast = Toast(window)
    for one in (window.long_work, toast):
        window.column.addWidget(one)
    window.notices.show_in(window.bar, toast)


def _employ(window: "Window") -> None:
    """One object for each kind of work; menus call them by these names."""
    link, notices = window.link, window.notices
    window.going = Going(window, window.stack, window.work)
    window.acting = Acting(link, notices, window)
    window.taking = Taking(link, notices, window)
    window.exchanging = Exchanging(link, notices, window)
    window.papers, window.keeping = Papers(window), Keeping(window)
    window.seat, window.damage = Seat(window), Damage(window)
    window.parting = Parting(window)
    link.signed = window.seat.first
    window.bulk = Bulk(window, window.long_work)
    window.appearance = Appearance(window.state, window)
    window.fresh = Freshness(window)
    window.reasons = ReasonFilter(window)
    FirstSteps(window)
    FoundOnly(window)


def _wire(window: "Window") -> None:
    """Who hears what: everything in one place."""
    link, sidebar, list_page, detail = window.link, window.sidebar, window.list, window.detail
    going, taking, acting, papers = window.going, window.taking, window.acting, window.papers
    link.opened.connect(window.open)
    sidebar.chosen.connect(going.go)
    sidebar.itemClicked.connect(lambda _: going.leave_inner())
    going.arrived.connect(lambda _: window.notices.leave())
    going.arrived.connect(lambda key: window.status.say_place(sidebar.title_of(key)))
    list_page.selected.connect(window.fresh.show_request)
    list_page.search_all.connect(going.find_in_all)
    list_page.new_wanted.connect(taking.new)
    list_page.lending_wanted.connect(taking.lend)
    Scanner(window).scanned.connect(going.scanned)
    list_page.several.connect(window.bulk.show)
    detail.act.connect(window.act)
    for message_wanted in (detail.reason.message_wanted, detail.messages.message_wanted):
        message_wanted.connect(going.find_message)
    several = window.bulk.act
    detail.several.act.connect(lambda *act: link.signed(lambda: several(*act)))
    detail.print_wanted.connect(papers.print)
    detail.noting.told.connect(window.notices.toast)
    acting.listed = lambda: tuple(one.number for one in list_page.model.rows)
    acting.next_shown.connect(list_page.select)
    acting.edit_wanted.connect(taking.edit)
    acting.print_wanted.connect(papers.print)
    acting.papers_wanted.connect(papers.print_for)
    for number_wanted in (acting.request_wanted, taking.made):
        number_wanted.connect(going.go_to)
    taking.several_made.connect(going.show_drafts)
    acting.done.connect(going.panes.back_to_list)
    acting.undone.connect(going.come_back_to)
    taking.sent.connect(acting.was_sent)
    taking.edited.connect(acting.was_edited)
    taking.reopen_wanted.connect(Reopening(window).open)
    window.ready.connect(taking.offer_unfinished)
    window.appearance.changed.connect(window.rebuild)
    for view in (sidebar, list_page.table):
        Pointed(view)
    OnScreen(window)


def _wire_list(window: "Window") -> None:
    """What is pressed in the queues, in the box to find in and in the list."""
    going, search, table = window.going, window.list.search, window.list.table
    window.sidebar.into.connect(going.panes.into)
    search.down.connect(going.into_list)
    search.entered.connect(going.work_on_found)
    search.undo_wanted.connect(window.acting.undo)
    table.opened.connect(going.work_on)
    table.menu_wanted.connect(RowMenu(window).show)
    for rows in (table, window.list.listing):
        rows.out.connect(window.sidebar.setFocus)


def _wire_telling(window: "Window") -> None:
    """What a request still has to say: in mails that lie ready, or by telephone."""
    detail, acting = window.detail, window.acting
    mailing = Mailing(window.link, window.notices, window)
    detail.mail.open_wanted.connect(mailing.open)
    detail.mail.sent.connect(mailing.mark_sent)
    detail.mail.dropped.connect(mailing.drop)
    acting.drop_wanted.connect(mailing.drop)
    detail.mail.leaving_wanted.connect(window.exchanging.ask_to_leave)


def _wire_exchange(window: "Window") -> None:
    """What the exchange says of itself at the foot, in the queues and in the menu."""
    sidebar = window.sidebar
    window.exchanging.state_changed.connect(window.status.say_exchange)
    window.exchanging.to_leave_changed.connect(window.status.say_leaving)
    window.exchanging.to_tell_changed.connect(window.status.say_telling)
    window.status.telling_wanted.connect(window.going.show_to_tell)
    window.exchanging.waiting_changed.connect(sidebar.show_waiting)
    window.exchanging.beside_changed.connect(sidebar.show_beside)
    window.exchanging.leaving_changed.connect(lambda n: menu_entries.say_leaving(window, n))
    window.exchanging.mails_changed.connect(sidebar.show_mails)
    elsewhere.lead(window)


def _catch_up(window: "Window") -> None:
    """Somebody may have chosen a queue or a request before anybody heard it."""
    if window.sidebar.chosen_key() != window.going.here:
        window.going.go(window.sidebar.chosen_key())
    line = window.list.current()
    window.fresh.show_request(line.number if line is not None else "")
