"""References that tests cite."""

from dataclasses import replace
from datetime import date

from web.citing import Author, Reference

UNION = Author("Security Identification Union")
SUMMIT = Author("Security Document Summit Committee")
ENGLISH = Reference(
    id="2020-02-03-siu-sds-proposal",
    title="Proposal on Combating Novel Coronavirus",
    is_titled=True,
    authors=(UNION, SUMMIT),
    date="2020-02-03",
    language="en",
    genre="proposal",
    url="https://letters.example.org/letters/siu",
    accessed=date(2026, 11, 21),
)
CHINESE = replace(
    ENGLISH,
    id="2020-02-03-siu-sds-proposal.zh",
    title="关于抗击新型冠状病毒、共迎未来市场挑战的倡议书",
    authors=(Author("安全识别联盟"), Author("安全证件峰会组委会")),
    language="zh-Hans",
    url="https://letters.example.org/letters/siu.zh",
)


def people(*names: str) -> tuple[Author, ...]:
    return tuple(Author(name, *reversed(name.rsplit(" ", 1))) for name in names)
