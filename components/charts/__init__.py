"""Charts as plain dicts for plotly, each built from a frame that it never edits.

It must not know dash, nor anything of the page around a chart. Begin with `marks` (what both charts share), then `comparison`
with its `rows` and `absences`, and `timeline` with its `spans` and `labels`; `palette` holds colours and shapes.
"""
