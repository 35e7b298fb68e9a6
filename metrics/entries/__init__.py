"""What a curated file may say, field by field, and the records that it is read into.

It must not know whether one entry agrees with another: that is asked in `rules`. Begin with `fields`, the one table
that rules, handbook and schema share, then `kinds` (how a value is written), `records` (a mapping read by a table) and
`entries` (pairings, sources, figures); `reference` holds denominators, `schema` the JSON Schema, `values` the rules of a value.
"""
