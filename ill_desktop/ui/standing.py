"""Where a request shown stands, as the life cycle tables are asked."""

from ill_desktop.domain.lifecycle.engine import Facts, Standpoint
from ill_desktop.services.views import RequestView


def standpoint(view: RequestView) -> Standpoint:
    """The state, service and flags of a request shown."""
    line = view.line
    return Standpoint(line.side, line.state, line.service, Facts(frozenset(line.flags)))
