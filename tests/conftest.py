"""What every test can rely on: fresh built files, the shared data, and a silent log."""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

for name in ("ILL_DESK", "ILL_NOW", "ILL_LANGUAGE"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parent.parent
SCREEN = ROOT / "tests" / "ui" / "small_screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")
sys.path.insert(0, str(ROOT / "packaging"))

import build_forms  # noqa: E402 - the folder is no package, on purpose

if not build_forms.is_fresh():
    build_forms.build()


def pytest_collection_finish() -> None:
    """What was loaded so far stays: the collector of rubbish need not walk over it any more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application of the program, which pytest-qt makes once."""
    from ill_desktop.ui.application import Application

    return Application


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real and hostile data beside the checkout (DESIGN, head)."""
    place = Path(os.environ.get("ILL_SHARED", ROOT.parent / "shared")) / "data"
    if not place.is_dir():
        pytest.skip("the shared data are not here (ILL_SHARED)")
    return place


@pytest.fixture(scope="session")
def bad_inputs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile files, unpacked for this run only."""
    import tarfile

    place = tmp_path_factory.mktemp("hostile")
    with tarfile.open(shared / "bad-inputs.tar.gz") as archive:
        archive.extraction_filter = lambda member, _place: member  # the argument is 3.11.4's
        archive.extractall(place)
    return place / "bad-inputs"


@pytest.fixture(autouse=True)
def _no_surprises(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in our log that a test did not ask for fails it (STYLE §3.17)."""
    caplog = request.getfixturevalue("caplog")
    yield
    allowed = request.node.get_closest_marker("log_expected") is not None
    loud = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.startswith("ill_desktop")
    ]
    if loud and not allowed:
        pytest.fail("unexpected in the log: " + "; ".join(r.getMessage() for r in loud))
