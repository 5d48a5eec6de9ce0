"""Pages as pictures."""

import subprocess
import sys

import pytest

from ill_desktop.printing import pages
from ill_desktop.printing.cover import Cover, sheet
from tests.printing.samples import BOOK, picture, printed, things


def test_pages_are_counted() -> None:
    assert pages.page_count(printed("pull-slip", "4x6", BOOK, BOOK, BOOK).pdf) == 3


def test_a_picture_has_the_size_of_the_paper_and_ink_on_it() -> None:
    pdf = printed("pull-slip", "4x6", BOOK).pdf
    width, height, stride, pixels = pages.greys(pdf, 0, 203)
    assert (width, height) == pytest.approx((812, 1218), abs=1)
    assert len(pixels) == stride * height
    image = picture(pdf, 0, 203)
    assert image.getextrema() == (0, 255)


TWO_AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from ill_desktop.printing import pages
from tests.printing.samples import BOOK, printed
pdf = printed("pull-slip", "4x6", *[BOOK] * 6).pdf
def look(n):
    return pages.greys(pdf, n % 6, 40)[:2], pages.size(pdf, n % 6), pages.page_count(pdf)
sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(3) as several:
    seen = set(several.map(look, range(600)))
sys.exit(len(seen) != 1)
"""


def test_many_look_at_pages_at_once() -> None:
    """As the preview does; a process of its own, because this once ended the program."""
    ran = subprocess.run([sys.executable, "-c", TWO_AT_ONCE], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr.decode()) == (0, "")


def test_importing_the_print_room_loads_no_library() -> None:
    code = (
        "import sys, ill_desktop.printing.sheets, ill_desktop.printing.rulers,"
        " ill_desktop.printing.pages, ill_desktop.printing.report, ill_desktop.printing.charts;"
        "heavy = {'reportlab', 'pypdfium2', 'zxingcpp', 'bidi', 'uharfbuzz', 'PIL'};"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_facts_of_a_cover_stand_under_its_heading() -> None:
    cover = Cover("Copy", "26000033", (("From", "UGM"), ("Pages", "184")), "For study.", "A4")
    letters = [one for one in things(sheet(cover)) if one["object_type"] == "char"]
    first = {round(one["top"]): one["x0"] for one in reversed(letters)}
    assert max(first.values()) - min(first.values()) < 2
