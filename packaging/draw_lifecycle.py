"""Draws both life cycles from their tables into README.md; `check` fails when they are not so."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ill_desktop.domain.lifecycle.engine import TABLES  # noqa: E402
from ill_desktop.domain.lifecycle.standing import states  # noqa: E402
from ill_desktop.domain.lifecycle.states import Action, Side, Timer  # noqa: E402

README = ROOT / "README.md"
LEFT_OUT = frozenset({Action.CLOSE, Action.DELETE_DRAFT, Action.USE_ATTEMPT})
"""Steps that lead from almost anywhere and would hide the others."""


def diagram(side: Side) -> str:
    """One side as Mermaid; what a partner says is in quotes."""
    steps: dict[tuple[str, str], list[str]] = {}
    for row in TABLES[side]:
        if row.to is None or isinstance(row.trigger, Timer) or row.trigger in LEFT_OUT:
            continue
        mine = isinstance(row.trigger, Action)
        name = row.trigger.value if mine else f"“{row.trigger.value}”"
        for state in row.froms:
            if state is not row.to:
                steps.setdefault((state.value, row.to.value), []).append(name)
    order = [state.value for state in states(side)]
    lines = ["```mermaid", "stateDiagram-v2", "    direction LR"]
    start = {Side.BORROWING: "draft", Side.LENDING: "new"}[side]
    lines.append(f"    [*] --> {start}")
    for (before, after), names in sorted(
        steps.items(), key=lambda step: (order.index(step[0][0]), order.index(step[0][1]))
    ):
        lines.append(f"    {before} --> {after}: {', '.join(dict.fromkeys(names))}")
    return "\n".join([*lines, "```"])


def drawn(text: str) -> str:
    """The README with its diagrams as the tables are now."""
    for side in Side:
        begin, end = f"<!-- {side.value} -->", f"<!-- /{side.value} -->"
        head, _, rest = text.partition(begin)
        _, _, tail = rest.partition(end)
        text = f"{head}{begin}\n{diagram(side)}\n{end}{tail}"
    return text


def main(arguments: list[str]) -> int:
    """Write, or only look."""
    now = README.read_text("utf-8")
    wanted = drawn(now)
    if arguments == ["check"]:
        return 0 if now == wanted else 1
    README.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
