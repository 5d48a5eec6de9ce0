"""The report of a month: numbers, a chart, the figures in groups, and what each counts."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from ill_desktop.printing import fonts
from ill_desktop.printing.charts import Paint
from ill_desktop.printing.pen import MM
from ill_desktop.printing.stocks import stock
from ill_desktop.printing.text import display

MARGIN = 15 * MM
GAP = 7 * MM
PAD = 6
"""What the page leaves free inside its margins."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is on the pages, in words; all texts are taken literally.

    `headlines` are a number and its name each, `groups` a heading with rows of code, name and
    value. `chart` is a drawing as wide as the page between its margins.
    """

    title: str
    about: Sequence[str]
    headlines: Sequence[tuple[str, str]]
    chart: Any
    groups: Sequence[tuple[str, Sequence[Sequence[str]]]]
    meanings: str
    notes: Sequence[tuple[str, str]]


def inner_width(paper: str) -> float:
    """Points between the margins of a paper."""
    return float(stock(paper).page[0] * MM - 2 * MARGIN)


def pdf(report: Report, paper: str) -> bytes:
    """The report on a paper, as PDF; the same report gives the same bytes."""
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus.flowables import PageBreak, Spacer

    fonts.ready()
    wide, high = stock(paper).page
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=(wide * MM, high * MM), title=display(report.title), invariant=1,
        leftMargin=MARGIN - PAD, rightMargin=MARGIN - PAD, topMargin=MARGIN, bottomMargin=MARGIN,
    )  # fmt: skip
    width = inner_width(paper)
    story: list[Any] = [_text(report.title, 17, "bold", 3)]
    story += [_text(line, 8.5, "muted") for line in report.about]
    story += [Spacer(1, 10), _headlines(report.headlines, width), Spacer(1, 12)]
    story += [report.chart, Spacer(1, 6), _figures(report.groups, width), PageBreak()]
    story.append(_text(report.meanings, 13, "bold", 8))
    story += [
        Paragraph(
            f'<font name="{fonts.BOLD}">{_shown(code)}</font>&nbsp; {_shown(meaning)}',
            _style(7.5, "", 1.8),
        )
        for code, meaning in report.notes
    ]
    document.build(story, onFirstPage=_foot(report), onLaterPages=_foot(report))
    return out.getvalue()


def _foot(report: Report) -> Any:
    """The page number and the title at the foot of each page."""

    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(fonts.PLAIN, 7.5)
        canvas.setFillColor(_colour(Paint().muted))
        canvas.drawString(MARGIN, 8 * MM, display(report.title))
        canvas.drawRightString(document.pagesize[0] - MARGIN, 8 * MM, str(document.page))
        canvas.restoreState()

    return draw


def _headlines(told: Sequence[tuple[str, str]], width: float) -> Any:
    from reportlab.platypus import Table

    numbers = [_text(number, 22, "bold", 6) for number, _ in told]
    names = [_text(name, 8.5, "muted") for _, name in told]
    table = Table([numbers, names], colWidths=[width / max(1, len(told))] * len(told))
    line = _colour(Paint().line)
    table.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), 0.6, line),
            ("LINEAFTER", (0, 0), (-2, -1), 0.6, line),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 8),
            ("BOTTOMPADDING", (0, 1), (-1, 1), 8),
            ("TOPPADDING", (0, 0), (-1, 0), 8),
            ("TOPPADDING", (0, 1), (-1, 1), 0),
        ]
    )
    return table


def _figures(groups: Sequence[tuple[str, Sequence[Sequence[str]]]], width: float) -> Any:
    """The first group at the left, the others below each other at the right."""
    from reportlab.platypus import Table

    half = (width - GAP) / 2
    columns = [_column(some, half) for some in (groups[:1], groups[1:])]
    looks = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
             ("RIGHTPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
    left, right = columns
    return Table([[left, "", right]], colWidths=[half, GAP, half], style=looks)


def _column(groups: Sequence[tuple[str, Sequence[Sequence[str]]]], width: float) -> Any:
    from reportlab.platypus import Table

    rows: list[list[Any]] = []
    looks: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 1.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
    ]
    for heading, figures in groups:
        at = len(rows)
        looks += [
            ("LINEBELOW", (0, at), (-1, at), 0.9, _colour(Paint().first)),
            ("SPAN", (0, at), (-1, at)),
            ("TOPPADDING", (0, at), (-1, at), 6),
        ]
        rows.append([_text(heading, 9, "bold"), "", ""])
        for code, name, value in figures:
            at = len(rows)
            looks.append(("LINEBELOW", (0, at), (-1, at), 0.3, _colour(Paint().line)))
            rows.append([_text(code, 7.8, "muted"), _text(name, 7.8), _text(value, 7.8, "right")])
    shares = (0.11, 0.56, 0.33)
    return Table(rows, colWidths=[width * one for one in shares], style=looks)


def _text(text: str, size: float, how: str = "", after: float = 0) -> Any:
    """A paragraph; `how` holds any of `bold`, `muted` and `right`."""
    from reportlab.platypus import Paragraph

    return Paragraph(_shown(text), _style(size, how, after))


def _shown(text: str) -> str:
    return escape(display(text))


def _style(size: float, how: str, after: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        "text",
        fontName=fonts.BOLD if "bold" in how else fonts.PLAIN,
        fontSize=size,
        leading=size * 1.3,
        spaceAfter=after,
        alignment=2 if "right" in how else 0,
        textColor=_colour(Paint().muted if "muted" in how else Paint().text),
    )


def _colour(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)
