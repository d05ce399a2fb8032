"""Heads and ends of letters in layouts beside the plain one, and what is understood of them."""

import time

import pytest

from tests.corpus.reading import read

CHINESE = "请大家做好防护，减少聚集，共渡难关。\n"
ENGLISH = "Please open the north gate at weekends, as it was before.\n"
GLOSSED = (
    "致一線同仁書(shū)\n2020-01-23 09:37:00\n來(lái)源:人民網(wǎng)\n"
    "中華醫(yī)學(xué)會(huì)、中華護(hù)理學(xué)會(huì)\n敬愛(ài)的醫(yī)務(wù)工作者:\n请多保重，共渡难关。\n"
)
NUMBERED = (
    f"Dear Sirs,\n\n{ENGLISH}\nSincerely,\n1. Asian Forum of Ports (FOP)\n"
    "2. CREW: World Alliance of Sailors\n3. Sailors for All of the Seas\n"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("PETITION\n\nto the Council of Port Callan\n\nWe submit this petition.\n",
                     "PETITION to the Council of Port Callan", id="goes on in small letters"),
        pytest.param("Employees of Brightwave: open letter to our CEO\n\nHi Daniel,\n\n",
                     "Employees of Brightwave: open letter to our CEO", id="small letters"),
        pytest.param("WORLD HERITAGE WATCHERS UNION\n12 Quay Street\n\nRe: The market hall\n\n"
                     "Dear Minister Brennan,\n\n", "The market hall", id="Re"),
        pytest.param("From: Harbour Union\nTo: Mr. Alan Whitby\nSubject: Safety at the terminal\n\n"
                     "Mr. Whitby,\n\n", "Safety at the terminal", id="Subject"),
        pytest.param("Joint Letter of Harbour Groups\n\nYour Excellency,\nRe: The north gate\n\n",
                     "Joint Letter of Harbour Groups", id="above Re"),
        pytest.param("# harbour-letter\nAn Open Letter to the Port: Open it\nIt is time.\n\n",
                     "An Open Letter to the Port: Open it", id="the name of a repository"),
        pytest.param("疫情无情，人间有爱\n2020-02-05 17:00:58 浏览：12 字号：大\n各位会员：\n",
                     "疫情无情，人间有爱", id="above its date"),
        pytest.param("倡　议　书\n\n各位会员：\n", "倡　议　书", id="set apart"),
        pytest.param("学生家长联名信\n\n市教育局领导：\n", "学生家长联名信", id="联名信"),
        pytest.param("致業(yè)主的公開(kāi)信\n各位業(yè)主：\n", "致業(yè)主的公開(kāi)信",
                     id="glosses"),
        pytest.param("致全体队员的慰问信s!Y}?-g%F.]A;nis\n敬爱的队员：\n", "致全体队员的慰问信",
                     id="what a forum adds"),
    ],
)  # fmt: skip
def test_a_title_is_found_in_other_layouts(head: str, title: str) -> None:
    found = read(head + (ENGLISH if head.isascii() else CHINESE)).title

    assert found is not None
    assert found.text == " ".join(title.split())


@pytest.mark.parametrize(
    "text",
    [
        "东湖学会\n2020-02-03 10:15\n各位会员：\n" + CHINESE,
        "We appeal to all of you to stay at home this week.\n\n" + ENGLISH,
        "To: all members\n\n" + ENGLISH,
        "各位会员：\n2020年2月5日\n" + CHINESE,
    ],
)
def test_no_title_is_invented_from_a_head(text: str) -> None:
    assert read(text).title is None


@pytest.mark.parametrize(
    ("head", "addressee"),
    [
        ("Mr. Whitby,\n\n", "Mr. Whitby"),
        ("Hi Daniel,\n\n", "Hi Daniel"),
        ("Excellencies,\n\n", "Excellencies"),
        ("Sir,\n\n", "Sir"),
        ("#### Dear GitHub,\n\n", "Dear GitHub"),
        ("President Mills,\n\n", "President Mills"),
        ("Dublin, 3 May 2022\n\nTo the Members of the Assembly\n\n", "the Members of the Assembly"),
        ("Open Letter to the Port Authority on Safety\n\n", "the Port Authority"),
        ("To Permanent\nRepresentatives\nYour Excellency,\n\n", "Permanent Representatives"),
        ("To: John Doe, Founder and CEO\n\n", "John Doe, Founder and CEO"),
        ("To all our dear friends at sea — a happy new year. ", "To all our dear friends at sea"),
        ("Proposal to do a good job in prevention\n\n", None),
        ("We call on states to pay for nurses, and on all of us.\n", "states"),
        ("This is a call to unite all the ports, and to open them.\n", None),
        (
            "To the developers, maintainers and leaders of the Debian and Fedora communities:\n\n",
            "To the developers, maintainers and leaders of the Debian and Fedora communities",
        ),
        ("市人大常委会：\n\n", "市人大常委会"),
        (
            "中电科协〔2020〕8号\n各会员单位，全国电力科技工作者：\n",
            "各会员单位，全国电力科技工作者",
        ),
        ("我会郑重声明：\n", None),
        ("We, the directors of two museums, declare:\n\n", None),
        ("We appeal to you for a gate that opens, and for light.\n\n", None),
    ],
)
def test_whom_a_letter_speaks_to_in_other_layouts(head: str, addressee: str | None) -> None:
    found = read(head + (ENGLISH if head.isascii() else CHINESE)).addressee

    assert (found.text if found else None) == addressee


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("From: Harbour Workers' Union\nTo: The Port Authority\n\n" + ENGLISH,
         ["Harbour Workers' Union"]),
        ("Resolution\nadopted by the Congress of Rail Users\nBerlin, 25 April 2018\n\n" + ENGLISH,
         ["Congress of Rail Users"]),
        ("Dear friends, we are the core organizers of `harbour2020`, a project for the port.\n",
         ["harbour2020"]),
        ("中共东湖省委 东湖省人民政府\n致全体队员的慰问信\n敬爱的队员：\n" + CHINESE,
         ["中共东湖省委", "东湖省人民政府"]),
        ("各位会员：\n" + CHINESE + "2020年2月3日\n东湖学会\n", ["东湖学会"]),
        (GLOSSED, ["中華醫學會", "中華護理學會"]),
        (NUMBERED,
         ["Asian Forum of Ports (FOP)", "CREW: World Alliance of Sailors",
          "Sailors for All of the Seas"]),
        ("Open Letter\n\nDear all,\n\nStay well.\n\nThe Peace Institute; Honolulu and Beijing\n",
         ["The Peace Institute"]),
        ("We declare.\n\nAdopted in Ghent on 5 May 2019 by:\n\nMuseum of Art\nRoyal Library\n",
         ["Museum of Art", "Royal Library"]),
    ],
)  # fmt: skip
def test_issuers_in_other_layouts(text: str, issuers: list[str]) -> None:
    assert [party.name for party in read(text).issuers] == issuers


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            f"The following open letter was published on 2 May 2016.\n\nSir,\n\n{ENGLISH}",
            f"Sir,\n\n{ENGLISH}", id="introduced",
        ),
        pytest.param(f"昨日商会写了一封信。\n全文如下：\n各位会员：\n{CHINESE}",
                     f"各位会员：\n{CHINESE}", id="全文如下"),
        pytest.param(
            f"Dear Sirs,\n\n{ENGLISH}\n{ENGLISH}\nPort Union\n\nAbout the Port Union\n"
            "The Port Union was founded in 1987 by 340 members.\n\nPress contact: L. Brandt\n",
            f"Dear Sirs,\n\n{ENGLISH}\n{ENGLISH}\nPort Union", id="boilerplate",
        ),
        pytest.param(
            f"#### Dear Port,\n\n{ENGLISH}\nSigned,\n\nPort users\n\n===\n\n#### Dear users,\n\n"
            "We hear you, and we are sorry for all this.\n",
            f"#### Dear Port,\n\n{ENGLISH}\nSigned,\n\nPort users", id="an answer below",
        ),
    ],
)  # fmt: skip
def test_the_body_in_other_layouts(text: str, body: str) -> None:
    letter = read(text)

    assert letter.text[letter.body.start : letter.body.end] == body.rstrip("\n")


@pytest.mark.parametrize(
    ("end", "date"),
    [
        ("Last updated: 12.06.2022\n", "2022-06-12"),
        ("25/12/2020\n", "2020-12-25"),
        ("12/25/2020\n", "2020-12-25"),
        ("02/03/2020\n", None),
        ("Version 1.2.2020.3 of the plan\n", None),
    ],
)
def test_a_day_written_before_its_year_is_a_date_where_no_other_is(
    end: str, date: str | None
) -> None:
    assert read(f"Dear Sirs,\n\n{ENGLISH}\n{end}").date == date


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Open Letter: Researchers call for open models\n\n" + ENGLISH, "open_letter"),
        (
            "A Letter to Friends\n\n" + ENGLISH + "\nWith gratitude and warm greetings,\n",
            "thank_you",
        ),
        ("关于取消年会致会员的公开信\n" + CHINESE, "open_letter"),
        ("Dear Sirs,\n\nShifts are changed at a day's notice. " + ENGLISH, "open_letter"),
        ("Dear Sirs,\n\nWe appeal to you once more. " + ENGLISH, "open_letter"),
        ("线上黑客松开始报名，诚邀各位参赛，大赛详情见网站。\n", "notice"),
        ("各位代表：\n原定年会现决定延后，何时举行另告。\n", "notice"),
        ("各位校友：\n校庆延期。学校郑重地说一声谢谢。\n", "thank_you"),
        ("市教育局领导：\n我们是家长。\n", "open_letter"),
    ],
)
def test_the_genre_in_other_layouts(text: str, genre: str) -> None:
    assert read(text).genre == genre


def test_the_last_of_numbers_alone_ends_above_the_signature() -> None:
    letter = read("We ask for the following:\n\n01\nPay nurses.\n\n02\nAsk us.\n\nHealth Network\n")

    assert letter.initiatives[-1].text == "02\nAsk us."


@pytest.mark.parametrize("line", ["To: " * 30_000, "A Letter to " * 20_000, "协会！" * 40_000,
                                  "The following letter.\n" * 9_000,
                                  "我们a}!" * 30_000, "*_" * 60_000])  # fmt: skip
def test_a_first_line_of_any_length_is_read_in_linear_time(line: str) -> None:
    begun = time.process_time()
    read(f"{line}\n\nDear Sirs,\n\n{ENGLISH}")

    assert time.process_time() - begun < 2
