"""A mistake of the program: one sentence, a traceback in the log and nowhere else."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ill_desktop.services.desk import NewDesk, make_desk

BROKEN = """
import sys
from ill_desktop.cli import main, request
def fails(*_): raise ZeroDivisionError("1/0 Sari Wulandari")
request.listed = fails
sys.exit(main.main(sys.argv[1:]))
"""


def failed(desk: Path, *options: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", BROKEN, "--desk", str(desk), *options, "request", "list"]
    environment = {**os.environ, "ILL_LANGUAGE": "en"}
    return subprocess.run(line, capture_output=True, text=True, check=False, env=environment)


def test_a_mistake_is_told_in_a_sentence_and_kept_in_the_log(tmp_path: Path) -> None:
    make_desk(tmp_path / "desk", NewDesk("A", "ISIL:A")).close()
    done = failed(tmp_path / "desk")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("The program failed (ZeroDivisionError).")
    log = (tmp_path / "desk" / "logs" / "ill-desktop.log").read_text("utf-8")
    assert "Traceback" in log


def test_a_script_gets_one_document(tmp_path: Path) -> None:
    make_desk(tmp_path / "desk", NewDesk("A", "ISIL:A")).close()
    done = failed(tmp_path / "desk", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "failed"


def test_without_a_desk_it_is_told_all_the_same(tmp_path: Path) -> None:
    done = failed(tmp_path / "none")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
