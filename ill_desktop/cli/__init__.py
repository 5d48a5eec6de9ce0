"""The counter without a window: `ill` (DESIGN §7). Never imports Qt."""
