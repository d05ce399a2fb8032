"""What somebody is of an organisation that he or she speaks for: chair, director, 会长.

Knows the words alone, neither names nor layouts.
"""

HAN_ROLES = (
    "(?:理事长|理事長|会长|會長|主席|书记|書記|校长|校長|院长|院長|主任|秘书长|秘書長|总经理|總經理"
    "|董事长|董事長|所长|所長|社长|社長|代表|发起人|發起人|签署人|簽署人)"
)
HAN_ROLE_ENDS = frozenset("长長席记記任理表人")  # the last characters of these
LATIN_ROLES = (
    "(?:Chair(?:man|woman|person)?|President|Director|Secretary(?:[- ]General)?|CEO|Dean|Rector"
    "|Principal|Governor|Convenor|Spokesperson|Representative|Treasurer)"
)
