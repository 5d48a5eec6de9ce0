"""The program's own calls, read from its sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ill_desktop

PACKAGE = Path(ill_desktop.__file__).parent


def calls(name: str) -> Iterator[list[ast.expr]]:
    """The arguments of every call of a function by its bare name; generated code aside."""
    rooms = [one for one in sorted(PACKAGE.iterdir()) if not one.name.startswith("_built")]
    for path in (p for room in rooms for p in ([room] if room.is_file() else room.rglob("*.py"))):
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id == name and node.args:
                yield node.args
