"""Runs the migrations on the connection that the schema hands in, in its transaction."""

from alembic import context
from sqlalchemy import Connection

from scheduler.store.all_tables import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
