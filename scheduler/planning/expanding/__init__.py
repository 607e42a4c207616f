"""From the phrases of a plan to its dates."""
