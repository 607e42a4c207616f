"""Text -> tokens: words and marks with the senses that the vocabulary gives them."""
