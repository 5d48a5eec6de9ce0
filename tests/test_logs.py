"""The log: one line a record, whatever a partner put into it."""

import logging
from pathlib import Path

from ill_desktop import logs


def test_a_record_is_one_line_without_controls(tmp_path: Path) -> None:
    handler = logs.keep(tmp_path)
    assert handler is not None
    try:
        logging.getLogger("ill_desktop.test").info("from %s", "a\nINFO forged \x1b[31m\u2028é")
    finally:
        logs.stop(handler)
    (line,) = (tmp_path / "ill-desktop.log").read_text("utf-8").splitlines()
    assert line.isprintable()
    assert line.endswith("from a\\nINFO forged \\x1b[31m\\u2028é")


def test_a_log_that_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert logs.keep(tmp_path / "file") is None


def test_after_stop_nothing_is_written(tmp_path: Path) -> None:
    handler = logs.keep(tmp_path)
    assert handler is not None
    logs.stop(handler)
    logging.getLogger("ill_desktop.test").info("late")
    assert (tmp_path / "ill-desktop.log").read_text("utf-8") == ""
    assert handler not in logging.getLogger("ill_desktop").handlers


def test_a_long_log_is_turned_over(tmp_path: Path) -> None:
    handler = logs.keep(tmp_path)
    assert handler is not None
    try:
        for _ in range(3):
            logging.getLogger("ill_desktop.test").info("%s", "x" * 600_000)
    finally:
        logs.stop(handler)
    assert (tmp_path / "ill-desktop.log.1").is_file()
