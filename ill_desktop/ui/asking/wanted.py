"""What a request is about, as the forms of its acts show it."""

from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.services.views import RequestView
from ill_desktop.ui.facts import CITED, say

PLACED = ("year", "volume", "issue", "pages")


def lines(view: RequestView) -> tuple[str, ...]:
    """Title and author; of what is to be copied where it stands, too, so that it can be found."""
    line, cited = view.line, view.citation
    work = " · ".join(filter(None, (line.title, line.author)))
    if line.service is Service.LOAN:
        return (work,)
    whole = (cited.title, cited.author) if cited.component_title else ()
    placed = ((say(CITED[name]), getattr(cited, name)) for name in PLACED)
    where = (*whole, *(f"{name} {value}" for name, value in placed if value))
    return (work, *filter(None, [" · ".join(filter(None, where))]))
