"""The Alembic environment; `scheduler.store.schema` runs it."""
