"""Proofs of the desk's verbs."""
