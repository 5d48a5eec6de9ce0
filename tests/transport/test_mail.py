"""Letters: written without a way to forge a header, read whatever way they were packed."""

import base64
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.errors import Invalid, Unreadable, Why
from ill_desktop.transport import mail
from ill_desktop.transport.mail import Attachment, Letter

XML = '<?xml version="1.0" encoding="UTF-8"?>\r\n<ISO18626 a="ü é">\n\tFrom x\n.\n</ISO18626>\n'
BYTES = XML.encode()
NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
NASTY = ("a@b.org\r\nBcc: x@y.org", "a@b.org\nX: y", "a@b.org, x@y.org", "a@b.org\u202egro.c@d",
         "<a@b.org>", "a b@c.org", "a@b.org\x00", "", "@b.org", "a@", "a@b..org", "a@-b.org",
         "ü@b.org", "a@b.org\u2028", "a@b\u2029.org", "Name <a@b.org>", "a@b.org;c@d.org",
         "a@b.org%0d%0aBcc:x@y.org\r", ".a@b.org", "a..b@c.org", "a" * 250 + "@b.org")  # fmt: skip


def a_letter(**more: object) -> Letter:
    values: dict[str, object] = {
        "sender": "ill@perpus.test",
        "to": "loan@library.test",
        "subject": "ILL 26000001-1",
        "text": "Dear colleagues,\n.\nFrom here on\n",
        "attached": (Attachment("a_REQ_b.xml", BYTES, "application/xml"),),
        "key": "desk/1",
        "sent_at": NOON,
    }
    return Letter(**{**values, **more})  # type: ignore[arg-type]


def packed(part: str) -> bytes:
    """A mail of two parts: words, and the part given with its headers."""
    return (
        "From: Someone <Other@Library.Test>\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\n"
        "Message-ID: <1@x>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
        f"--b\r\n{part}\r\n--b--\r\n"
    ).encode("utf-8", "surrogateescape")


def test_a_letter_carries_the_message_byte_for_byte() -> None:
    letter = mail.read(mail.write(a_letter()))
    assert [one.data for one in letter.messages] == [BYTES]
    assert letter.messages[0].name == "a_REQ_b.xml"
    assert letter.sender == "ill@perpus.test"
    assert "From here on" in letter.text


def test_any_mail_program_reads_it_too() -> None:
    read = message_from_bytes(mail.write(a_letter(text="Zażółć 図書館")), policy=policy.default)
    body = read.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == "Zażółć 図書館"
    (one,) = read.iter_attachments()
    assert one.get_content_type() == "application/xml"
    assert one.get_content() == BYTES
    assert read["To"] == "loan@library.test"


def test_the_same_letter_has_the_same_bytes_each_time() -> None:
    assert mail.write(a_letter()) == mail.write(a_letter())
    assert mail.write(a_letter(key="desk/2")) != mail.write(a_letter())


def test_a_draft_leaves_the_sender_to_the_mail_program() -> None:
    draft = message_from_bytes(mail.write(a_letter(sender="")), policy=policy.default)
    assert draft["From"] is None
    assert draft["X-Unsent"] == "1"


def test_what_we_send_ourselves_is_no_draft() -> None:
    draft = mail.write(a_letter())
    assert b"X-Unsent" not in mail.without_draft_mark(draft)
    assert mail.read(mail.without_draft_mark(draft)).messages == mail.read(draft).messages


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("field", ["to", "sender"])
def test_an_address_that_is_more_than_one_is_refused(field: str, text: str) -> None:
    if field == "sender" and not text:
        return
    with pytest.raises(Invalid) as told:
        mail.write(a_letter(**{field: text}))
    assert told.value.why is Why.NOT_AN_ADDRESS


@pytest.mark.parametrize("text", ["a\r\nBcc: x@y.org", "a\nb", "a\rb", "a\x00b", "a\u202eb",
                                  "a\u2028b", "a\u2066b", "a\x85b", "a\x0bb"])  # fmt: skip
def test_a_line_end_or_a_turned_direction_never_gets_into_a_header(text: str) -> None:
    for wrong in (
        a_letter(subject=text),
        a_letter(attached=(Attachment(text, BYTES, "application/xml"),)),
    ):
        with pytest.raises(Invalid):
            mail.write(wrong)
    assert mail.write(a_letter(subject=mail.line(text)))


@given(text=st.text(max_size=60), name=st.text(min_size=1, max_size=40), body=st.binary())
def test_no_text_can_make_another_header(text: str, name: str, body: bytes) -> None:
    wanted = mail.line(name) or "x"
    letter = a_letter(
        subject=mail.line(text), attached=(Attachment(wanted, body or b"x", "application/xml"),)
    )
    read = message_from_bytes(mail.write(letter), policy=policy.default)
    assert sorted(read.keys()) == sorted(
        ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"]
    )
    (one,) = read.iter_attachments()
    assert one.get_payload(decode=True) == (body or b"x")


@given(st.binary(max_size=400))
def test_every_bytes_come_back_from_a_letter(data: bytes) -> None:
    whole = b"<?xml " + data
    letter = a_letter(attached=(Attachment("m.xml", whole, "application/xml"),))
    assert [one.data for one in mail.read(mail.write(letter)).messages] == [whole]


def test_base64_quoted_printable_and_eight_bits_give_the_same_bytes() -> None:
    ways = {
        "base64": base64.encodebytes(BYTES).decode(),
        "quoted-printable": "=\r\n".join(f"={byte:02X}" for byte in BYTES),
        "8bit": XML.rstrip("\n"),
    }
    for way, text in ways.items():
        part = f'Content-Type: text/xml; name="m.xml"\r\nContent-Transfer-Encoding: {way}\r\n\r\n'
        found = mail.read(packed(part + text)).messages
        assert [one.data.strip() for one in found] == [BYTES.strip()], way


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("attachment; filename*=UTF-8''caf%C3%A9%20n%C2%B01.xml", "café n°1.xml"),
        ('attachment; filename*0="one_";\r\n filename*1="two.xml"', "one_two.xml"),
        ("attachment; filename*0*=UTF-8''caf%C3%A9;\r\n filename*1=\"_2.xml\"", "café_2.xml"),
        ('attachment; filename="=?utf-8?b?Y2Fmw6kueG1s?="', "café.xml"),
        ('attachment; filename="../../etc/passwd.xml"', "passwd.xml"),
        ('attachment; filename="C:\\\\Users\\\\x\\\\m.xml"', "m.xml"),
        ("attachment; filename*=UTF-8''a%E2%80%AElmx.exe.xml", "a lmx.exe.xml"),
        ("attachment; filename*=nonsense''a.xml", "a.xml"),
        ("attachment; filename*=UTF-8''..%2F..%2Fx.xml", "x.xml"),
    ],
)
def test_names_are_read_however_they_are_written_and_lead_nowhere(header: str, name: str) -> None:
    part = f"Content-Type: application/octet-stream\r\nContent-Disposition: {header}\r\n\r\n{XML}"
    assert [one.name for one in mail.read(packed(part)).messages] == [name]


def test_what_was_forwarded_as_an_attachment_is_found_inside() -> None:
    outer = EmailMessage(policy=policy.SMTP)
    outer["From"], outer["Subject"] = "a@b.test", "Fwd"
    outer.set_content("see attached")
    outer.add_attachment(message_from_bytes(mail.write(a_letter()), policy=policy.SMTP))
    assert [one.data for one in mail.read(outer.as_bytes()).messages] == [BYTES]


def test_a_forwarded_mail_that_was_packed_or_is_a_plain_file_is_opened_too() -> None:
    inner = base64.encodebytes(mail.write(a_letter())).decode()
    for kind in ("message/rfc822", 'application/octet-stream; name="old.eml"'):
        part = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{inner}"
        assert [one.data for one in mail.read(packed(part)).messages] == [BYTES], kind


def test_two_messages_in_one_mail_are_two_and_the_scan_beside_them_is_there() -> None:
    part = (
        f'Content-Type: text/xml; name="1.xml"\r\n\r\n{XML}\r\n--b\r\n'
        f'Content-Type: application/octet-stream; name="2.xml"\r\n\r\n{XML}\r\n--b\r\n'
        'Content-Type: application/pdf; name="scan.pdf"\r\n\r\n%PDF-1.7 a page'
    )
    letter = mail.read(packed(part))
    assert [one.name for one in letter.messages] == ["1.xml", "2.xml"]
    assert [(one.name, one.data) for one in letter.attached if one not in letter.messages] == [
        ("scan.pdf", b"%PDF-1.7 a page")
    ]


def test_a_picture_that_the_words_show_is_told_apart() -> None:
    part = (
        'Content-Type: text/html\r\n\r\n<img src="cid:a@b">\r\n--b\r\n'
        "Content-Type: image/png\r\nContent-ID: <a@b>\r\n\r\nx\r\n--b\r\n"
        "Content-Type: image/png\r\nContent-ID: <c@d>\r\n\r\ny"
    )
    assert [one.in_words for one in mail.read(packed(part)).attached] == [True, False]


def test_a_winmail_is_told_of() -> None:
    part = 'Content-Type: application/ms-tnef; name="winmail.dat"\r\n\r\nxyz'
    letter = mail.read(packed(part))
    assert letter.winmail
    assert letter.messages == ()


def test_a_mail_of_html_alone_has_words() -> None:
    data = b"From: a@b\r\nContent-Type: text/html\r\n\r\n<p>ILL&nbsp;1<br>Answer: yes</p>"
    assert mail.read(data).text.splitlines() == ["ILL\xa01", "Answer: yes"]


def test_a_nest_of_parts_is_refused_and_not_walked_into() -> None:
    deep = b"From: a@b\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
        for n in range(5000)
    )
    forwarded = b"From: a@b\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 5000
    for data in (deep, forwarded):
        with pytest.raises(Unreadable) as told:
            mail.read(data)
        assert told.value.reason == "mail-too-deep"


def test_mails_in_mails_in_mails_end_somewhere() -> None:
    data = mail.write(a_letter())
    for _ in range(10):
        data = packed(
            'Content-Type: application/octet-stream; name="x.eml"\r\n'
            "Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data).decode()
        )
    with pytest.raises(Unreadable):
        mail.read(data)


def test_what_is_no_mail_or_too_large_is_refused() -> None:
    for data, reason in ((BYTES, "not-a-mail"), (b"", "not-a-mail"),
                         (b"From: a@b\r\n\r\n" + b"x" * mail.LIMIT, "mail-too-large")):  # fmt: skip
        with pytest.raises(Unreadable) as told:
            mail.read(data)
        assert told.value.reason == reason


@given(st.binary(max_size=600))
def test_no_bytes_make_the_reader_stumble(data: bytes) -> None:
    for whole in (data, b"From: a@b\r\n" + data, packed("Content-Type: x/y; name=a.xml\r\n\r\n") +
                  data, b"Content-Type: multipart/mixed; boundary=b\r\n" + data):  # fmt: skip
        try:
            mail.read(whole)
        except Unreadable:
            continue


@given(st.data())
def test_a_damaged_letter_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(mail.write(a_letter()))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + 1] = data.draw(st.binary(max_size=3))
    try:
        mail.read(bytes(whole))
    except Unreadable:
        return
