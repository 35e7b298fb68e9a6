"""What is refused, and how far it was read: a figure that means two things, or nothing, is never guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.stated import Unreadable, read

# What was read, a bar, what stopped it. Blanks within a figure are written as ␣.
REFUSED = """
十四五 → 十四|五  三百五人 → 三百|五人  两万五人 → 两万|五人  二零人 → 二|零人  千百万人 → 千|百万人  三万五万人 → 三万|五万人
亿亿元 → 亿|亿元  18.51亿 → 18.51亿|?  567 → 567|?  300余 → 300余|?  近2.5万 → 近2.5万|?  12million → 12million|?
3800名多 → 3800名|多  45项任务 → 45项|任务  18.5.1亿元 → 18.5|.1亿元  2010/2024年 → 2010|/2024年  5至3人 → 5至|3人
约3-5万人 → 约3-|5万人  3-5万余人 → 3-5万|余人  3-5万人以上 → 3-|5万人以上  1,23人 → 1|,23人  1,2345人 → 1|,2345人  567²个 → 567|²个
③个 → |③个  翻番 → |翻番  -5人 → |-5人  人 → |人  近 → |近  数人 → |数人  半年 → |半年  .5人 → |.5人  ٣人 → |٣人
fivepeople → |fivepeople  10以上人 → 10以上|人  约五十左右人 → 约五十左右|人  1234567890123456人 → 123456789012345|6人  万元 → |万元
百人 → |百人  达亿元 → 达|亿元  百至千人 → |百至千人  2.5人 → |2.5人  0.00012万人 → |0.00012万人  三点五个 → |三点五个
1至2.5人 → |1至2.5人  半个 → |半个  12␣34人 → 12␣|34人  1␣2345人 → 1␣|2345人  12␣34 → 12␣|34  18.␣51亿元 → 18|.␣51亿元
三␣五人 → 三␣|五人  -␣3% → |-␣3%  300人”² → 300人|”²  “300人” → |“300人”  500万元）① → 500万元|)①  30人（次）² → 30人(次)|²
300人[1] → 300人|[1]  30人（户） → 30|人(户)  30（1）人 → 30|(1)人  ⒈5亿元 → |⒈5亿元  3⑴人 → 3|⑴人  三千多百万元 → 三千多|百万元
二十几百人 → 二十几|百人  3万余万元 → 3万余|万元  3亿多亿元 → 3亿多|亿元  1万5人 → 1万|5人  1万500人 → 1万|500人
1亿3.5千万元 → 1亿|3.5千万元  十二三人 → 十二|三人  三四五人 → 三四|五人  一百四五万人 → 一百|四五万人  三至五十人 → 三至|五十人
3万至5万亿元 → 3万至|5万亿元  9000至1万人 → 9000至|1万人  30人至50人次 → 30人至50|人次  500元至300元 → 500元至|300元
约二至三成 → 约二至|三成  二至三成以上 → 二至|三成以上  20%--30% → 20%|--30%  1至1亿3千万元 → 1至|1亿3千万元  近-3% → 近|-3%
-3%左右 → |-3%左右  -20%-30% → |-20%-30%  –3% → |–3%  -5倍 → |-5倍  0分之三 → 0|分之三  三分之一人 → 三分之一|人
百分之三万 → 百分之|三万  百分之五% → 百分之五|%  三至百分之五 → 三至百分之五|?  八成五 → 八成|五  八余成多 → 八余成|多
两三成多 → 两三成|多  ¥3000万美元 → ¥3000万|美元  人民币30人 → 人民币30|人  ¥人民币5元 → ¥|人民币5元  $5 → |$5  3块 → 3|块
3个亿 → 3个亿|?  几个人 → |几个人
"""
CASES = [tuple(case.strip().split(" → ")) for line in REFUSED.split("\n") for case in line.split("  ") if case.strip()]


@pytest.mark.parametrize(("stated", "told"), CASES, ids=[stated for stated, _ in CASES])
def test_what_cannot_be_read_is_refused_with_how_far_it_came(stated: str, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(stated.replace("␣", " "))
    assert f"{refused.value.read}|{refused.value.rest}" == told.replace("␣", " ")


@given(st.integers(1, 10**6), st.sampled_from("¹²³①②⑴⒈*†"), st.sampled_from(["", "”", "）", "]", "》"]))
def test_a_footnotes_mark_is_no_part_of_a_figure(number: int, mark: str, closing: str) -> None:
    for printed in (f"{number}{closing}{mark}人", f"{number}人{closing}{mark}", f"{mark}{number}人", f"{number}万元{closing}{mark}"):
        with pytest.raises(Unreadable):
            read(printed)


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_digits_beside_a_blank_are_joined_as_thousands_or_not_at_all(left: int, right: int) -> None:
    assert read(f"{left:,}人".replace(",", " ")) == read(f"{left}人")
    if not (len(str(left)) <= 3 and len(str(right)) == 3):
        with pytest.raises(Unreadable):
            read(f"{left} {right}人")
