# house: table
"""Loans that were under way before the desk was: the columns of a list of them."""

from collections.abc import Mapping
from types import MappingProxyType

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": (
            "title", "judul", "book title", "judul buku", "judul bahan", "nama buku",
        ),
        "author": ("author", "pengarang", "penulis"),
        "partner": (
            "partner", "mitra", "library", "perpustakaan", "lender", "borrower", "supplier",
            "requester", "perpustakaan mitra", "perpustakaan pemasok", "perpustakaan peminta",
            "symbol", "isil", "kode perpustakaan", "peminjam", "perpustakaan peminjam", "pemasok",
            "peminta", "nama perpustakaan", "library name", "borrowing library", "lending library",
        ),
        "barcode": ("barcode", "item barcode", "item", "kode batang", "barkode", "no barcode",
                    "nomor barcode", "nomor kode batang", "no kode batang", "barcode number"),
        "due": (
            "due", "due date", "jatuh tempo", "tanggal jatuh tempo", "date due", "tgl jatuh tempo",
            "tgl kembali", "tanggal kembali", "batas kembali", "harus kembali", "due on",
            "due back", "return by", "return date",
        ),
        "since": (
            "since", "sent", "sent on", "loan date", "loaned on", "date loaned", "date sent",
            "tanggal pinjam", "tanggal kirim", "checked out", "tgl pinjam", "tgl kirim", "dikirim",
            "dipinjam", "tanggal dipinjam", "tanggal dikirim", "tgl dipinjam", "tgl dikirim",
            "dipinjam sejak", "date of loan", "date borrowed", "borrowed on", "date shipped",
            "shipped", "tgl terima", "tanggal terima", "date received", "received",
        ),
        "their-id": ("their number", "nomor mereka", "request id", "their id", "partner number"),
        "our-id": ("our number", "nomor kita", "our id", "ill number", "transaction number"),
        "patron": ("patron", "reader", "pemustaka", "patron code", "kode pemustaka", "user",
                   "pembaca", "anggota", "nama pemustaka", "member", "reader code",
                   "peminjam", "borrower"),
        "call-number": ("call number", "nomor panggil", "shelfmark", "signature",
                        "no panggil", "call no"),
        "note": ("note", "catatan", "remark", "notes", "keterangan"),
    }
)  # fmt: skip
"""Each with what its column is usually called, in English and Indonesian."""
NEEDED = ("title", "partner")
