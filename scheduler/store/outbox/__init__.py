"""The rows of mails: who gets them, what waits, what was sent, and their counts."""
