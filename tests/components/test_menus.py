"""What menus offer, and by which words each option is found."""

from components.menus import found_by, offers, taken
from metrics.catalog.catalog import Catalog
from metrics.selecting.answer import answer
from metrics.selecting.selection import parse
from metrics.words import Bilingual


def test_an_option_is_found_by_every_part_of_every_word_of_its_names() -> None:
    names = [
        Bilingual("天津市", "Tianjin"),
        Bilingual("黄南藏族自治州", "Huangnan"),
        Bilingual("青海省", "Qinghai"),
        Bilingual("援青", "Qinghai"),
    ]
    option = found_by("tianjin-huangnan", "天津市 → 黄南州", *names, number=2)
    kept = " ".join(option.values()).casefold().split()
    for word in " ".join(f"{name.zh} {name.en}" for name in names).split():
        assert any(word.casefold() in one for one in kept), word
    assert sorted(option["search"].split()) == ["Qinghai", "援青", "青海省", "黄南藏族自治州"], "what is found anyway is not told again"


def test_of_what_is_offered_the_chosen_ones_are_taken_in_the_order_of_the_menu(catalog: Catalog) -> None:
    offered = offers("pair", answer(parse("?metric=projects"), catalog))
    names = [one["value"] for one in offered if not one["value"].startswith("group:")]
    assert [one["value"] for one in taken(offered, names[2:0:-1])] == names[1:3]
    assert taken(offered, []) == []
