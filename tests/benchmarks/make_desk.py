"""A desk with as many requests as wanted, as years of work would leave it: most are done."""

import argparse
import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from ill_desktop.domain.citation import folded
from ill_desktop.domain.identity import attempt_id, request_number
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.store import migrations
from ill_desktop.store.database import Database
from ill_desktop.store.rows import PartnerRow, PatronRow, RequestRow, SymbolRow
from tests.build import desk_file

VERSIONS = Path(migrations.__path__[0]) / "versions"
BATCH = 5_000
PARTNERS, PATRONS = 300, 5_000
FIRST_DAY = datetime(2006, 1, 2, 8, tzinfo=UTC)
SYLLABLES = [a + b for a in "bcdghjklmnprstwy" for b in "aiu"]
OPEN = {
    Side.BORROWING: (
        State.DRAFT,
        State.SENT,
        State.WILL_SUPPLY,
        State.CONDITIONS,
        State.HERE,
        State.ON_ITS_WAY,
        State.NOT_SUPPLIED,
        State.SENT_BACK,
    ),
    Side.LENDING: (
        State.NEW,
        State.TO_FETCH,
        State.TO_SEND,
        State.SENT_OUT,
        State.AT_BORROWER,
        State.COMING_BACK,
    ),
}


def make_desk(path: Path, requests: int, seed: int = 1) -> Path:
    """Fill a new desk file; the same seed gives the same desk."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    database = Database(desk_file(path))
    with database.work() as session:
        session.execute(insert(PartnerRow), list(_partners(chance, words)))
        session.execute(
            insert(SymbolRow),
            [
                {"partner_id": n, "authority": "ISIL", "value": f"ID-{n:04d}"}
                for n in range(1, PARTNERS + 1)
            ],
        )
        session.execute(
            insert(PatronRow),
            [_patron(f"P{n:06d}", _title(chance, words, 2)) for n in range(PATRONS)],
        )
    rows = _requests(chance, words, requests)
    while batch := list(islice(rows, BATCH)):
        with database.work() as session:
            session.execute(insert(RequestRow), batch)
    database.close()
    return path


@contextmanager
def desk_of(requests: int, kept: Path | None = None) -> Iterator[Path]:
    """A desk file to spoil: made anew, or copied from the one kept in a folder, made there once."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "desk.sqlite3"
        if kept is None:
            yield make_desk(path, requests)
            return
        tables = b"".join(one.read_bytes() for one in sorted(VERSIONS.glob("*.py")))
        spare = kept / f"{requests}-{hashlib.sha256(tables).hexdigest()[:8]}.sqlite3"
        if not spare.is_file():
            make_desk(path, requests).replace(spare)
        shutil.copy(spare, path)
        yield path


def arguments(text: str | None) -> argparse.Namespace:
    """`requests`, and `kept`: a folder where the desks of many requests are kept between runs."""
    parser = argparse.ArgumentParser(description=text)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


def _patron(code: str, name: str) -> dict[str, Any]:
    return {"code": code, "name": name, "folded": folded(f"{code} {name}")}


def _partners(chance: random.Random, words: list[str]) -> Iterator[dict[str, Any]]:
    for _ in range(PARTNERS):
        yield {"name": _title(chance, words, 3), "created_at": FIRST_DAY}


def _title(chance: random.Random, words: list[str], length: int) -> str:
    """Words as books have them: a few are everywhere, most are rare."""
    picked = (words[int(len(words) * chance.random() ** 3)] for _ in range(length))
    return " ".join(picked).capitalize()


def _requests(chance: random.Random, words: list[str], requests: int) -> Iterator[dict[str, Any]]:
    for n in range(requests):
        side = chance.choice(list(Side))
        done = chance.random() < n / requests * -0.02 + 0.99
        created = FIRST_DAY + timedelta(minutes=n * 10)
        number = request_number(created.year, n % 900_000 + 1)
        service = Service.LOAN if chance.random() < 0.7 else Service.COPY
        yield {
            "number": number,
            "version": 1,
            "side": side,
            "service": service,
            "asked_service": service,
            "state": State.DONE if done else chance.choice(OPEN[side]),
            "attention": not done and chance.random() < 0.1,
            "title": _title(chance, words, chance.randint(2, 9)),
            "author": _title(chance, words, 2),
            "isbn": f"978{chance.randrange(10**10):010d}",
            "our_id": attempt_id(number, 1) if side is Side.BORROWING else number,
            "their_id": f"T{chance.randrange(10**8)}",
            "partner_id": chance.randint(1, PARTNERS),
            "patron_id": chance.randint(1, PATRONS) if side is Side.BORROWING else None,
            "created_at": created,
            "created_on": created.date(),
            "state_since": created,
            "due": created.date() + timedelta(days=28),
        }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--requests", type=int, default=100_000)
    asked = parser.parse_args()
    make_desk(asked.path, asked.requests)
