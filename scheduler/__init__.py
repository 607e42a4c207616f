"""What the service remembers and does on time."""
