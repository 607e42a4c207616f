"""How the outside asks: REST, feeds, pages and the command line."""
