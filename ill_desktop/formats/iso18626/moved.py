"""What the 2021 edition moved into retryInfo: to and from where v1.2 has it (ISO18626 §1.2)."""

from dataclasses import replace
from typing import Any

from ill_desktop.domain.message import MessageInfo, RetryInfo, SupplyingAgencyMessage

_BARE = RetryInfo()


def home(values: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Costs and retry dates in messageInfo, the rest of retryInfo in its own place."""
    retry = next(iter(values.get("retry_info", ())), None)
    if retry is None:
        return values
    info = next(iter(values.get("message_info", ())), MessageInfo())
    merged = replace(
        info,
        offered_costs=info.offered_costs or next(iter(retry.offered_costs), None),
        retry_after=info.retry_after or retry.retry_after,
        retry_before=info.retry_before or retry.retry_before,
    )
    rest = replace(retry, offered_costs=(), retry_after=None, retry_before=None)
    kept = [] if rest == _BARE else [rest]
    return {
        **{key: found for key, found in values.items() if key != "retry_info"},
        "message_info": [merged],
        **({"retry_info": kept} if kept else {}),
    }


def away(message: SupplyingAgencyMessage) -> SupplyingAgencyMessage:
    """Costs and retry dates where the 2021 edition wants them."""
    info = message.message_info
    if not (info.offered_costs or info.retry_after or info.retry_before):
        return message
    retry = replace(
        message.retry_info or _BARE,
        offered_costs=(info.offered_costs,) if info.offered_costs else (),
        retry_after=info.retry_after,
        retry_before=info.retry_before,
    )
    bare = replace(info, offered_costs=None, retry_after=None, retry_before=None)
    return replace(message, message_info=bare, retry_info=retry)
