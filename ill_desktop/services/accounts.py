"""The library's own mailbox: which servers, as whom; the password lies with the system.

Without a keyring a password is kept in memory while the program runs, and in no file.
"""

import contextlib
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.errors import Invalid, MailFailed, Why
from ill_desktop.domain.rights import Right
from ill_desktop.services import mail_addresses
from ill_desktop.services.changes import Change
from ill_desktop.services.rights import require
from ill_desktop.store import settings as kept
from ill_desktop.transport import mail, mail_server
from ill_desktop.transport.mail_server import Server

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

SETTING = "mail"
STARTTLS, IMPLICIT = "starttls", "implicit"
RING = "ILL Desktop"
"""What the system's keyring calls us."""


@dataclass(frozen=True, slots=True)
class Account:
    """A mailbox. Without `server` mails are sent by hand, without `inbox_server` read by hand."""

    server: str = ""
    port: int = 587
    security: str = STARTTLS
    user: str = ""
    sender: str = ""
    inbox_server: str = ""
    inbox_port: int = 993
    inbox_security: str = IMPLICIT
    folder: str = "INBOX"
    moved_to: str = ""
    """The folder mails go to when they were read; empty: they stay, marked as read."""

    @property
    def wanted(self) -> bool:
        """Whether there is anything to be done over the network at all."""
        return bool(self.server or self.inbox_server)


def show(desk: "Desk") -> Account:
    """The mailbox as it is kept."""
    known: dict[str, Any] = desk.setting(SETTING, {})
    names = {one.name for one in fields(Account)}
    return Account(**{name: value for name, value in known.items() if name in names})


def save(desk: "Desk", account: Account, password: str = "") -> bool:
    """Keep a mailbox, and its password where one was typed; raises `Forbidden` or `Invalid`.

    False where the system's keyring did not keep it: it is then known until the program ends.
    """
    require(desk, Right.SETTINGS)
    checked(account)
    mail_addresses.typed(account.sender, "sender", show(desk).sender)
    with desk.database.work() as session:
        kept.write(session, SETTING, asdict(account))
    stored = put_password(desk, account, password) if password else True
    desk.changes.publish(Change(settings=True))
    return stored


def checked(account: Account) -> Account:
    """The mailbox; raises `Invalid` naming the field."""
    if account.server:
        mail.address(account.sender, "sender")
    for name, text in (("server", account.server), ("user", account.user),
                       ("inbox-server", account.inbox_server), ("folder", account.folder),
                       ("moved-to", account.moved_to)):  # fmt: skip
        if text != mail.line(text):
            raise Invalid(name, text, Why.NOT_ONE_LINE)
    for name, port in (("port", account.port), ("inbox-port", account.inbox_port)):
        if not 1 <= port <= 65535:
            raise Invalid(name, str(port), Why.OUT_OF_RANGE)
    for name, code in (("security", account.security), ("inbox-security", account.inbox_security)):
        if code not in (STARTTLS, IMPLICIT):
            raise Invalid(name, code, Why.NOT_A_CODE, (STARTTLS, IMPLICIT))
    return account


def _key(account: Account) -> str:
    return f"{account.user}@{account.server or account.inbox_server}"


def put_password(desk: "Desk", account: Account, password: str) -> bool:
    """Give the password to the system's keyring; False: it is in memory only.

    Some keyrings take everything and keep nothing, so it is asked for again.
    """
    desk.secrets[_key(account)] = password
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    try:
        keyring.set_password(RING, _key(account), password)
    except (KeyringError, OSError):
        return False
    return _from_keyring(account) == password


def password(desk: "Desk", account: Account) -> str:
    """The password; raises `MailFailed` where nobody typed one."""
    if not account.user:
        return ""
    known = desk.secrets.get(_key(account)) or _from_keyring(account)
    if not known:
        raise MailFailed(account.server or account.inbox_server, "no-password")
    desk.secrets[_key(account)] = known
    return known


def lacks_password(desk: "Desk") -> bool:
    """Whether somebody has to type it before the servers can be used."""
    account = show(desk)
    return bool(account.wanted and account.user) and not (
        desk.secrets.get(_key(account)) or _from_keyring(account)
    )


def _from_keyring(account: Account) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    with contextlib.suppress(KeyringError, OSError):
        return keyring.get_password(RING, _key(account)) or ""
    return ""


def out_of(desk: "Desk", account: Account, typed: str = "") -> Server:
    """The server letters leave through, as whoever knows what was typed; raises `MailFailed`."""
    implicit = account.security == IMPLICIT
    known = typed or password(desk, account)
    return Server(account.server, account.port, implicit, account.user, known)


def into(desk: "Desk", account: Account, typed: str = "") -> Server:
    """The server letters are read from, likewise; raises `MailFailed`."""
    implicit = account.inbox_security == IMPLICIT
    return Server(
        account.inbox_server,
        account.inbox_port,
        implicit,
        account.user,
        typed or password(desk, account),
    )


def probe(desk: "Desk", account: Account, typed: str = "") -> None:
    """Go to the servers and back; nothing is sent or read. Raises `Invalid` or `MailFailed`.

    What was typed is forgotten: it may be wrong, and only `save` keeps it.
    """
    checked(account)
    if account.server:
        with mail_server.posting(out_of(desk, account, typed)):
            pass
    if account.inbox_server:
        with mail_server.reading(into(desk, account, typed), account.folder):
            pass
