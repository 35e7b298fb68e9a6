"""For each rule of comparability two figures that differ in its one field, and what is said of them."""

from metrics.catalog.frames import Row
from metrics.comparing.descriptions import Figure

from ..frames import HAIXI, HUANGNAN, printed

MONEY: Row = {"stated": "14.93亿元", "period": "2021/2023"}
PROJECTS: Row = {"stated": "407个", "period": "2021/2023", "metric": "projects", "basis": "completed"}
COUNTY: Row = MONEY | {"extent": "part", "scope": "乌兰县", "scope_en": "Ulan County"}
ROADS: Row = {"category": "roads", "category_zh": "公路", "category_en": "roads"}

# Rule -> level; what both figures say; the one thing that the second says otherwise; the sentence in both languages.
Case = tuple[str, Row, Row, str, str]
CASES: dict[str, Case] = {
    "units_differ": (
        "block",
        MONEY,
        {"unit": "USD"},
        "单位不同：天津市—黄南州为元，浙江省—海西州为美元，分开显示。",
        "Units differ: Tianjin–Huangnan in CN¥, Zhejiang–Haixi in US$; shown apart.",
    ),
    "kinds_differ": (
        "block",
        MONEY,
        {"kind": "level"},
        "类型不同：天津市—黄南州为时段总量，浙江省—海西州为时点存量，分开显示。",
        "Types differ: Tianjin–Huangnan is a total over a period, Zhejiang–Haixi a stock at a date; shown apart.",
    ),
    "extents_differ": (
        "block",
        MONEY,
        {"extent": "wider"},
        "范围不同：天津市—黄南州是结对整体，浙江省—海西州是大于结对的范围，不可直接比较。",
        "Extent differs: Tianjin–Huangnan is the whole pairing, Zhejiang–Haixi is more than the pairing; not shown together.",
    ),
    "levels_differ": (
        "block",
        MONEY,
        {"level": "county"},
        "受援方层级不同：天津市—黄南州是地市级，浙江省—海西州是县级，分开显示。",
        "Levels differ: Tianjin–Huangnan is a prefecture, Zhejiang–Haixi a county; shown apart.",
    ),
    "one_holds_the_other": (
        "block",
        MONEY,
        {"within": "tianjin-huangnan"},
        "一组结对关系包含另一组：天津市—黄南州是整体，浙江省—海西州是其中一部分。",
        "One pairing holds the other: Tianjin–Huangnan is the whole, Zhejiang–Haixi a part of it.",
    ),
    "categories_differ": (
        "warn",
        MONEY,
        ROADS,
        "统计内容不同：天津市—黄南州为全部，浙江省—海西州为公路。",
        "They count different things: Tianjin–Huangnan counts all of it, Zhejiang–Haixi counts roads.",
    ),
    "programmes_differ": (
        "warn",
        MONEY,
        {"programme": "tibet", "programme_zh": "援藏", "programme_en": "Tibet"},
        "类别不同：天津市—黄南州属援青，浙江省—海西州属援藏。",
        "Programmes differ: Tianjin–Huangnan is of Qinghai, Zhejiang–Haixi of Tibet.",
    ),
    "attributions_differ": (
        "warn",
        MONEY,
        {"attribution": "recipient"},
        "归属不同：天津市—黄南州是援助的成果，浙江省—海西州是受援地自己的成果。",
        "Tianjin–Huangnan is a result of the assistance, Zhejiang–Haixi is the place's own result.",
    ),
    "scopes_differ": (
        "warn",
        COUNTY,
        {"scope": "都兰县", "scope_en": "Dulan County"},
        "范围不同：一个是乌兰县，一个是都兰县。",
        "Scopes differ: one is Ulan County, the other Dulan County.",
    ),
    "intentions_differ": (
        "warn",
        MONEY,
        {"basis": "planned"},
        "一个是预定的，另一个是已发生的或未注明：天津市—黄南州（投入），浙江省—海西州（计划）。",
        "One is intended, the other actual or not stated: Tianjin–Huangnan (put in), Zhejiang–Haixi (planned).",
    ),
    "lengths_differ": (
        "warn",
        PROJECTS,
        {"period": "2022/2023"},
        "时段长短不同：天津市—黄南州为2021年—2023年，浙江省—海西州为2022年—2023年。",
        "Periods differ in length: Tianjin–Huangnan covers 2021–2023, Zhejiang–Haixi covers 2022–2023.",
    ),
    "periods_are_open": (
        "warn",
        PROJECTS,
        {"period": "../2023"},
        "时段不完整：浙江省—海西州（截至2023年，未注明起始时间）。",
        "A period is not fully stated: Zhejiang–Haixi (up to 2023, no start given).",
    ),
    "periods_are_apart": (
        "warn",
        PROJECTS,
        {"period": "2019/2021"},
        "截止时间相差一年以上：天津市—黄南州为2021年—2023年，浙江省—海西州为2019年—2021年。",
        "Their ends are more than a year apart: Tianjin–Huangnan covers 2021–2023, Zhejiang–Haixi covers 2019–2021.",
    ),
    "bases_differ": (
        "note",
        MONEY,
        {"basis": "in-place"},
        "口径不同：天津市—黄南州（投入），浙江省—海西州（到位）。",
        "Bases differ: Tianjin–Huangnan (put in), Zhejiang–Haixi (received).",
    ),
    "bases_are_unknown": (
        "note",
        MONEY | {"basis": "unstated"},
        {},
        "天津市—黄南州与浙江省—海西州都没有注明口径，是否同一口径不得而知。",
        "Neither Tianjin–Huangnan nor Zhejiang–Haixi states its basis; whether they share one is not known.",
    ),
    "prices_differ": (
        "note",
        MONEY,
        {"period": "2022/2024"},
        "金额均为当年价，未作价格调整（天津市—黄南州为2021年—2023年，浙江省—海西州为2022年—2024年）。",
        "Amounts are in the prices of their own years; no report names a price basis (Tianjin–Huangnan: "
        "2021–2023, Zhejiang–Haixi: 2022–2024).",
    ),
    "order_is_uncertain": (
        "note",
        MONEY,
        {"stated": "超14亿元"},
        "大小不能确定：天津市—黄南州（14.93亿元）与浙江省—海西州（超14亿元）的取值范围重叠。",
        "Their order is not certain: the bounds of Tianjin–Huangnan (14.93亿元) and Zhejiang–Haixi (超14亿元) overlap.",
    ),
    "wordings_differ": (
        "note",
        MONEY | ROADS,
        {"label_zh": "乡村公路", "label_en": "village roads"},
        "同一类，措辞不同：天津市—黄南州为“公路”，浙江省—海西州（乡村公路）为“乡村公路”。",
        "One category, worded differently: Tianjin–Huangnan “roads”, Zhejiang–Haixi (village roads) “village roads”.",
    ),
    "sizes_differ": (
        "note",
        MONEY | {"residents": 100_000.0},
        {"residents": 36_481_000.0},
        "受援方人口相差十倍以上：天津市—黄南州有10万人，浙江省—海西州有3,650万人。",
        "Recipients differ more than tenfold in size: Tianjin–Huangnan has 100,000 residents, Zhejiang–Haixi 36,481,000 residents.",
    ),
    "tiers_differ": (
        "note",
        MONEY,
        {"tier": "C"},
        "来源级别不同：天津市—黄南州为A 级（官方网站或首发媒体），浙江省—海西州为C 级（第三方转载）。",
        "Sources differ in tier: Tianjin–Huangnan is tier A (official or first publisher), Zhejiang–Haixi is tier C (third party's copy).",
    ),
    "readings_differ": (
        "note",
        MONEY,
        {"read": "digest"},
        "只读了报告的摘要：浙江省—海西州。",
        "Only a digest of the report was read: Zhejiang–Haixi.",
    ),
}
# Another amount that two figures of one sort may have, so that their order is certain.
LARGER: dict[str, Row] = {"14.93亿元": {"stated": "18.51亿元"}, "407个": {"stated": "567个"}}


def pair(both: Row, change: Row) -> list[Figure]:
    """Two figures that agree in everything but their pairing, their amount, and the change to the second."""
    return printed(HUANGNAN | both, HAIXI | both | LARGER[str(both["stated"])] | change)
