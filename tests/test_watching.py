"""The eye that hostile files are read under sees what it has to see."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.watching import FORBIDDEN, ROOT

WATCHED = """
import os, shutil, socket, subprocess, sys, zoneinfo
from pathlib import Path
from tests.watching import Watch
own, given, outside = map(Path, sys.argv[1:4])
Watch(own, given).begin()
{act}
print("DONE")
"""


@pytest.mark.parametrize(
    ("act", "allowed"),
    [
        ("(own / 'a').write_text('x'); (own / 'a').rename(own / 'b'); (own / 'b').unlink()", True),
        ("(given / 'g').read_text(); list(given.iterdir())", True),
        ("import wave, ill_desktop.domain.codes; open(os.devnull, 'w').write('x')", True),
        ("zoneinfo.ZoneInfo('Asia/Jakarta')", True),
        ("os.symlink(outside / 'o', own / 'link'); (own / 'link').unlink()", True),
        ("(own / 'd' / 'e').mkdir(parents=True); shutil.rmtree(own / 'd')", True),
        ("(outside / 'o').read_text()", False),
        ("shutil.rmtree(outside)", False),
        ("open('/etc/passwd').read()", False),
        ("Path('~').expanduser().joinpath('.bashrc').open()", False),
        ("list(outside.iterdir())", False),
        ("(given / 'new').write_text('x')", False),
        ("Path(str(own) + '-else').write_text('x')", False),
        ("(own / 'a').touch(); (own / 'a').rename(outside / 'a')", False),
        ("(outside / 'o').unlink()", False),
        ("(own / 'link').symlink_to(outside / 'o'); (own / 'link').read_text()", False),
        ("os.truncate(outside / 'o', 0)", False),
        ("socket.socket()", False),
        ("subprocess.run(['true'])", False),
    ],
)
def test_what_is_none_of_a_program_s_business_ends_it(
    tmp_path: Path, act: str, allowed: bool
) -> None:
    own, given, outside = (tmp_path / name for name in ("own", "given", "outside"))
    for place in (own, given, outside):
        place.mkdir()
    (given / "g").write_text("given")
    (outside / "o").write_text("secret")
    line = [sys.executable, "-c", WATCHED.format(act=act), str(own), str(given), str(outside)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == (0 if allowed else FORBIDDEN), done.stdout + done.stderr
    assert ("DONE" in done.stdout) is allowed
    assert (outside / "o").read_text() == "secret"
