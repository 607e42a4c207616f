"""Terms that both languages write alike, or that take their words from the vocabulary alone."""
