"""Entries with blanks, as `new` and `add` write them into a curator's file.

It must not know where they come from or whether they are right: `check` says so afterwards. Begin with `skeletons`,
the blank entries, then `insertion`, which finds the line where one belongs.
"""
