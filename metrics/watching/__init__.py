"""A folder that is followed while it is served: a good edit replaces the catalog within seconds, a bad one changes nothing.

It must not know what is made of a catalog, nor who asks for it: whoever serves one gives a rehearsal of it. Begin with `live` (what is
served, and when an edit is), then `keeping` (what was last good of every file), `looking` (the thread, and processes that are
forked), `word` (what one of these tells the others) and `telling` (what the terminal is told).
"""
