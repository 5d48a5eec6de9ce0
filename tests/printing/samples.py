"""Papers that tests print, and ways to look at what came out."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pdfplumber
import pypdf
import zxingcpp
from PIL import Image

from ill_desktop.printing import pages, sheets
from ill_desktop.printing.papers import Packed, Paper, Sheetful
from ill_desktop.printing.stocks import stock
from ill_desktop.words.catalogue import Words

ENGLISH = Words("en")
MM = 72 / 25.4

BOOK = Paper(
    number="26000123",
    title="Bumi Manusia",
    author="Pramoedya Ananta Toer",
    edition="Cet. 5",
    publisher="Lentera Dipantara",
    year="2005",
    call_number="899.221 3 TOE b",
    location="Lantai 3",
    items=("00012345678",),
    service="Loan",
    partner="Perpustakaan Universitas Gadjah Mada",
    symbol="ISIL:ID-YOG-UGM",
    their_id="UGM-2026-00417",
    needed_by=date(2026, 12, 3),
    due=date(2026, 12, 22),
    conditions="Library use only",
    note="Please pack well.",
    patron_code="M-00417",
    pickup="Main desk",
    suppliers=("ISIL:ID-YOG-UGM", "ISIL:ID-BDG-ITB"),
    to_lines=("Perpustakaan UGM", "Bulaksumur Blok F", "Sleman 55281"),
    from_lines=("Perpustakaan Nasional RI", "Jl. Medan Merdeka Selatan 11", "Jakarta 10110"),
    library="Perpustakaan Nasional RI",
    printed_on=date(2026, 11, 24),
    printed_at=datetime(2026, 11, 24, 14, 5),
    packed=(
        Packed("26000123", "Bumi Manusia", ("00012345678",), 1, date(2026, 12, 22), "UGM-417"),
        Packed("26000124", "Max Havelaar", ("00012345679",), 1, None, "", "Library use only"),
    ),
)

FULL = replace(
    BOOK,
    volume="2",
    article="Silang layan antarperpustakaan",
    article_author="Sulistyo-Basuki",
    pages="117-143",
    identifiers=("9789799731234", "02161234"),
    is_copy=True,
    reader_due=date(2026, 12, 15),
    both_due=True,
    notes=("Noted 24 Nov 2026: top shelf.", "They wrote 23 Nov 2026: the second printing."),
    suppliers=("ISIL:ID-BDG-ITB, answer by 1 Dec 2026", "ISIL:ID-SBY-UNAIR"),
    to_source="Address from the partner’s card",
    abroad=True,
    items=("00012345678", "00012345680"),
    pieces=2,
    level="Rush",
    rush=True,
    telephone="0274 513163",
    courier="TXA-012",
    tracking="JNE-7781",
    weight="1.5 kg",
    value="350,000 IDR",
    copy=3,
)
"""Everything a paper can show, each thing different from every other."""

LONG = replace(
    BOOK,
    title="Perpustakaan, arsip dan ruang publik: kumpulan karangan tentang sejarah " * 4,
    author="Sulistyo-Basuki; Blasius Sudarsono; Putu Laxman Pendit; " * 3,
    article="Silang layan antarperpustakaan perguruan tinggi dan koleksi langka " * 3,
    call_number="R 025.620 959 8 SUL p jil. 2 eks. 14",
    conditions="Library use only. No copying. Signature required. " * 3,
    note="The plates between pages 120 and 121 matter most. " * 12,
    notes=("Noted 24 Nov 2026: the key is at the desk. " * 3, "Noted: top shelf.") * 3,
    partner="UPT Perpustakaan Universitas Negeri Sultan Maulana " * 3,
    items=("00012345678", "00012345679", "00012345680") * 4,
    pages="117-143",
    is_copy=True,
    copy=3,
    packed=tuple(
        Packed(
            f"26{n:06}",
            "Perpustakaan, arsip dan ruang publik: kumpulan karangan tentang sejarah " * 2,
            ("00012345678", "00012345679"),
            2,
            date(2026, 12, 22),
            f"UGM-2026-{n:05}",
            "Library use only. No copying. Signature required." if n % 3 else "",
        )
        for n in range(1, 24)
    ),
)


def printed(kind: str, code: str, *papers: Paper, start: int = 1) -> sheets.Printed:
    return sheets.sheets(Sheetful(kind, ENGLISH, papers), stock(code), start)


def picture(pdf: bytes, page: int, dpi: float) -> Image.Image:
    width, height, stride, greys = pages.greys(pdf, page, dpi)
    return Image.frombytes("L", (width, height), greys, "raw", "L", stride)


def codes(pdf: bytes, page: int, dpi: float) -> list[str]:
    """What a scanner at the counter reads on a page: it knows every code made of bars."""
    seen = zxingcpp.read_barcodes(picture(pdf, page, dpi), zxingcpp.BarcodeFormat.AllLinear)
    return sorted(code.text for code in seen)


def things(pdf: bytes, page: int = 0) -> list[dict[str, Any]]:
    """Every letter and line of a page, in points from the top left corner."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        found = document.pages[page]
        return [*found.chars, *found.rects, *found.lines, *found.curves]


def words_of(pdf: bytes) -> str:
    """All text of a PDF without blanks, in the order it was written."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)
