"""A phrase's tokens -> its parts -> a schedule; one file of productions a language."""
