"""The handbook: complete in both languages, opened where one is, and closed to the world."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from ill_desktop.domain.queues import Queue
from ill_desktop.ui import handbook
from ill_desktop.ui.handbook import BOOK, Handbook, topics
from ill_desktop.ui.handbook_finding import Found, found
from ill_desktop.ui.places import Place
from ill_desktop.words.catalogue import words_for

IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_both_languages_have_the_same_pages() -> None:
    assert [t.name for t in topics("en")] == [t.name for t in topics("id")]
    assert {t.title for t in topics("en")} & {t.title for t in topics("id")} == set()
    assert len(topics("en")) >= 8


def test_every_place_of_the_window_has_a_page() -> None:
    names = {t.name for t in topics("en")}
    assert set(handbook.TOPIC_OF.values()) <= names
    assert "borrowing" in names
    assert set(handbook.TOPIC_OF) <= {*map(str, Queue), *map(str, Place)}


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_picture_is_there_and_of_its_language(language: str) -> None:
    for topic in topics(language):
        named = re.findall(r"!\[.*?\]\((.*?)\)", topic.path.read_text("utf-8"))
        assert all(name.startswith(f"pictures/{language}/") for name in named)
        assert all((BOOK / name).is_file() for name in named), topic.name


def test_no_picture_is_kept_that_nothing_shows() -> None:
    import pictures

    kept = {str(p.relative_to(pictures.PICTURES)) for p in pictures.PICTURES.rglob("*.png")}
    assert kept == pictures.used()


def test_help_opens_the_page_about_what_is_shown(window, qtbot) -> None:
    window.sidebar.choose(Place.FIGURES)
    window.actions_by_name["handbook"].trigger()
    book = window.findChild(Handbook)
    qtbot.waitUntil(book.isVisible)
    assert book.topic == "figures"
    window.sidebar.choose(Queue.TO_FETCH)
    window.actions_by_name["handbook"].trigger()
    assert window.findChildren(Handbook) == [book]
    assert book.topic == "lending"
    assert book.focusWidget() is book.search


def test_what_is_typed_is_found_at_once_and_enter_goes_on(qtbot) -> None:
    book = Handbook("en")
    qtbot.addWidget(book)
    qtbot.keyClicks(book.search, "Broker")
    qtbot.waitUntil(lambda: book.topic == "partners")
    assert book.reader.textCursor().selectedText() == "broker"
    assert book.told.text() == "Found once."
    assert len(book.reader.extraSelections()) == 1
    book.search.clear()
    qtbot.waitUntil(lambda: book.told.text() == "")
    assert book.topic == "partners"
    assert book.reader.extraSelections() == []
    qtbot.keyClicks(book.search, "slip")
    qtbot.waitUntil(lambda: "Found" in book.told.text())
    pages = [book.topic]
    for _ in range(sum(book._found.places)):
        qtbot.keyClick(book.search, Qt.Key.Key_Return)
        assert book.reader.textCursor().selectedText().lower() == "slip"
        pages += [book.topic] if book.topic != pages[-1] else []
    assert len(pages) == book._found.pages + 1  # round to where it began
    assert pages[0] == pages[-1]
    titles = [book.list.item(row).text() for row in range(book.list.count())]
    assert sum(title.endswith(")") for title in titles) == book._found.pages


def test_what_is_not_found_is_said_and_the_page_stays(qtbot) -> None:
    book = Handbook("id")
    qtbot.addWidget(book)
    book.open("figures")
    book.search.setText("zzqx")
    qtbot.keyClick(book.search, Qt.Key.Key_Return)
    assert "zzqx" in book.told.text()
    assert book.topic == "figures"
    qtbot.keyClick(book.search, Qt.Key.Key_Return)


def test_words_apart_are_found_where_all_of_them_stand() -> None:
    pages = ("Closed days and days of rest", "closed today, three\ndays", "days")
    assert found("closed days", pages).places == (1, 0, 0)
    assert found("three days", pages).places == (0, 2, 0)  # in two lines
    assert found("closed three", pages) == Found("closed|three", (0, 2, 0))
    assert found("(days", pages).pages == 0
    assert found("  ", pages) == Found("", (0, 0, 0))


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd", "file:///etc/hosts", "http://example.org/a.png", "en/01-start.md"],
)
def test_the_reader_reads_nothing_but_its_pictures(name: str, qtbot) -> None:
    book = Handbook("id")
    qtbot.addWidget(book)
    assert book.reader.loadResource(IMAGE, QUrl(name)) is None


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_pages_say_only_what_the_window_says(language: str) -> None:
    """Menus and their entries that the pages name are there, in the same words."""
    from ill_desktop.ui import menus

    words = words_for(language)

    def said(text: str) -> str:
        return words.tr("Menus", text).replace("&", "").rstrip("…")

    known = {
        (said(title), said(row.text))
        for title, rows in menus.MENUS
        for row in rows
        if isinstance(row, menus.Entry)
    }
    found = set()
    for topic in topics(language):
        named = re.findall(r"\*\*(\w+) > ([^*]+)\*\*", topic.path.read_text("utf-8"))
        assert set(named) <= known, topic.name
        found |= set(named)
    assert len(found) > 5
