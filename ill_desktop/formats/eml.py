"""A saved mail: what is attached to it, and what it says; nothing in it is opened or fetched."""

import re
from email import message_from_bytes, policy

_HEADER = re.compile(rb"^(?:From|To|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Date|"
                     rb"Subject|X-[\w-]+):[ \t]", re.IGNORECASE)  # fmt: skip
MOST_PARTS = 50


def looks_like(data: bytes) -> bool:
    """Whether the first line is one of a mail."""
    return _HEADER.match(data.lstrip()) is not None


def pieces(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Attachments by name first, then the words of the mail itself."""
    mail = message_from_bytes(data, policy=policy.default)
    attached, said = [], []
    for part in list(mail.walk())[:MOST_PARTS]:
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        name = part.get_filename()
        if name:
            attached.append((name, content))
        elif part.get_content_type() == "text/plain":
            said.append(("", content))
    return (*attached, *said)
