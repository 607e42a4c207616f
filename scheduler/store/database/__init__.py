"""The database itself: its file or server, the schema it stands at, how long one waits, what ails it."""
