"""What a screen reader is told: the tree of our program, read by the system's own Python.

Each line that comes in is the place of a window in our program, or -1 for the last; each line that
goes out is what stands in it. Standard library and pyatspi only: this is not our Python.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

MOST_CELLS = 40
CELLED = {"table", "tree table", "list", "tree", "list box"}


def program(name):
    """Our program among those that run."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(at)
        if one is not None and one.get_name() == name:
            return one
    return None


def labelled(one):
    """Whether another thing is its label: so a list to choose from has its name on Linux."""
    kinds = [relation.get_relation_type() for relation in one.get_relation_set()]
    return Atspi.RelationType.LABELLED_BY in kinds


def node(one):
    """One thing in words."""
    states = one.get_state_set()
    return {
        "role": one.get_role_name(),
        "name": one.get_name() or "",
        "about": one.get_description() or "",
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "labelled": labelled(one),
        "enabled": states.contains(Atspi.StateType.ENABLED),
    }


def walk(one, within, found):
    """Everything that shows, with the names of what holds it."""
    told = node(one)
    told["in"] = within
    if not told["showing"] and told["role"] not in ("menu", "menu item"):
        return
    found.append(told)
    count = one.get_child_count()
    if told["role"] in CELLED:
        count = min(count, MOST_CELLS)
    where = [*within[-3:], told["name"] or told["role"]]
    for at in range(count):
        child = one.get_child_at_index(at)
        if child is not None:
            walk(child, where, found)


def answer(name, title):
    """The tree of the window with a title; of the last one where it has none."""
    ours = program(name)
    if ours is None:
        return []
    ours.clear_cache()
    windows = [ours.get_child_at_index(at) for at in range(ours.get_child_count())]
    windows = [one for one in windows if one is not None]
    chosen = [one for one in windows if one.get_name() == title] or windows[-1:]
    found = []
    for one in chosen[-1:]:
        walk(one, [], found)
    return found


for line in sys.stdin:
    print(json.dumps(answer(sys.argv[1], line.rstrip("\n"))), flush=True)
