"""Turns what a person did into one call of one use case."""
