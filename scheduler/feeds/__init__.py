"""Occurrences become iCalendar documents: values in, bytes out; no HTTP."""
