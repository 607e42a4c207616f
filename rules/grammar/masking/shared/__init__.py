"""What is set aside, or left over, in both languages."""
