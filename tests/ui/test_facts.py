"""Facts of a request: a web address is shown, and opened only by a press."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton

from ill_desktop.domain.money import Money
from ill_desktop.ui.facts import Facts, Group, facts, web_address
from ill_desktop.words.catalogue import words_for


@pytest.fixture
def opened(monkeypatch):
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not found.append(url.toString()))
    return found


def test_a_copy_s_address_is_opened_by_a_button_that_names_the_host(qtbot, opened) -> None:
    told = Facts(words_for("en"))
    qtbot.addWidget(told)
    link = "https://resolver.example.org/copies/26000123?key=abc-def"
    told.show_facts((Group("Request", (("Web address", link), ("Note", "see x.org"))),))
    (button,) = told.findChildren(QPushButton)
    assert button.text() == "Open resolver.example.org"
    assert opened == []
    button.click()
    assert opened == [link]


def test_in_large_text_a_name_stands_above_its_value(qtbot) -> None:
    told = Facts(words_for("en"))
    qtbot.addWidget(told)
    told.resize(told.fontMetrics().averageCharWidth() * 50, 200)
    mail = "suharto.widodo@example.org"
    told.show_facts((Group("Request", (("Reader", f"Suharto\n{mail}"),)),))
    told.show()

    def shown() -> list[QLabel]:
        return [one for one in told.findChildren(QLabel) if one.isVisible()]

    _, name, value = shown()
    assert name.geometry().right() < value.geometry().left()
    told.resize(told.fontMetrics().averageCharWidth() * 40, 200)
    qtbot.waitUntil(lambda: len(shown()) == 3 and shown()[1].y() < shown()[2].y())
    value = shown()[2]
    assert value.fontMetrics().horizontalAdvance(mail) <= value.width()


@pytest.mark.parametrize(
    ("most", "agreed", "told"),
    [
        ("20 USD", False, "15 USD"),
        ("10 USD", False, "15 USD, above the highest cost, 10 USD"),
        ("10 USD", True, "15 USD"),
        ("50000 IDR", False, "15 USD, in another currency than the highest cost, 50,000 IDR"),
        ("50000 IDR", True, "15 USD"),
    ],
)
def test_a_cost_is_measured_by_what_was_allowed(window, most, agreed, told) -> None:
    view = replace(
        window.detail.view,
        cost=Money.parse("15 USD"),
        max_cost=Money.parse(most),
        cost_agreed=agreed,
    )
    shown = dict(fact for group in facts(window.link, view) for fact in group.facts)
    assert shown["Cost"] == told


@pytest.mark.parametrize(
    "hostile",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        r"\\server\share\a.pdf",
        "smb://server/share",
        "https://",
        "see https://example.org",
        "data:text/html,x",
    ],
)
def test_only_the_web_is_offered(hostile) -> None:
    assert web_address(hostile) is None


def test_the_host_that_is_named_is_the_one_that_is_opened(qtbot) -> None:
    told = Facts(words_for("en"))
    qtbot.addWidget(told)
    told.show_facts((Group("Request", (("Web address", "https://bank.org@evil.test/x"),)),))
    (button,) = told.findChildren(QPushButton)
    assert button.text() == "Open evil.test"
