"""What the project exists for: may these figures stand together, and if not wholly, in what do they differ?

It must not know what a reader asked for, nor how an answer is shown. Begin with `differences`, the table of rules, then
`comparability` (the verdict) and `standing` (which figure stands for a pairing); `series`, `derived` (by the steps of
`methods`), `sums` and `consistency` say what may be joined, divided and added, and where reports contradict each other.
"""
