"""Pages in plain HTML that need no script: a pairing, a report, lists of both, metrics, the search. Knows no dash.

It must not know how a figure is read or compared. Begin with `pairings`; every page shares the frame of `base.html`.
"""
