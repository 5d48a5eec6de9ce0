# house: table
"""What the keys of an exchange profile, their values and the presets are called and do."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.exchange import Habit, Kind
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "dialect": mark("Exchange", "Edition of ISO 18626"),
        "version": mark("Exchange", "Version they want to see"),
        "prefix": mark("Exchange", "Prefix of elements"),
        "reading": mark("Exchange", "Their messages are read"),
        "koha-old": mark("Exchange", "An old Koha"),
        "package": mark("Exchange", "Files and seals"),
        "confirmations": mark("Exchange", "Confirm their messages"),
        "expect-confirmations": mark("Exchange", "They confirm ours"),
        "silence-days": mark("Exchange", "Days of silence allowed"),
        "substitute": mark("Exchange", "Say another status"),
        "conditions": mark("Exchange", "Conditions are agreed to"),
        "cost-field": mark("Exchange", "A price is written in"),
        "address-in-note": mark("Exchange", "Repeat addresses in the note"),
        "note-length": mark("Exchange", "Longest note"),
        "id-pattern": mark("Exchange", "Our request ids"),
        "id-length": mark("Exchange", "Longest id"),
        "renew": mark("Exchange", "They know renewals"),
        "recall": mark("Exchange", "They know recalls"),
        "retry": mark("Exchange", "They know retries"),
        "forward": mark("Exchange", "They know sending on"),
        "actions-2021": mark("Exchange", "They know lost and held returns"),
        "auto-received": mark("Exchange", "Answer new requests automatically"),
        "auto-cancel": mark("Exchange", "Accept cancellations automatically"),
        "auto-reminder": mark("Exchange", "Answer reminders automatically"),
    }
)

HELP: Mapping[str, str] = MappingProxyType(
    {
        "dialect": mark("Exchange", "“Automatic” answers in the edition they last wrote in."),
        "version": mark("Exchange", "Empty writes the edition's own, such as 1.2 or 2021-2."),
        "prefix": mark("Exchange", "Usually ill; none leaves elements without a prefix."),
        "reading": mark("Exchange", "Strictly: what is not valid is refused and told to them."),
        "koha-old": mark("Exchange", "Accept messages that name no standard or another one."),
        "package": mark("Exchange", "Sealed packages show that nobody else wrote the message."),
        "confirmations": mark(
            "Exchange", "That we have read it. A mail would have to be sent by hand."
        ),
        "expect-confirmations": mark(
            "Exchange", "A message without a confirmation then needs attention."
        ),
        "silence-days": mark("Exchange", "0 means that they never confirm."),
        "substitute": mark("Exchange", "For example ExpectToSupply>WillSupply; commas between."),
        "conditions": mark("Exchange", "Every way is understood; this is how we write."),
        "cost-field": mark("Exchange", "Where their system looks for a price we ask."),
        "address-in-note": mark("Exchange", "For systems that read no address elements."),
        "note-length": mark("Exchange", "In characters; longer notes are cut. 0 means no limit."),
        "id-pattern": mark("Exchange", "Digits alone where their system takes no dash."),
        "id-length": mark("Exchange", "In characters; longer ids are not sent. 0 means no limit."),
        "renew": mark("Exchange", "Otherwise we ask in a note."),
        "recall": mark("Exchange", "Otherwise we ask in a note."),
        "retry": mark("Exchange", "Otherwise we say no, and send new requests."),
        "forward": mark("Exchange", "Otherwise we say that it was sent back."),
        "actions-2021": mark("Exchange", "Only in the edition of 2021; otherwise we write a note."),
        "auto-received": mark("Exchange", "Tell them at once that a request has arrived."),
        "auto-cancel": mark("Exchange", "While nobody has looked at the request."),
        "auto-reminder": mark("Exchange", "Tell them the state of the request."),
    }
)

CHOICES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("dialect", "auto"): mark("Exchange", "Automatic"),
        ("dialect", "1.1"): mark("Exchange", "1.1 (2014)"),
        ("dialect", "1.2"): mark("Exchange", "1.2 (2017)"),
        ("dialect", "2021"): mark("Exchange", "2021"),
        ("confirmations", "auto"): mark("Exchange", "in their folder, not by mail"),
        ("confirmations", "yes"): mark("Exchange", "always, by mail too"),
        ("confirmations", "no"): mark("Exchange", "never"),
        ("reading", "lenient"): mark("Exchange", "leniently"),
        ("reading", "strict"): mark("Exchange", "strictly"),
        ("package", "beside"): mark("Exchange", "files in a package beside the message"),
        ("package", "inside"): mark("Exchange", "every message in a package"),
        ("package", "sealed"): mark("Exchange", "every message in a sealed package"),
        ("package", "sealed-only"): mark("Exchange", "sealed, and only sealed ones are accepted"),
        ("conditions", "a"): mark("Exchange", "a: in a note with word and mark"),
        ("conditions", "b"): mark("Exchange", "b: by marks, as ReShare does"),
        ("conditions", "c"): mark("Exchange", "c: by the bare word ACCEPT or REJECT"),
        ("conditions", "d"): mark("Exchange", "d: by trying again, by the book"),
        ("cost-field", "offeredCosts"): mark("Exchange", "the offered costs"),
        ("cost-field", "deliveryCosts"): mark("Exchange", "the delivery costs"),
        ("cost-field", "note"): mark("Exchange", "a line of the note"),
        ("id-pattern", "dashed"): mark("Exchange", "with a dash"),
        ("id-pattern", "plain"): mark("Exchange", "digits alone"),
    }
)

PRESETS: Mapping[str, str] = MappingProxyType(
    {
        "": mark("Exchange", "Not known, or set by hand"),
        "ill-desktop": "ILL Desktop",
        "by-the-book": mark("Exchange", "By the book"),
        "reshare": "ReShare",
        "crosslink": "CrossLink",
        "alma": "Alma",
        "koha": "Koha (2021)",
        "oclc": "OCLC",
    }
)


def label(words: Words, habit: Habit) -> str:
    """What a habit is called."""
    return words.tr("Exchange", LABELS[habit.key])


def hint(words: Words, habit: Habit) -> str:
    """What a habit does, in one sentence."""
    return words.tr("Exchange", HELP[habit.key])


def choices(words: Words, habit: Habit) -> tuple[tuple[str, str], ...]:
    """The values of a choice with their words; nothing for other kinds."""
    if habit.kind is not Kind.CHOICE:
        return ()
    named = ((one, CHOICES[habit.key, one]) for one in habit.choices)
    return tuple((one, words.tr("Exchange", name)) for one, name in named)


def presets(words: Words) -> tuple[tuple[str, str], ...]:
    """The presets with their names; the first is none of them."""
    return tuple((code, words.tr("Exchange", name)) for code, name in PRESETS.items())
