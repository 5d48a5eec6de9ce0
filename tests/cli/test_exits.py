"""How commands end: each exit code of the promise, and never a traceback (DESIGN §7)."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ill_desktop.store import driver
from ill_desktop.store.locking import only_one
from tests.cli.conftest import Ill


def program(*given: str, **settings: object) -> "subprocess.CompletedProcess[bytes]":
    """`ill` as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ill_desktop.cli", *given],
        capture_output=True,
        check=False,
        timeout=60,
        **settings,
    )


def ends(ill: Ill, line: str, code: int, name: str) -> None:
    told = ill(*line.split(), "--json")
    assert (told.code, told.error) == (code, name)
    assert ill(*line.split()).out == ""


BEYOND = ("0001-01-01", "9999-12-31", "2200-01-01")
"""Days on which nothing can be lent, and from which nothing can be reckoned."""
WRITING = (
    "backup --out",
    "partner export",
    "print request-slip NUMBER --out",
    "print test-sheet --stock A4 --out",
    *(f"statistics --month 2026-01 --format {form} --out" for form in ("csv", "xlsx")),
)
"""Every command that writes a file of a name it is given."""


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("request show 26999999", 1, "missing"),
        ("request show nonsense", 1, "missing"),
        ("request do 26999999 send", 1, "missing"),
        ("request undo 26999999", 1, "missing"),
        ("request set 26999999 title=x", 1, "missing"),
        ("request do NUMBER ship", 1, "refused"),
        ("request do 26000002 send", 1, "no-supplier"),
        ("request do NUMBER send supplier=ISIL:NOBODY", 1, "missing"),
        ("partner show ISIL:NOBODY", 1, "missing"),
        ("partner statement ISIL:NOBODY", 1, "missing"),
        ("post show 99", 1, "missing"),
        ("post resend 99", 1, "missing"),
        ("print pull-slip 26999999 --out OUT", 1, "missing"),
        ("print pull-slip NUMBER --stock XX --out OUT", 1, "missing"),
        ("print test-sheet --stock XX --out OUT", 1, "missing"),
        ("request new --service loan --title T --patron NOBODY", 1, "missing"),
        ("request do NUMBER fly", 2, "unknown-action"),
        ("request do NUMBER send colour=red", 2, "unknown-key"),
        ("request do NUMBER close", 2, "needed"),
        ("request do NUMBER send supplier", 2, "usage"),
        ("request set NUMBER =x", 2, "usage"),
        ("request do NUMBER send =x", 2, "usage"),
        ("statistics --month 2026-01 --out GONE/f.docx", 2, "usage"),
        ("request do NUMBER send supplier=ID-NOBODY", 1, "missing"),
        ("request list --limit -1", 2, "usage"),
        ("print pull-slip --out OUT", 2, "usage"),
        ("print pull-slip NUMBER", 2, "usage"),
        ("print banner NUMBER --out OUT", 2, "usage"),
        ("print test-sheet --out OUT", 2, "usage"),
        ("statistics --month 2026-01 --format pdf", 2, "usage"),
        ("request do NUMBER send on=2027-01-01", 65, "invalid"),
        ("request do NUMBER close reason=nonsense", 65, "invalid"),
        ("request set NUMBER needed-by=31-13-2026", 65, "invalid"),
        *((f"request set NUMBER needed-by={day}", 65, "invalid") for day in BEYOND),
        *((f"request do NUMBER received due={day}", 65, "invalid") for day in BEYOND),
        *((f"statistics --month {day[:7]}", 65, "invalid") for day in BEYOND),
        ("statistics --month 2026-01 --to 9999-12", 65, "invalid"),
        ("request set NUMBER max-cost=much", 65, "invalid"),
        ("request new --service loan", 65, "invalid"),
        ("request new --service loan --title T --needed-by soon", 65, "invalid"),
        ("request new --service loan --title T --supplier nonsense", 65, "invalid"),
        ("partner add --name N --symbol nonsense", 65, "invalid"),
        ("partner add --name N --symbol ISIL:ID-B", 65, "invalid"),
        ("statistics --month 2026-13", 65, "invalid"),
        ("statistics --month 2026-3", 65, "invalid"),
        ("statistics --month 2026-02 --to 2026-01", 65, "invalid"),
        ("request new --service loan --from JUNK", 65, "unreadable"),
        ("patron import JUNK", 65, "unreadable"),
        ("partner import JUNK", 65, "unreadable"),
        ("partner statement ISIL:ID-B --compare JUNK", 65, "unreadable"),
        ("restore JUNK", 65, "unreadable"),
        ("request new --service loan --from GONE", 66, "no-input"),
        ("request new --service loan --from FOLDER", 66, "no-input"),
        ("patron import GONE", 66, "no-input"),
        ("partner import FOLDER", 66, "no-input"),
        ("partner statement ISIL:ID-B --compare GONE", 66, "no-input"),
        ("restore GONE", 66, "no-input"),
        ("--desk FOLDER check", 66, "no-desk"),
        ("--desk GONE request list", 66, "no-desk"),
        ("print pull-slip NUMBER --out GONE/x.pdf", 73, "cannot-write"),
        ("print pull-slip NUMBER --out FOLDER", 73, "cannot-write"),
        ("print pull-slip NUMBER --out JUNK/x.pdf", 73, "cannot-write"),
        ("statistics --month 2026-01 --out GONE/x.csv", 73, "cannot-write"),
        ("partner export GONE/x.csv", 73, "cannot-write"),
        ("partner statement ISIL:ID-B --out GONE/x.pdf", 73, "cannot-write"),
        ("partner statement ISIL:ID-B --out FOLDER", 73, "cannot-write"),
        ("backup --out GONE/x.sqlite3", 73, "cannot-write"),
        ("demo --out JUNK/demo", 73, "cannot-write"),
        ("--desk JUNK/desk init --name N --symbol A:V", 73, "cannot-write"),
        *((f"{line} DESK/desk.sqlite3", 73, "cannot-write") for line in WRITING),
    ],
)
def test_every_mistake_has_its_exit_code_and_one_document(
    number: str, desk: Path, ill: Ill, tmp_path: Path, line: str, code: int, name: str
) -> None:
    assert ill("request", "new", "--service", "loan", "--title", "Asked nobody").code == 0
    (tmp_path / "junk").write_bytes(b"\x00\x01 neither this nor that")
    (tmp_path / "folder").mkdir()
    places = {"JUNK": "junk", "GONE": "gone", "FOLDER": "folder", "OUT": "out.pdf"}
    for word, place in places.items():
        line = line.replace(word, str(tmp_path / place))
    ends(ill, line.replace("NUMBER", number).replace("DESK", str(desk)), code, name)
    assert "DESK" not in line or ill("check").code == 0


def test_a_file_that_is_no_database_is_not_taken_for_a_desk(desk: Path, ill: Ill) -> None:
    (desk / "desk.sqlite3").write_bytes(b"not a database, not at all" * 100)
    ends(ill, "request list", 1, "damaged")


@pytest.mark.parametrize("start", [0, 8192], ids=["no database at all", "a torn page"])
def test_a_damaged_desk_is_mended_by_its_backup(
    number: str, desk: Path, ill: Ill, tmp_path: Path, start: int
) -> None:
    copy, database = tmp_path / "copy.sqlite3", desk / "desk.sqlite3"
    assert ill("backup", "--out", copy).code == 0
    torn = bytearray(database.read_bytes())
    torn[start : start + 4096] = b"\xa5" * 4096
    database.write_bytes(torn)
    told = ill("restore", copy, "--json")
    assert told.code == 0, told.err
    assert Path(told.json["file"]).read_bytes() == torn
    assert ill("check", "--json").json == {"ok": True, "problems": []}
    assert ill("request", "show", number).code == 0


def test_a_newer_desk_is_left_alone(desk: Path, ill: Ill) -> None:
    connection = driver.module.connect(str(desk / "desk.sqlite3"))
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    ends(ill, "request list", 78, "newer-database")


def test_a_clock_that_is_none_is_a_bad_setting(
    desk: Path, ill: Ill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ILL_NOW", "noon")
    ends(ill, "request list", 78, "bad-setting")


def test_a_second_post_is_told_to_try_again_and_a_restore_beside_one(desk: Path, ill: Ill) -> None:
    """A post in the middle of its round looks for rows that a restore takes away."""
    copy = desk.with_name("copy.sqlite3")
    ill("backup", "--out", copy)
    with only_one(desk / ".post.lock"):
        ends(ill, "post", 75, "busy")
        ends(ill, f"restore {copy}", 75, "busy")
    with only_one(desk / ".mail.lock"):
        ends(ill, f"restore {copy}", 75, "busy")
    assert (ill("post").code, ill("restore", copy).code) == (0, 0)


def held(desk: Path, how: str) -> None:
    connection = driver.module.connect(str(desk / "desk.sqlite3"))
    connection.execute(f"UPDATE lease SET {how}")
    connection.commit()
    connection.close()


def test_a_desk_in_use_on_another_computer_is_refused_by_name(desk: Path, ill: Ill) -> None:
    ours, theirs, silent = (desk.with_name(f"{n}.sqlite3") for n in ("ours", "theirs", "silent"))
    assert ill("backup", "--out", ours).code == 0
    held(desk, "owner = 'another', host = 'FRONT-PC'")
    shutil.copyfile(desk / "desk.sqlite3", theirs)
    ends(ill, "request list", 75, "busy")
    ends(ill, f"restore {ours}", 75, "busy")
    assert "FRONT-PC" in ill("post").err
    held(desk, "beat_at = '2026-03-09 02:00:00'")
    shutil.copyfile(desk / "desk.sqlite3", silent)
    for copy in (ours, theirs, silent):  # who held it when a copy was made holds it no more
        assert ill("restore", copy).code == 0
        assert ill("check").code == 0


def test_a_post_that_cannot_write_says_so(
    number: str, partner: Path, ill: Ill, tmp_path: Path
) -> None:
    ill("request", "do", number, "send")
    partner.rmdir()
    partner.write_text("a file where the folder was")
    told = ill("post", "--now", "--json")
    assert (told.code, told.json["failed"], told.json["written"]) == (1, 1, 0)


def test_a_desk_that_is_not_sound_ends_with_one(number: str, desk: Path, ill: Ill) -> None:
    connection = driver.module.connect(str(desk / "desk.sqlite3"))
    connection.execute("UPDATE counter SET n = n + 5")
    connection.commit()
    connection.close()
    told = ill("check", "--json")
    assert told.code == 1
    assert told.json["ok"] is False
    assert {one["code"] for one in told.json["problems"]} == {"counter"}
    assert "count" in ill("check").out


def test_the_language_of_an_answer_is_the_desk_s_and_before_it_the_computer_s(
    desk: Path, ill: Ill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert "Tidak ada meja layanan" in ill("--desk", desk / "none", "check").err
    assert "There is no request" in ill("request", "show", "1").err
    monkeypatch.setenv("LANG", "../../etc")
    assert ill("--desk", desk / "none", "check").code == 66


def test_a_strange_desk_name_is_only_not_there(
    ill: Ill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ill("--desk", "~nobody-here/desk", "check").code == 66
    long = ill("--desk", "x" * 5000, "check")
    assert long.code in {66, 73}
    assert len(long.err) < 1200


def test_what_would_steer_a_terminal_is_not_printed(desk: Path, ill: Ill) -> None:
    ill("request", "new", "--service", "loan", "--title", "a\x1b[31mb\u202ec")
    shown = ill("request", "list")
    assert "\x1b" not in shown.out + shown.err
    assert "\u202e" not in shown.out


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_watch_that_waits_ends_when_it_is_asked(desk: Path, sign: int, code: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "ill_desktop.cli", "post", "--watch", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        lock = desk / ".post.lock"
        waiting = threading.Event()
        for _ in range(600):
            if lock.exists() or running.poll() is not None:
                break
            waiting.wait(0.05)
        running.send_signal(sign)
        out, err = running.communicate(timeout=30)
    assert running.returncode == code, err
    assert b'"read": 0' in out
    assert b"Traceback" not in err


def test_an_interrupted_command_says_nothing_and_ends_with_130(
    desk: Path, ill: Ill, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ill_desktop.services import ledger

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ledger, "messages", interrupted)
    told = ill("post", "list")
    assert (told.code, told.out, told.err) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="file names are characters there")
def test_arguments_that_are_no_text_are_refused(desk: Path) -> None:
    for line in (
        ["request", "new", "--service", "loan", "--title", "\udcff\udcfe"],
        ["request", "show", "\udcff", "--json"],
        ["request", "list", "--find", "\udcff"],
        ["--desk", str(desk / "\udcff"), "check", "--json"],
    ):
        told = program(*line)
        assert told.returncode in {0, 1, 2, 66}
        assert b"Traceback" not in told.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "line", [["request", "list"], ["check", "--json"], ["--help"], ["--version"]]
)
def test_an_answer_that_does_not_fit_is_an_error(desk: Path, number: str, line: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "ill_desktop.cli", *line],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert told.returncode == 73
    assert b"stdout" in told.stderr
    assert b"Traceback" not in told.stderr
    assert b"Exception ignored" not in told.stderr


def test_a_reader_that_leaves_early_is_no_error(desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        told = subprocess.run(
            [sys.executable, "-m", "ill_desktop.cli", "print", "stocks"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert (told.returncode, told.stderr) == (0, b"")


def test_json_stays_json_where_the_terminal_knows_only_ascii(desk: Path, ill: Ill) -> None:
    ill("request", "new", "--service", "loan", "--title", "Sĕjarah 日本 😀")
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    told = program("request", "list", "--json", env=plain)
    assert json.loads(told.stdout)["requests"][0]["title"] == "Sĕjarah 日本 😀"
    assert program("request", "list", env=plain).returncode == 0


def test_the_version_costs_neither_qt_nor_the_database() -> None:
    code = (
        "import sys; from ill_desktop.cli.main import main; main(['--version']);"
        "loaded = {name.partition('.')[0] for name in sys.modules};"
        "sys.exit(len(loaded & {'PySide6', 'sqlalchemy', 'lxml', 'reportlab', 'argparse'}))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert told.returncode == 0
    assert told.stdout.startswith(b"ill ")
    for line in (("--version", "--json"), ("--json", "--version")):
        assert json.loads(program(*line).stdout)["version"] == told.stdout.split()[1].decode()


def test_no_command_imports_qt(desk: Path, number: str) -> None:
    code = (
        "import sys; from ill_desktop.cli.main import main;"
        f"codes = [main(['request', 'show', '{number}']), main(['post']), main(['check']),"
        " main(['statistics', '--month', '2026-01'])];"
        "sys.exit(any(codes) or any(n.startswith(('PySide6', 'shiboken')) for n in sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert told.returncode == 0, told.stderr
