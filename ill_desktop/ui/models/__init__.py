"""Lists as Qt asks for them."""
