"""MARC records, as ISO 2709 and as MARCXML, of whatever cataloguing tradition."""
