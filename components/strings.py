"""Every sentence of the page, in both languages. `{…}` are filled by the caller."""

from metrics.words import Bilingual

T: dict[str, Bilingual] = {
    "site": Bilingual("对口支援数据", "Paired Assistance in Figures"),
    "tagline": Bilingual(
        "谁援助谁、援助了什么：公开报告印出来的每一个数字", "Who sends what to whom: every figure as a public report prints it"
    ),
    "skip": Bilingual("跳到内容", "Skip to content"),
    "metric": Bilingual("指标", "Metric"),
    "pair": Bilingual("结对", "Pairings"),
    "all_pairings": Bilingual("全部结对", "All pairings"),
    "more": Bilingual("按支援方、受援方、省份、类别筛选", "By donor, recipient, province, programme"),
    "donor": Bilingual("支援方", "Donor"),
    "recipient": Bilingual("受援方", "Recipient"),
    "province": Bilingual("受援省份", "Recipient's province"),
    "programme": Bilingual("类别", "Programme"),
    "any": Bilingual("不限", "Any"),
    "years": Bilingual("时段截止于", "Period ends in"),
    "parts": Bilingual("范围", "Scope"),
    "parts_no": Bilingual("只看整个结对", "Whole pairings only"),
    "parts_yes": Bilingual("也看各部分和更大范围", "Also parts and wider"),
    "clear": Bilingual("清除筛选", "Clear filters"),
    "comparison": Bilingual("各结对比较", "Across pairings"),
    "timeline": Bilingual("时间序列", "Over time"),
    "figures": Bilingual("数字与出处", "Figures and sources"),
    "headline": Bilingual("整个结对", "Whole pairings"),
    "narrower": Bilingual("其中一部分（各行所计不同）", "Parts (each row counts something else)"),
    "wider": Bilingual("大于结对的范围", "More than the pairing"),
    "download": Bilingual("下载当前所见 CSV（{n} 行）", "Download what is shown as CSV ({n} rows)"),
    "download_all": Bilingual("下载全部 CSV（{n} 行）", "Download everything as CSV ({n} rows)"),
    "updated": Bilingual("已更新：{p} 个结对，{n} 个数字。", "Updated: {p} pairings, {n} figures."),
    "clean": Bilingual("可以比较", "Comparable"),
    "note": Bilingual("可以比较，有说明", "Comparable, with notes"),
    "warn": Bilingual("谨慎比较", "Compare with care"),
    "block": Bilingual("不宜放在一起，已分开显示", "Not shown together: separate panels"),
    "alone": Bilingual("只有一个数字，无从比较", "One figure alone: nothing to compare"),
    "more_reasons": Bilingual("其余 {n} 条", "{n} more"),
    "nothing": Bilingual("所选范围内，“{metric}”没有数字。", "No figure for {metric} in this selection."),
    "widen": Bilingual("放宽到全部年份和全部结对", "Widen to all years and pairings"),
    "show_parts": Bilingual(
        "有 {n} 个数字说的是各部分或更大范围，点此显示", "{n} figures speak of parts or of more than a pairing: show them"
    ),
    "missing": Bilingual("{names}：整个结对没有数字。", "{names}: no figure for the whole pairing."),
    "choose": Bilingual("请选择指标和至少一个结对。试试：", "Choose a metric and at least one pairing. Try:"),
    "undated": Bilingual(
        "{n} 个数字没有截止日期，只列在表中，不画在时间轴上。", "{n} figures have no end date: they are in the table, not on the time axis."
    ),
    "how_read": Bilingual(
        "实心：确数。空心加箭头：原文用“超”“近”等，只知一端。空心加斜线：原文用“余”“多”，真值在斜线之内。小点：同一结对的其他数字。",
        "Filled: exact. Hollow with an arrow: the report says “over” or “nearly”, one side is open. "
        "Hatched: the report bounds both ends. Small dots: other figures of the same pairing.",
    ),
    "how_read_timeline": Bilingual(
        "横条是数字覆盖的时段，标记在时段末（单年在年中）。虚线：起点没有写明。连线只接相邻的同口径数字，缺口不补。",
        "A bar is the span that a figure covers, its mark stands at the end (mid-year for single years). "
        "Dotted: no beginning is stated. Lines join neighbouring figures of one basis; gaps stay gaps.",
    ),
    "col_pairing": Bilingual("结对", "Pairing"),
    "col_stated": Bilingual("原文数字", "As printed"),
    "col_reading": Bilingual("读作", "Read as"),
    "col_period": Bilingual("时段", "Period"),
    "col_basis": Bilingual("口径", "Basis"),
    "col_counted": Bilingual("所计", "What it counts"),
    "col_source": Bilingual("出处", "Source"),
    "whole": Bilingual("整个结对", "whole pairing"),
    "undated_source": Bilingual("日期不详", "undated"),
    "language": Bilingual("English", "中文"),
    "footer": Bilingual(
        "每个数字都来自所列报告，按原文的确定程度绘制。数据 CC BY 4.0，代码 MIT。",
        "Every figure comes from the report named beside it, drawn as certain as the report makes it. Data CC BY 4.0, code MIT.",
    ),
    "noscript": Bilingual("此页需要 JavaScript；数据可直接下载：", "This page needs JavaScript; the data can be downloaded directly:"),
    "finding_one": Bilingual(
        "只有{x}有整个结对的数字：{x_words}（{x_when}）。", "Only {x} has a figure for the whole pairing: {x_words} ({x_when})."
    ),
    "finding_range": Bilingual(
        "{n} 个结对的数字从 {a_words}（{a}，{a_when}）到 {b_words}（{b}，{b_when}）；它们的所指不完全相同，不宜据此排名。",
        "The figures of {n} pairings run from {a_words} ({a}, {a_when}) to {b_words} ({b}, {b_when}); "
        "they do not mean quite the same, so this is no ranking.",
    ),
    "finding_open": Bilingual(
        "{n} 个结对的数字从 {a_words}（{a}）到 {b_words}（{b}）；界限重叠，不能说谁最多。",
        "The figures of {n} pairings run from {a_words} ({a}) to {b_words} ({b}); their bounds overlap, so none can be called the largest.",
    ),
    "finding_most": Bilingual("{n} 个结对中，{b}最多：{b_words}（{b_when}）。", "Of {n} pairings {b} has most: {b_words} ({b_when})."),
    "filters_n": Bilingual("筛选（{n}）", "Filters ({n})"),
    "download_zip": Bilingual("ZIP：数据＋说明＋引用", "ZIP: data, notes, citation"),
    "scale": Bilingual("时间序列的刻度", "Scale over time"),
    "scale_linear": Bilingual("线性", "Linear"),
    "scale_log": Bilingual("对数", "Logarithmic"),
    "scale_off": Bilingual("有数值为零或没有正数，不能用对数刻度。", "Logarithmic is off: a value is zero, or none is positive."),
    "save_png": Bilingual("存为 PNG", "Save as PNG"),
    "save_svg": Bilingual("存为 SVG", "Save as SVG"),
    "sources_line": Bilingual("出处：{names}", "Sources: {names}"),
    "sources_more": Bilingual(" 等 {n} 份报告", " and others, {n} reports"),
    "person_time_summary": Bilingual("“人次”是什么意思", "What a person-time is"),
    "person_time": Bilingual(
        "同一个人来两次算两人次。人次不能与人相比，也不能相加，所以分开显示。",
        "Someone who comes twice is two person-times. They are neither compared with persons nor added to them, so they stand apart.",
    ),
    "about": Bilingual("方法与说明", "About"),
    "fact_kind": Bilingual("类型", "Kind"),
    "preferred": Bilingual("以它为先，因为：", "Leads because:"),
    "original": Bilingual("原文 ↗", "Original ↗"),
    "archived": Bilingual("存档 ↗", "Archived copy ↗"),
    "no_address": Bilingual("网址不详", "its address is not known"),
    "others": Bilingual("同一件事的其他数字", "Other figures for the same thing"),
    "cite": Bilingual("怎样引用", "How to cite"),
    "permanent": Bilingual("永久链接", "Permanent link"),
    "in_view": Bilingual("在图表中看", "See it in the charts"),
    "means": Bilingual("这项指标是什么意思", "What this metric means"),
    "act_sources": Bilingual("看出处", "see sources"),
    "act_per_year": Bilingual("改为每年平均", "switch to per year"),
    "act_separate": Bilingual("只看整个结对", "whole pairings only"),
    "act_leave_out": Bilingual("去掉所计不同的一个", "leave the odd one out"),
    "findings": Bilingual("报告之间有矛盾", "The reports contradict each other"),
    "underived": Bilingual("{m} 个数字中有 {n} 个不能折算，没有画出：", "{n} of {m} figures cannot be derived and are not drawn:"),
    "by": Bilingual("计算", "Derive"),
    "by_none": Bilingual("原值", "As printed"),
    "by_year": Bilingual("每年平均", "Per year"),
    "by_resident": Bilingual("按受援方人均", "Per resident"),
    "by_real": Bilingual("2020 年价格", "In 2020 prices"),
    "by_off": Bilingual("“{by}”不能用：{why}。", "{by} is off: {why}."),
    "span": Bilingual("时段类型", "Sort of period"),
    "span_since": Bilingual("结对以来累计", "Since the start"),
    "span_year": Bilingual("单年", "Single years"),
    "span_2011-2015": Bilingual("“十二五”（2011—2015）", "12th plan (2011–2015)"),
    "span_2016-2020": Bilingual("“十三五”（2016—2020）", "13th plan (2016–2020)"),
    "span_2021-2025": Bilingual("“十四五”（2021—2025）", "14th plan (2021–2025)"),
    "order": Bilingual("排列", "Order"),
    "order_none": Bilingual("按固定次序", "Fixed order"),
    "order_value": Bilingual("按数值", "By value"),
    "order_off": Bilingual("各数字不宜放在一起，不能按数值排列。", "By value is off: these figures are not to stand together."),
    "sums": Bilingual("这些数字能相加吗？", "Can these figures be added up?"),
    "increments": Bilingual(
        "虚线条：由两个累计数相减推算的增量，两端为界限。",
        "Dashed bars: the growth between two cumulative totals, derived, with its bounds.",
    ),
    "col_derivation": Bilingual("算式", "Derivation"),
    "coverage": Bilingual("覆盖情况", "Coverage"),
    "compare": Bilingual("比较", "Compare"),
    "coverage_title": Bilingual("已知什么，可信到什么程度", "What is known, and how well"),
    "coverage_lead": Bilingual(
        "{p} 个结对、{m} 项指标、{n} 个数字，逐个注明出处。", "{p} pairings, {m} metrics, {n} figures, each with its source."
    ),
    "flag_sure": Bilingual("确数，时段和口径写明", "exact, with period and basis stated"),
    "flag_noted": Bilingual("有说明：近似、时段不全或口径未注明", "with notes: bounded, or its period or basis not fully stated"),
    "flag_parts": Bilingual("只有各部分或更大范围的数字", "parts or wider figures only"),
    "flag_conflict": Bilingual("报告之间有矛盾", "reports contradict each other"),
    "flag_not-found": Bilingual("查过，未找到", "searched, not found"),
    "flag_not-applicable": Bilingual("不适用", "not applicable"),
    "flag_not-searched": Bilingual("空白：尚未查找，或所查报告没有提到", "blank: not searched yet, or not mentioned in the reports read"),
    "reading": Bilingual("怎样看这张图", "How to read this chart"),
    "stands": Bilingual("这些数字怎样选出", "How these figures were chosen"),
}


def t(key: str, language: str, **values: object) -> str:
    """The sentence of that key."""
    words = T[key].format(**values) if values else T[key]
    return words.zh if language == "zh" else words.en
