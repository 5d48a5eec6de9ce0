"""The order of call numbers along the shelves, for Dewey, Library of Congress and local schemes."""

import re

_PIECES = re.compile(r"\d+|[^\W\d_]+|\.(?=\S)")

Key = tuple[tuple[int, int, str], ...]


def shelf_key(call_number: str) -> Key:
    """What call numbers are sorted by: whole numbers by value, what follows a point as decimals.

    `899.2 TOE` stands before `899.221 3 ALI`, `QA9 .B2` before `QA76`, and `QA76 .D27` before
    `QA76 .D3`; `jil. 2` before `jil. 10`.
    """
    found: list[tuple[int, int, str]] = []
    pointed, end, threes = False, -1, False
    for piece in _PIECES.finditer(call_number.casefold()):
        text, joined = piece.group(), piece.start() == end
        end = piece.end()
        if text == ".":
            pointed = True
        elif not text.isdecimal():
            found.append((1, 0, text))
            pointed, threes = pointed and joined, False
        elif pointed and joined:
            found.append((2, 0, text))
            pointed, threes = False, len(text) % 3 == 0
        elif threes and len(text) <= 3:
            found[-1] = (2, 0, found[-1][2] + text)
            threes = len(text) == 3
        else:
            found.append((0, int(text), ""))
            pointed, threes = False, False
    return tuple(found)
