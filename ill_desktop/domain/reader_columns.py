# house: table
"""The columns of a list of readers, as the systems of libraries name them."""

from collections.abc import Mapping
from types import MappingProxyType

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": (
            "code", "barcode", "patron barcode", "P BARCODE", "library barcode", "card number",
            "card no", "library card", "library card number", "patron id", "patron code",
            "patron number", "user id", "primary identifier", "primary id", "borrower id",
            "borrower barcode", "member id", "member no", "member number", "membership number",
            "reader code", "student id", "student number", "kode", "nomor anggota", "no anggota",
            "kode anggota", "id anggota", "nomor kartu", "no kartu", "kode pemustaka",
            "nomor pemustaka", "kode batang", "barkode", "NIM", "NPM", "NIP", "NIS", "id",
        ),
        "name": (
            "name", "full name", "patron name", "PATRN NAME", "member name", "display name",
            "borrower name", "reader name", "student name", "nama", "nama lengkap",
            "nama anggota", "nama pemustaka", "nama mahasiswa", "reader", "patron", "pemustaka",
        ),
        "first-name": (
            "first name", "given name", "given names", "forename", "first", "nama depan",
        ),
        "last-name": (
            "last name", "surname", "family name", "last", "nama belakang", "nama keluarga",
        ),
        "email": (
            "email", "e-mail", "email address", "EMAIL ADDR", "primary email", "preferred email",
            "member email", "mail", "surel", "alamat email", "alamat surel",
        ),
        "phone": (
            "phone", "telephone", "phone number", "telephone number", "mobile", "mobile phone",
            "cell phone", "member phone", "telepon", "nomor telepon", "no telepon", "no telp",
            "nomor hp", "no hp", "hp", "ponsel",
        ),
        "category": (
            "category", "category code", "patron type", "patron category", "patron group",
            "P TYPE", "user group", "borrower category", "member type", "member type name",
            "kategori", "jenis anggota", "tipe anggota", "tipe keanggotaan", "status anggota",
        ),
        "department": (
            "department", "dept", "faculty", "school", "institution", "inst name", "fakultas",
            "unit", "jurusan", "program studi", "prodi", "departemen", "unit kerja", "instansi",
        ),
        "pickup": (
            "pickup", "pick-up", "pickup location", "pickup library", "collects at", "branch",
            "branch code", "home branch", "home library", "library", "lokasi pengambilan",
            "tempat pengambilan", "cabang", "perpustakaan",
        ),
        "language": ("language", "preferred language", "lang", "bahasa"),
    }
)  # fmt: skip
"""Each with what its column is usually called, in English and Indonesian."""
NAMED = ("name", "first-name", "last-name")
"""One of these is needed beside the code."""


def lacking(columns: Mapping[str, int]) -> tuple[str, ...]:
    """The fields without which there is no reader, and for which no column is known."""
    named = any(field in columns for field in NAMED)
    return tuple(
        field for field, there in (("code", "code" in columns), ("name", named)) if not there
    )
