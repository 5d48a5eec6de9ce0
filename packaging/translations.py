"""`update` brings the translation files up to date with the texts; `check` fails if they are not.

lupdate reads the texts; `mark(context, text)` counts as a translation call.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = ("ill_desktop_id.ts",)

LOOKED_UP = re.compile(r" *<context>\s*<name>(?:[\w.]+\.)?words</name>.*?</context>\n", re.DOTALL)
"""What lupdate makes of `words.tr("Context", …)`, which looks a marked text up and is no text."""


def update(folder: Path) -> None:
    """Let lupdate rewrite the files in a folder, texts no longer used left out."""
    call = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            call,
            "-extensions",
            "py,ui",
            "-no-obsolete",
            "-locations",
            "none",
            "-tr-function-alias",
            "QT_TRANSLATE_NOOP+=mark",
            "ui",
            *sorted(str(p.relative_to(ROOT)) for p in (ROOT / "ill_desktop").rglob("*.py")
                    if "_built" not in p.parts),
            "-ts",
            *(str(folder / name) for name in FILES),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    for name in FILES:
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(LOOKED_UP.sub("", text), "utf-8", newline="\n")


def unfinished(path: Path) -> list[str]:
    """Texts without a translation."""
    found = []
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or not translation.text or "type" in translation.attrib:
            found.append(message.findtext("source") or "")
    return found


def check() -> list[str]:
    """What is wrong with the translation files; empty when nothing is."""
    home = ROOT / "resources" / "translations"
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in FILES:
            shutil.copy(home / name, scratch)
        update(Path(scratch))
        problems += [
            f"{name} is out of date: run packaging/translations.py update"
            for name in FILES
            if (home / name).read_bytes() != (Path(scratch) / name).read_bytes()
        ]
    for name in FILES:
        problems += [f"{name}: not translated: {text}" for text in unfinished(home / name)]
    return problems


def main(arguments: list[str]) -> int:
    """Run one verb."""
    if arguments == ["update"]:
        update(ROOT / "resources" / "translations")
        return 0
    if arguments == ["check"]:
        problems = check()
        print("\n".join(problems))
        return 1 if problems else 0
    print("packaging/translations.py update | check", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
