"""How a command speaks with a person at a terminal: its arguments, its tables, the lines around a problem.

It must not know what any command does. Begin with `arguments`, then `formats` (a problem in words, JSON or annotations)
and `excerpt`; `cells` sets columns of Chinese and Latin text, `progress` shows that something goes on.
"""
