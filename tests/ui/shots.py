"""Every screen and dialog of the sample desk as a picture, to be looked at.

Run by hand, without a display:

    QT_QPA_PLATFORM=offscreen:configfile=tests/ui/small_screen.json \\
        python -m tests.ui.shots LANGUAGE THEME FOLDER [SCREEN …]

LANGUAGE is en or id, THEME light, dark or contrast. A page is drawn in a window of 1366 x 768, a
dialog by itself.
"""

import sys
import tempfile
from pathlib import Path

from ill_desktop.services.sample import sample_desk
from ill_desktop.ui.application import application
from ill_desktop.ui.start import Shell, Wish
from ill_desktop.ui.tour import SIZE, _until, settle
from tests.ui.screens import put_away, screens, shown


def take(language: str, theme: str, out: Path, *wanted: str) -> None:
    """Walk the screens and save what stands in front."""
    out.mkdir(parents=True, exist_ok=True)
    app = application(["ill-desktop"])
    with tempfile.TemporaryDirectory(prefix="ill-shots-") as scratch:
        place = Path(scratch) / "desk"
        sample_desk(place, language).close()
        shell = Shell(app, Wish(place, language, theme, state=Path(scratch) / "w.ini"))
        assert shell.open()
        assert shell.window is not None
        window = shell.window
        window.resize(*SIZE)
        _until(lambda: shell.link.desk is not None)
        window.exchanging.timer.setInterval(3_600_000)
        settle(window)
        for at, screen in enumerate(screens(window)):
            if wanted and screen.name not in wanted:
                continue
            screen.open()
            settle(window)
            shown(window).grab().save(str(out / f"{at:02d} {screen.name}.png"))
            put_away(window)
        window.let_go()


if __name__ == "__main__":
    take(sys.argv[1], sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
