"""Keeps what must not be lost: the only package that knows the database."""
