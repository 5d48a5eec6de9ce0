"""`ill partner`: the directory of partner libraries."""

import argparse
from pathlib import Path

from ill_desktop.cli.open import at_desk
from ill_desktop.cli.output import Output, pairs
from ill_desktop.domain.exchange import BY_KEY
from ill_desktop.services import partners
from ill_desktop.services.letterboxes import FOLDERS, to_be_made
from ill_desktop.services.post import again
from ill_desktop.services.views import PartnerView
from ill_desktop.words.mark import mark


def add(asked: argparse.Namespace, out: Output) -> None:
    """Add a partner."""
    new = partners.NewPartner(
        name=asked.name,
        symbols=tuple(asked.symbol),
        inbox=asked.inbox,
        outbox=asked.outbox,
        address=tuple(asked.address),
        dialect=asked.dialect,
        country=asked.country,
        language=asked.language,
        mail=asked.mail,
    )
    made = to_be_made(asked.inbox, asked.outbox)
    with at_desk(out) as desk:
        view = partners.add(desk, new)
        again.welcome(desk)
        _say_made(out, made)
        _show(out, view)


def _say_made(out: Output, places: tuple[Path, ...]) -> None:
    """A mistyped folder is made as well: scripts may go on, people see it."""
    text = mark("Command", "The folder {path} was not there and was made.")
    for place in places:
        out.say(out.words.tr("Command", text, path=str(place)))


def _show(out: Output, view: PartnerView) -> None:
    if out.json:
        out.data(view)
        return
    facts = [
        ("symbols", " ".join(view.symbols)),
        ("inbox", view.inbox),
        ("outbox", view.outbox),
        ("email", view.mail),
        ("dialect", view.dialect),
        *((a.purpose, " / ".join(a.lines)) for a in view.addresses),
        *((key, text) for key, text in view.settings.items() if text and _is_own(key, text)),
        ("note", view.note),
    ]
    out.card((view.symbol, view.name), facts)


def _is_own(key: str, text: str) -> bool:
    """Whether a setting is not what every partner has; the edition stands above already."""
    return key != "dialect" and (key not in BY_KEY or text != BY_KEY[key].default)


def listed(asked: argparse.Namespace, out: Output) -> None:
    """Every partner."""
    with at_desk(out) as desk:
        found = partners.listed(desk)
        if out.json:
            out.data({"partners": found})
        else:
            out.lines((one.symbol, one.name, one.country, one.dialect) for one in found)


def show(asked: argparse.Namespace, out: Output) -> None:
    """One partner's card."""
    with at_desk(out) as desk:
        _show(out, partners.show(desk, asked.symbol))


def change(asked: argparse.Namespace, out: Output) -> None:
    """Change a partner's card."""
    values = pairs(asked.values)
    made = to_be_made(*(text for key in FOLDERS if isinstance(text := values.get(key), str)))
    with at_desk(out) as desk:
        view = partners.change(desk, asked.symbol, values)
        again.welcome(desk)
        _say_made(out, made)
        _show(out, view)


def remove(asked: argparse.Namespace, out: Output) -> None:
    """Take a partner out of the directory."""
    with at_desk(out) as desk:
        name = partners.remove(desk, asked.symbol)
        if out.json:
            out.data({"removed": asked.symbol})
        else:
            out.say(out.words.tr("Command", mark("Command", "{name} is removed."), name=name))


def load(asked: argparse.Namespace, out: Output) -> None:
    """Add partners from CSV."""
    with at_desk(out) as desk:
        report = partners.load(desk, Path(asked.file))
        again.welcome(desk)
        out.loaded(report, asked.file)


def dump(asked: argparse.Namespace, out: Output) -> None:
    """Write the directory as CSV."""
    with at_desk(out) as desk:
        out.made(partners.dump(desk, Path(asked.file)))
