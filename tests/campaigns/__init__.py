"""Faults at random moments, many times over: what each line of docs/promises.md was tried with.

Each test makes a few tries with a seed that stands; `python3 dev.py test --long tests/campaigns` makes many
with a seed of its own, and prints it. CAMPAIGN_SEED repeats them, CAMPAIGN_TRIES says how many.
"""
