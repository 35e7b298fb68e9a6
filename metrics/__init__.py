"""Curated YAML in, checked frames and answers out.

Law: nothing in here knows dash, plotly or flask; only `source` knows yaml, but for `commands.reports`,
which reads a list that is nobody's curated file. Data flows one way:

    text -> nodes with a place -> records -> catalog (frames, indexed once) -> selection -> view
            source               fields      catalog                           selection
                                 rules                                         resolution
                                                                               filtering

Read in this order: `words`, `problems`, `source`, `stated`, `period`, `fields`, `rules`, `frames`, `catalog`,
`selection`, `resolution`, `filtering`; then what the project exists for: `comparability`, `standing`,
`series`, `derived`, `consistency`.
"""
