"""The sheet before a copied article: what it is, between whom, and what may be done with it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from ill_desktop.printing import fonts
from ill_desktop.printing.pen import MM
from ill_desktop.printing.stocks import stock
from ill_desktop.printing.text import display

LAID = (("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0))
"""A name stands under the heading, beside the first line of its value."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A heading, facts as name and value, and a notice at the foot; texts are taken literally."""

    heading: str
    number: str
    facts: Sequence[tuple[str, str]]
    notice: str
    paper: str


def sheet(cover: Cover) -> bytes:
    """The cover as a PDF of one page."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
    from reportlab.platypus.flowables import Spacer

    fonts.ready()
    wide, high = stock(cover.paper).page
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=(wide * MM, high * MM), title=display(cover.heading), invariant=1
    )
    big = ParagraphStyle("big", fontName=fonts.BOLD, fontSize=18, leading=24, spaceAfter=6)
    bold = ParagraphStyle("bold", fontName=fonts.BOLD, fontSize=11, leading=15)
    plain = ParagraphStyle("plain", fontName=fonts.PLAIN, fontSize=11, leading=15)
    small = ParagraphStyle("small", fontName=fonts.PLAIN, fontSize=9, leading=13)

    def text(words: str, style: Any) -> Any:
        return Paragraph(escape(display(words)), style)

    rows = [[text(name, plain), text(value, bold)] for name, value in cover.facts if value]
    table = Table(rows, colWidths=[45 * MM, None], hAlign="LEFT", style=LAID)
    story: list[Any] = [text(cover.heading, big), text(cover.number, bold), Spacer(1, 14), table]
    story += [Spacer(1, 24), text(cover.notice, small)]
    document.build(story)
    return out.getvalue()
