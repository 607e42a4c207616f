"""Terms as Vietnamese writes them."""
