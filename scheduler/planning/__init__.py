"""Plan files in, the differences with what is stored, and what people change in occurrences."""
