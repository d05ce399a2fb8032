"""Signatures as letters really have them: lists under labels, roles on their own lines, links."""

import time

import pytest

from tests.corpus.reading import read

CHINESE = "各位家长：\n\n新学期将至，请大家每天测量体温，少去人多的地方。\n\n"
ENGLISH = "Open Letter\n\nDear Mayor Smith,\n\nWe ask you to open the north gate at weekends.\n\n"

LETTERS = "ABCDEFGHIJKLMNO"
MANY = "".join(f"* Anna {letter}ones (@a{letter}), maintainer of Port\n" for letter in LETTERS)


@pytest.mark.parametrize(
    ("end", "issuers", "persons"),
    [
        pytest.param(
            "Yours sincerely,\n\nProf. Ingrid Dahl, University of Oslo\nDr. Jana Nováková, Prague\n"
            "Pedro de la Cruz, Institute of Soil\n",
            [], ["Prof. Ingrid Dahl", "Dr. Jana Nováková", "Pedro de la Cruz"], id="affiliations",
        ),
        pytest.param(
            "With heartfelt gratitude,\n\nElena Marin\nExecutive Director\nHarbour Food Bank\n",
            ["Harbour Food Bank"], ["Elena Marin"], id="position, organisation",
        ),
        pytest.param(
            "Yours etc.\n\nMargaret Hill\nFormer Head Gardener, Royal Botanic Garden\n\n"
            "Thomas Wren\nPresident, Avenue Residents' Association\n",
            [], ["Margaret Hill", "Thomas Wren"], id="two with positions",
        ),
        pytest.param(
            "Signatories:\nHarriet Cole, Chief Executive Officer, Northwind Energy plc\n"
            "Susan Park, Lowe Building Society\nKeepers of the River\nPosted on 30 May 2021\n",
            ["Keepers of the River"], ["Harriet Cole", "Susan Park"], id="Signatories, Posted on",
        ),
        pytest.param(
            "Signatories:\n1. Anna Jones, Port Callan\n2. Ben Smith, Port Callan\n",
            [], ["Anna Jones", "Ben Smith"], id="numbered",
        ),
        pytest.param(
            f"Signed,\n\n{MANY}\n[And many others](https://a.example/b)\n",
            [], [f"Anna {letter}ones" for letter in LETTERS], id="bulleted names with accounts",
        ),
        pytest.param(
            "Signed by:\n\n- Coastal Society\n- Friends of the Bay\n(in alphabetical order)\n",
            ["Coastal Society", "Friends of the Bay"], [], id="bullets under a label",
        ),
        pytest.param("Signed,\n\nThe nurses of ward 4B\n", ["The nurses of ward 4B"], [],
                     id="a group"),
        pytest.param(
            "Signed,\n\n[Bay users](https://a.example/sheet)\n\n**Do you want to sign this letter "
            "as well? [Please sign here](http://b.example)**\n",
            ["Bay users"], [], id="a link, an invitation to sign",
        ),
        pytest.param("_[The Harbour Core Team](https://a.example/team/)_\n",
                     ["The Harbour Core Team"], [], id="emphasis"),
        pytest.param("—Harbour Sailing Club\n", ["Harbour Sailing Club"], [], id="a dash"),
        pytest.param(
            "Kim Larsen, Department of Statistics\nAsha Patel, Institute of Ports, Leeds\n\n"
            "To add your name, please write to names@port.example today.\n\nNotes\n"
            "[1] The plan of the gate can be seen in the town hall on weekdays.\n",
            [], ["Kim Larsen", "Asha Patel"], id="above notes",
        ),
        pytest.param(
            "This letter was initiated by Dr. Helga Brand and Rui Tavares, and 700 signed it.\n",
            [], ["Dr. Helga Brand", "Rui Tavares"], id="in a sentence",
        ),
        pytest.param("Anna Jones\nChair\nHarbour Club\n\ncc: City Council\nPort Office\n",
                     ["Harbour Club"], ["Anna Jones"], id="copies"),
        pytest.param(
            "67.  Rui Costa, Harbour College\n68. Rebecca E. Lund, New Harbour University of Arts\n"
            "69. Jana Nowak, Harbour Institute for the Advanced Study of Ports\n",
            [], ["Rui Costa", "Rebecca E. Lund", "Jana Nowak"], id="long lines with numbers",
        ),
        pytest.param(
            "Mark Alder\nDr Nora Bell\nRobin C Lowe\nCllr John Hope\nEsther Whitby\n",
            [], ["Mark Alder", "Dr Nora Bell", "Robin C Lowe", "Cllr John Hope", "Esther Whitby"],
            id="names that nothing announces",
        ),
        pytest.param(
            "Mark Alder, poet\nNora Bell, gardener\nJohn Hope, Port Callan\n",
            [], ["Mark Alder", "Nora Bell", "John Hope"], id="names and places, unannounced",
        ),
        pytest.param(
            "Best wishes,\n\nMark Alder, Nora Bell, and John de la Cruz\n",
            [], ["Mark Alder", "Nora Bell", "John de la Cruz"], id="several on a line",
        ),
        pytest.param(
            "Yours,\nMark Alder\nNora Bell\nAna Ruiz Harbour Prize laureate\nDr Jan Kos\n",
            [], ["Mark Alder", "Nora Bell", "Dr Jan Kos"], id="a line that cannot be read",
        ),
        pytest.param(
            "Yours,\nMark Alder\nNora Bell\nProf Jan Kos University of Oslo\n"
            "John Hope Executive Director of Ports at Peace\n",
            [], ["Mark Alder", "Nora Bell", "Prof Jan Kos", "John Hope"],
            id="roles without a comma",
        ),
        pytest.param(
            "Signatories:\n\nAction pour la Paix /\nHarbour Life, Lifestyle Magazine /\n"
            "Anti-Slavery Union /\nWomen’s Aid Federation /\nRiver Institute /\n",
            ["Action pour la Paix", "Harbour Life, Lifestyle Magazine", "Anti-Slavery Union",
             "Women’s Aid Federation", "River Institute"], [], id="strokes after the names",
        ),
        pytest.param("Sincerely,\n\nMark Alder;\nNora Bell;\n", [], ["Mark Alder", "Nora Bell"],
                     id="semicolons after the names"),
        pytest.param("/s/ Anna Jones\n", [], ["Anna Jones"], id="/s/"),
        pytest.param("On behalf of the River Union,\nAnna Jones\n", ["River Union"],
                     ["Anna Jones"], id="on behalf"),
        pytest.param("Respectfully yours,\nEd Thorne\nPresident\nBest Foods, Inc. Staff Union\n",
                     ["Best Foods, Inc. Staff Union"], ["Ed Thorne"], id="Inc. within a name"),
        pytest.param(
            "Signed by:\n1. Women’s Aid Federation\n2. Farmers’ Union of the Valley\n",
            ["Women’s Aid Federation", "Farmers’ Union of the Valley"], [], id="curly quotes",
        ),
    ],
)  # fmt: skip
def test_english_signatures(end: str, issuers: list[str], persons: list[str]) -> None:
    letter = read(ENGLISH + end)

    assert [party.name for party in letter.issuers] == issuers
    assert [party.name for party in letter.signatories] == persons


@pytest.mark.parametrize(
    ("end", "issuers", "persons"),
    [
        pytest.param(
            "联合发起单位（排名不分先后）：\n北方开源软件基金会\n守护东湖行动\n二〇二二年三月十五日\n",
            ["北方开源软件基金会", "守护东湖行动"], [], id="联合发起单位",
        ),
        pytest.param("聯署團體：\n海濱關注組\n守護東灣行動\n", ["海濱關注組", "守護東灣行動"], [],
                     id="聯署團體"),
        pytest.param("建议人：陈思远（江南政法学院教授）、李慧敏（律师）\n2021年3月2日\n",
                     [], ["陈思远", "李慧敏"], id="brackets"),
        pytest.param("签名律师：\n王立平 北京\n赵启明 山东\n", [], ["王立平", "赵启明"],
                     id="places"),
        pytest.param("2018年5月6日\n\n联名家长签字：\n刘  洋  张  敏  王建军\n",
                     [], ["刘洋", "张敏", "王建军"], id="names in a row"),
        pytest.param("此致\n敬礼！\n\n马兰花、杨树林等二十七名乡村教师\n2013年9月10日\n",
                     [], ["马兰花", "杨树林"], id="等"),
        pytest.param("北城商会 敬启\n2021年8月6日\n", ["北城商会"], [], id="敬启"),
        pytest.param("北城商會謹啟\n", ["北城商會"], [], id="謹啟"),
        pytest.param("北城商会 启 2021年8月6日\n", ["北城商会"], [], id="启 before the date"),
        pytest.param("此致\n敬礼\n韩孝林 敬上\n", [], ["韩孝林"], id="敬上"),
        pytest.param("韩孝林 谨上\n2021年8月6日\n", [], ["韩孝林"], id="谨上"),
        pytest.param("曲河第九小学大队部 宣\n2021年8月6日\n", ["曲河第九小学大队部"], [], id="宣"),
        pytest.param("北城商会（代章）\n2021年8月6日\n", ["北城商会"], [], id="代章"),
        pytest.param("此致\n敬礼\n育才小学全体家长\n", ["育才小学全体家长"], [], id="a group"),
        pytest.param("承诺单位：海州优选电子商务有限公司（盖章）\n法定代表人：徐志强\n",
                     ["海州优选电子商务有限公司"], ["徐志强"], id="承诺单位"),
        pytest.param("南塘市對(duì)外貿(mào)易企業(yè)協(xié)會(huì)\n2020年2月2日\n",
                     ["南塘市對外貿易企業協會"], [], id="glosses"),
        pytest.param("青年科学家论坛 Young Scientists Forum\n2020年3月5日 March 5, 2020\n",
                     ["青年科学家论坛"], [], id="both languages"),
        pytest.param("我们呼吁：\n● 少去人多的地方\n● 出门戴好口罩\n江北市家长学会\n",
                     ["江北市家长学会"], [], id="bullets are no names"),
    ],
)  # fmt: skip
def test_chinese_signatures(end: str, issuers: list[str], persons: list[str]) -> None:
    letter = read(CHINESE + end)

    assert [party.name for party in letter.issuers] == issuers
    assert [party.name for party in letter.signatories] == persons


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(
            "Today we call on all parties to:\n- Free all hostages, especially children\n"
            "- Rescind orders for civilians to depart\n- Commit to protecting the hospitals\n",
            id="bulleted demands",
        ),
        pytest.param(
            "We demand of the council:\n1. Open Gates and Friendly Wardens\n2. Cleaner Water\n",
            id="numbered demands",
        ),
        pytest.param("Latest Posts\nContact Us\nPrivacy Policy\nHarbour News\n", id="a menu"),
        pytest.param("Harbour House\nHigh Street\nPort Callan\n", id="an address"),
    ],
)
def test_lines_that_name_nobody(end: str) -> None:
    letter = read(ENGLISH + end)

    assert letter.issuers == ()
    assert letter.signatories == ()


def test_a_list_of_demands_stands_above_a_signature() -> None:
    demands = "We ask you to:\n- Free the harbour seals\n- Open the gates early\n"
    letter = read(f"{ENGLISH}{demands}\nTea Union\n")

    assert [party.name for party in letter.issuers] == ["Tea Union"]
    assert len(letter.initiatives) == 2


@pytest.mark.parametrize("line", ["A-" * 50_000, "By " * 40_000, "、" * 99_999, "<b>" * 30_000])
def test_a_last_line_of_any_length_is_read_in_linear_time(line: str) -> None:
    begun = time.process_time()
    read(f"{ENGLISH}Signed,\n\n{line}\n")

    assert time.process_time() - begun < 2
