"""Drafts -> a schedule: days, limits, slots, replays, quotas, and the questions that stay open."""
