"""Where things lie on this computer; what is the desk's own lies in the desk."""

import os
from pathlib import Path

APP = "ill-desktop"
BUILT = Path(__file__).with_name("_built")
"""What the build made of `resources/` and `ui/`."""


def desk_folder(given: str | None = None) -> Path:
    """The desk to work at: the one named, else `ILL_DESK`, else the last or usual one."""
    named = given or os.environ.get("ILL_DESK", "")
    if named:
        return spelled_out(named)
    return _remembered() or usual_desk()


def usual_desk() -> Path:
    """Where a desk lies unless somebody chose another place."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "desk"


def remember_desk(folder: Path) -> None:
    """Work at this desk from now on, where no other is named; a full disk forgets it."""
    import contextlib
    import json

    with contextlib.suppress(OSError):
        place = _config()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"desk = {json.dumps(str(folder))}\n", "utf-8")


def _config() -> Path:
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def _remembered() -> Path | None:
    """The desk in the file of settings; None where there is none that can be used."""
    import tomllib

    try:
        text = _config().read_text("utf-8")
        named = tomllib.loads(text).get("desk", "")
    except (OSError, ValueError):
        return None
    found = isinstance(named, str) and named and Path(named).is_dir()
    return Path(named) if found else None


def spelled_out(folder: str) -> Path:
    """A folder as it was typed, absolute, so that every program means the same; `~` is home."""
    return Path(os.path.expanduser(folder)).absolute()  # noqa: PTH111 - never raises
