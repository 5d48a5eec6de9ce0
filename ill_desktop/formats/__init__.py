"""What we can read and write: bytes to values and back. No disk, no database."""
