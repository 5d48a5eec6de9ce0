"""Months as they are written, `YYYY-MM`."""

from datetime import date

from ill_desktop.domain.days import FIRST, LAST
from ill_desktop.domain.errors import Invalid, Why


def read_month(text: str, field: str) -> date:
    """`YYYY-MM` as its first day; raises `Invalid`."""
    try:
        if len(text) != 7:
            raise ValueError(text)
        day = date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Invalid(field, text, Why.NOT_A_MONTH) from error
    if not FIRST <= day <= LAST:
        raise Invalid(field, text, Why.OUT_OF_RANGE)
    return day
