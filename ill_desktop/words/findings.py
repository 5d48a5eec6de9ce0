# house: table
"""What a check or a failed writing found, from its code to words."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "damaged": mark("Check", "The desk file is damaged. Restore the newest backup."),
        "foreign-key": mark("Check", "A row refers to one that is not there."),
        "counter": mark("Check", "A count in the sidebar is wrong."),
        "search-index": mark(
            "Check", "The search index does not match the requests or the readers."
        ),
        "current-attempt": mark("Check", "A request follows an attempt that is not its own."),
        "attachment": mark("Check", "A file of a request or message is gone. Restore a backup."),
        "milestone": mark("Check", "A date for the figures does not match the history."),
        "to-tell": mark(
            "Check", "Which libraries still have to be told does not match the history."
        ),
    }
)
"""What `ill check` can find."""

WRITING: Mapping[str, str] = MappingProxyType(
    {
        "forbidden": mark("Writing", "not allowed"),
        "read-only": mark("Writing", "read-only"),
        "disk-error": mark("Writing", "the disk failed"),
        "disk-full": mark("Writing", "the disk is full"),
        "no-file": mark("Writing", "it cannot be opened"),
        "No such file or directory": mark("Writing", "there is no such folder"),
        "Not a directory": mark("Writing", "a part of its name is not a folder"),
        "Is a directory": mark("Writing", "it is a folder"),
        "File exists": mark("Writing", "a file is in its place"),
        "Permission denied": mark("Writing", "not allowed"),
        "Read-only file system": mark("Writing", "read-only"),
        "No space left on device": mark("Writing", "the disk is full"),
        "File name too long": mark("Writing", "its name is too long"),
    }
)
"""Why the desk file refused to be written, and what the system says of files of people."""


def problem(words: Words, code: str) -> str:
    """What a check found."""
    return words.tr("Check", PROBLEMS[code]) if code in PROBLEMS else code


def writing(words: Words, reason: str) -> str:
    """Why something could not be written."""
    return words.tr("Writing", WRITING[reason]) if reason in WRITING else reason


def says_read_only(reason: str) -> bool:
    """Whether the place as a whole refuses, by our code or the system's words."""
    return WRITING.get(reason) == WRITING["read-only"]
