"""The house rules: layers, sizes, words, and what never belongs in the project."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import draw_lifecycle
import pytest
import translations

from ill_desktop.domain.lifecycle.states import Flag
from ill_desktop.store.rows.requests import flag_column
from tests.accepted import ACCEPTED

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ill_desktop"
TOP = {
    ".ci",
    ".git",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "ill_desktop",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
    "ui",
}
TABLE = "# house: table"


def sources() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if not any(part.startswith("_built") for part in path.relative_to(PACKAGE).parts):
            yield path


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return listed.stdout.splitlines()


def test_the_top_level_is_as_it_was_decided() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP


@pytest.mark.parametrize("path", list(sources()), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_is_long_unless_it_is_a_table(path: Path) -> None:
    text = path.read_text("utf-8")
    if not text.startswith(TABLE):
        assert len(text.splitlines()) <= 400


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_generated_code_is_not_kept() -> None:
    kept = [n for n in tracked() if "_built/" in n or n.endswith((".qm", "_rc.py"))]
    assert kept == []


def test_everything_is_caught_in_three_places_only() -> None:
    found = [
        str(path.relative_to(PACKAGE))
        for path in sources()
        for line in path.read_text("utf-8").splitlines()
        if re.match(r"\s*except (Exception|BaseException)\b", line)
    ]
    allowed = {"ui/tasks.py", "app.py", "services/post/alone.py", "store/upgrade.py"}
    assert set(found) <= allowed
    assert len(found) <= 4


def _sets(what: str) -> set[str]:
    """Where a column of a request is set by name."""
    return {
        str(path.relative_to(PACKAGE))
        for path in sources()
        if re.search(rf"\b(?!self\.)\w+\.({what}) = ", path.read_text("utf-8"))
    }


def test_only_advance_sets_a_state() -> None:
    assert {
        str(path.relative_to(PACKAGE))
        for path in sources()
        if re.search(r"\brequest\.(state|flags) = ", path.read_text("utf-8"))
    } == {"services/advance.py"}


def test_only_advance_makes_a_request_that_stands_somewhere() -> None:
    """A row written by columns names its state and flags where no pattern sees them."""
    assert _calls(r"\bcases\.make\(") == {"services/advance.py"}
    assert _calls(r"\bput\(session, RequestRow\b") == {"store/cases.py"}


def test_a_request_made_by_hand_has_its_first_event() -> None:
    """A draft and a loan that was brought in; whoever else makes a row has to say how it began."""
    made = _calls(r"(?<!class )\bRequestRow\(")
    assert made == {"services/requests.py", "services/current_loans.py"}
    assert made == _calls(r"(?<!def )\brecord_(creation|import)\(")


def _calls(pattern: str) -> set[str]:
    return {
        str(path.relative_to(PACKAGE))
        for path in sources()
        if re.search(pattern, path.read_text("utf-8"))
    }


def test_a_flag_is_raised_only_in_an_event_that_says_why() -> None:
    """A new request begins unread; the others stand inside `noted` or a step."""
    assert _sets("|".join(map(flag_column, Flag))) == {
        "services/post/attention.py",
        "services/post/by_itself.py",
        "services/post/supplier.py",
    }


@pytest.mark.parametrize("room", ["services.desk", "services.acts", "services.post", "cli.main"])
def test_no_room_but_the_window_loads_qt(room: str) -> None:
    code = f"import sys, ill_desktop.{room}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_version_is_told_without_the_database() -> None:
    code = (
        "import sys; from ill_desktop.cli.main import main; main(['--version']);"
        "sys.exit(any(m in sys.modules for m in ('sqlalchemy', 'lxml', 'PySide6')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "ill 0.1.0\n")


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _marks(test: ast.FunctionDef) -> dict[str, list[str]]:
    """The marks of a test, and what they were given in words."""
    found: dict[str, list[str]] = {}
    for one in test.decorator_list:
        name = ast.unparse(one.func if isinstance(one, ast.Call) else one)
        given = one.args if isinstance(one, ast.Call) else []
        words = [w.value for w in given if isinstance(w, ast.Constant) and isinstance(w.value, str)]
        found.setdefault(name.removeprefix("pytest.mark."), []).extend(words)
    return found


def test_whatever_a_tester_does_and_sees_is_proved_through_the_window() -> None:
    """Each number by a test of the window that runs every day, and no number that is none."""
    proved: set[str] = set()
    named: set[str] = set()
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            marks = _marks(node) if isinstance(node, ast.FunctionDef) else {}
            if "ux" in marks:
                assert path.parent.name == "ui", path
                assert node.name.startswith("test_"), node.name
                assert marks["ux"], node.name
                named |= set(marks["ux"])
                proved |= set(marks["ux"]) if "long" not in marks else set()
    assert named - ACCEPTED.keys() == set()
    assert ACCEPTED.keys() - proved == set()


def test_texts_to_translate_are_literals() -> None:
    for path in sources():
        for call in calls(path):
            name = call.func.id if isinstance(call.func, ast.Name) else None
            if name == "mark":
                assert all(isinstance(a, ast.Constant) for a in call.args), (
                    f"{path.name}:{call.lineno}"
                )


def test_no_text_to_translate_stands_inside_an_f_string() -> None:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                inside = [n for n in ast.walk(node) if isinstance(n, ast.Call)]
                names = {n.func.id for n in inside if isinstance(n.func, ast.Name)}
                assert "mark" not in names, path.name


def test_the_translations_are_complete_and_up_to_date() -> None:
    assert translations.check() == []


def test_the_life_cycles_in_the_readme_are_those_of_the_tables() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert draw_lifecycle.drawn(text) == text


def test_what_the_readme_names_is_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"`((?:ill_desktop|packaging|resources|tests|ui)/[\w./-]*)`", text)
    missing = [name for name in named if not (ROOT / name).exists()]
    assert named
    assert missing == []


def test_no_path_of_a_machine_is_in_the_project() -> None:
    for name in tracked():
        path = ROOT / name
        if path.suffix in (".py", ".md", ".toml", ".ui", ".yaml", ""):
            text = path.read_text("utf-8", "replace")
            assert not re.search(r"/(?:wor[k]|far[m])/|[.]pyen[v]/", text), name


def distribution(wanted: str) -> str:
    return re.split(r"[\[<>=; ]", wanted)[0].lower().replace("_", "-")


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(one for extra in extras for one in extra)]
    names = {distribution(one) for one in wanted}
    text = (ROOT / "packaging" / "constraints.txt").read_text("utf-8")
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in text.splitlines() if line}
    assert names <= pinned


def test_what_the_program_imports_is_what_it_is_installed_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [one for key, one in project["optional-dependencies"].items() if key != "dev"]
    declared = {distribution(one) for some in (project["dependencies"], *extras) for one in some}
    owners, found = packages_distributions(), set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names.append(node.module or "")
            for name in {one.split(".")[0] for one in names} - sys.stdlib_module_names:
                found |= {distribution(one) for one in owners.get(name, [name])}
    asked_for_by_others = {"tzdata"}
    assert declared - asked_for_by_others <= found
    ours = {"ill-desktop"}
    brought_by_qt = {"shiboken6"}
    assert found - ours - brought_by_qt <= declared


def _loaded_with(node: ast.AST, modules: dict[str, Path]) -> set[str]:
    """Our modules that an import at the top of a module loads, packages around them as well."""
    if not isinstance(node, ast.ImportFrom) or not node.module:
        return set()
    named = {f"{node.module}.{one.name}" for one in node.names} | {node.module}
    around = {
        ".".join(name.split(".")[:n]) for name in named for n in range(2, name.count(".") + 1)
    }
    return (named | around) & set(modules)


def test_no_module_loads_itself_in_a_round() -> None:
    """Two threads that enter a round from two sides are given half a module by Python."""
    modules = {
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p
        for p in sources()
    }
    loads: dict[str, set[str]] = {}
    for name, path in modules.items():
        body = ast.parse(path.read_text("utf-8")).body
        found: set[str] = set().union(*(_loaded_with(node, modules) for node in body))
        loads[name] = {one for one in found if not f"{name}.".startswith(f"{one}.")}
    while free := [name for name in loads if not loads[name] & set(loads)]:
        for name in free:
            del loads[name]
    assert not loads


def test_the_readme_gives_a_reason_for_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.partition("## What it stands on")[2].partition("For development")[0].lower()
    extras = project["optional-dependencies"]
    wanted = [
        *project["dependencies"],
        *(one for key in extras if key != "dev" for one in extras[key]),
    ]
    assert [one for one in wanted if distribution(one) not in table.replace("_", "-")] == []


def test_nothing_stands_twice_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    entries = [" ".join(one.split()) for one in re.split(r"\n(?=- |#)", text)]
    twice = [one for one in entries if entries.count(one) > 1]
    assert twice == [], "a merge brought an older text back: take that of main, and add your line"


def test_qt_leaks_no_reference_per_call() -> None:
    code = (
        "import sys; from PySide6.QtCore import QObject, Signal\n"
        "class A(QObject):\n    s = Signal(bool)\n"
        "a = A(); a.s.connect(lambda v: None)\n"
        "before = sys.getrefcount(None), sys.getrefcount(True)\n"
        "for _ in range(5000): a.s.emit(True); a.setObjectName('x')\n"
        "after = sys.getrefcount(None), sys.getrefcount(True)\n"
        "sys.exit(any(abs(x - y) > 100 for x, y in zip(before, after)))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
