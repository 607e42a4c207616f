"""The whole installation as one file that a person can open, made while the service runs."""
