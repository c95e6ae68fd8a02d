"""Telegram at the wire, on this machine."""
