# house: table
"""Loans that were under way before the desk was: the columns of a list of them."""

from collections.abc import Mapping
from types import MappingProxyType

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title", "judul", "book title", "judul buku"),
        "author": ("author", "pengarang", "penulis"),
        "partner": (
            "partner", "mitra", "library", "perpustakaan", "lender", "borrower", "supplier",
            "requester", "perpustakaan mitra", "perpustakaan pemasok", "perpustakaan peminta",
            "symbol", "isil", "kode perpustakaan",
        ),
        "barcode": ("barcode", "item barcode", "item", "kode batang", "barkode", "no barcode"),
        "due": ("due", "due date", "jatuh tempo", "tanggal jatuh tempo", "date due"),
        "since": (
            "since", "sent", "sent on", "loan date", "loaned on", "date loaned", "date sent",
            "tanggal pinjam", "tanggal kirim", "checked out",
        ),
        "their-id": ("their number", "nomor mereka", "request id", "their id", "partner number"),
        "our-id": ("our number", "nomor kita", "our id", "ill number", "transaction number"),
        "patron": ("patron", "reader", "pemustaka", "patron code", "kode pemustaka", "user"),
        "call-number": ("call number", "nomor panggil", "shelfmark", "signature"),
        "note": ("note", "catatan", "remark", "notes", "keterangan"),
    }
)  # fmt: skip
"""Each with what its column is usually called, in English and Indonesian."""
NEEDED = ("title", "partner")
