"""The rows that wait to be sent: written ahead of time, brought up to date, claimed, decided about."""
