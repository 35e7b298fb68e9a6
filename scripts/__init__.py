"""What the Makefile needs beyond one line of shell. Nothing of the dashboard imports it."""
