"""A page with a table of figures and what they mean."""

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from ill_desktop.printing import fonts
from ill_desktop.printing.pen import MM
from ill_desktop.printing.stocks import stock
from ill_desktop.printing.text import display


def page(heading: str, rows: Sequence[Sequence[str]], notes: Sequence[str], paper: str) -> bytes:
    """A PDF of one table under a heading, notes below; all texts are taken literally."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
    from reportlab.platypus.flowables import Spacer

    fonts.ready()
    size = stock(paper).page
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=(size[0] * MM, size[1] * MM), title=display(heading), invariant=1
    )
    big = ParagraphStyle("big", fontName=fonts.BOLD, fontSize=15, leading=20, spaceAfter=12)
    small = ParagraphStyle("small", fontName=fonts.PLAIN, fontSize=8, leading=11, spaceAfter=4)
    table = Table([[display(cell) for cell in row] for row in rows], hAlign="LEFT")
    table.setStyle(_style())
    story: list[Any] = [Paragraph(escape(display(heading)), big), table, Spacer(1, 18)]
    story += [Paragraph(escape(display(note)), small) for note in notes]
    document.build(story)
    return out.getvalue()


def _style() -> Any:
    from reportlab.platypus import TableStyle

    return TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), fonts.PLAIN, 11),
            ("FONT", (0, 0), (0, -1), fonts.BOLD, 11),
            ("ALIGN", (-1, 0), (-1, -1), "RIGHT"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, (0.6, 0.6, 0.6)),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
    )
