"""What first lines say: salutations, labels, and sentences that name who appeals to whom."""

import pytest

from tests.corpus.reading import read

DUTIES = "疫情当前，复工在即，请各单位做好消毒和测温，减少聚集，错峰用餐，随时上报员工的健康情况。"
DUTIES_HANT = (
    "颱風過後，河堤多處受損，請各位街坊留意安全，切勿走近岸邊，並協助清理渠口的垃圾和樹枝。"
)
DUTY = (
    "The harbour froze before the boats were in, and so we ask every skipper to share what fuel"
    " and what room there is until the ice has gone."
)


@pytest.mark.parametrize(
    ("salutation", "named"),
    [
        ("Dear All", "Dear All"),
        ("DEAR MEMBERS,", "DEAR MEMBERS"),
        ("Dear Sir/Madam", "Dear Sir/Madam"),
        ("Sisters and Brothers", "Sisters and Brothers"),
        ("Good morning, colleagues,", "Good morning, colleagues"),
        ("出校同学诸君：", "出校同学诸君"),
        ("陳志明先生，您好，", "陳志明先生"),
        ("尊敬的老师，亲爱的同学们：", "尊敬的老师，亲爱的同学们"),
        ("親愛的同學們", "親愛的同學們"),
    ],
)
def test_salutations_are_written_loosely(salutation: str, named: str) -> None:
    letter = read(f"{salutation}\n{DUTY if named.isascii() else DUTIES}\n")

    assert letter.addressee
    assert letter.addressee.text == named


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("STATEMENT TO THE HARBOUR PILOTS\n" + DUTY, "THE HARBOUR PILOTS"),
        ("Our Demands to the Water Board\n" + DUTY, "the Water Board"),
        ("(給街坊的公開信)\n" + DUTIES_HANT, "街坊"),
        ("We therefore urge the port office to clear the ice before Friday.", "the port office"),
        ("The River Union appeals to all its members for a day of rest.", "all its members"),
    ],
)  # fmt: skip
def test_titles_and_first_sentences_say_whom_a_letter_speaks_to(text: str, whom: str) -> None:
    letter = read(text)

    assert letter.addressee
    assert letter.addressee.text == whom


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("东湖茶协会、西湖茶协会和南湖商会联合发出如下倡议：", "东湖茶协会 西湖茶协会 南湖商会"),
        ("東湖協會攜西湖學會、南湖商會向全體會員發出倡議：", "東湖協會 西湖學會 南湖商會"),
        ("东湖茶协会联合西湖商会等单位，发出如下倡议：", "东湖茶协会 西湖商会"),
        ("和平联合会及东湖商会向会员倡议：", "和平联合会 东湖商会"),
        ("此次活动由东湖茶协会、西湖商会共同发起，意义重大。", ""),
        ("On behalf of the people, we ask for one quiet day in every week of winter.", ""),
        ("On behalf of the Guild, we ask for one quiet day in every week of winter.", "Guild"),
        ("We, Tidewatch, a small group of fishermen, ask for one day a week.", "Tidewatch"),
        ("As delegates of the Assembly, we ask for one quiet day in every week.", "Assembly"),
        ("The Guild (RG) and 42 more groups write to the ministry about the ice.", "Guild"),
        ("The Guild (RG) calls on the ministry to clear the ice before Friday noon.", "Guild"),
    ],
)
def test_first_sentences_say_who_issues_a_letter(lead: str, names: str) -> None:
    letter = read(f"{lead}\n一、做好消毒。\n二、减少聚集。\n")

    assert [party.name for party in letter.issuers] == names.split()


def test_a_memorandum_may_have_its_labels_on_lines_of_their_own() -> None:
    letter = read(
        "From:\nAnna Jones\n\nTo:\nThe Water Board\n\nSubject: The ice\n\n"
        f"Dear Sirs,\n\n{DUTY}\n\nYours,\nAnna Jones\n"
    )

    assert letter.title
    assert letter.title.text == "The ice"
    assert letter.addressee
    assert letter.addressee.text == "The Water Board"
    assert letter.issuers == ()


@pytest.mark.parametrize(
    ("text", "title", "whom"),
    [
        (f"Dear Members,\n\nRE: The ice\n\n{DUTY}", "The ice", "Dear Members"),
        (f"To: ice@board.org\nSubject: The ice\n\nDear Ann,\n\n{DUTY}", "The ice", "Dear Ann"),
        (f"Attn: The Water Board\n\n{DUTY}", None, "The Water Board"),
    ],
)
def test_labels_say_subject_and_addressee(text: str, title: str | None, whom: str) -> None:
    letter = read(text)

    assert (letter.title.text if letter.title else None) == title
    assert letter.addressee
    assert letter.addressee.text == whom
    assert letter.issuers == ()
    assert DUTY in letter.text[letter.body.start : letter.body.end]
