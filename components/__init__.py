"""What the reader sees: pure functions from a catalog and a query string to Dash components and figures.

Law: nothing in here knows yaml or flask. Modules that make figures (`marks`, `comparison`, `timeline`)
know no dash either: a figure is a plain dict made from a frame, which it never edits.

Reading order: `strings`, `numbers`, `palette`, `marks`, `comparison`, `timeline`, `table`, `controls`, `view`, `page`.
"""
