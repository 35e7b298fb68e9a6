"""The catalogue of bad input, numbered by kind: what curators, editors, programs and attackers do to a YAML file.

A case is (number and words, content of the file, what is found); nothing found means accepted unchanged.
Places are `line:column rule`, both from 1.
"""

from . import characters, grammar, keys, structure, values
from .good import FILE, Case

CASES: list[Case] = [*keys.CASES, *values.CASES, *grammar.CASES, *structure.CASES, *characters.CASES]

__all__ = ["CASES", "FILE", "Case"]
