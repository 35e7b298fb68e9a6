"""What the project exists for: which figures stand together, and if not wholly, in what do they differ?

It must not know what a reader asked for, nor how an answer is shown. Begin with `differences`, the table of rules, then
`comparability` (the verdict), `sets` (of thousands of figures, those that compare) and `standing` (which figure stands for
a pairing, and on which axis).
"""
