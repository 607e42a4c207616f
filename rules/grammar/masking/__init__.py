"""Names and numbers of other things, and what becomes of text that no term uses."""
