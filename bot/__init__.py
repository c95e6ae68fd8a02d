"""Nearer: a Telegram bot for two partners of whom one tends to go quiet."""
