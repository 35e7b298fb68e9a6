"""What a reader asks for: a query string -> a selection -> what it names in a catalog -> its figures.

It must not know a language or a pixel: what is true of a view is the same for every reader. Begin with `selection`, the
query string as a value, then `resolution` (held against a catalog) and `filtering` (the figures that are left);
`coverage` counts what is known and what is not.
"""
