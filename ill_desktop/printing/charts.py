"""Charts: drawn once, shown on the screen as SVG and printed in a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ill_desktop.printing import fonts
from ill_desktop.printing.text import display

STEPS = (1, 2, 5)
SMALL, LEAST = 9.5, 7.5
"""Points of the letters; they shrink a little before names are left out."""
BELOW = 11.0
"""Points of a second line of names."""
APART = 3.0


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours as `#RRGGBB`; the second series is told by its outline too."""

    text: str = "#1B1F23"
    muted: str = "#57606A"
    line: str = "#D0D7DE"
    ground: str = "#FFFFFF"
    first: str = "#0B6B8F"
    second: str = "#8A5200"


@dataclass(frozen=True, slots=True)
class Series:
    """A name and a number for each place on the axis."""

    name: str
    values: Sequence[int]


def bars(
    places: Sequence[str], series: Sequence[Series], size: tuple[float, float], paint: Paint
) -> Any:
    """A drawing of two series as bars beside each other; `size` in points.

    What follows a line's end in the name of a place stands below it. Where there is no room for
    every name, every second one is left out, or more; the last always stands.
    """
    from reportlab.graphics.shapes import Drawing

    fonts.ready()
    drawing = Drawing(*size)
    chart = _Chart(drawing, size, paint, max((max(s.values, default=0) for s in series), default=0))
    below = BELOW if any("\n" in place for place in places) else 0.0
    chart.bottom += below
    chart.axis()
    chart.legend([one.name for one in series])
    width = (size[0] - chart.left) / max(1, len(places))
    chart.name(places, width, below)
    for n in range(len(places)):
        left = chart.left + n * width
        for which, one in enumerate(series):
            chart.bar(left + width * (0.14 + 0.37 * which), width * 0.35, one.values[n], which)
    return drawing


def fitting(names: Sequence[str], width: float) -> tuple[float, int]:
    """How large names may be that have so many points each, and which of them are shown.

    Every one, or every second, third or so.
    """
    widest = max((fonts.unit_width(display(name), False) for name in names), default=0) or 1

    def largest(every: int) -> float:
        # The last one is wider than its place, then, and moved in by half of that.
        room = width if every == 1 else width * (every + 0.5) / 1.5
        return (room - APART) / widest

    every = next((n for n in range(1, len(names)) if largest(n) >= LEAST), max(1, len(names)))
    return max(LEAST, min(SMALL, largest(every))), every


def svg(drawing: Any) -> bytes:
    """The drawing as an SVG image of its size."""
    from reportlab.graphics import renderSVG

    text = str(renderSVG.drawToString(drawing, useClip=True))
    return text.replace(f"font-family: {fonts.PLAIN}", f"font-family: {fonts.FAMILY}").encode()


def ticks(most: int) -> tuple[int, ...]:
    """Round numbers from nothing to at least `most`, five at most beside it."""
    step, power = 1, 1
    while step * 4 < most:
        step, power = next(
            ((s * power, power) for s in STEPS if s * power > step), (power * 10, power * 10)
        )
    return tuple(range(0, step * max(1, -(-most // step)) + 1, step))


class _Chart:
    """The ground the bars stand on."""

    def __init__(self, drawing: Any, size: tuple[float, float], paint: Paint, most: int) -> None:
        self.drawing, self.size, self.paint = drawing, size, paint
        self.ticks = ticks(most)
        self.left = 10 + fonts.width(str(self.ticks[-1]), False, SMALL)
        self.bottom, self.top = 15.0, size[1] - 26

    def y(self, value: float) -> float:
        return self.bottom + (self.top - self.bottom) * value / max(1, self.ticks[-1])

    def text(
        self, at: tuple[float, float], text: str, colour: str, anchor: str = "start",
        size: float = SMALL,
    ) -> None:  # fmt: skip
        from reportlab.graphics.shapes import String

        self.drawing.add(
            String(
                *at, display(text), fontName=fonts.PLAIN, fontSize=size,
                fillColor=_colour(colour), textAnchor=anchor,
            )
        )  # fmt: skip

    def name(self, places: Sequence[str], width: float, below: float) -> None:
        """The names of the places, each in the middle of its own."""
        size, every = fitting([place.partition("\n")[0] for place in places], width)
        for n, place in enumerate(places):
            name, _, second = place.partition("\n")
            shown = name if (len(places) - 1 - n) % every == 0 else ""
            for text, foot in ((shown, 2 + below), (second, 2.0)):
                half = fonts.width(display(text), False, size) / 2
                middle = min(max(self.left + (n + 0.5) * width, half), self.size[0] - half)
                if text:
                    self.text((middle, foot), text, self.paint.muted, "middle", size)

    def axis(self) -> None:
        from reportlab.graphics.shapes import Line

        for tick in self.ticks:
            high = self.y(tick)
            self.text((self.left - 6, high - 3), str(tick), self.paint.muted, "end")
            line = Line(self.left, high, self.size[0], high, strokeWidth=0.6)
            line.strokeColor = _colour(self.paint.line)
            self.drawing.add(line)

    def legend(self, names: Sequence[str]) -> None:
        left, free = self.left, self.size[0] - self.left - 34 * len(names)
        wide = sum(fonts.unit_width(display(name), False) for name in names) or 1
        size = min(SMALL, free / wide)
        for which, name in enumerate(names):
            self._box(left, self.size[1] - 11, 9, 9, which)
            self.text((left + 14, self.size[1] - 10), name, self.paint.text, size=size)
            left += 34 + fonts.width(display(name), False, size)

    def bar(self, left: float, width: float, value: int, which: int) -> None:
        if value > 0:
            self._box(left, self.bottom, width, self.y(value) - self.bottom, which)

    def _box(self, left: float, bottom: float, width: float, high: float, which: int) -> None:
        """Filled for the first series, hollow for the second: told apart without colours too."""
        from reportlab.graphics.shapes import Rect

        edge = 0.0 if which == 0 else 1.2
        inner = max(0.1, high - edge)
        box: Any = Rect(left + edge / 2, bottom + edge / 2, width - edge, inner)
        ink = _colour((self.paint.first, self.paint.second)[which])
        box.fillColor = ink if which == 0 else _colour(self.paint.ground)
        box.strokeColor = None if which == 0 else ink
        box.strokeWidth = edge
        self.drawing.add(box)


def _colour(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)
