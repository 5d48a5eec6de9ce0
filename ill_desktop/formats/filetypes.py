"""What a file is, told by its bytes and not by its name (RELIABILITY S9)."""

import re

_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
SUFFIXES = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "text/plain": ".txt",
}
_ACTS = re.compile(
    rb"/(?:OpenAction|AA|JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|URI|SubmitForm)"
    rb"(?![A-Za-z0-9])"
)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def kind_of(start: bytes) -> str:
    """The media type of a document or picture, by its first bytes; empty for anything else."""
    return next((kind for mark, kind in _STARTS if start.startswith(mark)), "")


def is_active(pdf: bytes) -> bool:
    """Whether a PDF names something that happens when it is opened, escaped names included.

    Names inside compressed streams are not seen; such a file is treated as any other, and none
    is ever opened by itself.
    """
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), pdf)
    return _ACTS.search(plain) is not None
