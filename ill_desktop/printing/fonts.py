"""The bundled faces: how wide their letters are, how they join, and what they cannot show."""

from functools import cache, lru_cache
from typing import Any

from ill_desktop.settings import BUILT

PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
FAMILY = "DejaVu Sans"
"""How screens call the same face."""


@cache
def ready() -> Any:
    """Register the faces once; the plain one is returned."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    faces = {}
    for name in (PLAIN, BOLD):
        faces[name] = TTFont(name, str(BUILT / "fonts" / f"{name}.ttf"), shapable=True)
        pdfmetrics.registerFont(faces[name])
    return faces[PLAIN]


def missing(text: str) -> str:
    """The characters of a text that would print as boxes."""
    known = ready().face.charToGlyph
    return "".join(sorted({c for c in text if not c.isspace() and ord(c) not in known}))


@lru_cache(maxsize=16384)
def unit_width(text: str, bold: bool) -> float:
    """Width of a text one point high, in points; widths grow evenly with the size."""
    from reportlab.pdfbase import pdfmetrics

    ready()
    return float(pdfmetrics.stringWidth(text, BOLD if bold else PLAIN, 1))


def width(text: str, bold: bool, size: float) -> float:
    """Width of a text in points."""
    return unit_width(text, bold) * size


def joined(text: str, bold: bool, size: float) -> tuple[Any, float]:
    """A run from right to left, its letters joined and in the order of drawing; and its width."""
    from reportlab.pdfbase.ttfonts import shapeStr

    ready()
    shaped = shapeStr(text, BOLD if bold else PLAIN, size, force=True)
    return shaped, sum(one.x_advance for one in shaped.__shapeData__) * size / 1000
