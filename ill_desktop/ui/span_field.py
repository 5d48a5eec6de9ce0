"""A day, or several in a row, typed in one field: `24/12 – 3/1`."""

from datetime import date

from ill_desktop.domain.calendar import Closure
from ill_desktop.domain.days import short_example, written
from ill_desktop.domain.errors import Invalid
from ill_desktop.ui.fields import DayField
from ill_desktop.words import closures, formats


class SpanField(DayField):
    """Where a span may be typed, a single day still may."""

    def span(self) -> Closure | None:
        """The days understood; None for none, or for what is no day."""
        day = self.day()
        if day is not None:
            return Closure(day, day)
        try:
            return Closure.parse(self.edit.text(), here=self._here())
        except Invalid:
            return None

    def is_wrong(self) -> bool:
        """Whether something was typed that is neither."""
        return bool(self.edit.text().strip()) and self.span() is None

    def text(self) -> str:
        """The days in ISO form; what was typed where they are none."""
        found = self.span()
        return str(found) if found else self.edit.text().strip()

    def said(self) -> str:
        """Which days were understood, and how many they are."""
        found = self.span()
        if found is None or found.first == found.last:
            return super().said()
        ends = " – ".join(formats.day(self._words, one) for one in (found.first, found.last))
        n = (found.last - found.first).days + 1
        return self.tr("{span}: {n} days").format(span=ends, n=n)

    def odd_now(self) -> str:
        found = self.span()
        return closures.odd(self._words, found, self._here().today) if found else ""

    def how(self) -> str:
        """What to write instead of what is no day."""
        text = self.tr("This is no date, or it ends before it begins. Write {span}.")
        return text.format(span=self._example())

    def _say_how(self) -> None:
        text = self.tr("{day} or {span}")
        day = short_example(month_first=self._here().month_first)
        self.edit.setPlaceholderText(text.format(day=day, span=self._example()))

    def _example(self) -> str:
        ends, first = (date(2026, 12, 24), date(2027, 1, 3)), self._here().month_first
        return " – ".join(written(one, month_first=first).rpartition("/")[0] for one in ends)
