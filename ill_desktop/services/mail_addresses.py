"""Mail addresses as somebody types them: what was kept before stays good until it is edited."""

import re

from ill_desktop.domain.errors import Invalid, Why

_ADDRESS = re.compile(r"[^\s,;<>\"]*@[^\s,;<>\"]*")
"""What is meant to be one, whole or not."""


def typed(text: str, field: str = "mail", before: str = "") -> str:
    """One address, with a dot in its domain; empty and `before` are taken as they are.

    Raises `Invalid`.
    """
    from ill_desktop.transport import mail

    bare = text.strip()
    if not bare or bare == before.strip():
        return bare
    found = mail.address(bare, field)
    if "." not in found.rpartition("@")[2]:
        raise Invalid(field, found, Why.NOT_AN_ADDRESS)
    return found


def several(text: str, field: str, before: str) -> str:
    """A reader may have more than one, each with a name; they are looked at, the text is kept."""
    if text.strip() != before.strip():
        for one in _ADDRESS.findall(text) or [text]:
            typed(one, field)
    return text
