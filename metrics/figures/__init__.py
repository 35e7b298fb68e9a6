"""What a printed figure and a period say: words of a report in, an interval, a unit and two days out.

It must not know files, entries or pairings: a token is all that it is given. Begin with `stated`, the conventions of
printed figures, read by way of `characters` (plain ones), `grammar` (the shape), `sense` (what parts mean together),
`numerals` and `ranges`; then `interval` for what is known of a number and `period` for the span that it covers;
`units` and `terms` are the vocabulary.
"""
