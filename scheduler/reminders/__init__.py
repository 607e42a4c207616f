"""Reminders: who is told what, when, and the outbox that sends each of them once."""
