"""The desk folder: everything a desk owns lies in it (DESIGN §5)."""

import os
from pathlib import Path
from typing import NamedTuple

from ill_desktop.domain.errors import CannotWrite

PARTS = ("attachments", "backups", "templates", "quarantine", "logs")


class DeskFolder(NamedTuple):
    """Paths inside a desk folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The desk file."""
        return self.root / "desk.sqlite3"

    @property
    def quarantine(self) -> Path:
        """Files that were no messages, by partner."""
        return self.root / "quarantine"

    @property
    def backups(self) -> Path:
        """Copies made by the program itself."""
        return self.root / "backups"

    @property
    def attachments(self) -> Path:
        """Files that belong to requests, each under its hash."""
        return self.root / "attachments"

    @property
    def drafts(self) -> Path:
        """Mails that lie ready to be sent by a person."""
        return self.root / "outbox" / "mail"

    def draft(self, file_name: str) -> Path:
        """The mail that lies ready for a message that was written under this name."""
        return self.drafts / f"{Path(file_name).stem}.eml"

    @property
    def erased(self) -> Path:
        """The ledger of erasures: beside the database, so that it outlives a restore."""
        return self.root / "erased.txt"

    @property
    def numbers(self) -> Path:
        """How far the numbers had skipped ahead at the last restore; `store.given` keeps it."""
        return self.root / "numbers.json"

    @property
    def seal_key(self) -> Path:
        """The private key of this desk; in no backup."""
        return self.root / "seal.key"

    @property
    def logs(self) -> Path:
        """What the program noted."""
        return self.root / "logs"

    @property
    def post_lock(self) -> Path:
        """Held by the one post that runs."""
        return self.root / ".post.lock"

    @property
    def mail_lock(self) -> Path:
        """Held by the one that talks to the mail servers."""
        return self.root / ".mail.lock"

    @property
    def post_wanted(self) -> Path:
        """There while a post that was turned away waits for its turn."""
        return self.root / ".post.wanted"

    @property
    def post_mark(self) -> Path:
        """There while a post runs; left behind by one that was killed."""
        return self.root / ".post.running"

    @property
    def open_mark(self) -> Path:
        """There while a window has the desk; left behind by one that was killed."""
        return self.root / ".open"

    @property
    def checked_mark(self) -> Path:
        """When the pages of the database were looked at last, as the time of this file."""
        return self.root / ".checked"

    @property
    def damaged_mark(self) -> Path:
        """There while the database is known to be damaged; `store.damage` keeps it."""
        return self.root / ".desk.sqlite3.damaged"

    def make(self) -> None:
        """Make the folder and its parts; raises `CannotWrite`."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            for part in PARTS:
                (self.root / part).mkdir(exist_ok=True)
            if os.name == "posix":
                self.root.chmod(0o700)
        except OSError as error:
            raise CannotWrite(str(self.root), error.strerror or "") from error


_ANY = DeskFolder(Path())
NAMES = frozenset(
    path.name
    for path in (
        _ANY.database,
        _ANY.erased,
        _ANY.numbers,
        _ANY.seal_key,
        _ANY.post_lock,
        _ANY.mail_lock,
        _ANY.post_wanted,
        _ANY.post_mark,
        _ANY.open_mark,
        _ANY.checked_mark,
        _ANY.damaged_mark,
    )
)
"""The files of the program's own that lie in a desk folder beside its parts."""
