"""What runs the post without a person, and what the desktop is told about the program."""

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from ill_desktop.cli import parser
from ill_desktop.transport import mail_server
from tests.conftest import ROOT

LINUX, WINDOWS = ROOT / "packaging" / "linux", ROOT / "packaging" / "windows"
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def read(name: str) -> configparser.RawConfigParser:
    found = configparser.RawConfigParser(strict=True)
    found.optionxform = str
    found.read(LINUX / name, "utf-8")
    return found


def test_the_service_runs_a_command_that_there_is() -> None:
    command = read("ill-post.service")["Service"]["ExecStart"].split()
    assert command[0].endswith("/ill")
    asked = parser.parse(command[1:])
    assert asked is not None
    assert asked.watch


def test_the_service_is_asked_to_stop_and_given_the_time_for_it() -> None:
    service = read("ill-post.service")["Service"]
    assert service["KillSignal"] == "SIGTERM"
    assert int(service["TimeoutStopSec"]) > 2 * mail_server.SECONDS


def test_the_task_can_only_be_ended_hard_and_runs_once_at_a_time() -> None:
    settings = ET.parse(WINDOWS / "ill-post-task.xml").getroot().find(f"{TASK}Settings")
    assert settings is not None
    assert settings.findtext(f"{TASK}AllowHardTerminate") == "true"
    assert settings.findtext(f"{TASK}MultipleInstancesPolicy") == "IgnoreNew"


def test_the_task_runs_a_command_that_there_is() -> None:
    action = ET.parse(WINDOWS / "ill-post-task.xml").getroot().find(f".//{TASK}Exec")
    assert action is not None
    assert (action.findtext(f"{TASK}Command") or "").endswith("ill.exe")
    asked = parser.parse((action.findtext(f"{TASK}Arguments") or "").split())
    assert asked is not None
    assert not asked.watch


def test_the_desktop_entry_names_every_kind_of_file_it_opens() -> None:
    entry = read("ill-desktop.desktop")["Desktop Entry"]
    kinds = set(entry["MimeType"].rstrip(";").split(";"))
    mime = "{http://www.freedesktop.org/standards/shared-mime-info}mime-type"
    declared = {e.get("type") for e in ET.parse(LINUX / "ill-desktop-mime.xml").iter(mime)}
    assert kinds - declared == {"text/x-bibtex"}
    assert {f"{key}[id]" for key in ("GenericName", "Comment", "Keywords")} <= set(entry)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    line = ["desktop-file-validate", str(LINUX / "ill-desktop.desktop")]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
