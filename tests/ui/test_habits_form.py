"""The exchange profile in the window: every key, presets, and what is refused."""

from ill_desktop.domain.exchange import BY_KEY, PRESETS, Kind, Profile
from ill_desktop.services import partners
from ill_desktop.ui.habits_form import EVERYDAY
from ill_desktop.ui.partner_dialog import PartnerDialog


def _dialog(window, qtbot):
    known = partners.listed(window.link.desk)[0]
    dialog = PartnerDialog(window.link, known)
    qtbot.addWidget(dialog)
    return dialog, known


def _saved(dialog, qtbot):
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.save.click()


def test_every_key_has_a_named_field_that_shows_the_card(window, qtbot):
    dialog, known = _dialog(window, qtbot)
    form = dialog.form.habits
    assert form.values() == {key: known.settings[key] for key in BY_KEY}
    assert all(field.accessibleName() for field in form.fields.values())


def test_a_preset_fills_the_form_and_is_kept(window, qtbot):
    dialog, known = _dialog(window, qtbot)
    form = dialog.form.habits
    form.preset.setCurrentIndex(form.preset.findData("alma"))
    form.preset.activated.emit(form.preset.currentIndex())
    assert form.values()["conditions"] == "c"
    _saved(dialog, qtbot)
    after = partners.show(window.link.desk, known.symbol)
    assert after.settings["preset"] == "alma"
    assert Profile(PRESETS["alma"]).shown().items() <= after.settings.items()


def test_a_change_by_hand_is_no_preset_any_more(window, qtbot):
    dialog, known = _dialog(window, qtbot)
    form = dialog.form.habits
    form.preset.setCurrentIndex(form.preset.findData("oclc"))
    form.preset.activated.emit(form.preset.currentIndex())
    form.fields["renew"].click()
    assert form.preset.code() == ""
    _saved(dialog, qtbot)
    after = partners.show(window.link.desk, known.symbol).settings
    assert (after["preset"], after["prefix"], after["renew"]) == ("", "ns1", "no")


def test_a_refused_value_is_outlined_on_its_tab(window, qtbot):
    dialog, _ = _dialog(window, qtbot)
    form = dialog.form.habits
    assert not form.rare.isVisibleTo(form)
    numbers = [key for key, habit in BY_KEY.items() if habit.kind is Kind.NUMBER]
    line = next(key for key in numbers if key not in EVERYDAY)
    dialog.form.habits.fields[line].setText("many")
    dialog.form.save.click()
    qtbot.waitUntil(lambda: dialog.form.wrong.isVisibleTo(dialog), timeout=30_000)
    assert dialog.form.habits.fields[line].property("wrong")
    assert form.rare.isVisibleTo(form)
    form.fold.click()
    assert not form.rare.isVisibleTo(form)
    assert dialog.form.tabs.currentWidget() is dialog.form.exchange
