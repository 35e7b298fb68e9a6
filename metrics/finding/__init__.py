"""Whatever has a name or a number, found by a question: pairings, metrics, categories, places and parts, reports, printed figures.

A question is as people type it: in either language, in traditional characters, in pinyin, with everyday words. It must not know
what a selection is, nor how anything is shown. Begin with `search`; `index` says by which words each thing is known, `spelling`
what makes two ways of writing the same.
"""
