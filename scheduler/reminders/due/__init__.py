"""Which reminders are due to whom and when: lead times, digests, quiet hours."""
