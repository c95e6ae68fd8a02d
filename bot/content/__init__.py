"""Reads `content/`, proves it sound and hands out its words, prompts and places to turn to."""
