"""How the first start ends: a new desk, one that is there, or the sample; each as work to do."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.errors import NoDesk
from ill_desktop.domain.identity import spelled
from ill_desktop.services.first_look import ListQuery, first_look
from ill_desktop.services.folder import DeskFolder

if TYPE_CHECKING:
    from ill_desktop.services.set_up import FirstDay

Ending = Callable[[Any], Path]
"""Work that returns the folder of the desk."""


def new(folder: Path, asked: "FirstDay") -> Ending:
    """Make a desk; it raises what `set_up` raises."""

    def work(_progress: Any) -> Path:
        from ill_desktop.services.set_up import set_up

        set_up(folder, asked)
        return folder

    return work


def opened(folder: Path) -> Ending:
    """Look whether a desk is there, in the folder or in `desk` below; raises what opening would."""

    def work(_progress: Any) -> Path:
        for place in (folder, folder / "desk"):
            if DeskFolder(place).database.is_file():
                first_look(place, ListQuery(limit=1))
                return place
        raise NoDesk(str(folder))

    return work


def sample(folder: Path, language: str) -> Ending:
    """Make the sample desk, or take the one of last time."""

    def work(_progress: Any) -> Path:
        from ill_desktop.services.sample import sample_desk

        if not DeskFolder(folder).database.is_file():
            sample_desk(folder, language).close()
        return folder

    return work


def typed(form: Any, language: str) -> "FirstDay":
    """What the pages hold."""
    from ill_desktop.services.desk import NewDesk
    from ill_desktop.services.partners import NewPartner
    from ill_desktop.services.set_up import FirstDay

    country = form.country.code().strip()
    desk = NewDesk(
        name=form.name.text().strip(),
        symbol=spelled(form.symbol.text()),
        language=language,
        country=country,
        zone=form.zone.code().strip().replace(" ", "_"),
        paper=form.paper.code(),
    )
    partner = NewPartner(
        name=form.partner_name.text().strip(),
        symbols=(spelled(form.partner_symbol.text()),),
        inbox=form.inbox.text().strip(),
        outbox=form.outbox.text().strip(),
    )
    return FirstDay(
        desk,
        tuple(form.address.text().splitlines()),
        partner if form.partner_now.isChecked() else None,
        form.stock.code(),
    )
