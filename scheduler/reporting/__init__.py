"""What leaves the house as a file: a plan, its dates, its pieces and its progress as tables."""
