"""What was looked up in a list in passing."""

from typing import NamedTuple


class Passing(NamedTuple):
    """What was looked up: by a text, or just these requests; neither: nothing was.

    Of several requests the text is what all of them are known by; of those that have something in
    common as long as they do, `why` says in a sentence what it is.
    """

    text: str = ""
    only: tuple[str, ...] = ()
    why: str = ""
