"""What stands between the pages and whoever asks: what is turned away, where the site stands, what goes with every answer.

It must not know what an answer says: pages and files are made elsewhere, and pass here unread but for their addresses.
Begin with `gate`, then `place`.
"""
