"""Every constant of how translations are scored, once, with where it comes from.

Learned on one half of two judged sets, English questions to Chinese paragraphs and the reverse
(612 queries each), and confirmed on the other half, 2026-01. The engines score alternatives of one
term alike, so likelier ones are set apart by a narrow class beside a wide one.
"""

from typing import Final

# English classes of a Chinese word: (how many of its best stems, weight).
ENGLISH_TIERS: Final = ((1, 0.3), (3, 0.3), (8, 0.4))
# A phrase is represented by its rarest word; the others weigh less.
ENGLISH_REST: Final = 0.3
# Words of the same root in the collection, beside the translations: obey, obedience.
ENGLISH_RELATED: Final = 0.3
RELATED_LEAST: Final = 5  # letters that they have in common at least
RELATED_LONGER: Final = 4  # letters that they may be longer
RELATED_MOST: Final = 8
# The rank of a phrase counts with this power, and less if the collection lacks one of its words.
RANK_POWER: Final = 0.75
LACKING: Final = 0.5
ENGLISH_KEPT: Final = 1.5
ENGLISH_NAME: Final = 0.75  # twice: for the nearest and for all
ENGLISH_B: Final = 0.6

# Chinese classes of an English word: (how many of its best words, weight).
CHINESE_TIERS: Final = ((2, 0.25), (16, 0.45))
# Single characters that are translations, as words of a letter may contain them.
CHINESE_SINGLE: Final = 0.25
# Pairs of neighbouring characters of all translations.
CHINESE_PAIRS: Final = 0.8
# Characters that many translations share carry the meaning: 防 of 防守, 防御, 防卫.
CHINESE_CHARACTERS: Final = 1.6
SHARED_LEAST: Final = 0.1  # share of the translations that such a character is in at least
CHINESE_NAME: Final = 1.5
CHINESE_B: Final = 0.75

# What the title and initiatives add, as shares of what the text does: the boosts of the field table
# apply to the widest class alone, which saves two lookups in three.
