"""A list as pages: its heading on each of them, long texts broken in lines."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from ill_desktop.printing import fonts
from ill_desktop.printing.pen import MM
from ill_desktop.printing.stocks import stock
from ill_desktop.printing.text import display

MARGIN = 12 * MM
PADDING, LONGEST = 3, 34
"""Letters beside the longest text of a column, and the most it is given room for."""
SIZE, BESIDE = 8, 13
"""Points: of the letters, and what a cell keeps free at both sides of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is on the pages; all texts are taken literally."""

    title: str
    about: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def pdf(listing: Listing, paper: str) -> bytes:
    """The list across the paper, as PDF."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    fonts.ready()
    short, long = sorted(stock(paper).page)
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=(long * MM, short * MM), title=display(listing.title), invariant=1,
        leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN + 4 * MM,
    )  # fmt: skip
    plain = ParagraphStyle("cell", fontName=fonts.PLAIN, fontSize=SIZE, leading=10)
    bold = ParagraphStyle("head", parent=plain, fontName=fonts.BOLD)
    title = ParagraphStyle("title", fontName=fonts.BOLD, fontSize=14, leading=18)
    about = ParagraphStyle("about", parent=plain, spaceAfter=8)

    def told(text: str, style: Any) -> Any:
        return Paragraph(escape(display(text)), style)

    rows = [[told(name, bold) for name in listing.header]]
    rows += [[told(cell, plain) for cell in row] for row in listing.rows]
    table = LongTable(rows, colWidths=_widths(listing, document.width), repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, (0.2, 0.2, 0.2)),
                ("LINEBELOW", (0, 1), (-1, -1), 0.3, (0.7, 0.7, 0.7)),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    story = [told(listing.title, title), told(listing.about, about), table]
    document.build(story, onFirstPage=_number, onLaterPages=_number)
    return out.getvalue()


def _widths(listing: Listing, width: float) -> list[float]:
    """Room by the longest text of each column, within bounds; a word is broken only in need."""
    columns = list(zip(listing.header, *listing.rows[:300], strict=True))
    need = [min(max(map(len, column)) + PADDING, LONGEST) for column in columns]
    most = width / len(columns)
    least = [min(max(map(_longest_word, column)) + BESIDE, most) for column in columns]
    spare = width - sum(least)
    more = [max(0.0, width * one / sum(need) - low) for one, low in zip(need, least, strict=True)]
    share = spare / sum(more) if sum(more) else 0.0
    return [low + share * one for low, one in zip(least, more, strict=True)]


def _longest_word(text: str) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return max((stringWidth(one, fonts.BOLD, SIZE) for one in text.split()), default=0.0)


def _number(canvas: Any, document: Any) -> None:
    canvas.setFont(fonts.PLAIN, 8)
    canvas.drawRightString(document.pagesize[0] - MARGIN, MARGIN, str(document.page))
