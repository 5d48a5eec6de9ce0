"""What was looked up in a list in passing."""

from typing import NamedTuple


class Passing(NamedTuple):
    """What was looked up: by a text, or just these requests; neither: nothing was.

    Of several requests the text is what all of them are known by, or `why` says in a sentence
    what they have in common.
    """

    text: str = ""
    only: tuple[str, ...] = ()
    why: str = ""
