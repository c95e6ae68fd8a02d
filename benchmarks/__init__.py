"""Measures what speed promises: both sides of a comparison in the same run, as medians with their spread."""
