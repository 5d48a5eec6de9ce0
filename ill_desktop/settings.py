"""Where things lie on this computer; what is the desk's own lies in the desk."""

import os
from pathlib import Path

APP = "ill-desktop"


def desk_folder(given: str | None = None) -> Path:
    """The desk to work at: the one named, else `ILL_DESK`, else the usual place."""
    named = given or os.environ.get("ILL_DESK", "")
    if named:
        return Path(os.path.expanduser(named)).absolute()  # noqa: PTH111 - never raises
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "desk"
