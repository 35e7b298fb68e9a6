"""The rules that curated files keep: one function each, named like its rule.

A function here that gives a `Breach` is a rule, and every other one is a helper. The docstring of a rule
says what it asks and why, in words for curators: `explain` prints it. What is asked before an entry can be read stands
lower: `reading.files`, `reading.grammar`, `entries.values`. It must not know what figures are compared for.

Begin with `figures` (what an entry says; the table of all rules that run on a pairing), then `names` (what is declared),
`numbers` and `periods` (what its number and its time say), `reports` (what is cited and linked), `folder` (which files there are),
`whole` (what only all files together show) and `readings` (what the third reading says of them).
"""

from collections.abc import Callable
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from types import FunctionType
from typing import Any, get_args

from ..problems import Breach

BELOW = ("metrics.reading.files", "metrics.reading.grammar", "metrics.entries.values")  # rules of what is read before an entry stands


def every() -> dict[str, Callable[..., Any]]:
    """Every rule by its name. The modules are imported here: they import what imports this package."""
    modules = [import_module(name) for name in (*BELOW, *(f"{__name__}.{module.name}" for module in iter_modules(__path__)))]
    return {name: one for module in modules for name, one in vars(module).items() if is_rule(one) and one.__module__ == module.__name__}


def is_rule(one: object) -> bool:
    """Whether it is a function that gives breaches: `Breach`, `Breach | None` or `Iterator[Breach]`."""
    if not isinstance(one, FunctionType):
        return False
    result = signature(one).return_annotation
    return Breach in (result, *get_args(result), *(inner for part in get_args(result) for inner in get_args(part)))
