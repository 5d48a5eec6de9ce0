"""Pages of a PDF: as pictures for preview and printer, and one document before another.

PDFium works in one thread at a time, whatever document each has: two at once end the program. So
everything it does, down to letting go, is done under one lock.
"""

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any

_alone = Lock()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """A document, while nobody else reads one."""
    import pypdfium2

    with _alone, closing(pypdfium2.PdfDocument(pdf)) as document:
        yield document


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has; 0 where it is no sound one."""
    from pypdfium2 import PdfiumError

    try:
        with _opened(pdf) as document:
            return len(document)
    except PdfiumError:
        return 0


def greys(pdf: bytes, page: int, dpi: float) -> tuple[int, int, int, bytes]:
    """One page, counted from 0: width, height, bytes a row, and a byte of grey for each pixel."""
    with (
        _opened(pdf) as document,
        closing(document[page].render(scale=dpi / 72, grayscale=True)) as bitmap,
    ):
        return bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)


def size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page, counted from 0, in millimetres."""
    with _opened(pdf) as document:
        width, height = document[page].get_size()
        return width * 25.4 / 72, height * 25.4 / 72


def joined(first: bytes, rest: bytes) -> bytes | None:
    """The pages of one document and then those of another; None where the second is no sound PDF.

    What a document would do when it is opened is left behind: only its pages are taken over.
    """
    import pypdfium2

    with _alone, closing(pypdfium2.PdfDocument.new()) as made:
        try:
            for data in (first, rest):
                with closing(pypdfium2.PdfDocument(data)) as part:
                    made.import_pages(part)
            out = io.BytesIO()
            made.save(out)
        except pypdfium2.PdfiumError:
            return None
        return out.getvalue()
