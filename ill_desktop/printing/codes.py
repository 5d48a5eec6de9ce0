"""Machine-readable codes as bars, ready to be drawn."""

from functools import lru_cache
from typing import Any

QUIET = 10
"""Modules of white that a reader needs at each end of a code."""


@lru_cache(maxsize=1024)
def code128(text: str) -> tuple[tuple[int, int], ...]:
    """The bars of a Code 128: where each begins and how wide it is, in modules."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    picture: Any = code.to_image(scale=1, add_quiet_zones=False, add_hrt=False)
    _, width = picture.shape
    row = memoryview(picture).tobytes()[:width]
    bars: list[tuple[int, int]] = []
    for n, white in enumerate(row):
        if white:
            continue
        if bars and sum(bars[-1]) == n:
            bars[-1] = (bars[-1][0], bars[-1][1] + 1)
        else:
            bars.append((n, 1))
    return tuple(bars)


def modules(bars: tuple[tuple[int, int], ...]) -> int:
    """How wide a code is in modules, its white ends included."""
    return sum(bars[-1]) + 2 * QUIET
