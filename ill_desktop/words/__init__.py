"""Every word and format for people, in their language."""
