"""What the 2021 edition moved into retryInfo, brought back to where v1.2 has it (§1.2)."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from ill_desktop.domain.message import Costs, MessageInfo, RetryInfo


@dataclass(frozen=True, slots=True)
class Retrying:
    """A retryInfo as it stands in a message: its own parts, and those v1.2 has elsewhere."""

    info: RetryInfo
    offered_costs: Costs | None = None
    retry_after: datetime | None = None
    retry_before: datetime | None = None

    @classmethod
    def of(cls, values: dict[str, list[Any]]) -> "Retrying":
        """From the values read."""
        own = {f.name for f in fields(RetryInfo)}
        parts: dict[str, Any] = {
            key: found[0] if key == "service_type" else tuple(found)
            for key, found in values.items()
            if key in own
        }
        first = {key: found[0] for key, found in values.items() if key not in own}
        return cls(RetryInfo(**parts), **first)


def home(values: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Costs and retry dates in messageInfo, the rest of retryInfo in its own place."""
    retrying = next(iter(values.get("retry_info", ())), None)
    if not isinstance(retrying, Retrying):
        return values
    info = next(iter(values.get("message_info", ())), MessageInfo())
    merged = replace(
        info,
        offered_costs=info.offered_costs or retrying.offered_costs,
        retry_after=info.retry_after or retrying.retry_after,
        retry_before=info.retry_before or retrying.retry_before,
    )
    return {**values, "message_info": [merged], "retry_info": [retrying.info]}
