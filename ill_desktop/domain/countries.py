# house: table
"""The countries of ISO 3166 by the currency of ISO 4217 that is paid in them."""

from collections.abc import Mapping
from types import MappingProxyType

_PAID_IN = {
    "AED": "AE", "AFN": "AF", "ALL": "AL", "AMD": "AM", "AOA": "AO", "ARS": "AR",
    "AUD": "AU CC CX HM KI NF NR TV", "AWG": "AW", "AZN": "AZ", "BAM": "BA", "BBD": "BB",
    "BDT": "BD", "BHD": "BH", "BIF": "BI", "BMD": "BM", "BND": "BN", "BOB": "BO", "BRL": "BR",
    "BSD": "BS", "BTN": "BT", "BWP": "BW", "BYN": "BY", "BZD": "BZ", "CAD": "CA", "CDF": "CD",
    "CHF": "CH LI", "CLP": "CL", "CNY": "CN", "COP": "CO", "CRC": "CR", "CUP": "CU", "CVE": "CV",
    "CZK": "CZ", "DJF": "DJ", "DKK": "DK FO GL", "DOP": "DO", "DZD": "DZ", "EGP": "EG",
    "ERN": "ER", "ETB": "ET",
    "EUR": "AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM "
           "PT RE SI SK SM TF VA XK YT",
    "FJD": "FJ", "FKP": "FK", "GBP": "GB GG GS IM JE", "GEL": "GE", "GHS": "GH", "GIP": "GI",
    "GMD": "GM", "GNF": "GN", "GTQ": "GT", "GYD": "GY", "HKD": "HK", "HNL": "HN", "HTG": "HT",
    "HUF": "HU", "IDR": "ID", "ILS": "IL PS", "INR": "IN", "IQD": "IQ", "IRR": "IR", "ISK": "IS",
    "JMD": "JM", "JOD": "JO", "JPY": "JP", "KES": "KE", "KGS": "KG", "KHR": "KH", "KMF": "KM",
    "KPW": "KP", "KRW": "KR", "KWD": "KW", "KYD": "KY", "KZT": "KZ", "LAK": "LA", "LBP": "LB",
    "LKR": "LK", "LRD": "LR", "LSL": "LS", "LYD": "LY", "MAD": "EH MA", "MDL": "MD", "MGA": "MG",
    "MKD": "MK", "MMK": "MM", "MNT": "MN", "MOP": "MO", "MRU": "MR", "MUR": "MU", "MVR": "MV",
    "MWK": "MW", "MXN": "MX", "MYR": "MY", "MZN": "MZ", "NAD": "NA", "NGN": "NG", "NIO": "NI",
    "NOK": "BV NO SJ", "NPR": "NP", "NZD": "CK NU NZ PN TK", "OMR": "OM", "PAB": "PA",
    "PEN": "PE", "PGK": "PG", "PHP": "PH", "PKR": "PK", "PLN": "PL", "PYG": "PY", "QAR": "QA",
    "RON": "RO", "RSD": "RS", "RUB": "RU", "RWF": "RW", "SAR": "SA", "SBD": "SB", "SCR": "SC",
    "SDG": "SD", "SEK": "SE", "SGD": "SG", "SHP": "SH", "SLE": "SL", "SOS": "SO", "SRD": "SR",
    "SSP": "SS", "STN": "ST", "SYP": "SY", "SZL": "SZ", "THB": "TH", "TJS": "TJ", "TMT": "TM",
    "TND": "TN", "TOP": "TO", "TRY": "TR", "TTD": "TT", "TWD": "TW", "TZS": "TZ", "UAH": "UA",
    "UGX": "UG", "USD": "AQ AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI", "UYU": "UY",
    "UZS": "UZ", "VES": "VE", "VND": "VN", "VUV": "VU", "WST": "WS", "XAF": "CF CG CM GA GQ TD",
    "XCD": "AG AI DM GD KN LC MS VC", "XCG": "CW SX", "XOF": "BF BJ CI GW ML NE SN TG",
    "XPF": "NC PF WF", "YER": "YE", "ZAR": "ZA", "ZMW": "ZM", "ZWG": "ZW",
}  # fmt: skip

CURRENCIES: Mapping[str, str] = MappingProxyType(
    {country: currency for currency, paid in _PAID_IN.items() for country in paid.split()}
)
"""The currency of each country; XK, which ISO leaves to its users, is Kosovo."""

THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""Currencies of a thousand parts: three digits after a point are no thousands there."""

IN_THOUSANDS = frozenset({"IDR", "KHR", "KRW", "LAK", "LBP", "MMK", "PYG", "UGX", "UZS", "VND"})
"""Currencies in which the smallest fee is a thousand."""


MONTH_FIRST = frozenset({"AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "US", "VI"})
"""Where 12/31 is the last day of the year (CLDR: the United States and what they govern)."""


LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where paper is Letter (CLDR); elsewhere it is A4."""

ZONES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AU": ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"),
        "CN": ("Asia/Shanghai",),
        "DE": ("Europe/Berlin",),
        "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
        "MY": ("Asia/Kuala_Lumpur",),
        "NZ": ("Pacific/Auckland",),
        "US": (
            "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
            "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
        ),
    }
)  # fmt: skip
"""The time zones of most libraries of a country, where it has others too."""


def paper_of(country: str) -> str:
    """The paper a country prints on."""
    return "Letter" if country in LETTER else "A4"


def currency_of(country: str) -> str:
    """What is paid in a country; empty where none is known."""
    return CURRENCIES.get(country, "")


def beside(country: str) -> tuple[str, ...]:
    """The codes that begin as this one does, for somebody who typed it wrongly."""
    letter = country[:1].upper() or "-"
    return tuple(sorted(code for code in CURRENCIES if code[0] == letter)) or _SOME


_SOME = ("AU", "ID", "MY", "NL", "SG", "US")
