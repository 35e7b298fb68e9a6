"""Bytes -> text -> nodes that know their line and column, or the breaches that forbid it.

It must not know what a file is about: a metric, a pairing and a figure are mappings here. Only `source` knows yaml.
Begin with `source`, then `text` (which characters there may be), `tree` (events -> `nodes`) and `plain` (the short way to
the same nodes, as `written`); `files` and `grammar` are the rules of what a file is and of which parts of YAML it uses.
"""
