"""Reads `content/` and gives its words and prompts."""
