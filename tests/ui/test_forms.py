"""What Designer's forms promise: names, buddies, plain words."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

FORMS = sorted((Path(__file__).parents[2] / "ui").glob("*.ui"))
TYPED = ("QLineEdit", "QPlainTextEdit", "Counter", "FineCounter", "DayField", "CodeField",
         "WordsField")  # fmt: skip
ROLLED = "QComboBox|QSpinBox|QDoubleSpinBox|QDateEdit|QTimeEdit|QDateTimeEdit|QSlider|QDial"
"""What Qt lets a turn of the wheel change; `ui/counters.py` and `CodeField` do not."""


@pytest.fixture(params=FORMS, ids=[path.stem for path in FORMS])
def form(request):
    return ET.parse(request.param).getroot()


def test_there_are_forms():
    assert len(FORMS) >= 4


def test_every_name_is_snake_case(form):
    names = [widget.get("name") for widget in form.iter("widget")][1:]
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


def test_every_field_has_a_label_that_names_it(form):
    buddies = {p.findtext("cstring") for p in form.iter("property") if p.get("name") == "buddy"}
    fields = {w.get("name") for w in form.iter("widget") if w.get("class") in TYPED}
    assert fields - buddies == set()


def test_no_form_has_a_field_that_the_wheel_changes_unseen(form):
    assert [w.get("name") for w in form.iter("widget") if w.get("class") in ROLLED.split("|")] == []


def test_no_module_makes_a_field_that_the_wheel_changes_unseen():
    made = re.compile(rf"(?<!class )\b(?:{ROLLED})\((?!\):)")
    modules = (FORMS[0].parents[1] / "ill_desktop" / "ui").rglob("*.py")
    found = {
        path.name: line
        for path in modules
        for line in path.read_text("utf-8").splitlines()
        if made.search(line) and not line.startswith("class ")
    }
    assert found == {}


def test_no_form_brings_a_style_of_its_own(form):
    assert [p for p in form.iter("property") if p.get("name") == "styleSheet"] == []
