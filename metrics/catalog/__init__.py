"""A folder of curated files as checked frames, indexed once.

It must not know what is asked of the figures, nor how they compare. Begin with `catalog`, whose `load` is the door for
everybody, then `folder` (what was read and every problem), `frames` and `columns` (what a row holds); `stored` keeps a catalog
for the next start, `tuples` hands rows over one by one, `third_reading` has the figures that were read once more.
"""
