"""Mails to readers: what they say, how they look, and their bytes."""
