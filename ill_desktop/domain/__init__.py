"""The law book: what a request is and what may happen to it. Reads nothing, writes nothing."""
