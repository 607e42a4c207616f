"""Accounts: people, their rights, sessions, sign-in links, tokens, and the log of what they did."""
