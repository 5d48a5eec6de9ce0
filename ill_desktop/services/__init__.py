"""The desk's verbs: one function for each thing staff can do; the only writer.

Nothing but frozen views leaves this room.
"""
