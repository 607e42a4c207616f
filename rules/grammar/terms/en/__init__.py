"""Terms as English writes them."""
