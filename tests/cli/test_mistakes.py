"""A mistake of the program: one sentence, a traceback in the log and nowhere else."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ill_desktop import cli
from ill_desktop.services.desk import NewDesk, make_desk

BROKEN = """
import sys
from ill_desktop.cli import main, request
def fails(*_): raise {error}
request.listed = fails
sys.exit(main.main(sys.argv[1:]))
"""


def failed(
    desk: Path, *options: str, error: str = "ZeroDivisionError('1/0 Sari Wulandari')"
) -> subprocess.CompletedProcess[str]:
    broken = BROKEN.format(error=error)
    line = [sys.executable, "-c", broken, "--desk", str(desk), *options, "request", "list"]
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


@pytest.mark.parametrize("error", ["OSError(5, 'the server is gone')", "BrokenPipeError()"])
def test_what_fails_elsewhere_is_not_taken_for_standard_output(tmp_path: Path, error: str) -> None:
    """Neither is the answer called unwritten, nor is nothing said and 0 the end."""
    done = failed(tmp_path / "none", error=error)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"The program failed ({error.partition('(')[0]}).")


def test_only_one_module_prints() -> None:
    """The others would let a full disk pass for something else."""
    places = [path for path in Path(cli.__file__).parent.glob("*.py") if path.stem != "stdout"]
    calls = [line for path in places for line in path.read_text("utf-8").splitlines()
             if re.search(r"(?<![\w.\"])print\(", line)]  # fmt: skip
    assert len(places) > 10
    assert [line.strip() for line in calls] == ["print(_line(text), file=sys.stderr)"]


def test_without_a_desk_it_is_told_all_the_same(tmp_path: Path) -> None:
    done = failed(tmp_path / "none")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
