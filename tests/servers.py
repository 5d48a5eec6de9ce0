"""Real mail servers on this computer, started by the tests: SMTP by aiosmtpd, IMAP by pymap."""

import datetime
import imaplib
import ipaddress
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

USER, PASSWORD = "ill", "rahasia 7"


def a_certificate(place: Path) -> tuple[Path, Path]:
    """A certificate of `localhost` that signed itself, and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    place.mkdir(parents=True, exist_ok=True)
    cert, secret = place / "cert.pem", place / "key.pem"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return cert, secret


def a_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Received:
    """What an SMTP server was given; addresses in `refused` it does not take, and for those in
    `broken` it takes a mail and is gone before it says so.

    `meanwhile` is what happens elsewhere while the server takes the next mail.
    """

    mails: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    meanwhile: Callable[[], object] | None = None

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:  # noqa: N802
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, _session, envelope) -> str:  # noqa: N802
        happens, self.meanwhile = self.meanwhile, None
        if happens is not None:
            happens()
        self.mails.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        if self.broken.intersection(envelope.rcpt_tos):
            server.transport.abort()
        return "250 taken"


@contextmanager
def an_smtp_server(
    cert: tuple[Path, Path],
    *,
    implicit: bool = False,
    tls: bool = True,
    password: str = PASSWORD,
    without: tuple[str, ...] = (),
) -> Iterator[tuple[int, Received]]:
    """An SMTP server that wants TLS and a login, by other mechanisms than those in `without`."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult

    def known(_server, _session, _envelope, _mechanism, data: Any) -> AuthResult:
        right = (data.login, data.password) == (USER.encode(), password.encode())
        return AuthResult(success=right, handled=right)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*cert)
    taken, port = Received(), a_port()
    how: dict[str, Any] = {
        "authenticator": known,
        "auth_exclude_mechanism": without,
        "auth_required": tls and not implicit,
        "hostname": "127.0.0.1",
    }
    if implicit:
        how |= {"ssl_context": context, "auth_require_tls": False}
    elif tls:
        how |= {"tls_context": context, "require_starttls": True}
    else:
        how |= {"auth_require_tls": False}
    server = Controller(taken, port=port, **how)
    server.start()
    try:
        yield port, taken
    finally:
        server.stop()


@contextmanager
def an_imap_server(cert: tuple[Path, Path], password: str = PASSWORD) -> Iterator[int]:
    """An IMAP server with one empty mailbox; it wants STARTTLS."""
    port = a_port()
    command = [sys.executable, "-W", "ignore", "-c", "from pymap.main import main; main()",
               "--host", "127.0.0.1", "--port", str(port), "--cert", str(cert[0]),
               "--key", str(cert[1]), "--no-service", "admin", "--no-service", "managesieve",
               "dict", "--demo-user", USER, "--demo-password", password]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            raise AssertionError(server.communicate()[0])
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the IMAP server did not start")


@contextmanager
def a_mailbox(port: int, cert: Path) -> Iterator[imaplib.IMAP4]:
    """The mailbox as another mail program sees it."""
    box = imaplib.IMAP4("127.0.0.1", port, timeout=20)
    box.starttls(ssl.create_default_context(cafile=str(cert)))
    box.login(USER, PASSWORD)
    try:
        yield box
    finally:
        box.logout()
