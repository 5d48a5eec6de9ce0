"""`run` the program, `test` what CI tests, or `bench` it, on a machine that has only Python.

Standard library only. Makes `.venv`, installs the pinned packages and, where Qt's system
libraries are missing on Debian or Ubuntu, those too or prints the one line that does.
"""

import configparser
import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
XCB = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def main(arguments: list[str]) -> int:
    """Prepare the machine, then do one of the three."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if sys.version_info < (3, 11):  # noqa: UP036 - an old Python deserves a sentence
        print("ILL Desktop needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    if verb not in VERBS:
        print(f"{Path(sys.argv[0]).name} run | test | bench", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    system_libraries()
    environment()
    return VERBS[verb](rest)


# --- the machine ------------------------------------------------------------------------------


def system_libraries() -> None:
    """Install what Qt needs from the system, or say the line to type and stop."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get"):
        return
    missing = [deb for so, deb in {**OFFSCREEN, **XCB}.items() if not _has(so)]
    if not missing:
        return
    _system(*missing)


def _system(*packages: str) -> None:
    """Install Debian packages where that is allowed, else stop with the line to type."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    said = "Some system packages are missing. Type:  sudo " + " ".join(line)
    if not shutil.which("apt-get"):
        raise SystemExit(said)
    first: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo") or _code(["sudo", "-n", "true"]):
            raise SystemExit(said)
        first = ["sudo", "-n"]
    print("Installing system packages, once …", flush=True)
    _code([*first, "apt-get", "update", "-q"])
    if _code([*first, *line]):
        raise SystemExit(said)


def _code(line: list[str]) -> int:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(line, env=quiet, capture_output=True, check=False).returncode


def _has(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def environment() -> None:
    """Make `.venv` and install the pinned packages, unless that was done for these files."""
    wanted = hashlib.sha256(
        b"".join(
            path.read_bytes() for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__))
        )
        + sys.version.encode()
    ).hexdigest()
    done = VENV / "ill-desktop.stamp"
    if done.is_file() and done.read_text("ascii") == wanted and PYTHON.exists():
        return
    if not PYTHON.exists() or not _has_pip():
        _make_venv()
    print("Installing the packages, once …", flush=True)
    quiet = {**os.environ, "PIP_CONSTRAINT": str(CONSTRAINTS), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    line = [str(PYTHON), "-m", "pip", "install", "-q", "-e", ".[dev,mail,seal]"]
    if subprocess.run(line, env=quiet, check=False).returncode:
        raise SystemExit("The packages could not be installed; pip says why above.")
    done.write_text(wanted, "ascii")


def _has_pip() -> bool:
    asked = [str(PYTHON), "-m", "pip", "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _make_venv() -> None:
    """With ensurepip, or without it by pip's own wheel, or after Debian's package for it."""
    if _plain_venv():
        return
    index = _index()
    if not index:
        _system("python3-venv")
        if _plain_venv():
            return
        raise SystemExit("This Python cannot make an environment. Install its venv package.")
    bare = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    subprocess.run(bare, check=True)
    with tempfile.TemporaryDirectory() as scratch:
        wheel = _fetch_pip(index, Path(scratch))
        line = [str(PYTHON), str(wheel / "pip"), "install", "-q", "--no-deps", str(wheel)]
        subprocess.run(line, check=True)


def _plain_venv() -> bool:
    line = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(line, capture_output=True, check=False)
    return made.returncode == 0 and _has_pip()


def _fetch_pip(configured: str, scratch: Path) -> Path:
    """Pip's newest wheel from the configured index, its hash checked."""
    index = configured.rstrip("/") + "/pip/"
    page = _get(index).decode("utf-8", "replace")
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', page)]
    wheels = [link for link in links if re.search(r"/?pip-[0-9.]+-py3-none-any\.whl", link)]
    if not wheels:
        raise SystemExit("The package index offers no pip. Install python3-venv and try again.")
    newest = max(wheels, key=_version)
    address, fragment = urldefrag(urljoin(index, newest))
    data = _get(address)
    kind, _, wanted = fragment.partition("=")
    if kind != "sha256" or hashlib.sha256(data).hexdigest() != wanted:
        raise SystemExit("pip's wheel is not the one the index promised. Nothing was installed.")
    target = scratch / unquote(address.rsplit("/", 1)[1])
    target.write_bytes(data)
    return target


def _version(link: str) -> tuple[int, ...]:
    found = re.search(r"pip-([0-9.]+)-py3", link)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def _index() -> str:
    """The index this machine's pip is told to use; empty where it is told none."""
    named = os.environ.get("PIP_INDEX_URL", "")
    if named:
        return named
    folders = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
    places = (
        os.environ.get("PIP_CONFIG_FILE", ""),
        "~/.config/pip/pip.conf",
        "~/.pip/pip.conf",
        "/etc/pip.conf",
        *(f"{folder}/pip/pip.conf" for folder in folders),
    )
    for place in filter(None, places):
        config = configparser.RawConfigParser()
        config.read(Path(place).expanduser())
        if config.has_option("global", "index-url"):
            return config.get("global", "index-url")
    return ""


def _get(address: str) -> bytes:
    import ssl

    cert = os.environ.get("PIP_CERT") or os.environ.get("SSL_CERT_FILE")
    context = ssl.create_default_context(cafile=cert or None)
    with urllib.request.urlopen(address, context=context) as answer:
        data: bytes = answer.read()
    return data


# --- the three verbs --------------------------------------------------------------------------


def _built() -> None:
    fresh = "import build_forms as b; b.is_fresh() or b.build()"
    subprocess.run(
        [str(PYTHON), "-c", fresh],
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "packaging")},
    )


def _display() -> bool:
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not sys.platform.startswith("linux")


def run(arguments: list[str]) -> int:
    """Open the window; without a display, run the demo and take screenshots."""
    _built()
    if _display():
        return subprocess.run(
            [str(PYTHON), "-m", "ill_desktop", *arguments], check=False
        ).returncode
    print("There is no display: the demo and screenshots of the window go to ill-demo/.")
    shutil.rmtree(ROOT / "ill-demo", ignore_errors=True)
    demo = [str(PYTHON), "-m", "ill_desktop.cli", "demo", "--out", "ill-demo"]
    tour = [str(PYTHON), "-m", "ill_desktop", "--tour", "ill-demo/screens"]
    for line in (demo, tour):
        code = subprocess.run(line, check=False).returncode
        if code:
            return code
    return 0


SIDE_BY_SIDE = ("-n", "auto", "--dist", "worksteal", "--timeout-method", "thread")
"""A test that stands still inside Qt ends its own worker, and no other test."""


def test(arguments: list[str]) -> int:
    """Everything CI runs, in order; the first that fails ends it."""
    _built()
    tool = [str(PYTHON), "-m"]
    steps = (
        ("format", [*tool, "ruff", "format", "--check", "."]),
        ("lint", [*tool, "ruff", "check", "."]),
        ("types", [*tool, "mypy"]),
        ("rooms", [str(BIN / "lint-imports"), "--no-cache"]),
        ("translations", [str(PYTHON), "packaging/translations.py", "check"]),
        ("tests", [*tool, "pytest", *SIDE_BY_SIDE, *arguments]),
    )
    for name, line in steps:
        print(f"── {name}", flush=True)
        code = subprocess.run(line, check=False).returncode
        if name == "tests" and code == 1:
            print("── what failed beside others, once more by itself", flush=True)
            code = subprocess.run([*tool, "pytest", "--last-failed"], check=False).returncode
        if code:
            print(f"── {name} failed", flush=True)
            return code
    return 0


def bench(arguments: list[str]) -> int:
    """Print the ratios of tests/benchmarks."""
    _built()
    code = 0
    for path in sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py")):
        print(f"── {path.stem}", flush=True)
        line = [str(PYTHON), "-m", f"tests.benchmarks.{path.stem}", *arguments]
        code = subprocess.run(line, check=False).returncode or code
    return code


VERBS = {"run": run, "test": test, "bench": bench}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
