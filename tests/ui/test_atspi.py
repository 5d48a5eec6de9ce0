"""What a screen reader is told of every screen and dialog, in both languages.

A real window in a display and on a message bus of its own, read from outside by the system's
Python (ECOSYSTEM §1.5); where those packages are missing, the walk is left out.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import text

from ill_desktop.services.desk import open_desk
from ill_desktop.ui.shortcuts import plain
from tests.ui.screens import ALIKE, INVENTED

ROOT = Path(__file__).resolve().parents[2]
NEEDED = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
FEW = (
    *("page new", "page figures", "page exchange", "menu new", "menu print"),
    *("act will-supply", "act received", "act delete-draft", "settings 2"),
)
"""Those with every kind of control; the others are walked by the long proof."""
NOT_ASKED = frozenset({"table cell", "list item", "tree item", "label"})
"""What may be empty because the desk knows nothing more."""
MEANT = re.compile(
    r"\b\d{0,2} ?[A-Z][a-z]{2} \d{4}\b"
    r"|\b(?:(?:Ctrl|Alt|Shift)\+)+\S+|\b(?:Down|Up|Del|Enter|Esc|F\d+)\b"
    r"|\b[\w.]+\.org\b|\bXML\b"
)
"""Days, keys and addresses are written alike in both."""


def _lacking() -> str:
    for tool in ("xvfb-run", "dbus-run-session", "/usr/libexec/at-spi-bus-launcher"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    system = Path("/usr/bin/python3")
    if (
        not system.is_file()
        or subprocess.run([system, "-c", NEEDED], check=False, capture_output=True).returncode
    ):
        return "python3-pyatspi and gir1.2-atspi-2.0 are not installed"
    return ""


@pytest.fixture(scope="module")
def walked(sample, tmp_path_factory):
    """Walks some screens, or all, in both languages."""
    lacking = _lacking()
    if lacking:
        pytest.skip(lacking)
    place = tmp_path_factory.mktemp("walk")
    known = {}

    def walk(*wanted):
        if wanted not in known:
            known[wanted] = {one: _walk(sample, place, one, wanted) for one in ("en", "id")}
        return known[wanted]

    return walk


def _walk(sample, place, language, wanted):
    desk, out = place / f"desk-{language}-{len(wanted)}", place / "found.json"
    shutil.copytree(sample, desk)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
    module = [sys.executable, "-m", "tests.ui.atspi.desk", language, desk, out, *wanted]
    told = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    ran = subprocess.run(
        [*screen, *module], cwd=ROOT, env=os.environ | told, capture_output=True, text=True,
        timeout=280, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return {one["screen"]: one for one in json.loads(out.read_text("utf-8"))}


def _nameless(screen):
    """What can be worked with and has no name, and pictures nobody can hear of."""
    for one in screen["tree"]:
        named = one["name"] and (one["role"] != "combo box" or one["labelled"] or one["about"])
        if one["role"] == "image":
            named = one["name"] or one["about"]
        elif not one["focusable"] or one["role"] in NOT_ASKED:
            continue
        if not named:
            yield f"{screen['screen']}: {one['role']} in {one['in'][-2:]}"


def _clashes(screen):
    letters = Counter(
        found.group(1).lower()
        for words in screen["letters"]
        if (found := re.search(r"&([^&\s])", words.replace("&&", "")))
    )
    return {letter: n for letter, n in letters.items() if n > 1}


def _data(sample):
    """Every word of the desk itself: titles, names, places, codes."""
    desk = open_desk(sample)
    found = set(INVENTED)
    with desk.database.read() as session:
        names = session.execute(text("select name from sqlite_master where type = 'table'"))
        for table in [name for (name,) in names if "fts" not in name and "search" not in name]:
            for row in session.execute(text(f'select * from "{table}"')):
                words = [one for one in row if isinstance(one, str)]
                found |= {line for one in words for line in one.splitlines() if len(line) > 1}
    desk.close()
    return sorted(found, key=len, reverse=True)


def _same_in_both():
    """Words that Indonesian and English share, as the translators left them."""
    words = ET.parse(ROOT / "resources" / "translations" / "ill_desktop_id.ts")
    pairs = (
        (m.findtext("source", ""), m.findtext("translation", "")) for m in words.iter("message")
    )
    return sorted({plain(one) for one, other in pairs if one == other}, key=len, reverse=True)


def _said(screen):
    return {one[part] for one in screen["tree"] for part in ("name", "about") if one[part]}


def _left_in_english(both, data):
    alike = _same_in_both()
    found = set()
    for name, english in both["en"].items():
        for words in _said(english) & _said(both["id"][name]):
            if (name, words) in ALIKE:
                continue
            whole = words.replace("\u200b", "")  # where a long address may break
            rests = (
                MEANT.sub(" ", _without((*data, *alike), whole)),
                _without((*data, *alike), MEANT.sub(" ", whole)),
            )
            if words not in alike and all(re.search(r"[^\W\d_]{3,}", rest) for rest in rests):
                found.add(f"{name}: {words}")
    return found


def _without(known, words):
    for one in known:
        words = words.replace(one, " ")
    return words


def _judge(both, sample):
    assert both["en"].keys() == both["id"].keys()
    assert [
        name for one in both.values() for name, screen in one.items() if not screen["tree"]
    ] == []
    screens = [screen for one in both.values() for screen in one.values()]
    assert [one for screen in screens for one in _nameless(screen)] == []
    assert {one["screen"]: _clashes(one) for one in screens if _clashes(one)} == {}
    assert _left_in_english(both, _data(sample)) == set()


@pytest.mark.ux("UX-37", "UX-40")
def test_a_screen_reader_hears_the_main_screens(walked, sample):
    both = walked(*FEW)
    assert both["en"].keys() == set(FEW)
    _judge(both, sample)


@pytest.mark.ux("UX-37", "UX-40")
@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_screen_reader_hears_every_screen_and_dialog(walked, sample):
    both = walked()
    assert len(both["en"]) > 85
    _judge(both, sample)
