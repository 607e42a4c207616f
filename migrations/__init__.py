"""The Alembic environment; `scheduler.store.database.schema` runs it."""
