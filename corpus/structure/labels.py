"""What signatures have beside names: labels (联署单位：, Signed by:) and formulas (敬上, /s/).

Knows the words of these, nothing of the names that stand beside or under them.
"""

import re

# 联署单位：甲协会、乙学会; Submitted on behalf of the Union
LABELLED = re.compile(
    r"(?:(?:共同|联合|聯合)?(?:联署|聯署|签署|簽署|发起|發起|发布|發佈|发文|發文|主办|主辦|倡议|倡議"
    r"|承诺|承諾|声明|聲明|提案|报送|呈报)"
    r"(?:单位|單位|机构|機構|组织|組織|团体|團體|企业|企業|方|人员|人員|人|者|代表)?|署名|落款|(?:Co-?)?[Ss]ignator(?:y|ies)"
    r"|(?:Jointly )?(?:[Ss]igned|[Ii]ssued) by|From|Issuers?)\s?[:：]\s*(?P<names>\S.*)"
    r"|(?:(?:[Ss]ubmitted|[Ss]igned|[Ii]ssued) )?[Oo]n behalf of (?:the )?(?P<one>[A-Z].*)"
)
# A label on a line of its own, with those that it names on the lines below.
LABEL = re.compile(
    r"[^，。；:：]{0,12}(?:联署|聯署|联名|聯名|签署|簽署|签名|簽名|签字|簽字|发起|發起|署名|附议|附議|倡议|倡議)"
    r"(?:单位|單位|机构|機構|组织|組織|团体|團體|企业|企業|人|者|方|名单|名單|律师|律師|学者|學者|专家|專家|家长|家長|代表"
    r"|成员|成員|签字|签名|如下){0,3}(?<![议議])(?:[（(][^（）()]{1,20}[)）])?\s?[:：]"
    r"|(?:\S+\s){0,12}(?:[Ss]igned|[Ee]ndorsed|(?i:supported)|[Ii]nitiated|[Ii]ssued|[Ss]ubmitted)?"
    r"(?:\son\s(?:\S+\s){1,4}|\s)?[Bb]y\s?:"
)
LABEL_ALONE = re.compile(
    r"(?:联合|聯合|共同)?(?:联署|聯署|签署|簽署|发起|發起)(?:单位|單位|机构|機構|组织|組織|团体|團體|人)"
    r"(?:名单|名單)?(?:[（(][^（）()]{1,20}[)）])?"
    r"|(?:[\w’'-]+\s){0,4}(?:[Ss]ignator(?:y|ies)|SIGNATORIES|[Ss]ignatures|[Ii]nitiators)\s?:?"
)
SIGNED = "/s/"  # for the hand of the person whose name follows
# 东湖商会敬启, 韩孝林 上: one character only where it is set apart.
FORMULA = re.compile(
    r"(?<=[^\s：:，])(?:\s*(?:[敬谨謹拜][启啟上呈告识識白]|[顿頓]首|鞠躬|同[启啟])|\s+[启啟上呈宣示])$"
)
FORMULA_ENDS = frozenset("启啟上呈告识識白首躬宣示")


def is_label(words: str) -> bool:
    """Whether a line says that those who sign are named on the next lines."""
    return bool((words[-1] in ":：" and LABEL.fullmatch(words)) or LABEL_ALONE.fullmatch(words))


def without_formula(words: str) -> str:
    """A Chinese line without the formula that says that the name before it signs.

    >>> without_formula("东湖商会 敬启")
    '东湖商会'
    """
    return FORMULA.sub("", words) if words[-1:] in FORMULA_ENDS else words


def signs_itself(words: str) -> bool:
    """Whether a line says by a formula that the name in it signs."""
    return words.startswith(SIGNED) or without_formula(words) != words
