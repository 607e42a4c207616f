"""How a question is put: many values at once, pages by key, words to look for."""
