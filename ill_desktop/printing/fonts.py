"""The bundled faces, and what they cannot show."""

from functools import cache
from importlib import resources
from typing import Any

PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"


@cache
def ready() -> Any:
    """Register the faces once; the plain one is returned."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    faces = {}
    for name in (PLAIN, BOLD):
        place = resources.files("ill_desktop") / "_built" / "fonts" / f"{name}.ttf"
        with resources.as_file(place) as path:
            faces[name] = TTFont(name, str(path), shapable=True)
            pdfmetrics.registerFont(faces[name])
    return faces[PLAIN]


def missing(text: str) -> str:
    """The characters of a text that would print as boxes."""
    known = ready().face.charToGlyph
    return "".join(sorted({c for c in text if not c.isspace() and ord(c) not in known}))


def width(text: str, bold: bool, size: float) -> float:
    """Width of a text in points."""
    from reportlab.pdfbase import pdfmetrics

    ready()
    return float(pdfmetrics.stringWidth(text, BOLD if bold else PLAIN, size))
