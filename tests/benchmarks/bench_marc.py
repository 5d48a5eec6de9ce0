"""How fast catalogue records become citations, against pymarc only reading them."""

import time
from collections.abc import Callable

import pymarc

from ill_desktop.formats.citations import read_citations
from tests.formats.records import Content, changed, marc

NOTES: dict[str, Content] = {
    f"f{tag}": (("a", "Catatan tentang buku ini."), ("b", "dan sebagainya"))
    for tag in range(500, 520)
}
RECORDS = 3000


def per_second(work: Callable[[], object]) -> float:
    """Records a second, the best of three."""
    best = 0.0
    for _ in range(3):
        begun = time.perf_counter()
        work()
        best = max(best, RECORDS / (time.perf_counter() - begun))
    return best


def main() -> None:
    """Both, side by side, and the ratio."""
    record = marc(changed(**{**NOTES, "f502": None}))
    data = record * RECORDS
    ours = per_second(lambda: read_citations(data))
    theirs = per_second(lambda: list(pymarc.MARCReader(data)))
    print(f"citations / pymarc records a second: {ours / theirs:.2f} (goal 1)")


if __name__ == "__main__":
    main()
