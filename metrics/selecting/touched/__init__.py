"""What others have done to an address on its way: keys added, marks glued to its end, characters encoded twice.

It must not know what is shown, nor guess: a name is taken for another one only where that one is known and no second could
be meant. Begin with `keys`, whose a key is, then `mending`, which selection was meant.
"""
