"""Every paper and label has a name in both languages."""

from ill_desktop.services.printing import stocks
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.stocks import NAMES, name


def test_every_stock_in_the_table_has_its_name_here_and_no_other() -> None:
    assert [stock.name for stock in stocks()] == list(NAMES)


def test_every_name_is_translated() -> None:
    assert name(words_for("id"), "A4 paper") == "Kertas A4"
    assert name(words_for("id"), "Our own labels") == "Our own labels"
    english, indonesian = words_for("en"), words_for("id")
    same = [one for one in NAMES if name(english, one) == name(indonesian, one)]
    assert same == []
