"""The first day of a library: its desk, its address, its labels, and perhaps its first partner."""

from dataclasses import dataclass
from pathlib import Path

from ill_desktop.domain.errors import DeskError
from ill_desktop.services import partners, print_habits
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.store.copying import remove_file


@dataclass(frozen=True, slots=True)
class FirstDay:
    """What the first start asks for; `stock` is the code of the labels for parcels."""

    desk: NewDesk
    address: tuple[str, ...] = ()
    partner: NewPartner | None = None
    stock: str = ""


def set_up(path: Path, asked: FirstDay) -> None:
    """Make the desk; raises `DeskExists`, `Invalid` or `CannotWrite`, and then there is none."""
    desk = make_desk(path, asked.desk)
    try:
        _furnish(desk, asked)
    except DeskError:
        desk.close()
        remove_file(desk.folder.database)
        raise
    desk.close()


def _furnish(desk: Desk, asked: FirstDay) -> None:
    if any(line.strip() for line in asked.address):
        partners.set_own_address(desk, "ship", asked.address, asked.desk.country)
    if asked.partner is not None:
        partners.add(desk, asked.partner)
    if asked.stock:
        print_habits.remember(desk, dict.fromkeys(print_habits.LABELS, asked.stock), {})
