"""A mail server as a letterbox: letters go out over SMTP, and come in from one folder over IMAP.

Nothing is said before the connection is encrypted and the server has proved its name. Times and
places of failure are told as `MailFailed` with a code; what a server says is kept as its detail.
"""

import base64
import imaplib
import re
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from ill_desktop.domain.errors import MailFailed

SECONDS = 20.0
"""How long a server is waited for."""
LET_IN = 235
"""What an SMTP server answers to the right password."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where to, and as whom. `implicit`: encrypted from the first byte, else by STARTTLS."""

    host: str
    port: int
    implicit: bool
    user: str = ""
    password: str = ""

    @property
    def is_ascii(self) -> bool:
        """Whether Python's own ways to log in can say who we are: they know no other letters."""
        return (self.user + self.password).isascii()

    @property
    def plainly(self) -> bytes:
        """Who we are, as the mechanism PLAIN says it in any letters (RFC 4616)."""
        return f"\0{self.user}\0{self.password}".encode()


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """Word what goes wrong between us and a server."""
    try:
        yield
    except (smtplib.SMTPAuthenticationError, _LoginRefused) as error:
        raise MailFailed(server.host, "wrong-password", _said(error)) from error
    except UnicodeError:
        # the error has the password in it
        raise MailFailed(server.host, "wrong-password") from None
    except (smtplib.SMTPNotSupportedError, ssl.SSLError) as error:
        raise MailFailed(server.host, "no-tls", _said(error)) from error
    except smtplib.SMTPServerDisconnected as error:
        raise MailFailed(server.host, "no-connection", _said(error)) from error
    except (smtplib.SMTPException, imaplib.IMAP4.error) as error:
        raise MailFailed(server.host, "mail-refused", _said(error)) from error
    except OSError as error:
        raise MailFailed(server.host, "no-connection", _said(error)) from error


class _LoginRefused(Exception):
    """An IMAP server did not let us in."""


def _said(error: Exception) -> str:
    """What the server or the system said, on one line."""
    return " ".join(str(error).split())[:200]


@contextmanager
def posting(server: Server) -> Iterator[smtplib.SMTP]:
    """A connection that letters can be sent over; raises `MailFailed`."""
    with _told(server):
        line = _smtp(server)
    try:
        yield line
    finally:
        with suppress(smtplib.SMTPException, OSError):
            line.quit()


def _smtp(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.implicit:
        line: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=SECONDS, context=context
        )
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    try:
        if not server.implicit:
            line.starttls(context=context)
        if server.user:
            _authorise(line, server)
    except (smtplib.SMTPException, OSError, UnicodeError):
        line.close()
        raise
    return line


def _authorise(line: smtplib.SMTP, server: Server) -> None:
    line.ehlo_or_helo_if_needed()
    offered = line.esmtp_features.get("auth", "").upper().split()
    if server.is_ascii or "PLAIN" not in offered:
        line.login(server.user, server.password)
        return
    code, said = line.docmd("AUTH", f"PLAIN {base64.b64encode(server.plainly).decode('ascii')}")
    if code != LET_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


def is_open(line: smtplib.SMTP) -> bool:
    """Whether the server is still there to be given another letter, as far as we know."""
    return line.sock is not None


def post(line: smtplib.SMTP, server: Server, sender: str, to: str, data: bytes) -> None:
    """Hand one letter over; raises `MailFailed`."""
    with _told(server):
        line.sendmail(sender, [to], data)


@contextmanager
def reading(server: Server, folder: str) -> Iterator["Folder"]:
    """A folder of a mailbox; raises `MailFailed`."""
    with _told(server):
        box = _imap(server)
    try:
        with _told(server):
            _good(box.select(_quoted(folder)))
        yield Folder(box, server, folder)
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            box.logout()


def _imap(server: Server) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    if server.implicit:
        box: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            server.host, server.port, ssl_context=context, timeout=SECONDS
        )
    else:
        box = imaplib.IMAP4(server.host, server.port, timeout=SECONDS)
    try:
        if not server.implicit:
            if "STARTTLS" not in box.capabilities:
                raise smtplib.SMTPNotSupportedError("STARTTLS")
            box.starttls(context)
        _login(box, server)
    except (imaplib.IMAP4.error, smtplib.SMTPException, _LoginRefused, OSError, UnicodeError):
        box.shutdown()
        raise
    return box


def _login(box: imaplib.IMAP4, server: Server) -> None:
    try:
        if server.is_ascii or "AUTH=PLAIN" not in box.capabilities:
            box.login(server.user, server.password)
        else:
            box.authenticate("PLAIN", lambda _: server.plainly)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise _LoginRefused(str(error)) from error


def _good(answer: tuple[str, Sequence[object]]) -> Sequence[object]:
    kind, found = answer
    if kind != "OK":
        raise imaplib.IMAP4.error(str(found[:1]))
    return found


def _quoted(folder: str) -> str:
    """A folder's name as the protocol writes it (RFC 3501 §5.1.3)."""

    def coded(found: "re.Match[str]") -> str:
        if found[0] == "&":
            return "&-"
        packed = base64.b64encode(found[0].encode("utf-16-be")).decode("ascii")
        return f"&{packed.rstrip('=').replace('/', ',')}-"

    plain = re.sub(r"&|[^\x20-\x7e]+", coded, folder or "INBOX")
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Folder:
    """One folder of a mailbox, open."""

    def __init__(self, box: imaplib.IMAP4, server: Server, name: str) -> None:
        self._box, self._server = box, server
        validity = box.response("UIDVALIDITY")[1][:1]
        self.place = f"{server.user}@{server.host}/{name}/{validity}"
        """The folder as long as its mails have the ids they have now (RFC 3501 §2.3.1.1)."""

    def unread(self) -> list[str]:
        """The ids of mails nobody has read, the oldest first."""
        with _told(self._server):
            found = _good(self._box.uid("SEARCH", "UNSEEN"))
        listed = found[0] if found and isinstance(found[0], bytes) else b""
        return [one.decode("ascii") for one in listed.split()]

    def take(self, mail_id: str, limit: int) -> bytes:
        """A mail as it came, still unread; no more of it than one byte beyond the limit."""
        with _told(self._server):
            wanted = f"(BODY.PEEK[]<0.{limit + 1}>)"
            found = _good(self._box.uid("FETCH", mail_id, wanted))
        return next((one[1] for one in found if isinstance(one, tuple)), b"")

    def done(self, mail_id: str, moved_to: str) -> None:
        """Mark a mail as read, or move it to another folder."""
        box = self._box
        with _told(self._server):
            _good(box.uid("STORE", mail_id, "+FLAGS", r"(\Seen)"))
            if not moved_to:
                return
            if "MOVE" in box.capabilities:
                _good(box.uid("MOVE", mail_id, _quoted(moved_to)))
                return
            _good(box.uid("COPY", mail_id, _quoted(moved_to)))
            _good(box.uid("STORE", mail_id, "+FLAGS", r"(\Deleted)"))
