"""Speaks with Telegram: the only package that knows python-telegram-bot."""
