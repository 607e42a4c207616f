"""The rows of occurrences: read for people, written by changes, with what a feed keeps of their series."""
