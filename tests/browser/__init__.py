"""The page itself, in a real browser, against the server that a reader runs."""
