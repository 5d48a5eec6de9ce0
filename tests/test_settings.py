"""Where the desk lies: named, else in the environment, else in the usual place."""

from pathlib import Path

import pytest

from ill_desktop.settings import desk_folder, remember_desk, usual_desk


def test_a_named_desk_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ILL_DESK", str(tmp_path / "env"))
    assert desk_folder(str(tmp_path / "named")) == tmp_path / "named"
    assert desk_folder() == desk_folder("") == tmp_path / "env"


def test_the_usual_place_is_in_the_person_s_own_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ILL_DESK", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert desk_folder().name == "desk"
    assert "ill-desktop" in desk_folder().parts


def test_a_place_is_absolute_and_the_home_is_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert desk_folder("desk") == tmp_path / "desk"
    assert desk_folder("~/desk") == tmp_path / "home" / "desk"
    assert desk_folder("~nobody-here/desk").is_absolute()


def test_the_desk_chosen_last_is_the_one_of_next_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ILL_DESK", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    chosen = tmp_path / "Meja “kita”"
    remember_desk(chosen)
    assert desk_folder() == usual_desk(), "it is not there"
    chosen.mkdir()
    assert desk_folder() == chosen
    assert desk_folder(str(tmp_path / "named")) == tmp_path / "named"


def test_settings_nobody_can_read_are_no_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ILL_DESK", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    place = tmp_path / "ill-desktop"
    place.mkdir()
    for text in ("desk = 7\n", "desk = [", ""):
        (place / "config.toml").write_text(text)
        assert desk_folder() == usual_desk()
