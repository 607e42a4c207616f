"""A plan taken over into the store in one transaction, or shown as it would be."""
