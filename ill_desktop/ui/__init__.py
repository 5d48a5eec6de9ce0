"""The counter with a window: the only room that knows Qt."""
