"""The program's own calls, read from its sources."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import ill_desktop

PACKAGE = Path(ill_desktop.__file__).parent


def calls(name: str) -> list[list[ast.expr]]:
    """The arguments of every call of a function by its bare name; generated code aside."""
    return _calls().get(name, [])


@cache
def _calls() -> Mapping[str, list[list[ast.expr]]]:
    """Read once: it takes a second, and is asked for by many names."""
    found: dict[str, list[list[ast.expr]]] = defaultdict(list)
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                found[node.func.id].append(node.args)
    return found


def _modules() -> Iterator[Path]:
    for room in sorted(PACKAGE.iterdir()):
        if not room.name.startswith("_built"):
            yield from [room] if room.suffix == ".py" else room.rglob("*.py")
