"""What is remembered: engine and transactions, tables, reading and writing, on SQLite and PostgreSQL."""
