"""How long `ill --version` takes, against Python doing nothing."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ENVIRONMENT = {
    **os.environ,
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": tempfile.mkdtemp(prefix="bench-bytecode-"),
}
"""Compiled modules, as an installed program has them."""


def median(line: list[str], rounds: int) -> float:
    """Seconds of one run, the median."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        subprocess.run(line, stdout=subprocess.DEVNULL, check=True, env=ENVIRONMENT)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    """Both, side by side, and the ratio."""
    nothing = [sys.executable, "-c", "pass"]
    version = [sys.executable, "-m", "ill_desktop.cli", "--version"]
    median(version, 2)
    floor, ours = median(nothing, 15), median(version, 15)
    print(f"ill --version / python -c pass: {ours / floor:.2f} (goal 3)")


if __name__ == "__main__":
    main()
