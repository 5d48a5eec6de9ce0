"""Every pair of colours can be read."""

from pathlib import Path

import pytest

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.settings import BUILT
from ill_desktop.ui.colours import CHIP_ICONS, CONTRAST, PALETTES
from ill_desktop.ui.theme import style_sheet


def _light(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one, other):
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", PALETTES.values(), ids=[one.value for one in PALETTES])
def test_every_text_can_be_read_on_its_ground(colours):
    pairs = [(colours.of(turn).text, colours.of(turn).ground) for turn in Turn]
    pairs += [(colours.accent_text, colours.accent), (colours.selected_text, colours.selected)]
    for ground in (colours.window, colours.surface, colours.raised):
        pairs += [(colours.text, ground), (colours.muted, ground)]
    least = 7 if colours is CONTRAST else 4.5
    assert {pair: _ratio(*pair) for pair in pairs if _ratio(*pair) < least} == {}


@pytest.mark.parametrize("colours", PALETTES.values(), ids=[one.value for one in PALETTES])
def test_the_border_of_a_field_can_be_seen(colours):
    assert _ratio(colours.border, colours.surface) >= 3


@pytest.mark.parametrize("colours", PALETTES.values(), ids=[one.value for one in PALETTES])
def test_what_cannot_be_used_is_paler_than_what_can_and_can_be_read(colours):
    assert _ratio(colours.off.text, colours.surface) < 0.6 * _ratio(colours.text, colours.surface)
    assert min(_ratio(colours.off.text, one) for one in (colours.surface, colours.off.ground)) > 3
    assert _ratio(colours.hint, colours.surface) >= 4.5
    assert colours.hint != colours.text


@pytest.mark.parametrize("colours", PALETTES.values(), ids=[one.value for one in PALETTES])
def test_what_is_written_on_a_chosen_row_or_under_the_mouse_can_be_read(colours):
    pairs = [(ink, colours.hover) for ink in (colours.text, colours.muted, colours.accent)]
    if colours is not CONTRAST:  # there all that a chosen row says is written in one ink
        pairs += [(ink, colours.selected) for ink in (colours.muted, colours.late.text)]
    assert {pair: _ratio(*pair) for pair in pairs if _ratio(*pair) < 4.5} == {}


@pytest.mark.ux("UX-35")
def test_every_meaning_has_a_sign_of_its_own():
    assert set(CHIP_ICONS) == set(Turn)
    assert len(set(CHIP_ICONS.values())) == len(Turn)
    for name in CHIP_ICONS.values():
        assert (BUILT / "icons" / f"{name}.svg").is_file()


def test_every_icon_is_shown_somewhere():
    root = Path(__file__).parents[2]
    places = [*(root / "ill_desktop").rglob("*.py"), *(root / "resources" / "styles").iterdir()]
    told = "".join(p.read_text("utf-8") for p in places if "_built" not in p.parts)
    names = [path.stem for path in (root / "resources" / "icons").glob("*.svg")]
    assert len(names) > 30
    assert [name for name in names if f'"{name}"' not in told and f"{name}.svg" not in told] == []


@pytest.mark.parametrize("colours", PALETTES.values(), ids=[one.value for one in PALETTES])
def test_the_style_sheet_leaves_no_placeholder(colours):
    assert "$" not in style_sheet(colours)
