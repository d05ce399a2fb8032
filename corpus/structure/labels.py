"""Labels of those who sign: 联署单位：, Signatories, Signed by:.

Knows the words of labels, nothing of the names that stand after or under them.
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


def is_label(words: str) -> bool:
    """Whether a line says that those who sign are named on the next lines."""
    return bool((words[-1] in ":：" and LABEL.fullmatch(words)) or LABEL_ALONE.fullmatch(words))
