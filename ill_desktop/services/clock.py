"""What time it is. Only desks made with `--test` obey `ILL_NOW` (DESIGN §4)."""

import os
from datetime import UTC, datetime

from ill_desktop.domain.errors import BadSetting


class Clock:
    """The time of this computer, aware and UTC."""

    def now(self) -> datetime:
        """The instant it is."""
        return datetime.now(UTC)


class SetClock(Clock):
    """A clock that stands where it was put, for tests and the sample desk."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """The instant the clock was put to."""
        return self.instant


def clock_for(test: bool) -> Clock:
    """The clock of a desk; raises `BadSetting` where `ILL_NOW` is no instant."""
    said = os.environ.get("ILL_NOW", "")
    if not (test and said):
        return Clock()
    try:
        instant = datetime.fromisoformat(said)
    except ValueError as error:
        raise BadSetting("ILL_NOW", said) from error
    return SetClock(instant.replace(tzinfo=instant.tzinfo or UTC).astimezone(UTC))
