"""Tokens -> terms: the smallest pieces that mean days, times, bounds, channels."""
