"""Takes the handbook's and README's pictures anew: `ill-desktop --tour` in every language.

Pictures are kept with 256 colours, which a flat window does not miss and a repository does.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "handbook" / "pictures"
LANGUAGES = ("en", "id")


def used() -> set[str]:
    """The pictures that some page or README shows, as `language/name.png`."""
    texts = [*(ROOT / "resources" / "handbook").glob("*/*.md"), ROOT / "README.md"]
    found = (re.findall(r"pictures/(\w+/[\w-]+\.png)", t.read_text("utf-8")) for t in texts)
    return {name for names in found for name in names}


def take() -> None:
    """Walk through the sample desk and keep what is used."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            tour = [sys.executable, "-m", "ill_desktop", "--language", language, "--theme", "light"]
            subprocess.run([*tour, "--tour", f"{scratch}/{language}"], check=True, cwd=ROOT)
        for name in sorted(used()):
            _keep(Path(scratch) / name, PICTURES / name)


def _keep(taken: Path, place: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    place.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(str(taken)).convertToFormat(QImage.Format.Format_RGB32)
    often = Counter(memoryview(image.constBits()).cast("I")).most_common(256)
    table = [colour | 0xFF000000 for colour, _ in often]
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image = image.convertToFormat(QImage.Format.Format_Indexed8, table, flat)
    if not image.save(str(place), "PNG", 0):
        raise SystemExit(f"{place}: not written")


if __name__ == "__main__":
    take()
