"""E-mails: the subject, the day and the body, in whatever encoding they say or do not say."""

import pytest

from corpus import UnreadableLetter
from corpus.formats import mht
from corpus.formats.eml import read
from corpus.formats.mail_parts import DEEPEST
from corpus.formats.recognise import recognise

HEAD = "From: a@letters.example\nMIME-Version: 1.0\nDate: Thu, 20 Feb 2020 10:00:00 +0800\n"
BODY = "各会员单位：请做好防护，减少聚集。"
IN_PARTS = (
    'Content-Type: multipart/{kind}; boundary="x"\n\n--x\nContent-Type: text/plain\n\n{plain}\n'
    "--x\n{other}\n--x--\n"
)


def text(mail: str, encoding: str = "utf-8") -> str:
    return read((HEAD + mail).encode(encoding), "a.eml").text


def test_an_email_is_its_subject_its_day_and_its_body() -> None:
    mail = "Subject: =?utf-8?b?5YCh6K6u5Lmm?=\nContent-Type: text/plain; charset=utf-8\n\n" + BODY

    document = read((HEAD + mail).encode(), "a.eml")

    assert document.text == f"倡议书\n2020-02-20\n\n{BODY}"
    (title,) = document.declared["title"]
    assert document.text[title.start : title.end] == "倡议书"


def test_a_subject_that_the_body_begins_with_is_there_once() -> None:
    assert text(f"Subject: Appeal\n\nAPPEAL\n\n{BODY}") == f"Appeal\n2020-02-20\n\n{BODY}"


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "utf-7", "nonsense"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_declared_encoding_may_lie(declared: str, encoding: str) -> None:
    mail = f"Content-Type: text/plain; charset={declared}\n\n{BODY}"

    assert text(mail, encoding).endswith(BODY)


def test_html_comes_before_plain_text_and_is_cleaned() -> None:
    page = "Content-Type: text/html\n\n<p>Dear <b>Sirs</b>,<script>x()</script><p>Thank you."

    shown = text(IN_PARTS.format(kind="alternative", plain="Dear Sirs", other=page))

    assert shown == "2020-02-20\n\nDear Sirs,\n\nThank you."


def test_plain_text_is_read_where_the_html_is_empty() -> None:
    page = "Content-Type: text/html\n\n<img src=x>"

    shown = text(IN_PARTS.format(kind="alternative", plain="Dear Sirs", other=page))

    assert shown == "2020-02-20\n\nDear Sirs"


def test_flowed_lines_are_one_paragraph() -> None:
    mail = "Content-Type: text/plain; format=flowed\n\nThank you \nall.\n\nGood bye.\n-- \nA"

    assert text(mail).endswith("Thank you all.\n\nGood bye.\n--\nA")


@pytest.mark.parametrize(
    ("mail", "reason"),
    [
        pytest.param("Subject: a\n\n", "empty", id="no body"),
        pytest.param(
            IN_PARTS.format(
                kind="mixed",
                plain="",
                other="Content-Type: application/pdf\n"
                "Content-Disposition: attachment; filename=a.pdf\n\nx",
            ),
            "only_attachments",
            id="attachments alone",
        ),
        pytest.param("Content-Type: multipart/mixed; boundary=x\n\nx", "empty", id="no parts"),
    ],
)
def test_an_email_without_words_says_why(mail: str, reason: str) -> None:
    with pytest.raises(UnreadableLetter) as refused:
        text(mail)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "header",
    [
        "Date: yesterday",
        "Date: ",
        "Date: 1 Jan 99999999999 1:0:0 +0",
        "Date: 1 Jan 2020 1:0:0 +9999999999999",
        "Subject: =?utf-8?q?=FF=?=",
        "Subject: =?x?b?!!?=",
        "Subject",
    ],
)
def test_a_malformed_header_is_no_reason(header: str) -> None:
    raw = f"From: a@letters.example\n{header}\n\n{BODY}".encode()

    assert read(raw, "a.eml").text.endswith(BODY)


def nested(depth: int) -> bytes:
    begun = "".join(
        f'Content-Type: multipart/mixed;\n boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    ended = "".join(f"--b{n}--\n" for n in reversed(range(depth)))
    return f"{HEAD}{begun}Content-Type: text/plain\n\n{BODY}\n{ended}".encode()


def test_parts_in_parts_are_read_down_to_a_depth() -> None:
    assert read(nested(DEEPEST), "a.eml").text.endswith(BODY)
    with pytest.raises(UnreadableLetter) as refused:
        read(nested(DEEPEST + 1), "a.eml")

    assert refused.value.reason == "too_deep"


def test_parts_beside_one_another_are_not_deep() -> None:
    one = IN_PARTS.format(kind="alternative", plain=BODY, other="Content-Type: text/html\n")
    many = "".join("--y\n" + one.replace('"x"', f'"x{n}"').replace("--x", f"--x{n}")
                   for n in range(DEEPEST + 1))  # fmt: skip
    mail = f'Content-Type: multipart/mixed; boundary="y"\n\n{many}--y--\n'

    assert text(mail).endswith(BODY)


SAVED = (
    "From: {by}\nSubject: =?utf-8?B?5YCh6K6u5Lmm?=\nDate: Fri, 3 Mar 2023 10:00:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="s"\n\n--s\n'
    "{part}Content-Transfer-Encoding: 8bit\nContent-Location: http://letters.example/1\n\n"
    "<html><head><meta charset={charset}><title>x</title></head><body><h1>致会员单位的倡议书</h1>"
    "<p>各会员单位：<p>请做好防护，减少聚集。<p>2020年2月3日</body></html>\n--s--\n"
)


@pytest.mark.parametrize(
    ("by", "part", "encoding"),
    [
        ("<Saved by Blink>", "Content-Type: text/html\n", "utf-8"),
        ("<由 Windows Internet Explorer 8 保存>", 'Content-Type: text/html;\n\tcharset="gb2312"\n',
         "gb18030"),
        ("<Saved by Mozilla 5.0 (Windows)>", "Content-Type: text/html\n", "gb18030"),
    ],
)  # fmt: skip
def test_a_saved_page_is_its_page_alone(by: str, part: str, encoding: str) -> None:
    raw = SAVED.format(by=by, part=part, charset=encoding).encode(encoding)

    assert recognise(raw, suffix=".mht", source="a.mht") == "mht"
    assert mht.read(raw, "a.mht").text == (
        "致会员单位的倡议书\n\n各会员单位：\n\n请做好防护，减少聚集。\n\n2020年2月3日"
    )


def test_a_saved_page_is_known_by_its_content_and_a_message_is_none() -> None:
    saved = SAVED.format(by="<Saved by Blink>", part="Content-Type: text/html\n", charset="utf-8")

    assert recognise(saved.encode(), suffix=".eml", source="a.eml") == "mht"
    assert recognise((HEAD + "\n" + BODY).encode(), suffix=".eml", source="a.eml") == "eml"


def test_a_saved_page_without_a_page_is_empty() -> None:
    with pytest.raises(UnreadableLetter) as refused:
        mht.read((HEAD + "Content-Type: text/plain\n\nabc").encode(), "a.mht")

    assert refused.value.reason == "empty"
