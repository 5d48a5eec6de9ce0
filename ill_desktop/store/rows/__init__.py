"""The tables, one class each, grouped by the thing they are about.

Row classes end in `Row` and never leave a service. There are no relationships: what is needed
is asked for by name in `queries`.
"""

from ill_desktop.store.rows.charges import ChargeRow
from ill_desktop.store.rows.desk import (
    ClosedMonthRow,
    HolidayRow,
    LeaseRow,
    LibraryRow,
    LibrarySymbolRow,
    SequenceRow,
    SettingRow,
    StaffRow,
)
from ill_desktop.store.rows.events import (
    DocumentRow,
    EventRow,
    MilestoneRow,
    NoteRow,
    ToTellRow,
)
from ill_desktop.store.rows.files import AttachmentRow, EnclosureRow
from ill_desktop.store.rows.messages import MessageBodyRow, MessageRow
from ill_desktop.store.rows.parcels import ParcelRequestRow, ParcelRow
from ill_desktop.store.rows.partners import (
    AddressRow,
    ChannelRow,
    ExchangeProfileRow,
    PartnerRow,
    SymbolRow,
)
from ill_desktop.store.rows.patrons import PatronRow, PatronWordRow
from ill_desktop.store.rows.requests import AttemptRow, CounterRow, ItemRow, RequestRow
from ill_desktop.store.rows.seals import PartnerKeyRow, SealRow

__all__ = (
    "AddressRow",
    "AttachmentRow",
    "AttemptRow",
    "ChannelRow",
    "ChargeRow",
    "ClosedMonthRow",
    "CounterRow",
    "DocumentRow",
    "EnclosureRow",
    "EventRow",
    "ExchangeProfileRow",
    "HolidayRow",
    "ItemRow",
    "LeaseRow",
    "LibraryRow",
    "LibrarySymbolRow",
    "MessageBodyRow",
    "MessageRow",
    "MilestoneRow",
    "NoteRow",
    "ParcelRequestRow",
    "ParcelRow",
    "PartnerKeyRow",
    "PartnerRow",
    "PatronRow",
    "PatronWordRow",
    "RequestRow",
    "SealRow",
    "SequenceRow",
    "SettingRow",
    "StaffRow",
    "SymbolRow",
    "ToTellRow",
)
