"""What the reader sees: pure functions from an answer to Dash components, HTML and figures. Knows no yaml and no flask.

It asks `metrics` for an answer, and otherwise for names of things alone: nothing true of a view is computed here.
The order of rooms is the law: a module imports from its own room and those below it, never from above.

    page        what stands where
    view        everything that the page shows for one query string
    drawn       what a view draws, and the same as a picture
    controls    the choices, each a key of the query string
    menus       what the choices offer, grouped and counted
    written     components of words as HTML
    navigation  the ways to the other pages
    parts       verdict, finding, notices, table, coverage
    charts      HTML, SVG, and plain dicts for plotly; knows no dash
    wording     every sentence and number format, in both languages; knows no dash

Begin with `view`, then `parts.verdict` and `charts.comparison`.
"""
