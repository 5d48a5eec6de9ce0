"""Standard output: where data goes, and what it means when it takes no more.

Marked where it happens: a disk or a server that fails elsewhere must not be taken for it.
"""

import sys


class Unsaid(Exception):
    """Something was printed that nobody took: a pipe that was closed, or a disk that is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


def put(text: object, end: str = "\n") -> None:
    """Print one thing; raises `Unsaid`."""
    try:
        print(text, end=end)
    except OSError as error:
        raise Unsaid(error) from error


def flush() -> None:
    """Let everything out that was printed; raises `Unsaid`."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise Unsaid(error) from error
