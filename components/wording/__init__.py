"""Every sentence and number format of the page, in both languages.

It must not know what is drawn where, nor dash. Begin with `strings`, the sentences, then `numbers` (a figure and its bounds
by each language's habit) and `captions` (how pairings and figures are called); `foreign` finds text of the other language.
"""
