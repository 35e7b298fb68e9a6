"""What two figures say in one field, where they do not say the same: the looks that the rules of `differences` take.

Each function takes two rows of a catalog frame, as `row_tuples` gives them, and answers what the two say, or None where they agree.
"""

from collections.abc import Callable
from typing import Any

from ..figures.period import years
from ..figures.terms import period_prose, term
from ..words import Bilingual

TIMES_LARGER = 10
TIMES_LONGER = 1.25  # a quarter more time is no longer the same stretch
DAYS_APART = 366
INTENDED = ("planned", "agreed", "allocated")  # the others are actual: in place, spent, completed; or unstated
Figure = Any  # a row of a catalog frame
Described = tuple[Bilingual, Bilingual] | None


def terms_of(column: str) -> Callable[[Figure, Figure], Described]:
    """Two figures differ if a column does; what each says is the column's term."""

    def differs(a: Figure, b: Figure) -> Described:
        one, other = getattr(a, column), getattr(b, column)
        return None if one == other else (term(column, one), term(column, other))

    return differs


def categories_differ(a: Figure, b: Figure) -> Described:
    """Another part of the metric, another population or field: it may be larger for that alone."""
    return None if a.category == b.category else (counted(a, "category"), counted(b, "category"))


def wordings_differ(a: Figure, b: Figure) -> Described:
    """Of one category, in other words: close, and not the same."""
    return None if a.category != b.category or a.label_zh == b.label_zh else (counted(a, "label"), counted(b, "label"))


def counted(figure: Figure, name: str) -> Bilingual:
    """What a figure counts by its category or its label; all of it where it has none."""
    zh, en = getattr(figure, f"{name}_zh"), getattr(figure, f"{name}_en")
    whole = Bilingual(figure.category_zh, figure.category_en) if name == "label" and figure.category else Bilingual("全部", "all of it")
    return Bilingual(zh, en) if zh else whole


def programmes_differ(a: Figure, b: Figure) -> Described:
    """Other schemes, with other laws, money and duties."""
    if a.programme == b.programme:
        return None
    return Bilingual(a.programme_zh, a.programme_en), Bilingual(b.programme_zh, b.programme_en)


def one_holds_the_other(a: Figure, b: Figure) -> Described:
    """A pairing and one of its parts: what the part counts, the whole counts too."""
    if not (a.within or b.within) or (a.pairing not in b.within.split() and b.pairing not in a.within.split()):
        return None
    whole, part = Bilingual("整体", "the whole"), Bilingual("其中一部分", "a part of it")
    return (whole, part) if a.pairing in b.within.split() else (part, whole)


def sizes_differ(a: Figure, b: Figure) -> Described:
    """Recipients of which one has more than ten times the residents of the other: what each resident gets is another question."""
    people = sorted((a.residents, b.residents))
    if a.kind == "rate" or "-per-resident" in a.unit or not people[0] > 0 or not people[1] > TIMES_LARGER * people[0]:
        return None
    return residents(a), residents(b)


def residents(figure: Figure) -> Bilingual:
    return Bilingual(f"{float(f'{figure.residents / 10_000:.3g}'):,g}万人", f"{figure.residents:,.0f} residents")


def attributions_differ(a: Figure, b: Figure) -> Described:
    """What a place itself achieved is held against what the assistance did."""
    if a.attribution == b.attribution:
        return None
    own, theirs = Bilingual("受援地自己的成果", "the place's own result"), Bilingual("援助的成果", "a result of the assistance")
    return (own, theirs) if a.attribution else (theirs, own)


def readings_differ(a: Figure, b: Figure) -> Described:
    """One report was read whole, of the other only a digest: what else it says is not known."""
    words = {"whole": Bilingual("全文", "whole"), "digest": Bilingual("摘要", "a digest")}
    return None if a.read == b.read else (words[a.read], words[b.read])


def scopes_differ(a: Figure, b: Figure) -> Described:
    if a.extent != b.extent or a.extent == "whole" or a.scope == b.scope:
        return None
    return Bilingual(a.scope, a.scope_en), Bilingual(b.scope, b.scope_en)


def years_long(figure: Figure) -> float | None:
    """Length of the period in years, None where an end is open or unstated."""
    if figure.period_start is None or figure.period_end is None:
        return None
    return years(figure.period_start, figure.period_end)


def lengths_differ(a: Figure, b: Figure) -> Described:
    """Totals over stretches of different length: the longer one may be larger for that alone."""
    if a.kind != "total" or b.kind != "total" or a.unit.endswith("-year"):
        return None
    one, other = years_long(a), years_long(b)
    if one is None or other is None or max(one, other) <= TIMES_LONGER * min(one, other):
        return None
    return spans(a, b)


def periods_are_open(a: Figure, b: Figure) -> Described:
    """A total without both ends has no length, a level or a rate without an end no date."""
    return spans(a, b) if is_open(a) or is_open(b) else None


def is_open(figure: Figure) -> bool:
    return bool(figure.period_end is None or (figure.kind == "total" and figure.period_start is None))


def open_period(figure: Figure) -> Bilingual | None:
    """Which end of its period a figure lacks; None where it has all that its kind asks for."""
    if not is_open(figure):
        return None
    words = period_prose(figure.period)
    if figure.period_end is None:
        return words if figure.period_start is None else Bilingual(f"{words.zh}，未注明终止时间", f"{words.en}, no end given")
    return Bilingual(f"{words.zh}，未注明起始时间", f"{words.en}, no start given")


def digest_alone(figure: Figure) -> Bilingual | None:
    return Bilingual("", "") if figure.read == "digest" else None


def periods_are_apart(a: Figure, b: Figure) -> Described:
    """Ends more than a year apart. Per year does not bring them together: leaving the odd one out does."""
    if a.period_end is None or b.period_end is None:
        return None
    apart = abs((a.period_end - b.period_end).days)
    return spans(a, b) if apart > DAYS_APART else None


def spans(a: Figure, b: Figure) -> tuple[Bilingual, Bilingual]:
    return period_prose(a.period), period_prose(b.period)


def prices_differ(a: Figure, b: Figure) -> Described:
    """Money of different years, in the prices of each: no report names a price basis."""
    if "CNY" not in (a.unit.partition("-per-")[0], b.unit.partition("-per-")[0]) or years_of(a) == years_of(b):
        return None
    return spans(a, b)


def years_of(figure: Figure) -> tuple[Any, ...]:
    """First and last year of the period; the text itself where they are not both known."""
    known = figure.period_start is not None and figure.period_end is not None
    return (figure.period_start.year, figure.period_end.year) if known else (figure.period,)


def intentions_differ(a: Figure, b: Figure) -> Described:
    """What is to be is held against what is: a plan may come to more or to less, and so may what does not say which of the two it is."""
    return bases(a, b) if (a.basis in INTENDED) != (b.basis in INTENDED) else None


def bases_differ(a: Figure, b: Figure) -> Described:
    """Two words of one class, or an actual figure beside one that says nothing: close, and not the same."""
    return bases(a, b) if a.basis != b.basis and (a.basis in INTENDED) == (b.basis in INTENDED) else None


def bases(a: Figure, b: Figure) -> tuple[Bilingual, Bilingual]:
    return term("basis", a.basis), term("basis", b.basis)


def bases_are_unknown(a: Figure, b: Figure) -> Described:
    """Neither report says how real its figure is: they may differ without anyone seeing it."""
    basis = term("basis", a.basis)
    return (basis, basis) if a.basis == b.basis == "unstated" and a.kind != "rate" else None


def order_is_uncertain(a: Figure, b: Figure) -> Described:
    """Bounds that overlap without being the same exact value: neither can be called the larger."""
    separate = (a.high < b.low) or (b.high < a.low)
    same = a.low == a.high == b.low == b.high
    return None if separate or same else (as_drawn(a), as_drawn(b))


def as_drawn(figure: Figure) -> Bilingual:
    """The printed figure, with the step that was taken from it where its bounds are derived: 18.51亿元 ÷ 14.67 years."""
    steps = getattr(figure, "step_zh", ""), getattr(figure, "step_en", "")
    return Bilingual(*(f"{figure.stated} {step}".strip() for step in steps))
