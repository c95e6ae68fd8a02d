"""Runs migrations on the connection that `bot.store.migrating` hands over."""

from alembic import context

from bot.store import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
)
context.run_migrations()
