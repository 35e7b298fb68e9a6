"""A catalog, or what is taken out of it, as files: CSV, JSON, Parquet, and all of them as a data package.

It must not know HTTP: a file is an iterator of bytes, whoever sends or writes it. Begin with `extract`, what is taken and
what must be known of it, then `export` (CSV) and `package` (the ZIP); `descriptor` and `readme` describe the columns to
programs and people.
"""
