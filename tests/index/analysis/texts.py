"""Texts to try: any code points at all, what is hard in them, and real sentences of letters."""

from pathlib import Path

from hypothesis import strategies as st

LETTERS = tuple(
    path.read_text(encoding="utf-8-sig")
    for path in sorted(Path("corpus/letters").iterdir())
    if path.suffix in {".txt", ".md"}
)

SENTENCES = (
    "各位同学：请佩戴口罩，减少外出。",
    "我们倡议尽快復工復產，保障防疫物資供應！",
    "全体会员单位要服从\n统一安排，做好返岗人员的检测。",
    "二○二○年二月三日",
    "The people’s government’s call: don't gather; wear N95 masks.",
    "COVID-19, 2019-nCoV and SARS_CoV_2 aren't the same.\r\n\r\nSee e-mails.",
    "We donated $1,500,000.50 and 3.5 tons on 2020.2.3, i.e. 1.2020年.",
    "マスクを寄付します。힘내세요 대한민국 ใส่หน้ากาก",
)
FRAGMENTS = (
    *("ＣＯＶＩＤ－１９", "標題", "naïve", "cafe\u0301", "İstanbul", "ﬁ", "㍿", "①", "Ⅲ", "ß", "ς"),
    *(
        "ｶﾞ",
        "か\u3099",
        "\u3099",
        "각",
        "ᄀ",
        "ᅡ",
        "ᆨ",
        "क्या",
        "ড\u09bc",
        "〇",
        "々",
        "豈",
        "𠀋",
        "鿿",
    ),
    *("葛\U000e0100", "👍🏽", "1\ufe0f\u20e3", "👩\u200d⚕️", "\u200b", "\ufeff", "\u202e", "\u00ad"),
    *("\0", "\ud800", "\udfff", "\U0010ffff", "\n", "\r\n", "\n \n", "\u2029", "\u3000", "\t"),
    *(".", ",", "，", "'", "’", "'s", "-", "_", "–", "/", "@", "++", "。", "！", "?", "；", "…"),
    *(
        "1",
        "000",
        "12",
        "2020",
        "٣",
        "年",
        "人",
        "民",
        "薴",
        "⻋",
        "a",
        "s",
        "covid",
        "É",
        "\u0301",
    ),
)

any_character = st.integers(0, 0x10FFFF).map(chr)
any_text = st.text(any_character, max_size=30)
mixed_text = st.lists(
    st.one_of(
        st.sampled_from(FRAGMENTS), st.sampled_from(FRAGMENTS), st.sampled_from(SENTENCES), any_text
    ),
    max_size=12,
).map("".join)
