"""Pages of a PDF: as pictures for preview and printer, and one document before another."""

import io
from typing import Any


def _document(pdf: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = _document(pdf)
    try:
        return len(document)
    finally:
        document.close()


def greys(pdf: bytes, page: int, dpi: float) -> tuple[int, int, int, bytes]:
    """One page, counted from 0: width, height, bytes a row, and a byte of grey for each pixel."""
    document = _document(pdf)
    try:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        return bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    finally:
        document.close()


def size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page, counted from 0, in millimetres."""
    document = _document(pdf)
    try:
        width, height = document[page].get_size()
        return width * 25.4 / 72, height * 25.4 / 72
    finally:
        document.close()


def joined(first: bytes, rest: bytes) -> bytes | None:
    """The pages of one document and then those of another; None where the second is no sound PDF.

    What a document would do when it is opened is left behind: only its pages are taken over.
    """
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    try:
        for data in (first, rest):
            part = _document(data)
            made.import_pages(part)
            part.close()
        out = io.BytesIO()
        made.save(out)
    except pypdfium2.PdfiumError:
        return None
    finally:
        made.close()
    return out.getvalue()
