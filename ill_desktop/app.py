"""`ill-desktop`: reads the command line and opens the window; what nobody caught ends here."""

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ill_desktop import __version__
from ill_desktop.settings import desk_folder

if TYPE_CHECKING:
    from ill_desktop.ui.instance import Instance
    from ill_desktop.ui.start import Shell

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or walk the tour; returns the exit code."""
    asked = _parser().parse_args(arguments)
    if asked.tour is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from ill_desktop.ui.tour import walk

        return walk(Path(asked.tour), asked.language or "en", asked.theme or "light")
    if not has_display():
        print("There is no display. Use the command ill, or start a desktop first.",
              file=sys.stderr)  # fmt: skip
        return 1
    return _run(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ill-desktop", description="Interlibrary loan.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="citations to ask for")
    parser.add_argument("--desk", metavar="DIR", help="the desk folder")
    parser.add_argument("--language", choices=("en", "id"), help="of the window")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), help="of the window")
    parser.add_argument("--tour", metavar="DIR", help="save pictures of the main screens")
    parser.add_argument("--version", action="version", version=f"ILL Desktop {__version__}")
    return parser


def has_display() -> bool:
    """Whether Qt finds a screen; without one it would end the process itself."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(asked: argparse.Namespace) -> int:
    gc.disable()  # what is loaded now stays: looking through it takes long, and finds nothing

    from ill_desktop.ui.application import application
    from ill_desktop.ui.instance import Instance
    from ill_desktop.ui.rubbish import Rubbish
    from ill_desktop.ui.settling import Settling
    from ill_desktop.ui.start import Shell, Wish

    app = application(sys.argv[:1])
    Rubbish(app)
    Settling(app)
    wish = Wish(
        folder=desk_folder(asked.desk),
        language=asked.language or "",
        theme=asked.theme or "",
        files=tuple(Path(name).absolute() for name in asked.files),
        usual=not (asked.desk or os.environ.get("ILL_DESK")),
    )
    instance = Instance(wish.folder, app)
    if not instance.claim():
        return _end_in_the_other(instance, wish.files)
    shell = Shell(app, wish)
    shell.instance = instance
    instance.asked.connect(shell.wanted)
    _catch(shell)
    try:
        if not shell.open():
            return shell.code
        code = app.exec()
        shell.leave()
        return code
    finally:
        instance.close()  # a lock left to the interpreter's end complains that all is gone


def _end_in_the_other(instance: "Instance", files: Sequence[Path]) -> int:
    """A window has this desk already: let it come to the front and take the files."""
    if instance.hand_over(files):
        return 0
    print("The desk is open in another window, which does not answer.", file=sys.stderr)
    return 75


def _catch(shell: "Shell") -> None:
    """Note what nobody caught, tell it in one sentence, and go on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("not caught", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            shell.broken(error)

    sys.excepthook = hook
