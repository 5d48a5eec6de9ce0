"""Why a file that came is no message, where that takes more than a code."""

from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark


def too_large(words: Words, name: str, size: int, most: int, *, inside: bool) -> str:
    """How large a file is, or what is `inside`, and how large that may be; both in bytes."""
    text = mark("MessageReason", "“{name}” is {size}; a message is no larger than {most} MB.")
    if inside:
        text = mark(
            "MessageReason",
            "The message in “{name}” is {size}; a message is no larger than {most} MB.",
        )
    large = formats.size(words, size)
    return words.tr("MessageReason", text, name=name, size=large, most=most // formats.MEGABYTE)
