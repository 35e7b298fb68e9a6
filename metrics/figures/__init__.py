"""What a printed figure and a period say: words of a report in, an interval, a unit and two days out.

It must not know files, entries or pairings: a token is all that it is given. Begin with `stated`, the grammar of
printed figures, then `interval` for what is known of a number and `period` for the span that it covers; `units` and
`terms` are the vocabulary.
"""
