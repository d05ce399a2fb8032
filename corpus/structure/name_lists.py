"""Lists of names in English signatures: of persons that nothing announces, of bodies, of both.

Knows what tells such a list from a menu or an address, not where in a letter it stands.
"""

import re
from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.structure.organisations import is_organisation
from corpus.structure.persons import CAPITAL, SMALL, TITLED, is_person
from corpus.structure.signers import NAME_THEN_MORE, POSITION
from corpus.structure.signing_lines import bare

FEWEST_IN_LIST = 2  # lines of persons after which a line that says more is read as one of them
BEGINS_AS_NAME = re.compile(rf"{CAPITAL}[\w’'-]+\s(?:[a-z]{{2,4}}\s)?{CAPITAL}[\w’'-]+\s")
FEWEST_NAMES = 3  # that are a list without anything that announces it
TELLING = 4  # one line in so many of such a list has what only names of persons have
TELLS_OF_PERSON = re.compile(
    rf"(?:{TITLED}|Cllr\s)|.*\s[A-Z]\.?\s|.*\s(?:QC|KC|MP|MEP|MSP|MBE|OBE|CBE|PhD|FRS|JP|MD|RN)$"
)

# Prof Anna Jones University of Padua, in a list of persons
NAME_AND_ROLE = re.compile(
    rf"(?P<names>(?:{TITLED})?{CAPITAL}[\w’'-]+ (?:{CAPITAL}\.? )?{SMALL}{CAPITAL}[\w’'-]+) "
    r"(?P<more>[A-Z]\S* \S.{0,100})"
)
BODY_OF = re.compile(
    r"(?:University|College|School|Institute|Academy|Faculty|Department|Ministry) (?:of|for) "
)


def person_in_list(line: Line) -> tuple[int, int] | None:
    """The place of a name that no comma sets apart from who the person is, in a list of persons."""
    found = NAME_AND_ROLE.fullmatch(line.text) if "," not in line.text else None
    if not found or not is_person(found["names"]):
        return None
    told = POSITION.fullmatch(found["more"]) or BODY_OF.match(found["more"])
    return (line.start, line.start + found.end("names")) if told else None


def is_list_of_persons(block: Sequence[Line]) -> bool:
    """Whether lines that nothing announces are a list of persons, and no menu of a page."""
    if len(block) < FEWEST_NAMES:
        return False
    told = 0
    for words in (bare(line).text for line in block):
        named = NAME_THEN_MORE.fullmatch(words)
        if not is_person(named["names"] if named else words):
            return False
        told += bool(TELLS_OF_PERSON.match(words) or (named and "," in words))
    return told * TELLING >= len(block)


def is_mostly_bodies(block: Sequence[Line]) -> bool:
    """Whether most of the lines of a list name organisations."""
    return 2 * sum(is_organisation(bare(line).text) for line in block) > len(block)
