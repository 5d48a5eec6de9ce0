"""What a command is called in the language the window does not speak."""

import pytest

from ill_desktop.ui.menus import entries
from ill_desktop.ui.places import PAGES
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.other_language import called, plain


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("id", "&Cadangkan meja layanan…", "Back up the desk"),
        ("en", "&Back up the desk…", "Cadangkan meja layanan"),
        ("en", "Send waiting messages now (3)", "Kirim pesan yang menunggu sekarang"),
        ("id", "Kirim pesan yang menunggu sekarang (3)", "Send waiting messages now"),
        ("id", "Simpan sebagai › PDF", "Save as › PDF"),
        ("en", "Mark copy received…", "Tandai salinan diterima"),
    ],
)
def test_a_command_has_its_name_in_the_other_language(language: str, text: str, other: str) -> None:
    assert other in called(language, text)


def test_what_nobody_translated_has_no_other_name() -> None:
    assert called("id", "PDF") == called("en", "Leiden › CSV") == ()


def test_every_command_is_called_something_in_both() -> None:
    indonesian = words_for("id")
    verbs = {(one.page.partition(":")[2], v.text) for one in PAGES.values() for v in one.verbs}
    for context, text in {("Menus", entry.text) for entry in entries()} | verbs:
        told = indonesian.tr(context, text)
        assert plain(told) == plain(text) or plain(text).rstrip("…") in called("id", told)
        assert plain(told) == plain(text) or plain(told).rstrip("…") in called("en", text)
