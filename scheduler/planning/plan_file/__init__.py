"""A plan as its file has it: read, checked, kept and written again."""
