"""Fills ill_desktop/_built: forms, translations, words and data files.

One file, three uses: the build hook of the wheel, `python packaging/build_forms.py` by hand, and
an import by `dev.py` and the tests. Everything it makes is ignored by git.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # by hand, without the build tool
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "ill_desktop" / "_built"
DATA = ("fonts", "icons", "styles", "stocks", "templates", "handbook", "samples")
SOURCES = ("ui", "resources")


def stamp(root: Path = ROOT) -> str:
    """A hash of everything the built files are made from, this file included."""
    seen = hashlib.sha256(Path(__file__).read_bytes())
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                seen.update(str(path.relative_to(root)).encode())
                seen.update(path.read_bytes())
    return seen.hexdigest()


def is_fresh() -> bool:
    """Whether what is built was made from what is there."""
    mark = BUILT / "stamp"
    return mark.is_file() and mark.read_text("ascii") == stamp()


def build() -> None:
    """Make everything beside the old, then change places: nobody sees half of it."""
    fresh = BUILT.with_name("_built.new")
    old = BUILT.with_name("_built.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    fresh.mkdir(parents=True)
    (fresh / "__init__.py").write_text('"""Generated; see packaging/build_forms.py."""\n')
    _forms(fresh / "forms")
    _translations(fresh)
    for name in DATA:
        if (ROOT / "resources" / name).is_dir():
            shutil.copytree(ROOT / "resources" / name, fresh / name)
    (fresh / "stamp").write_text(stamp(), "ascii")
    if BUILT.exists():
        BUILT.rename(old)
    fresh.rename(BUILT)
    shutil.rmtree(old, ignore_errors=True)


def _tool(name: str, *arguments: str) -> None:
    """Run a Qt tool through this interpreter, not by its name on the path."""
    call = f"from PySide6.scripts.pyside_tool import {name}; {name}()"
    done = subprocess.run(
        [sys.executable, "-c", call, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} {' '.join(arguments)}\n{done.stdout}{done.stderr}")


def _forms(target: Path) -> None:
    target.mkdir()
    (target / "__init__.py").write_text('"""Generated from ui/*.ui."""\n')
    for form in sorted((ROOT / "ui").glob("*.ui")):
        out = target / f"{form.stem}.py"
        _tool("uic", "--from-imports", "--no-autoconnection", "-o", str(out), str(form))


def _translations(target: Path) -> None:
    (target / "translations").mkdir()
    (target / "words").mkdir()
    for source in sorted((ROOT / "resources" / "translations").glob("ill_desktop_*.ts")):
        language = source.stem.removeprefix("ill_desktop_")
        compiled = target / "translations" / f"{source.stem}.qm"
        _tool("lrelease", "-silent", str(source), "-qm", str(compiled))
        words = json.dumps(words_of(source), ensure_ascii=False, indent=0, sort_keys=True)
        (target / "words" / f"{language}.json").write_text(words, "utf-8")


def words_of(source: Path) -> dict[str, dict[str, str]]:
    """A translation file as context, English text and translation; unfinished ones left out."""
    found: dict[str, dict[str, str]] = {}
    for context in ET.parse(source).getroot().iter("context"):
        texts = found.setdefault(context.findtext("name") or "", {})
        for message in context.iter("message"):
            translation = message.find("translation")
            english = message.findtext("source") or ""
            if translation is not None and translation.text and "type" not in translation.attrib:
                texts[english] = translation.text
    return found


class FormsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Lets `pip install .` build what git does not hold."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the wheel is put together."""
        build()


if __name__ == "__main__":
    build()
