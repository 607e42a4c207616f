"""What a phrase means and which days it names: pure values, no I/O, no clock."""
