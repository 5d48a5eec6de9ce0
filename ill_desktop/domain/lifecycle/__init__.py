"""Both life cycles as tables, and the functions that read them (LIFECYCLE §2, DESIGN §6)."""
