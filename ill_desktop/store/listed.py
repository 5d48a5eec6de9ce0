"""Values for `IN`, as many as there are: SQLite takes only so many one by one."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, select


def listed(values: Collection[str]) -> Select[Any]:
    """Texts as the rows of a query."""
    return select(func.json_each(json.dumps(sorted(values))).table_valued("value").c.value)
