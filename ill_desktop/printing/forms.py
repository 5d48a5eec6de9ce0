"""Every kind of printed thing and its form."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.printing import packing, parcels, slips, straps
from ill_desktop.printing.layout import Form

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "pull-slip": slips.PULL,
        "shipping-label": parcels.SHIPPING,
        "return-label": parcels.RETURN,
        "request-slip": slips.REQUEST,
        "book-strap": straps.BOOK,
        "lender-strap": straps.LENDER,
        "packing-list": packing.PACKING,
    }
)
